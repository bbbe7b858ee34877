//! The response of a call that the service refused.

use std::borrow::Cow;
use std::cell::RefCell;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::error::ErrorMetadata;
use aws_types::request_id::apply_request_id;

use super::Response;
use crate::json::{Members, Slot, Target, opens_object, read_object};

/// A refusal: the response, and what every error has in common.
#[derive(Debug)]
pub struct ErrorResponse<'a> {
    response: Response<'a>,
    code: Option<Cow<'a, str>>,
    /// The error that is read takes it along.
    metadata: RefCell<ErrorMetadata>,
}

impl<'a> ErrorResponse<'a> {
    /// Reads code, message and request id.
    ///
    /// The header `x-amzn-errortype` wins over the body's `code`, and that over its `__type`. A body
    /// that is no JSON object, none at all for one, says nothing.
    ///
    /// # Errors
    /// When the body is not JSON.
    pub(crate) fn new(response: Response<'a>) -> Result<Self, BoxError> {
        let header = response.headers.get("x-amzn-errortype");
        let mut body = ErrorBody {
            has_code: header.is_some(),
            ..ErrorBody::default()
        };
        if opens_object(response.body)? {
            read_object(response.body, &mut body)?;
        }
        let code = match header {
            Some(header) => Some(Cow::Borrowed(header)),
            None => body.code.0.or(body.kind.0).map(Cow::Owned),
        };
        let mut metadata = ErrorMetadata::builder();
        if let Some(code) = &code {
            metadata = metadata.code(bare_code(code));
        }
        if let Some(message) = body.message.0 {
            metadata = metadata.message(message);
        }
        let metadata = apply_request_id(metadata, response.headers).build();
        Ok(Self {
            response,
            code,
            metadata: RefCell::new(metadata),
        })
    }

    /// The error's code.
    pub(crate) fn code(&self) -> Option<&str> {
        self.code.as_deref().map(bare_code)
    }

    /// Code, message and request id, to be had once.
    pub fn take_metadata(&self) -> ErrorMetadata {
        self.metadata.take()
    }

    /// The code's message, where the body has one, before the metadata is taken.
    pub fn message(&self) -> Option<String> {
        self.metadata.borrow().message().map(str::to_owned)
    }

    /// Reads the body, a JSON object, into `members`.
    ///
    /// # Errors
    /// As [`read_object`].
    pub fn json(&self, members: &mut dyn Members) -> Result<(), BoxError> {
        self.response.json(members)
    }

    /// As [`Response::header`].
    ///
    /// # Errors
    /// As [`Response::header`].
    pub fn header(&self, name: &str, member: &str) -> Result<Option<String>, BoxError> {
        self.response.header(name, member)
    }

    /// The response as a whole.
    pub fn response(&self) -> &Response<'a> {
        &self.response
    }
}

/// The code without namespace (`aws.ivs#`) and URL (`:http://…`).
fn bare_code(code: &str) -> &str {
    let code = code.split_once(':').map_or(code, |(code, _)| code);
    code.split_once('#').map_or(code, |(_, code)| code)
}

/// What an error's body may say of itself.
#[derive(Default)]
struct ErrorBody {
    /// Whether the code is known already.
    has_code: bool,
    code: Lenient,
    kind: Lenient,
    message: Lenient,
}

impl Members for ErrorBody {
    fn member(&mut self, name: &str) -> Option<Slot<'_>> {
        let text = match name {
            "code" if !self.has_code => &mut self.code,
            "__type" if !self.has_code => &mut self.kind,
            "message" | "Message" | "errorMessage" => &mut self.message,
            _ => return None,
        };
        Some(Slot::new(Target::IfText(text)))
    }
}

/// The last string seen; values of other kinds do not count.
#[derive(Default)]
struct Lenient(Option<String>);

impl From<&str> for Lenient {
    fn from(text: &str) -> Self {
        Self(Some(text.to_owned()))
    }
}

#[cfg(test)]
mod tests;
