//! What an operation is to the runtime: a table of functions over erased values.

use std::error::Error as StdError;
use std::fmt;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::EndpointResolverParams;
use aws_smithy_runtime_api::client::interceptors::context::{Error, Input, Output};
use aws_smithy_runtime_api::client::result::CreateUnhandledError;
#[cfg(feature = "streaming")]
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_smithy_types::retry::ProvideErrorKind;
use aws_smithy_types::telemetry::{CapturedTelemetryAttributes, RequestedTelemetryAttributes};

use crate::http::{ErrorResponse, RequestWriter, Response};
use crate::service::Service;

/// What is said of an input of another type; out of line, for it is the same for all operations.
#[cold]
fn wrong_input_type() -> BoxError {
    "the input is of another operation".into()
}

/// An operation of a generated client: its shapes, and how they get onto the wire and off it.
///
/// Generated types implement it; nothing else should.
pub trait Operation: 'static {
    /// What a call sends.
    type Input: fmt::Debug + Send + Sync + 'static;
    /// What the service answers.
    type Output: fmt::Debug + Send + Sync + 'static;
    /// What the service answers when it refuses.
    type Error: StdError
        + CreateUnhandledError
        + ProvideErrorKind
        + ProvideErrorMetadata
        + Send
        + Sync
        + 'static;

    /// The operation's names and fixed properties.
    const NAMES: Names;
    /// Whether an answer may hold what must not be printed: its body is then kept from the log.
    const SENSITIVE_OUTPUT: bool = false;
    /// Whether telemetry may record members of the input.
    const CAPTURES: bool = false;
    /// What it asks of the runtime beside the usual.
    const HTTP_OPTIONS: HttpOptions = HttpOptions::NONE;

    /// Writes the request.
    ///
    /// # Errors
    /// When a member that the URI needs is unset, or a value has no text.
    fn write_request(input: &Self::Input, request: &mut RequestWriter) -> Result<(), BoxError>;

    /// Reads a successful answer.
    ///
    /// # Errors
    /// When the answer does not fit the output's shape.
    fn read_output(response: &Response<'_>) -> Result<Self::Output, BoxError>;

    /// Reads a refusal with `code`; `None` where the operation declares no such error.
    ///
    /// # Errors
    /// When the answer does not fit the error's shape.
    fn read_error(
        code: &str,
        response: &ErrorResponse<'_>,
    ) -> Result<Option<Self::Error>, BoxError>;

    /// The parameters of the endpoint rules for a call: those that the configuration gives, and what
    /// the operation and its input say.
    ///
    /// # Errors
    /// When a parameter is needed and unset, or has a value that it cannot have.
    #[cfg(feature = "endpoint-rules")]
    fn endpoint_params(
        input: &Self::Input,
        config: &ConfigBag,
    ) -> Result<EndpointResolverParams, BoxError> {
        let _ = input;
        (Self::NAMES.service.endpoint_params)(config)
    }

    /// The token that is made up where it is unset.
    #[cfg(feature = "idempotency-tokens")]
    fn idempotency_token(input: &mut Self::Input) -> Option<&mut Option<String>> {
        let _ = input;
        None
    }

    /// The body that is not held in memory.
    #[cfg(feature = "streaming")]
    fn stream(input: Self::Input) -> ByteStream {
        drop(input);
        ByteStream::default()
    }

    /// Hands over the members that telemetry may record.
    fn capture(input: &Self::Input, attributes: &mut Attributes<'_>) {
        let _ = (input, attributes);
    }
}

/// What some operations ask of the runtime beside the usual.
#[derive(Clone, Copy, Debug)]
pub struct HttpOptions {
    /// The request carries the MD5 sum of its body.
    pub checksum: bool,
    /// The request's body is compressed with gzip.
    pub compression: bool,
    /// A member of the input is made up where it is unset.
    pub idempotency_token: bool,
    /// The length of the streamed body must be known.
    pub requires_length: bool,
    /// The request's body is not held in memory.
    pub streams_input: bool,
    /// The response's body is not held in memory.
    pub streams_output: bool,
    /// The body is not part of the signature.
    pub unsigned_payload: bool,
}

impl HttpOptions {
    /// Nothing.
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
    /// What the span of a call is called: `ivs.ListChannels`.
    pub span: &'static str,
    /// The module that holds the operation, which its log lines are from.
    pub module: &'static str,
    /// What the interceptor that sets the endpoint's parameters is called in errors.
    pub endpoint_interceptor: &'static str,
    /// What the interceptor that records telemetry attributes is called in errors.
    pub telemetry_interceptor: &'static str,
}

