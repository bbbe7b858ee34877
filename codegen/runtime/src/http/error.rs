//! Error responses.

use std::borrow::Cow;
use std::cell::RefCell;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::error::ErrorMetadata;
use aws_types::request_id::apply_request_id;

use super::Response;
use crate::error::Unhandled;
use crate::explain::Source;
use crate::json::{Members, Slot, Target, opens_object, read_object};

/// An error that is read from an error response.
pub trait FromErrorResponse {
    /// Reads the error. The response notes a failure to read a member.
    fn from_response(response: &ErrorResponse<'_>) -> Self;
}

/// An error response, with the metadata that all errors have.
#[derive(Debug)]
pub struct ErrorResponse<'a> {
    response: Response<'a>,
    code: Option<Cow<'a, str>>,
    /// The metadata, until [`take_metadata`](Self::take_metadata) moves it into the error.
    metadata: RefCell<ErrorMetadata>,
    /// The first failure to read a member.
    failure: RefCell<Option<BoxError>>,
}

impl<'a> ErrorResponse<'a> {
    /// Reads code, message and request ID.
    ///
    /// The header `x-amzn-errortype` takes precedence over `code` in the body, and `code` over
    /// `__type`. A body that is empty or not a JSON object is ignored.
    ///
    /// # Errors
    /// If the first token of the body is not valid JSON, or the object cannot be read.
    pub(crate) fn new(response: Response<'a>) -> Result<Self, Unhandled> {
        let header = response.headers.get("x-amzn-errortype");
        let mut body = ErrorBody {
            header_has_code: header.is_some(),
            ..ErrorBody::default()
        };
        let read = match opens_object(response.body) {
            Ok(true) => read_object(response.body, &mut body),
            Ok(false) => Ok(()),
            Err(error) => Err(error),
        };
        if let Err(source) = read {
            return Err(Unhandled {
                source: Source::new(source),
                metadata: metadata(header, None, response.headers),
            });
        }
        let code = match header {
            Some(header) => Some(Cow::Borrowed(header)),
            None => body.code.or(body.shape).map(Cow::Owned),
        };
        let metadata = metadata(code.as_deref(), body.message, response.headers);
        Ok(Self {
            response,
            code,
            metadata: RefCell::new(metadata),
            failure: RefCell::default(),
        })
    }

    /// Returns the error code, without namespace and URL.
    pub(crate) fn code(&self) -> Option<&str> {
        self.code.as_deref().map(bare_code)
    }

    /// Takes code, message and request ID. Later calls return empty metadata.
    ///
    /// Returns empty metadata also if a member could not be read: then the error is discarded, and
    /// an unhandled error gets the metadata.
    pub fn take_metadata(&self) -> ErrorMetadata {
        match *self.failure.borrow() {
            Some(_) => ErrorMetadata::default(),
            None => self.metadata.take(),
        }
    }

    /// Moves code, message and request ID into `metadata`, as [`take_metadata`](Self::take_metadata).
    ///
    /// This method and others have a reference to a field of the error as parameter, because an
    /// assignment to the field would compile the cleanup of its old value for each error.
    pub fn move_metadata(&self, metadata: &mut ErrorMetadata) {
        *metadata = self.take_metadata();
    }

    /// Sets a member to [`message`](Self::message) unless it is set.
    pub fn default_message(&self, member: &mut Option<String>) {
        if member.is_none() {
            *member = self.message();
        }
    }

    /// Returns the message, if the body has one and the metadata was not taken yet.
    pub fn message(&self) -> Option<String> {
        self.metadata.borrow().message().map(str::to_owned)
    }

    /// Reads the body, a JSON object, into `members`, and notes a failure.
    pub fn json(&self, members: &mut dyn Members) {
        self.note(self.response.json(members).map(Some));
    }

    /// Sets `field` to the value of a header, see [`Response::header`], or notes the failure.
    pub fn header(&self, field: &mut Option<String>, name: &str, member: &str) {
        *field = self.note(self.response.header(name, member));
    }

    /// Returns the value in `result`, or notes the failure to read it.
    pub fn note<T>(&self, result: Result<Option<T>, BoxError>) -> Option<T> {
        result.unwrap_or_else(|source| {
            self.failure.borrow_mut().get_or_insert(source);
            None
        })
    }

    /// Returns the failure, if a member could not be read, and the metadata unless it was taken.
    pub(crate) fn into_failure(self) -> (Option<BoxError>, ErrorMetadata) {
        (self.failure.into_inner(), self.metadata.into_inner())
    }

    /// Returns the complete response.
    pub fn response(&self) -> &Response<'a> {
        &self.response
    }
}

/// Returns metadata with a code, a message and the request ID in `headers`.
fn metadata(code: Option<&str>, message: Option<String>, headers: &Headers) -> ErrorMetadata {
    let mut metadata = ErrorMetadata::builder();
    if let Some(code) = code {
        metadata = metadata.code(bare_code(code));
    }
    if let Some(message) = message {
        metadata = metadata.message(message);
    }
    apply_request_id(metadata, headers).build()
}

/// Removes the namespace (`aws.ivs#`) and the URL (`:http://…`) from a code.
fn bare_code(code: &str) -> &str {
    let code = code.split_once(':').map_or(code, |(code, _)| code);
    code.split_once('#').map_or(code, |(_, code)| code)
}

/// The members that the body of any error may have.
#[derive(Default)]
struct ErrorBody {
    /// `true` if a header contains the code.
    header_has_code: bool,
    code: Option<String>,
    shape: Option<String>,
    message: Option<String>,
}

impl Members for ErrorBody {
    fn member(&mut self, name: &str) -> Option<Slot<'_>> {
        let string = match name {
            "code" if !self.header_has_code => &mut self.code,
            "__type" if !self.header_has_code => &mut self.shape,
            "message" | "Message" | "errorMessage" => &mut self.message,
            _ => return None,
        };
        Some(Slot::new(Target::IfString(string)))
    }
}

#[cfg(test)]
mod tests;
