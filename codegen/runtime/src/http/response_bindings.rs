//! Response bindings that few services use.

use std::collections::HashMap;
use std::hash::Hash;
use std::str::FromStr;

use aws_smithy_http::header::{headers_for_prefix, one_or_none};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, DateTime, base64};

use super::Response;
use super::header_list::{Elements, elements};
use crate::json::{Slot, read_value};

impl Response<'_> {
    /// Returns the values of the header `name`, which is bound to `member`.
    ///
    /// # Errors
    /// If a value is not a `T`, or is not UTF-8 and the configuration does not skip such headers.
    pub fn list_header<T>(&self, name: &str, member: &str) -> Result<Option<Vec<T>>, BoxError>
    where
        T: FromStr,
        T::Err: std::error::Error + Send + Sync + 'static,
    {
        self.list(name, member, Elements::Plain, |element| {
            element.parse().map_err(BoxError::from)
        })
    }

    /// Returns the timestamp in the header `name`, which is bound to `member`, in `format`.
    ///
    /// # Errors
    /// If the value is not a single timestamp, or as for [`header`](Self::header).
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

    /// Returns the timestamps in the header `name`, which is bound to `member`, in `format`.
    ///
    /// # Errors
    /// If a value is not a timestamp, or is not UTF-8 and the configuration does not skip such
    /// headers.
    pub fn timestamps_header(
        &self,
        name: &str,
        member: &str,
        format: Format,
    ) -> Result<Option<Vec<DateTime>>, BoxError> {
        let syntax = match format {
            Format::HttpDate => Elements::HttpDates,
            _ => Elements::Plain,
        };
        self.list(name, member, syntax, |element| {
            DateTime::from_str(element, format).map_err(BoxError::from)
        })
    }

    /// Returns the values of the header `name`, parsed by `parse`, or `None` if there are none.
    fn list<T>(
        &self,
        name: &str,
        member: &str,
        syntax: Elements,
        parse: impl Fn(&str) -> Result<T, BoxError>,
    ) -> Result<Option<Vec<T>>, BoxError> {
        let elements = elements(self.headers.get_all_bytes(name), syntax).map_err(BoxError::from);
        let values = elements.and_then(|elements| {
            let values = elements.iter().map(|element| parse(element));
            values.collect::<Result<Vec<_>, _>>()
        });
        let values = values.map(|values| (!values.is_empty()).then_some(values));
        self.checked_header(name, member, values)
    }

    /// Decodes the base64 in the header `name`, which is bound to `member`.
    ///
    /// # Errors
    /// If the value is not base64 of UTF-8, or as for [`header`](Self::header).
    pub fn encoded_header(&self, name: &str, member: &str) -> Result<Option<String>, BoxError> {
        let Some(encoded) = self.header(name, member)? else {
            return Ok(None);
        };
        let decoded = base64::decode(encoded).map_err(BoxError::from);
        let string = decoded.and_then(|bytes| String::from_utf8(bytes).map_err(BoxError::from));
        // The source error could contain the value, which may be sensitive.
        let error = |_| format!("Failed to parse {member} from header `{name}`").into();
        string.map(Some).map_err(error)
    }

    /// Returns the headers whose names start with `prefix`, keyed by the rest of their names. Keys
    /// and values are strings or enums.
    ///
    /// Errors name `member`, to which the headers are bound.
    ///
    /// # Errors
    /// See [`header`](Self::header).
    pub fn prefix_headers<K, V>(
        &self,
        prefix: &str,
        member: &str,
    ) -> Result<Option<HashMap<K, V>>, BoxError>
    where
        K: for<'a> From<&'a str> + Eq + Hash,
        V: for<'a> From<&'a str>,
    {
        let names = self.headers.iter().map(|(name, _)| name);
        let mut values = HashMap::new();
        for (key, name) in headers_for_prefix(names, prefix) {
            let value = one_or_none::<String>(self.headers.get_all(name));
            if let Some(value) = self.checked_header(name, member, value)? {
                values.insert(K::from(key), V::from(&value));
            }
        }
        Ok(Some(values))
    }

    /// Reads the body, any JSON value, into `slot`. An empty body changes nothing.
    ///
    /// # Errors
    /// If the body is not JSON, or the value does not fit.
    pub fn json_payload(&self, slot: Slot<'_>) -> Result<(), BoxError> {
        if self.body.is_empty() {
            return Ok(());
        }
        Ok(read_value(self.body, slot)?)
    }

    /// Returns the body as a string, or `None` if it is empty.
    ///
    /// # Errors
    /// If the body is not UTF-8.
    pub fn string_payload(&self) -> Result<Option<&str>, BoxError> {
        let string = std::str::from_utf8(self.body)?;
        Ok((!string.is_empty()).then_some(string))
    }

    /// Returns the body as bytes, or `None` if it is empty.
    pub fn blob_payload(&self) -> Option<Blob> {
        (!self.body.is_empty()).then(|| Blob::new(self.body))
    }
}

#[cfg(test)]
mod tests;
