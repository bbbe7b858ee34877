// …

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
    /// The error `Closed`.
    Closed(types::error::Closed),
    /// The error `Full`.
    Full(types::error::Full),
    /// An error that the operation does not declare, or a response that cannot be parsed.
    #[deprecated(
        note = "match it with a wildcard arm and use `code()`; later versions may add variants"
    )]
    Unhandled(Unhandled),
}

// …
