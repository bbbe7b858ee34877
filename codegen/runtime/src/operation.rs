//! The interface between operations and the runtime, with types and with types erased.

mod erased;

use std::fmt;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::EndpointResolverParams;
use aws_smithy_runtime_api::client::interceptors::context::{
    Error, Input, InterceptorContext, Output,
};
use aws_smithy_runtime_api::client::retries::classifiers::RetryAction;
#[cfg(feature = "streaming")]
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::ErrorMetadata;
use aws_smithy_types::retry::ErrorKind;
use aws_smithy_types::telemetry::{CapturedTelemetryAttributes, RequestedTelemetryAttributes};

use crate::error::{OperationError, Unhandled};
use crate::http::{ErrorResponse, RequestWriter, Response};
use crate::service::Service;

/// An output that may have no members.
pub trait Empty {
    /// Returns an output without members: before it is read, and in place of one that is moved.
    fn empty() -> Self;
}

/// An operation of a generated client: its shapes, serializer and deserializer.
///
/// Only generated types implement this trait.
pub trait Operation: 'static {
    /// The operation's input.
    type Input: fmt::Debug + Send + Sync + 'static;
    /// The operation's output.
    type Output: Empty + fmt::Debug + Send + Sync + 'static;
    /// The operation's modeled errors.
    type Error: OperationError;

    /// The operation's names and fixed properties.
    const NAMES: Names;
    /// `true` if the output may contain sensitive values. Response bodies are then not logged.
    const SENSITIVE_OUTPUT: bool = false;
    /// `true` if sending the request twice has the effect of sending it once.
    const REPEATABLE: bool = true;
    /// `true` if telemetry may record members of the input.
    const CAPTURES: bool = false;
    /// The HTTP features that the operation requires.
    const HTTP_OPTIONS: HttpOptions = HttpOptions::NONE;

    /// Writes the request.
    ///
    /// # Errors
    /// If a member bound to the URI is unset, or a value cannot be serialized.
    fn write_request(input: &Self::Input, request: &mut RequestWriter) -> Result<(), BoxError>;

    /// Reads a successful response into `output`, which is empty.
    ///
    /// # Errors
    /// If the response does not match the shape of the output.
    fn read_output(response: &Response<'_>, output: &mut Self::Output) -> Result<(), BoxError>;

    /// Returns the endpoint parameters of a call, from configuration, operation and input.
    ///
    /// # Errors
    /// If a required parameter is unset, or a value is invalid.
    #[cfg(feature = "endpoint-rules")]
    fn endpoint_params(
        input: &Self::Input,
        config: &ConfigBag,
    ) -> Result<EndpointResolverParams, BoxError> {
        let _ = input;
        (Self::NAMES.service.endpoint_params)(config)
    }

    /// Returns the idempotency token of the input, or `None` if the input has no such member.
    #[cfg(feature = "idempotency-tokens")]
    fn idempotency_token(input: &mut Self::Input) -> Option<&mut Option<String>> {
        let _ = input;
        None
    }

    /// Returns the streaming body of the input.
    #[cfg(feature = "streaming")]
    fn stream(input: Self::Input) -> ByteStream {
        drop(input);
        ByteStream::default()
    }

    /// Adds the members that telemetry may record to `attributes`.
    fn capture(input: &Self::Input, attributes: &mut Attributes<'_>) {
        let _ = (input, attributes);
    }
}

/// The HTTP features that only some operations require.
#[derive(Clone, Copy, Debug)]
pub struct HttpOptions {
    /// `true` if the request has the MD5 checksum of its body in a header.
    pub checksum: bool,
    /// `true` if the body of the request is compressed with gzip.
    pub compression: bool,
    /// `true` if a member of the input is an idempotency token.
    pub idempotency_token: bool,
    /// `true` if the length of the streaming request body must be known.
    pub requires_length: bool,
    /// `true` if the body of the request is a stream.
    pub streams_input: bool,
    /// `true` if the body of the response is a stream.
    pub streams_output: bool,
    /// `true` if the signature of the request does not cover its body.
    pub unsigned_payload: bool,
}

impl HttpOptions {
    /// No features.
    pub const NONE: Self = Self {
        checksum: false,
        compression: false,
        idempotency_token: false,
        requires_length: false,
        streams_input: false,
        streams_output: false,
        unsigned_payload: false,
    };
}

/// An operation's names and fixed properties.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// The service.
    pub service: &'static Service,
    /// The operation's name in the model.
    pub operation: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The name of the tracing span, such as `ivs.ListChannels`.
    pub span: &'static str,
    /// The module of the operation, which is the target of its log lines.
    pub module: &'static str,
    /// The name, in errors, of the interceptor that sets the endpoint parameters.
    pub endpoint_interceptor: &'static str,
    /// The name, in errors, of the interceptor that records telemetry attributes.
    pub telemetry_interceptor: &'static str,
}

/// The telemetry attributes of one input, limited to the requested members.
#[derive(Debug)]
pub struct Attributes<'a> {
    requested: &'a RequestedTelemetryAttributes,
    captured: CapturedTelemetryAttributes,
}

impl<'a> Attributes<'a> {
    pub(crate) fn new(requested: &'a RequestedTelemetryAttributes) -> Self {
        Self {
            requested,
            captured: CapturedTelemetryAttributes::default(),
        }
    }

