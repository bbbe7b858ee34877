// …

/// The operation `Host`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Host;

restjson1_runtime::operation_type! { operation: Host }

#[doc(hidden)]
impl operation::Operation for Host {
    type Input = HostInput;
    type Output = HostOutput;
    type Error = HostError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "Host",
        method: "POST",
    };
    const REPEATABLE: bool = false;
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/host");
        request.host("row.");
        request.host_label("bed", input.bed.as_deref())?;
        request.host(".");
        let members: [json::Member<'_>; 1] = [("bed", &input.bed)];
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
        attributes.string("bed", input.bed.as_deref());
    }
}

// …
