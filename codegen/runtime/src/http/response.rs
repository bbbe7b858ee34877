//! Reading the HTTP response of an operation.

use std::str::FromStr;

use aws_smithy_http::header::one_or_none_bytes;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::http::{Headers, NonUtf8HeaderHandling};
use aws_smithy_types::config_bag::ConfigBag;
use aws_types::request_id::RequestId;

use crate::json::{Members, read_object};

/// A response: status, headers and the complete body.
#[derive(Clone, Copy, Debug)]
pub struct Response<'a> {
    pub(crate) status: u16,
    pub(crate) headers: &'a Headers,
    pub(crate) body: &'a [u8],
    pub(crate) config: &'a ConfigBag,
    /// The streaming body, until it is taken.
    #[cfg(feature = "streaming")]
    pub(crate) stream: Option<&'a std::cell::RefCell<aws_smithy_types::body::SdkBody>>,
}

impl Response<'_> {
    /// Reads the body, a JSON object, into `members`.
    ///
    /// # Errors
    /// See [`read_object`].
    pub fn json(&self, members: &mut dyn Members) -> Result<(), BoxError> {
        Ok(read_object(self.body, members)?)
    }

    /// Returns the request ID that the service assigned.
    pub fn request_id(&self) -> Option<String> {
        self.headers.request_id().map(str::to_owned)
    }

    /// Returns the HTTP status code.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Returns the value of the header `name`, which is bound to `member`.
    ///
    /// # Errors
    /// If the header is repeated, or is not UTF-8 and the configuration does not skip such
    /// headers.
    pub fn header(&self, name: &str, member: &str) -> Result<Option<String>, BoxError> {
        let value = one_or_none_bytes(self.headers.get_all_bytes(name));
        self.checked_header(name, member, value)
    }

    /// Returns the parsed value of the header `name`, which is bound to `member`.
    ///
    /// # Errors
    /// If the value is not a `T`, or as for [`header`](Self::header).
    pub fn parsed_header<T>(&self, name: &str, member: &str) -> Result<Option<T>, BoxError>
    where
        T: FromStr,
        T::Err: std::error::Error + Send + Sync + 'static,
    {
        let value = one_or_none_bytes(self.headers.get_all_bytes(name));
        self.checked_header(name, member, value)
    }

    /// Converts a parse error to one that names the header, or to `None` if the configuration skips
    /// headers that are not UTF-8.
    pub(super) fn checked_header<T, E>(
        &self,
        name: &str,
        member: &str,
        value: Result<Option<T>, E>,
    ) -> Result<Option<T>, BoxError> {
        value.or_else(|_| {
            let is_not_utf8 = self
                .headers
                .get_all_bytes(name)
                .any(|value| std::str::from_utf8(value).is_err());
            let skip =
                self.config.load::<NonUtf8HeaderHandling>() == Some(&NonUtf8HeaderHandling::Skip);
            if is_not_utf8 && skip {
                return Ok(None);
            }
            Err(format!("Failed to parse {member} from header `{name}`").into())
        })
    }
}

#[cfg(test)]
mod tests;
