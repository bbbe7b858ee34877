// …

/// The operation `Result`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Result;

restjson1_runtime::operation_type! { operation: Result }

#[doc(hidden)]
impl operation::Operation for Result {
    type Input = ResultInput;
    type Output = ResultOutput;
    type Error = ResultError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "Result",
        method: "POST",
    };
    const REPEATABLE: bool = false;
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> std::result::Result<(), error::BoxError> {
        request.path("/Result");
        request.members(&[("next", &input.next), ("text", &input.text)])?;
        Ok(())
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
    ) -> std::result::Result<Self::Output, error::BoxError> {
        let mut output = ResultOutput::empty();
        output._request_id = response.request_id();
        response.json(&mut output)?;
        Ok(output)
    }

    #[inline]
    fn empty_output() -> Self::Output {
        ResultOutput::empty()
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

/// Error of `Result`.
#[derive(Debug)]
#[non_exhaustive]
pub enum ResultError {
    /// An error that the operation does not declare, or a response that cannot be parsed.
    #[deprecated(
        note = "match it with a wildcard arm and use `code()`; later versions may add variants"
    )]
    Unhandled(Unhandled),
}

impl ResultError {
    #[inline]
    fn inner(&self) -> error::Inner<'_> {
        match self {
            Self::Unhandled(inner) => inner.inner(),
        }
    }
}

restjson1_runtime::error_enum! { error: ResultError, operation: "Result" }
