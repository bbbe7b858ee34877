// …

/// The operation `PutKind`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct PutKind;

restjson1_runtime::operation_type! { operation: PutKind }

#[doc(hidden)]
impl operation::Operation for PutKind {
    type Input = PutKindInput;
    type Output = PutKindOutput;
    type Error = PutKindError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "PutKind",
        method: "PUT",
    };
    const REPEATABLE: bool = false;
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/kind");
        request.header("X-Note", "note", &input.note)?;
        request
            .string_payload(input.it.as_ref().map(|value| value.as_str()), "text/plain");
        Ok(())
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
        output: &mut Self::Output,
    ) -> Result<(), error::BoxError> {
        output._request_id = response.request_id();
        output.it = response.string_payload()?.map(types::Colour::from);
        output.note = response.header("X-Note", "note")?;
        Ok(())
    }

    #[inline]
    fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
        attributes.string("note", input.note.as_deref());
    }
}

// …
