// …

/// The operation `Ask`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Ask;

restjson1_runtime::operation_type! { operation: Ask }

#[doc(hidden)]
impl operation::Operation for Ask {
    type Input = AskInput;
    type Output = AskOutput;
    type Error = AskError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "Ask",
        method: "GET",
    };
    const CAPTURES: bool = true;
    const HTTP_OPTIONS: operation::HttpOptions = operation::HttpOptions {
        idempotency_token: true,
        ..operation::HttpOptions::NONE
    };

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/ask");
        request.query("token", &input.token)?;
        Ok(())
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
        output: &mut Self::Output,
    ) -> Result<(), error::BoxError> {
        output._request_id = response.request_id();
        Ok(())
    }

    #[inline]
    fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
        attributes.string("token", input.token.as_deref());
    }

    #[inline]
    fn idempotency_token(input: &mut Self::Input) -> Option<&mut Option<String>> {
        Some(&mut input.token)
    }
}

// …
