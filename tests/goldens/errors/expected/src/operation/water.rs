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

// …

/// Error of [`Water`](crate::client::Client::water).
#[derive(Debug)]
#[non_exhaustive]
pub enum WaterError {
    /// The error `Busy`.
    Busy(types::error::Busy),
    /// The error `Frozen`.
    Frozen(types::error::Frozen),
    /// An error that the operation does not declare, or a response that cannot be parsed.
    #[deprecated(
        note = "match it with a wildcard arm and use `code()`; later versions may add variants"
    )]
    Unhandled(Unhandled),
}

impl WaterError {
    /// Returns `true` if the error is [`Busy`](Self::Busy).
    #[inline]
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Busy(_))
    }

    /// Returns `true` if the error is [`Frozen`](Self::Frozen).
    #[inline]
    pub fn is_frozen(&self) -> bool {
        matches!(self, Self::Frozen(_))
    }
}

restjson1_runtime::error_enum! {
    error: WaterError,
    operation: "Water",
    variants: [Busy("Busy"), Frozen("Frozen")],
    retryable: [Busy(ThrottlingError), Frozen(ServerError)],
}
