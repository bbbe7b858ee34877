//! The functions of an [`Operation`] over erased values.
//!
//! These are functions and not closures: a closure in a table of function pointers is compiled
//! twice, once for the pointer.

use aws_runtime::service_clock_skew::ServiceClockSkewClassifier;
use aws_smithy_runtime_api::box_error::BoxError;
#[cfg(feature = "endpoint-rules")]
use aws_smithy_runtime_api::client::endpoint::EndpointResolverParams;
use aws_smithy_runtime_api::client::interceptors::context::{
    Error, Input, InterceptorContext, Output,
};
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry as _, RetryAction};
#[cfg(feature = "streaming")]
use aws_smithy_types::byte_stream::ByteStream;
#[cfg(feature = "endpoint-rules")]
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::metadata::ProvideErrorMetadata as _;
use aws_smithy_types::retry::ProvideErrorKind as _;

use super::{Attributes, Empty as _, ErrorProperties, Operation};
use crate::error::{OperationError as _, Unhandled};
use crate::http::{ErrorResponse, RequestWriter, Response};

/// Returns the error for a value of another operation. All operations share this code.
#[cold]
fn wrong_type(name: &str) -> BoxError {
    format!("the {name} has the wrong type for this operation").into()
}

/// Returns `output` unless reading it failed. All operations share this code.
fn if_read(output: Output, result: Result<(), BoxError>) -> Result<Output, BoxError> {
    result.map(|()| output)
}

pub(super) fn write_request<O: Operation>(
    input: &Input,
    request: &mut RequestWriter,
) -> Result<(), BoxError> {
    match input.downcast_ref::<O::Input>() {
        Some(input) => O::write_request(input, request),
        None => Err(wrong_type("input")),
    }
}

pub(super) fn read_output<O: Operation>(response: &Response<'_>) -> Result<Output, BoxError> {
    // The output is erased first, so that only the cleanup of an erased one is needed.
    let mut output = Output::erase(O::Output::empty());
    let result = match output.downcast_mut() {
        Some(output) => O::read_output(response, output),
        None => Err(wrong_type("output")),
    };
    if_read(output, result)
}

pub(super) fn read_error<O: Operation>(code: &str, response: &ErrorResponse<'_>) -> Option<Error> {
    O::Error::from_code(code, response).map(Error::erase)
}

pub(super) fn unhandled<O: Operation>(content: Unhandled) -> Error {
    Error::erase(O::Error::from_unhandled(content))
}

pub(super) fn error_properties<O: Operation>(error: &Error) -> Option<ErrorProperties<'_>> {
    let error = error.downcast_ref::<O::Error>()?;
    Some(ErrorProperties {
        metadata: error.meta(),
        retryable: error.retryable_error_kind(),
    })
}

pub(super) fn classify_clock_skew<O: Operation>(context: &InterceptorContext) -> RetryAction {
    ServiceClockSkewClassifier::<O::Error>::new().classify_retry(context)
}

pub(super) fn capture<O: Operation>(input: &Input, attributes: &mut Attributes<'_>) {
    if let Some(input) = input.downcast_ref::<O::Input>() {
        O::capture(input, attributes);
    }
}

#[cfg(feature = "endpoint-rules")]
pub(super) fn endpoint_params<O: Operation>(
    input: &Input,
    config: &ConfigBag,
) -> Result<EndpointResolverParams, BoxError> {
    match input.downcast_ref::<O::Input>() {
        Some(input) => O::endpoint_params(input, config),
        None => Err(wrong_type("input")),
    }
}

#[cfg(feature = "idempotency-tokens")]
pub(super) fn idempotency_token<O: Operation>(input: &mut Input) -> Option<&mut Option<String>> {
    O::idempotency_token(input.downcast_mut::<O::Input>()?)
}

#[cfg(feature = "streaming")]
pub(super) fn stream<O: Operation>(input: Input) -> Result<ByteStream, BoxError> {
    match input.downcast::<O::Input>() {
        Ok(input) => Ok(O::stream(input)),
        Err(_) => Err(wrong_type("input")),
    }
}
