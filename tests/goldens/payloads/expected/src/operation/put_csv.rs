// …

/// The operation `PutCsv`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct PutCsv;

restjson1_runtime::operation_type! { operation: PutCsv }

#[doc(hidden)]
impl operation::Operation for PutCsv {
    type Input = PutCsvInput;
    type Output = PutCsvOutput;
    type Error = PutCsvError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "PutCsv",
        method: "PUT",
    };
    const REPEATABLE: bool = false;
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/csv");
        request.header("X-Note", "note", &input.note)?;
        request.string_payload(input.it.as_deref(), "application/json");
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
