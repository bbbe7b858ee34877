// …

/// The operation `PutBed`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct PutBed;

restjson1_runtime::operation_type! { operation: PutBed }

#[doc(hidden)]
impl operation::Operation for PutBed {
    type Input = PutBedInput;
    type Output = PutBedOutput;
    type Error = PutBedError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "PutBed",
        method: "PUT",
    };
    const REPEATABLE: bool = false;
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/beds/");
        request.label("bed_id", &input.bed_id)?;
        request.members(&[("width", &input.width)])?;
        Ok(())
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
    ) -> Result<Self::Output, error::BoxError> {
        let mut output = PutBedOutput::empty();
        output._request_id = response.request_id();
        Ok(output)
    }

    #[inline]
    fn empty_output() -> Self::Output {
        PutBedOutput::empty()
    }

    #[inline]
    fn read_error(_: &str, _: &http::ErrorResponse<'_>) -> Option<Self::Error> {
        None
    }

    #[inline]
    fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
        attributes.string("bedId", input.bed_id.as_deref());
    }
}

// …
