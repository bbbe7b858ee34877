// …

/// The operation `Prune`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Prune;

restjson1_runtime::operation_type! { operation: Prune }

#[doc(hidden)]
impl operation::Operation for Prune {
    type Input = PruneInput;
    type Output = PruneOutput;
    type Error = PruneError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "Prune",
        method: "PUT",
    };
    const REPEATABLE: bool = false;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/prune");
        let members: [json::Member<'_>; 1] = [("height", &input.height)];
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
}

/// The input of `Prune`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PruneInput {
    /// The `height` member.
    pub height: Option<i32>,
}

impl PruneInput {
    /// The `height` member.
    #[inline]
    pub fn height(&self) -> Option<i32> {
        self.height
    }

    /// Returns a builder for `PruneInput`.
    #[inline]
    pub fn builder() -> builders::PruneInputBuilder {
        builders::PruneInputBuilder::default()
    }
}

/// The output of `Prune`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PruneOutput {
    _request_id: Option<String>,
}

// …