/// The members of one input that were asked for as telemetry attributes.
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

    /// Records the member called `name` on the wire where it was asked for and is set.
    pub fn string(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value.filter(|_| self.requested.should_capture(name)) {
            self.captured.insert(name, value);
        }
    }

    pub(crate) fn finish(self) -> CapturedTelemetryAttributes {
        self.captured
    }
}

/// An [`Operation`] with its types erased: what the non-generic parts of the runtime work with.
#[derive(Clone, Copy, Debug)]
pub struct Descriptor {
    pub(crate) names: Names,
    pub(crate) sensitive_output: bool,
    pub(crate) captures: bool,
    pub(crate) write_request: fn(&Input, &mut RequestWriter) -> Result<(), BoxError>,
    pub(crate) read_output: fn(&Response<'_>) -> Result<Output, BoxError>,
    pub(crate) read_error: fn(&str, &ErrorResponse<'_>) -> Result<Option<Error>, BoxError>,
    pub(crate) unhandled: fn(BoxError, Option<aws_smithy_types::error::ErrorMetadata>) -> Error,
    pub(crate) capture: fn(&Input, &mut Attributes<'_>),
    #[cfg(feature = "endpoint-rules")]
    of_input: fn(&Input, &ConfigBag) -> Result<EndpointResolverParams, BoxError>,
    pub(crate) http_options: HttpOptions,
    #[cfg(feature = "idempotency-tokens")]
    pub(crate) idempotency_token: fn(&mut Input) -> Option<&mut Option<String>>,
    #[cfg(feature = "streaming")]
    pub(crate) stream: fn(Input) -> Result<ByteStream, BoxError>,
}

impl Descriptor {
    /// The descriptor of `O`.
    pub const fn of<O: Operation>() -> Self {
        Self {
            names: O::NAMES,
            sensitive_output: O::SENSITIVE_OUTPUT,
            captures: O::CAPTURES,
            write_request: |input, request| match input.downcast_ref::<O::Input>() {
                Some(input) => O::write_request(input, request),
                None => Err(wrong_input_type()),
            },
            read_output: |response| Ok(Output::erase(O::read_output(response)?)),
            read_error: |code, response| {
                Ok(O::read_error(code, response)?.map(Error::erase::<O::Error>))
            },
            unhandled: |source, metadata| {
                Error::erase(O::Error::create_unhandled_error(source, metadata))
            },
            capture: |input, attributes| {
                if let Some(input) = input.downcast_ref::<O::Input>() {
                    O::capture(input, attributes);
                }
            },
            #[cfg(feature = "endpoint-rules")]
            of_input: |input, config| match input.downcast_ref::<O::Input>() {
                Some(input) => O::endpoint_params(input, config),
                None => Err(wrong_input_type()),
            },
            http_options: O::HTTP_OPTIONS,
            #[cfg(feature = "idempotency-tokens")]
            idempotency_token: |input| O::idempotency_token(input.downcast_mut::<O::Input>()?),
            #[cfg(feature = "streaming")]
            stream: |input| match input.downcast::<O::Input>() {
                Ok(input) => Ok(O::stream(input)),
                Err(_) => Err(wrong_input_type()),
            },
        }
    }

    /// The parameters of the endpoint rules for a call.
    #[cfg(feature = "endpoint-rules")]
    pub(crate) fn endpoint_params(
        &self,
        input: &Input,
        config: &ConfigBag,
    ) -> Result<EndpointResolverParams, BoxError> {
        (self.of_input)(input, config)
    }

    /// The parameters of the endpoint rules for a call: the same for all of its settings.
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
    fn an_input_of_another_operation_is_an_error_and_has_no_attributes() {
        let descriptor = Descriptor::of::<Greet>();
        let input = Input::erase("another's");
        let result = (descriptor.write_request)(&input, &mut RequestWriter::default());
        let error = result.expect_err("another's input").to_string();
        assert_eq!(error, "the input is of another operation");

        let requested = RequestedTelemetryAttributes::new(["name"]);
        let mut attributes = Attributes::new(&requested);
        (descriptor.capture)(&input, &mut attributes);
        assert_eq!(attributes.finish().iter().count(), 0);
    }

    #[test]
    fn attributes_are_those_asked_for_and_set() {
        let requested = RequestedTelemetryAttributes::new(["a", "b"]);
        let mut attributes = Attributes::new(&requested);
        attributes.string("a", Some("1"));
        attributes.string("b", None);
        attributes.string("c", Some("3"));
        let captured = attributes.finish();
        assert_eq!(captured.iter().collect::<Vec<_>>(), [("a", "1")]);
    }
}
