// …

/// The operation `PutImage`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct PutImage;

restjson1_runtime::operation_type! { operation: PutImage }

#[doc(hidden)]
impl operation::Operation for PutImage {
    type Input = PutImageInput;
    type Output = PutImageOutput;
    type Error = PutImageError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "PutImage",
        method: "PUT",
    };
    const REPEATABLE: bool = false;
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/image");
        request.header("X-Note", "note", &input.note)?;
        request.blob_payload(input.it.as_ref(), "image/png");
        Ok(())
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
        output: &mut Self::Output,
    ) -> Result<(), error::BoxError> {
        output._request_id = response.request_id();
        output.it = response.blob_payload();
        output.note = response.header("X-Note", "note")?;
        Ok(())
    }

    #[inline]
    fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
        attributes.string("note", input.note.as_deref());
    }
}

// …
