//! The bindings of requests that are seldom used.

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
use super::{HttpText, RequestWriter};
use crate::json::{ValueWriter, Write, Written};

/// What stands under one name of a map in the query: a text, or several.
pub trait QueryValue {
    /// The texts.
    fn texts(&self) -> &[String];
}

impl QueryValue for String {
    fn texts(&self) -> &[String] {
        std::slice::from_ref(self)
    }
}

impl QueryValue for Vec<String> {
    fn texts(&self) -> &[String] {
        self
    }
}

impl RequestWriter {
    /// A query parameter for each of `values`, in `format`.
    ///
    /// # Errors
    /// When a timestamp lies outside of what its format can say.
    pub fn query_times(
        &mut self,
        name: &str,
        values: &Option<Vec<DateTime>>,
        format: Format,
    ) -> Result<(), BuildError> {
        for value in values.iter().flatten() {
            self.pair(name, &value.fmt(format)?);
        }
        Ok(())
    }

    /// As [`query_times`](Self::query_times), for a member that must be set, if only to an empty list.
    ///
    /// # Errors
    /// When the list is unset, or as [`query_times`](Self::query_times).
    pub fn required_query_times(
        &mut self,
        name: &str,
        member: &'static str,
        values: &Option<Vec<DateTime>>,
        format: Format,
    ) -> Result<(), BuildError> {
        if values.is_none() {
            return Err(BuildError::missing_field(member, UNSET));
        }
        self.query_times(name, values, format)
    }

    /// The query parameters of a map, by name, but for those whose names are `fixed`.
    pub fn query_params<V: QueryValue>(
        &mut self,
        values: &Option<HashMap<String, V>>,
        fixed: &[&str],
    ) {
        let entries = values.iter().flatten();
        let entries = entries.filter(|(name, _)| !fixed.contains(&name.as_str()));
        let entries: BTreeMap<_, _> = entries.collect();
        for (name, value) in entries {
            for text in value.texts() {
                self.pair(name, text);
            }
        }
    }

    /// A header with all of `values`; nothing where they are unset.
    ///
    /// # Errors
    /// When a value cannot stand in a header.
    pub fn header_list<T: HttpText>(
        &mut self,
        name: &'static str,
        member: &'static str,
        values: &Option<Vec<T>>,
    ) -> Result<(), BuildError> {
        let Some(values) = values else {
            return Ok(());
        };
        let quoted = |value| match quote_header_value(T::http_text(value)) {
            // Not to be taken for no element at all.
            empty if empty.is_empty() => Cow::Borrowed("\"\""),
            quoted => quoted,
        };
        let texts: Vec<_> = values.iter().map(quoted).collect();
        self.insert_header(name, member, texts.join(", "))
    }

    /// As [`header_list`](Self::header_list), in `format`.
    ///
    /// # Errors
    /// When a timestamp lies outside of what its format can say.
    pub fn header_times(
        &mut self,
        name: &'static str,
        member: &'static str,
        values: &Option<Vec<DateTime>>,
        format: Format,
    ) -> Result<(), BuildError> {
        let Some(values) = values else {
            return Ok(());
        };
        let texts = values.iter().map(|value| value.fmt(format));
        let texts: Vec<_> = texts.collect::<Result<_, _>>()?;
        self.insert_header(name, member, texts.join(", "))
    }

    /// A header with `text` in base64; nothing where it is unset.
    ///
    /// # Errors
    /// Never; as the other headers.
    pub fn encoded_header(
        &mut self,
        name: &'static str,
        member: &'static str,
        text: Option<&str>,
    ) -> Result<(), BuildError> {
        match text {
            Some(text) => self.insert_header(name, member, base64::encode(text)),
            None => Ok(()),
        }
    }

    /// A header for each entry, whose name is `prefix` and the key. To come before headers with fixed
    /// names, which take the place of such a one.
    ///
    /// # Errors
    /// When a key or value cannot stand in a header.
    pub fn prefix_headers(
        &mut self,
        prefix: &str,
        member: &'static str,
        values: &Option<HashMap<String, String>>,
    ) -> Result<(), BuildError> {
        let entries: BTreeMap<_, _> = values.iter().flatten().collect();
        for (key, value) in entries {
            self.insert_header(format!("{prefix}{key}"), member, value.clone())?;
        }
        Ok(())
    }

    /// A fixed part of what comes before the endpoint's host.
    pub fn host(&mut self, literal: &str) {
        self.host_prefix.push_str(literal);
    }

    /// A label before the endpoint's host.
    ///
    /// # Errors
    /// When the value is unset or empty, or cannot be a part of a host's name.
    pub fn host_label(
        &mut self,
        member: &'static str,
        text: Option<&str>,
    ) -> Result<(), BuildError> {
        let text = text.filter(|text| !text.is_empty());
        let text = text.ok_or_else(|| BuildError::missing_field(member, UNSET))?;
        if !crate::endpoint::is_valid_host_label(text, false) {
            let details = "it cannot be a part of a host's name";
            return Err(BuildError::invalid_field(member, details));
        }
        self.host(text);
        Ok(())
    }

    /// Tells the choice of an endpoint what comes before its host.
    pub(crate) fn store_host_prefix(&mut self, config: &mut ConfigBag) -> Result<(), BoxError> {
        let prefix = std::mem::take(&mut self.host_prefix);
        if !prefix.is_empty() {
            let prefix = EndpointPrefix::new(prefix)?;
            config.interceptor_state().store_put(prefix);
        }
        Ok(())
    }

    /// A structure as the body; an empty object where it is unset.
    ///
    /// # Errors
    /// As [`Write::write`].
    pub fn object_payload(&mut self, value: &dyn Write) -> Written {
        if value.is_absent() {
            self.json().finish();
            return Ok(());
        }
        self.json_payload(value, Format::EpochSeconds)
    }

    /// A value as the body, with timestamps in `format`; no body where it is unset.
    ///
    /// # Errors
    /// As [`Write::write`].
    pub fn json_payload(&mut self, value: &dyn Write, format: Format) -> Written {
        if value.is_absent() {
            return Ok(());
        }
        let body = self.body.insert(Vec::new());
        value.write(ValueWriter::new(body).timestamps(format))
    }

    /// A text as the body; no body where it is unset.
    pub fn text_payload(&mut self, text: Option<&str>, content_type: &'static str) {
        self.bytes_payload(text.map(str::as_bytes), content_type);
    }

    /// Bytes as the body; no body where they are unset.
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

#[cfg(test)]
mod tests;
