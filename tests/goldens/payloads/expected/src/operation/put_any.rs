// …

/// The operation `PutAny`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct PutAny;

restjson1_runtime::operation_type! { operation: PutAny }

#[doc(hidden)]
impl operation::Operation for PutAny {
    type Input = PutAnyInput;
    type Output = PutAnyOutput;
    type Error = PutAnyError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "PutAny",
        method: "PUT",
    };
    const REPEATABLE: bool = false;
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/any");
        request.header("X-Note", "note", &input.note)?;
        request
            .json_payload(&input.it, aws_smithy_types::date_time::Format::EpochSeconds)?;
        Ok(())
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
        output: &mut Self::Output,
    ) -> Result<(), error::BoxError> {
        output._request_id = response.request_id();
        response.json_payload(json::Read::slot(&mut output.it))?;
        output.note = response.header("X-Note", "note")?;
        Ok(())
    }

    #[inline]
    fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
        attributes.string("note", input.note.as_deref());
    }
}

// …
