// …

/// The operation `PutPlain`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct PutPlain;

restjson1_runtime::operation_type! { operation: PutPlain }

#[doc(hidden)]
impl operation::Operation for PutPlain {
    type Input = PutPlainInput;
    type Output = PutPlainOutput;
    type Error = PutPlainError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "PutPlain",
        method: "PUT",
    };
    const REPEATABLE: bool = false;
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/plain");
        request.header("X-Note", "note", &input.note)?;
        request.string_payload(input.it.as_deref(), "text/plain");
        Ok(())
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
        output: &mut Self::Output,
    ) -> Result<(), error::BoxError> {
        output._request_id = response.request_id();
        output.it = response.string_payload()?.map(str::to_owned);
        output.note = response.header("X-Note", "note")?;
        Ok(())
    }

    #[inline]
    fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
        attributes.string("it", input.it.as_deref());
        attributes.string("note", input.note.as_deref());
    }
}

// …
