// …

/// The operation `Keep`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Keep;

restjson1_runtime::operation_type! { operation: Keep }

#[doc(hidden)]
impl operation::Operation for Keep {
    type Input = KeepInput;
    type Output = KeepOutput;
    type Error = KeepError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "Keep",
        method: "PUT",
    };
    const REPEATABLE: bool = false;

    #[inline]
    fn write_request(
        _: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/keep");
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
}

// …
