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
        let members: [json::Member<'_>; 2] = [
            ("next", &input.next),
            ("text", &input.text),
        ];
        request.members(&members)
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
        output: &mut Self::Output,
    ) -> Result<(), error::BoxError> {
        output._request_id = response.request_id();
        response.json(output)
    }

    #[inline]
    fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
        attributes.string("text", input.text.as_deref());
        attributes.string("next", input.next.as_deref());
    }
}

// …
