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
    ) -> Result<Self::Output, error::BoxError> {
        let mut output = HarvestOutput::empty();
        output._request_id = response.request_id();
        response.json(&mut output)?;
        Ok(output)
    }

    #[inline]
    fn empty_output() -> Self::Output {
        HarvestOutput::empty()
    }

    #[inline]
    fn read_error(_: &str, _: &http::ErrorResponse<'_>) -> Option<Self::Error> {
        None
    }
}

/// The input of `Harvest`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HarvestInput {}

// …

#[doc(hidden)]
impl json::Members for HarvestOutput {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "weight" => Some(self.weight.slot()),
            "inner" => Some(self.inner.slot()),
            _ => None,
        }
    }
}

// …
