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
    ) -> std::result::Result<(), error::BoxError> {
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

/// Error of [`Result`](crate::client::Client::result).
#[derive(Debug)]
#[non_exhaustive]
pub enum ResultError {
    /// An error that the operation does not declare, or a response that cannot be parsed.
    #[deprecated(
        note = "match it with a wildcard arm and use `code()`; later versions may add variants"
    )]
    Unhandled(Unhandled),
}

restjson1_runtime::error_enum! { error: ResultError, operation: "Result", variants: [] }
