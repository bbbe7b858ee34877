// …

/// The operation `Water`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Water;

restjson1_runtime::operation_type! { operation: Water }

#[doc(hidden)]
impl operation::Operation for Water {
    type Input = WaterInput;
    type Output = WaterOutput;
    type Error = WaterError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "Water",
        method: "POST",
    };
    const REPEATABLE: bool = false;

    #[inline]
    fn write_request(
        _: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/water");
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

/// The input of `Water`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WaterInput {}

impl WaterInput {
    /// Returns a builder for `WaterInput`.
    #[inline]
    pub fn builder() -> builders::WaterInputBuilder {
        builders::WaterInputBuilder::default()
    }
}

/// The output of `Water`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WaterOutput {
    _request_id: Option<String>,
}

impl WaterOutput {
    /// Returns a builder for `WaterOutput`.
    #[inline]
    pub fn builder() -> builders::WaterOutputBuilder {
        builders::WaterOutputBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self { _request_id: None }
    }
}

restjson1_runtime::output_structure! { output: WaterOutput }

// …
