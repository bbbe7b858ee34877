//! The response of one call, read part by part.

use std::str::FromStr;

use aws_smithy_http::header::{ParseError, one_or_none_bytes};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::http::{Headers, NonUtf8HeaderHandling};
use aws_smithy_types::config_bag::ConfigBag;
use aws_types::request_id::RequestId;

use crate::json::{Members, read_object};

/// What a structure is read from: status, headers and the whole body.
#[derive(Clone, Copy, Debug)]
pub struct Response<'a> {
    pub(crate) status: u16,
    pub(crate) headers: &'a Headers,
    pub(crate) body: &'a [u8],
    pub(crate) config: &'a ConfigBag,
    /// The body that is not held in memory, until it is taken.
    #[cfg(feature = "streaming")]
    pub(crate) stream: Option<&'a std::cell::RefCell<aws_smithy_types::body::SdkBody>>,
}

impl Response<'_> {
    /// Reads the body, a JSON object, into `members`.
    ///
    /// # Errors
    /// As [`read_object`].
    pub fn json(&self, members: &mut dyn Members) -> Result<(), BoxError> {
        Ok(read_object(self.body, members)?)
    }

    /// The id that the service gave the request.
    pub fn request_id(&self) -> Option<String> {
        self.headers.request_id().map(str::to_owned)
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The header `name`, bound to `member`.
    ///
    /// # Errors
    /// When it comes more than once, or is not UTF-8 and the configuration does not say to skip
    /// such headers.
    pub fn header(&self, name: &str, member: &str) -> Result<Option<String>, BoxError> {
        let value = one_or_none_bytes(self.headers.get_all_bytes(name));
        self.readable(name, member, value)
    }

    /// As [`header`](Self::header), parsed.
    ///
    /// # Errors
    /// As [`header`](Self::header), and when the text is not a `T`.
    pub fn parsed_header<T>(&self, name: &str, member: &str) -> Result<Option<T>, BoxError>
    where
        T: FromStr,
        T::Err: std::error::Error + Send + Sync + 'static,
    {
        let value = one_or_none_bytes(self.headers.get_all_bytes(name));
        self.readable(name, member, value)
    }

    pub(super) fn readable<T>(
        &self,
        name: &str,
        member: &str,
        value: Result<Option<T>, ParseError>,
    ) -> Result<Option<T>, BoxError> {
        value.or_else(|_| {
            let unreadable = self
                .headers
                .get_all_bytes(name)
                .any(|value| std::str::from_utf8(value).is_err());
            let skip =
                self.config.load::<NonUtf8HeaderHandling>() == Some(&NonUtf8HeaderHandling::Skip);
            if unreadable && skip {
                return Ok(None);
            }
            Err(format!("Failed to parse {member} from header `{name}`").into())
        })
    }
}

#[cfg(test)]
mod tests;
