// …

/// The operation `Peek`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Peek;

restjson1_runtime::operation_type! { operation: Peek }

#[doc(hidden)]
impl operation::Operation for Peek {
    type Input = PeekInput;
    type Output = PeekOutput;
    type Error = PeekError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "Peek",
        method: "GET",
    };
    const REPEATABLE: bool = false;

    #[inline]
    fn write_request(
        _: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/peek");
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
