//! The errors of the service, with message texts of the shape that the service sends.

use std::fmt::Display;

use serde_json::Map;

use crate::behaviour::ServiceError;

pub(crate) type Outcome<T> = Result<T, ServiceError>;

fn error(code: &str, message: impl Into<String>) -> ServiceError {
    ServiceError {
        code: code.to_owned(),
        message: message.into(),
        members: Map::new(),
    }
}

/// Returns the error for members that do not fit together, or not the state.
pub(crate) fn validation(message: impl Into<String>) -> ServiceError {
    error("ValidationException", message)
}

/// Returns the error for one member, with the text that violations of the model's constraints have.
/// The rule completes "Member must".
pub(crate) fn violation(path: &str, rule: impl Display) -> ServiceError {
    validation(format!(
        "1 validation error detected. Value at '{path}' failed to satisfy constraint: Member must \
         {rule}"
    ))
}

/// Returns the error for an ARN that names nothing.
pub(crate) fn not_found(arn: impl Display) -> ServiceError {
    error(
        "ResourceNotFoundException",
        format!("Resource: {arn} not found"),
    )
}

/// Returns the error for a state that forbids the operation.
pub(crate) fn conflict(message: impl Into<String>) -> ServiceError {
    error("ConflictException", message)
}

/// Returns the error for a channel without a live stream.
pub(crate) fn not_broadcasting(channel: &str) -> ServiceError {
    error(
        "ChannelNotBroadcasting",
        format!("Channel: {channel} is not currently online"),
    )
}

/// Returns the error for one resource more than the account may have.
pub(crate) fn quota_exceeded(what: &str, limit: usize) -> ServiceError {
    let message = format!("Service quota exceeded: at most {limit} {what} are allowed");
    error("ServiceQuotaExceededException", message)
}

/// Returns the error for operations that are called too often.
pub(crate) fn throttled(operation: &str, rate: u32, resource: Option<&str>) -> ServiceError {
    let mut message = format!("Operation: ivs:{operation} exceeded call rate: {rate}");
    if let Some(arn) = resource {
        message += &format!(" for resource: {arn}");
    }
    error("ThrottlingException", message)
}

/// Returns the error for a fault of the fake, which is a bug.
pub(crate) fn internal(cause: impl Display) -> ServiceError {
    error(
        "InternalServerException",
        format!("The fake failed: {cause}"),
    )
}

/// Returns the error for an operation that the service does not have.
pub(crate) fn unknown_operation(operation: &str) -> ServiceError {
    error(
        "UnknownOperationException",
        format!("Unknown operation: {operation}"),
    )
}
