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
    ) -> Result<Self::Output, error::BoxError> {
        let mut output = KeepOutput::empty();
        output._request_id = response.request_id();
        Ok(output)
    }

    #[inline]
    fn empty_output() -> Self::Output {
        KeepOutput::empty()
    }

    #[inline]
    fn read_error(_: &str, _: &http::ErrorResponse<'_>) -> Option<Self::Error> {
        None
    }
}

// …
