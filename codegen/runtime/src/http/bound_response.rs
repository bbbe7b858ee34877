//! The bindings of responses that are seldom used.

use std::collections::HashMap;
use std::str::FromStr;

use aws_smithy_http::header::{headers_for_prefix, many_dates, one_or_none, read_many_from_str};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, DateTime, base64};

use super::Response;
use crate::json::{Slot, read_value};

impl Response<'_> {
    /// The values of the header `name`, bound to `member`.
    ///
    /// # Errors
    /// When one is not a `T`, or as [`header`](Self::header).
    pub fn list_header<T>(&self, name: &str, member: &str) -> Result<Option<Vec<T>>, BoxError>
    where
        T: FromStr,
        T::Err: std::error::Error + Send + Sync + 'static,
    {
        let values = read_many_from_str(self.headers.get_all(name));
        let values = values.map(|values| (!values.is_empty()).then_some(values));
        self.readable(name, member, values)
    }

    /// The timestamp of the header `name`, bound to `member`, in `format`.
    ///
    /// # Errors
    /// When it is not one timestamp, or as [`header`](Self::header).
    pub fn timestamp_header(
        &self,
        name: &str,
        member: &str,
        format: Format,
    ) -> Result<Option<DateTime>, BoxError> {
        match self.timestamps_header(name, member, format)?.as_deref() {
            None => Ok(None),
            Some([only]) => Ok(Some(*only)),
            Some(_) => {
                let message = "expected one timestamp";
                Err(format!("Failed to parse {member} from header `{name}`: {message}").into())
            }
        }
    }

    /// The timestamps of the header `name`, bound to `member`, in `format`.
    ///
    /// # Errors
    /// As [`timestamp_header`](Self::timestamp_header).
    pub fn timestamps_header(
        &self,
        name: &str,
        member: &str,
        format: Format,
    ) -> Result<Option<Vec<DateTime>>, BoxError> {
        let values = many_dates(self.headers.get_all(name), format);
        let values = values.map(|values| (!values.is_empty()).then_some(values));
        self.readable(name, member, values)
    }

    /// The text that the header `name`, bound to `member`, holds in base64.
    ///
    /// # Errors
    /// When it is not base64 of a text, or as [`header`](Self::header).
    pub fn encoded_header(&self, name: &str, member: &str) -> Result<Option<String>, BoxError> {
        let Some(encoded) = self.header(name, member)? else {
            return Ok(None);
        };
        let decoded = base64::decode(encoded).map_err(BoxError::from);
        let text = decoded.and_then(|bytes| String::from_utf8(bytes).map_err(BoxError::from));
        // The value itself, which may be secret, is not repeated.
        let text = text.map_err(|_| format!("Failed to parse {member} from header `{name}`"))?;
        Ok(Some(text))
    }

    /// The headers whose names begin with `prefix`, by the rest of their names, bound to `member`.
    ///
    /// # Errors
    /// As [`header`](Self::header).
    pub fn prefix_headers(
        &self,
        prefix: &str,
        member: &str,
    ) -> Result<Option<HashMap<String, String>>, BoxError> {
        let names = self.headers.iter().map(|(name, _)| name);
        let mut values = HashMap::new();
        for (key, name) in headers_for_prefix(names, prefix) {
            let value = one_or_none(self.headers.get_all(name));
            if let Some(value) = self.readable(name, member, value)? {
                values.insert(key.to_owned(), value);
            }
        }
        Ok(Some(values))
    }

    /// Reads the body, any JSON value, into `slot`; nothing where there is no body.
    ///
    /// # Errors
    /// When it is not JSON, or does not fit.
    pub fn json_payload(&self, slot: Slot<'_>) -> Result<(), BoxError> {
        if self.body.is_empty() {
            return Ok(());
        }
        Ok(read_value(self.body, slot)?)
    }

    /// The body as text; `None` where there is no body.
    ///
    /// # Errors
    /// When it is not UTF-8.
    pub fn text_payload(&self) -> Result<Option<&str>, BoxError> {
        let text = std::str::from_utf8(self.body)?;
        Ok((!text.is_empty()).then_some(text))
    }

    /// The body's bytes; `None` where there is no body.
    pub fn blob_payload(&self) -> Option<Blob> {
        (!self.body.is_empty()).then(|| Blob::new(self.body))
    }
}

#[cfg(test)]
mod tests;
