// …

/// The operation `Dig`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Dig;

restjson1_runtime::operation_type! { operation: Dig }

#[doc(hidden)]
impl operation::Operation for Dig {
    type Input = DigInput;
    type Output = DigOutput;
    type Error = DigError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "Dig",
        method: "PATCH",
    };
    const REPEATABLE: bool = false;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/dig");
        let members: [json::Member<'_>; 2] = [
            ("inner", &input.inner),
            ("weight", &input.weight),
        ];
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
}

/// The input of `Dig`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DigInput {
    /// The `weight` member.
    pub weight: Option<f64>,
    /// The `inner` member.
    pub inner: Option<Box<types::Basket>>,
}

// …

/// The output of `Dig`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DigOutput {
    /// The `weight` member.
    pub weight: Option<f64>,
    /// The `inner` member.
    pub inner: Option<Box<types::Basket>>,
    _request_id: Option<String>,
}

// …

restjson1_runtime::readable_members! { members: DigOutput { weight: "weight", inner: "inner" } }

// …
