// …

/// The operation `Plant`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Plant;

restjson1_runtime::operation_type! { operation: Plant }

#[doc(hidden)]
impl operation::Operation for Plant {
    type Input = PlantInput;
    type Output = PlantOutput;
    type Error = PlantError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "Plant",
        method: "POST",
    };
    const REPEATABLE: bool = false;
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/plant");
        let members: [json::Member<'_>; 1] = [("name", &input.name)];
        request.members(&members)
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
        output: &mut Self::Output,
    ) -> Result<(), error::BoxError> {
        output._request_id = response.request_id();
        response.json(output)
    }

    #[inline]
    fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
        attributes.string("name", input.name.as_deref());
    }
}

// …

/// Error of [`Plant`](crate::client::Client::plant).
#[derive(Debug)]
#[non_exhaustive]
pub enum PlantError {
    /// The error `Busy`.
    Busy(types::error::Busy),
    /// The error `Frozen`.
    Frozen(types::error::Frozen),
    /// The error `NoRoom`.
    NoRoom(types::error::NoRoom),
    /// The error `Thirsty`.
    Thirsty(types::error::Thirsty),
    /// An error that the operation does not declare, or a response that cannot be parsed.
    #[deprecated(
        note = "match it with a wildcard arm and use `code()`; later versions may add variants"
    )]
    Unhandled(Unhandled),
}

impl PlantError {
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

    /// Returns `true` if the error is [`NoRoom`](Self::NoRoom).
    #[inline]
    pub fn is_no_room(&self) -> bool {
        matches!(self, Self::NoRoom(_))
    }

    /// Returns `true` if the error is [`Thirsty`](Self::Thirsty).
    #[inline]
    pub fn is_thirsty(&self) -> bool {
        matches!(self, Self::Thirsty(_))
    }
}

restjson1_runtime::error_enum! {
    error: PlantError,
    operation: "Plant",
    variants: [Busy("Busy"), Frozen("Frozen"), NoRoom("NoRoom"), Thirsty("Thirsty")],
    retryable: [Busy(ThrottlingError), Frozen(ServerError), Thirsty(ClientError)],
}
