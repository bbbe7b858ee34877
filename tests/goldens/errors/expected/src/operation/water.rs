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
    ) -> Result<Self::Output, error::BoxError> {
        let mut output = WaterOutput::empty();
        output._request_id = response.request_id();
        Ok(output)
    }

    #[inline]
    fn empty_output() -> Self::Output {
        WaterOutput::empty()
    }

    #[inline]
    fn read_error(
        code: &str,
        response: &http::ErrorResponse<'_>,
    ) -> Option<Self::Error> {
        let error = match code {
            "Busy" => WaterError::Busy(types::error::Busy::read(response)),
            "Frozen" => WaterError::Frozen(types::error::Frozen::read(response)),
            _ => return None,
        };
        Some(error)
    }
}

// …

/// Error of `Water`.
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
    #[inline]
    fn inner(&self) -> error::Inner<'_> {
        match self {
            Self::Busy(inner) => error::Inner::Modeled(inner),
            Self::Frozen(inner) => error::Inner::Modeled(inner),
            Self::Unhandled(inner) => inner.inner(),
        }
    }

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
    retryable: [Busy(ThrottlingError), Frozen(ServerError)],
}
