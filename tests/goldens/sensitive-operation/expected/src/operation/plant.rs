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
    const SENSITIVE_OUTPUT: bool = true;
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

/// The input of `Plant`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `name` member.
    pub name: Option<String>,
}

// …

impl fmt::Debug for PlantInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PlantInput")
            .field("name", &"*** Sensitive Data Redacted ***")
            .finish()
    }
}

/// The output of `Plant`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The `name` member.
    pub name: Option<String>,
    _request_id: Option<String>,
}

// …

impl fmt::Debug for PlantOutput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PlantOutput")
            .field("name", &"*** Sensitive Data Redacted ***")
            .field("_request_id", &self._request_id)
            .finish()
    }
}

// …
