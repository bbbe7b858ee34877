// …

/// The operation `Self`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct SelfValue;

restjson1_runtime::operation_type! { operation: SelfValue }

#[doc(hidden)]
impl operation::Operation for SelfValue {
    type Input = SelfValueInput;
    type Output = SelfValueOutput;
    type Error = SelfValueError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "Self",
        method: "POST",
    };
    const REPEATABLE: bool = false;
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/Self");
        request.members(&[("next", &input.next), ("text", &input.text)])?;
        Ok(())
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
    ) -> Result<Self::Output, error::BoxError> {
        let mut output = SelfValueOutput::empty();
        output._request_id = response.request_id();
        response.json(&mut output)?;
        Ok(output)
    }

    #[inline]
    fn empty_output() -> Self::Output {
        SelfValueOutput::empty()
    }

    #[inline]
    fn read_error(_: &str, _: &http::ErrorResponse<'_>) -> Option<Self::Error> {
        None
    }

    #[inline]
    fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
        attributes.string("text", input.text.as_deref());
        attributes.string("next", input.next.as_deref());
    }
}

// …
