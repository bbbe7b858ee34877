// …

/// The operation `Weed`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Weed;

restjson1_runtime::operation_type! { operation: Weed }

#[doc(hidden)]
impl operation::Operation for Weed {
    type Input = WeedInput;
    type Output = WeedOutput;
    type Error = WeedError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "Weed",
        method: "GET",
    };
    const REPEATABLE: bool = false;

    #[inline]
    fn write_request(
        _: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/weed");
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
