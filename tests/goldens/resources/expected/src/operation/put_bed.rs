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
        let members: [json::Member<'_>; 1] = [("width", &input.width)];
        request.members(&members)
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
        attributes.string("bedId", input.bed_id.as_deref());
    }
}

// …
