//! Request bindings that few services use.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use aws_smithy_http::header::quote_header_value;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::EndpointPrefix;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::{Blob, DateTime, base64};

use super::request::UNSET;
use super::{RequestWriter, ToHttpString};
use crate::json::{ValueWriter, Write};

/// A value in a map of query parameters: one string or enum, or a list of them.
pub trait QueryValue {
    /// Returns the values as strings that are not encoded yet.
    fn strings(&self) -> impl Iterator<Item = Cow<'_, str>>;
}

impl<T: ToHttpString> QueryValue for T {
    fn strings(&self) -> impl Iterator<Item = Cow<'_, str>> {
        std::iter::once(self.to_http_string())
    }
}

impl<T: ToHttpString> QueryValue for Vec<T> {
    fn strings(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.iter().map(T::to_http_string)
    }
}

impl RequestWriter {
    /// Appends a query parameter for each of `values`, in `format`.
    ///
    /// # Errors
    /// If a timestamp is out of range for its format.
    pub fn query_timestamps(
        &mut self,
        name: &str,
        values: &Option<Vec<DateTime>>,
        format: Format,
    ) -> Result<(), BuildError> {
        for value in values.iter().flatten() {
            self.query_pair(name, &value.fmt(format)?);
        }
        Ok(())
    }

    /// Appends the query parameters of a required list, which may be empty, in `format`.
    ///
    /// # Errors
    /// If the list is unset, or as for [`query_timestamps`](Self::query_timestamps).
    pub fn required_query_timestamps(
        &mut self,
        name: &str,
        member: &'static str,
        values: &Option<Vec<DateTime>>,
        format: Format,
    ) -> Result<(), BuildError> {
        if values.is_none() {
            return Err(BuildError::missing_field(member, UNSET));
        }
        self.query_timestamps(name, values, format)
    }

    /// Appends the query parameters of a map, sorted by name, except those named in `fixed`.
    pub fn query_params<K: ToHttpString, V: QueryValue>(
        &mut self,
        values: &Option<HashMap<K, V>>,
        fixed: &[&str],
    ) {
        for (name, value) in sorted(values) {
            if fixed.contains(&&*name) {
                continue;
            }
            for string in value.strings() {
                self.query_pair(&name, &string);
            }
        }
    }

    /// Adds a header with all of `values`, or nothing if they are unset.
    ///
    /// # Errors
    /// If a value is not a valid header value.
    pub fn header_list<T: ToHttpString>(
        &mut self,
        name: &'static str,
        member: &'static str,
        values: &Option<Vec<T>>,
    ) -> Result<(), BuildError> {
        let Some(values) = values else {
            return Ok(());
        };
        let quoted = |value| match quote_header_value(T::to_http_string(value)) {
            // Distinguishes an empty element from no element.
            empty if empty.is_empty() => Cow::Borrowed("\"\""),
            quoted => quoted,
        };
        let elements: Vec<_> = values.iter().map(quoted).collect();
        self.insert_header(name, member, elements.join(", "))
    }

    /// Adds a header with all of `values` in `format`, or nothing if they are unset.
    ///
    /// # Errors
    /// If a timestamp is out of range for its format.
    pub fn header_timestamps(
        &mut self,
        name: &'static str,
        member: &'static str,
        values: &Option<Vec<DateTime>>,
        format: Format,
    ) -> Result<(), BuildError> {
        let Some(values) = values else {
            return Ok(());
        };
        let elements = values.iter().map(|value| value.fmt(format));
        let elements: Vec<_> = elements.collect::<Result<_, _>>()?;
        self.insert_header(name, member, elements.join(", "))
    }

    /// Adds a header with `value` in base64, or nothing if it is unset.
    ///
    /// # Errors
    /// Never: base64 is always valid. The signature is that of the other headers.
    pub fn encoded_header(
        &mut self,
        name: &'static str,
        member: &'static str,
        value: Option<&str>,
    ) -> Result<(), BuildError> {
        match value {
            Some(value) => self.insert_header(name, member, base64::encode(value)),
            None => Ok(()),
        }
    }