    /// Records the member with the wire name `name` if it is requested and set.
    pub fn string(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value.filter(|_| self.requested.should_capture(name)) {
            self.captured.insert(name, value);
        }
    }

    pub(crate) fn finish(self) -> CapturedTelemetryAttributes {
        self.captured
    }
}

/// An [`Operation`] with its types erased, for the non-generic parts of the runtime.
#[derive(Clone, Copy, Debug)]
pub struct Descriptor {
    pub(crate) names: Names,
    pub(crate) sensitive_output: bool,
    pub(crate) repeatable: bool,
    pub(crate) captures: bool,
    pub(crate) write_request: fn(&Input, &mut RequestWriter) -> Result<(), BoxError>,
    pub(crate) read_output: fn(&Response<'_>) -> Result<Output, BoxError>,
    pub(crate) read_error: fn(&str, &ErrorResponse<'_>) -> Option<Error>,
    pub(crate) unhandled: fn(Unhandled) -> Error,
    pub(crate) error_properties: fn(&Error) -> Option<ErrorProperties<'_>>,
    pub(crate) classify_clock_skew: fn(&InterceptorContext) -> RetryAction,
    pub(crate) capture: fn(&Input, &mut Attributes<'_>),
    #[cfg(feature = "endpoint-rules")]
    endpoint_params_of_input: fn(&Input, &ConfigBag) -> Result<EndpointResolverParams, BoxError>,
    pub(crate) http_options: HttpOptions,
    #[cfg(feature = "idempotency-tokens")]
    pub(crate) idempotency_token: fn(&mut Input) -> Option<&mut Option<String>>,
    #[cfg(feature = "streaming")]
    pub(crate) stream: fn(Input) -> Result<ByteStream, BoxError>,
}

/// The properties of an operation's error that decide if the call is retried.
#[derive(Debug)]
pub(crate) struct ErrorProperties<'a> {
    pub(crate) metadata: &'a ErrorMetadata,
    /// The kind of the error, if the model declares it retryable.
    pub(crate) retryable: Option<ErrorKind>,
}

impl Descriptor {
    /// Returns the descriptor of `O`.
    pub const fn of<O: Operation>() -> Self {
        Self {
            names: O::NAMES,
            sensitive_output: O::SENSITIVE_OUTPUT,
            repeatable: O::REPEATABLE,
            captures: O::CAPTURES,
            write_request: erased::write_request::<O>,
            read_output: erased::read_output::<O>,
            read_error: erased::read_error::<O>,
            unhandled: erased::unhandled::<O>,
            error_properties: erased::error_properties::<O>,
            classify_clock_skew: erased::classify_clock_skew::<O>,
            capture: erased::capture::<O>,
            #[cfg(feature = "endpoint-rules")]
            endpoint_params_of_input: erased::endpoint_params::<O>,
            http_options: O::HTTP_OPTIONS,
            #[cfg(feature = "idempotency-tokens")]
            idempotency_token: erased::idempotency_token::<O>,
            #[cfg(feature = "streaming")]
            stream: erased::stream::<O>,
        }
    }

    /// Returns the endpoint parameters of a call.
    #[cfg(feature = "endpoint-rules")]
    pub(crate) fn endpoint_params(
        &self,
        input: &Input,
        config: &ConfigBag,
    ) -> Result<EndpointResolverParams, BoxError> {
        (self.endpoint_params_of_input)(input, config)
    }

    /// Returns the endpoint parameters of a call, which depend on its configuration only.
    #[cfg(not(feature = "endpoint-rules"))]
    pub(crate) fn endpoint_params(
        &self,
        _: &Input,
        config: &ConfigBag,
    ) -> Result<EndpointResolverParams, BoxError> {
        (self.names.service.endpoint_params)(config)
    }
}

#[cfg(test)]
mod tests {
    use aws_smithy_runtime_api::client::interceptors::context::Input;
    use aws_smithy_types::telemetry::RequestedTelemetryAttributes;

    use super::{Attributes, Descriptor};
    use crate::http::RequestWriter;
    use crate::testing::Greet;

    #[test]
    fn an_input_of_the_wrong_type_is_an_error_and_has_no_attributes() {
        let descriptor = Descriptor::of::<Greet>();
        let input = Input::erase("a wrong input");
        let result = (descriptor.write_request)(&input, &mut RequestWriter::default());
        let error = result.expect_err("a wrong input").to_string();
        assert_eq!(error, "the input has the wrong type for this operation");

        let requested = RequestedTelemetryAttributes::new(["name"]);
        let mut attributes = Attributes::new(&requested);
        (descriptor.capture)(&input, &mut attributes);
        assert_eq!(attributes.finish().iter().count(), 0);
    }

    #[test]
    fn only_requested_and_set_members_are_recorded() {
        let requested = RequestedTelemetryAttributes::new(["a", "b"]);
        let mut attributes = Attributes::new(&requested);
        attributes.string("a", Some("1"));
        attributes.string("b", None);
        attributes.string("c", Some("3"));
        let captured = attributes.finish();
        assert_eq!(captured.iter().collect::<Vec<_>>(), [("a", "1")]);
    }
}
