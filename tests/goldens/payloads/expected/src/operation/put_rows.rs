// …

/// The operation `PutRows`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct PutRows;

restjson1_runtime::operation_type! { operation: PutRows }

#[doc(hidden)]
impl operation::Operation for PutRows {
    type Input = PutRowsInput;
    type Output = PutRowsOutput;
    type Error = PutRowsError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "PutRows",
        method: "PUT",
    };
    const REPEATABLE: bool = false;
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/rows");
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