    /// Adds a header for each entry, named `prefix` followed by the key.
    ///
    /// Callers must add headers with fixed names later, because these win over prefixed ones.
    ///
    /// # Errors
    /// If a key or value is not valid in a header.
    pub fn prefix_headers<K: ToHttpString, V: ToHttpString>(
        &mut self,
        prefix: &str,
        member: &'static str,
        values: &Option<HashMap<K, V>>,
    ) -> Result<(), BuildError> {
        for (key, value) in sorted(values) {
            let value = value.to_http_string().into_owned();
            self.insert_header(format!("{prefix}{key}"), member, value)?;
        }
        Ok(())
    }

    /// Appends a literal part of the host prefix.
    pub fn host(&mut self, literal: &str) {
        self.host_prefix.push_str(literal);
    }

    /// Appends a label of the host prefix.
    ///
    /// # Errors
    /// If the value is unset, empty or not a valid host label.
    pub fn host_label(
        &mut self,
        member: &'static str,
        value: Option<&str>,
    ) -> Result<(), BuildError> {
        let label = value.filter(|value| !value.is_empty());
        let label = label.ok_or_else(|| BuildError::missing_field(member, UNSET))?;
        if !crate::endpoint::is_valid_host_label(label, false) {
            let details = "the value is not a valid host label";
            return Err(BuildError::invalid_field(member, details));
        }
        self.host(label);
        Ok(())
    }

    /// Stores the host prefix in `config`, from which the orchestrator applies it to the endpoint.
    pub(crate) fn store_host_prefix(&mut self, config: &mut ConfigBag) -> Result<(), BoxError> {
        let prefix = std::mem::take(&mut self.host_prefix);
        if !prefix.is_empty() {
            let prefix = EndpointPrefix::new(prefix)?;
            config.interceptor_state().store_put(prefix);
        }
        Ok(())
    }

    /// Sets the body to a structure, or to an empty object if it is unset.
    ///
    /// # Errors
    /// See [`Write::write`].
    pub fn object_payload(&mut self, value: &dyn Write) -> Result<(), BoxError> {
        if value.is_absent() {
            return self.members(&[]);
        }
        self.json_payload(value, Format::EpochSeconds)
    }

    /// Sets the body to a value with timestamps in `format`, or to nothing if it is unset.
    ///
    /// # Errors
    /// See [`Write::write`].
    pub fn json_payload(&mut self, value: &dyn Write, format: Format) -> Result<(), BoxError> {
        if value.is_absent() {
            return Ok(());
        }
        let body = self.body.insert(Vec::new());
        Ok(value.write(ValueWriter::new(body).timestamps(format))?)
    }

    /// Sets the body to a string, or to nothing if it is unset.
    pub fn string_payload(&mut self, string: Option<&str>, content_type: &'static str) {
        self.bytes_payload(string.map(str::as_bytes), content_type);
    }

    /// Sets the body to bytes, or to nothing if they are unset.
    pub fn blob_payload(&mut self, blob: Option<&Blob>, content_type: &'static str) {
        self.bytes_payload(blob.map(Blob::as_ref), content_type);
    }

    fn bytes_payload(&mut self, bytes: Option<&[u8]>, content_type: &'static str) {
        if let Some(bytes) = bytes {
            self.body = Some(bytes.to_vec());
            self.content_type = Some(content_type);
        }
    }
}

/// Returns the entries of a map, sorted by the strings of their keys.
fn sorted<K: ToHttpString, V>(values: &Option<HashMap<K, V>>) -> BTreeMap<Cow<'_, str>, &V> {
    let entries = values.iter().flatten();
    entries
        .map(|(key, value)| (key.to_http_string(), value))
        .collect()
}

#[cfg(test)]
mod tests;
