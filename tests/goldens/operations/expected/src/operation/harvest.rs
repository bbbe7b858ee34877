// …

/// The operation `Harvest`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Harvest;

restjson1_runtime::operation_type! { operation: Harvest }

#[doc(hidden)]
impl operation::Operation for Harvest {
    type Input = HarvestInput;
    type Output = HarvestOutput;
    type Error = HarvestError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "Harvest",
        method: "GET",
    };
    const REPEATABLE: bool = false;

    #[inline]
    fn write_request(
        _: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/harvest");
        Ok(())
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
        output: &mut Self::Output,
    ) -> Result<(), error::BoxError> {
        output._request_id = response.request_id();
        response.json(output)
    }
}

/// The input of `Harvest`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HarvestInput {}

// …

restjson1_runtime::readable_members! { members: HarvestOutput { weight: "weight", inner: "inner" } }

// …
