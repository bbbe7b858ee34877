// …

/// The operation `Look`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Look;

restjson1_runtime::operation_type! { operation: Look }

#[doc(hidden)]
impl operation::Operation for Look {
    type Input = LookInput;
    type Output = LookOutput;
    type Error = LookError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "Look",
        method: "GET",
    };
    const REPEATABLE: bool = false;

    #[inline]
    fn write_request(
        _: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/look");
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
