// …

use restjson1_runtime::{error, http, json, operation};

use crate::config;

// …

/// The operation `Unhandled`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Unhandled;

restjson1_runtime::operation_type! { operation: Unhandled }

#[doc(hidden)]
impl operation::Operation for Unhandled {
    type Input = UnhandledInput;
    type Output = UnhandledOutput;
    type Error = UnhandledError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "Unhandled",
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

/// Error of [`Unhandled`](crate::client::Client::unhandled).
#[derive(Debug)]
#[non_exhaustive]
pub enum UnhandledError {
    /// An error that the operation does not declare, or a response that cannot be parsed.
    #[deprecated(
        note = "match it with a wildcard arm and use `code()`; later versions may add variants"
    )]
    Unhandled(crate::error::sealed_unhandled::Unhandled),
}

restjson1_runtime::error_enum! { error: UnhandledError, operation: "Unhandled", variants: [] }
