// …

/// The operation `Rake`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Rake;

restjson1_runtime::operation_type! { operation: Rake }

#[doc(hidden)]
impl operation::Operation for Rake {
    type Input = RakeInput;
    type Output = RakeOutput;
    type Error = RakeError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "Rake",
        method: "DELETE",
    };
    const REPEATABLE: bool = false;

    #[inline]
    fn write_request(
        _: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/rake");
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

/// The input of `Rake`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RakeInput {}

impl RakeInput {
    /// Returns a builder for `RakeInput`.
    #[inline]
    pub fn builder() -> builders::RakeInputBuilder {
        builders::RakeInputBuilder::default()
    }
}

/// The output of `Rake`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RakeOutput {
    _request_id: Option<String>,
}

impl RakeOutput {
    /// Returns a builder for `RakeOutput`.
    #[inline]
    pub fn builder() -> builders::RakeOutputBuilder {
        builders::RakeOutputBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self { _request_id: None }
    }
}

restjson1_runtime::output_structure! { output: RakeOutput }

// …
