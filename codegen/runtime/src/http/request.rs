//! The request of one call, written part by part.

use std::borrow::Cow;

use aws_smithy_http::label::{self, EncodingStrategy};
use aws_smithy_http::query;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::primitive::Encoder;

use super::{Bound, HttpText};
use crate::json::{ObjectWriter, ValueWriter};

/// Room for most bodies: to grow byte by byte costs more than what is not needed.
const BODY: usize = 128;

pub(super) const UNSET: &str = "cannot be empty or unset";

/// Takes an input's parts to where its bindings send them.
///
/// The calls come in the order of the text: path, query, headers, body.
#[derive(Debug, Default)]
pub struct RequestWriter {
    uri: String,
    has_query: bool,
    pub(super) headers: Headers,
    pub(super) body: Option<Vec<u8>>,
    /// What the body is, where it is not JSON.
    pub(super) content_type: Option<&'static str>,
    #[cfg(feature = "bindings")]
    pub(super) host_prefix: String,
}

impl RequestWriter {
    /// A fixed part of the path, as it stands in the model.
    pub fn path(&mut self, literal: &str) {
        self.uri.push_str(literal);
    }

    /// A label, percent-encoded. `member` is the input's field, for the error.
    ///
    /// # Errors
    /// When the value is unset or empty: the path would be another one.
    pub fn label(&mut self, member: &'static str, value: &dyn Bound) -> Result<(), BuildError> {
        self.encoded_label(member, value, EncodingStrategy::Default)
    }

    /// A greedy label: as [`label`](Self::label), slashes kept.
    ///
    /// # Errors
    /// As [`label`](Self::label).
    pub fn greedy_label(
        &mut self,
        member: &'static str,
        value: &dyn Bound,
    ) -> Result<(), BuildError> {
        self.encoded_label(member, value, EncodingStrategy::Greedy)
    }

    fn encoded_label(
        &mut self,
        member: &'static str,
        value: &dyn Bound,
        strategy: EncodingStrategy,
    ) -> Result<(), BuildError> {
        let text = value.text()?.filter(|text| !text.is_empty());
        let text = text.ok_or_else(|| BuildError::missing_field(member, UNSET))?;
        self.uri.push_str(&label::fmt_string(text, strategy));
        Ok(())
    }

    /// A fixed part of the query, as it stands in the model.
    pub fn query_literal(&mut self, literal: &str) {
        self.query_separator();
        self.uri.push_str(literal);
    }

    /// A query parameter; nothing where `value` is unset.
    ///
    /// # Errors
    /// When a timestamp lies outside of what its format can say.
    pub fn query(&mut self, name: &str, value: &dyn Bound) -> Result<(), BuildError> {
        if let Some(text) = value.text()? {
            self.pair(name, &text);
        }
        Ok(())
    }

    /// As [`query`](Self::query), for a member that must be set. `member` is the input's field,
    /// for the error.
    ///
    /// # Errors
    /// When the value is unset.
    pub fn required_query(
        &mut self,
        name: &str,
        member: &'static str,
        value: &dyn Bound,
    ) -> Result<(), BuildError> {
        let text = value.text()?;
        let text = text.ok_or_else(|| BuildError::missing_field(member, UNSET))?;
        self.pair(name, &text);
        Ok(())
    }

    /// A query parameter for each of `values`.
    pub fn query_list<T: HttpText>(&mut self, name: &str, values: &Option<Vec<T>>) {
        for value in values.iter().flatten() {
            self.pair(name, &value.http_text());
        }
    }

    /// As [`query_list`](Self::query_list), for a member that must be set, if only to an empty list.
    ///
    /// # Errors
    /// When the list is unset.
    pub fn required_query_list<T: HttpText>(
        &mut self,
        name: &str,
        member: &'static str,
        values: &Option<Vec<T>>,
    ) -> Result<(), BuildError> {
        if values.is_none() {
            return Err(BuildError::missing_field(member, UNSET));
        }
        self.query_list(name, values);
        Ok(())
    }

    pub(super) fn pair(&mut self, name: &str, value: &str) {
        self.query_separator();
        self.uri.push_str(&query::fmt_string(name));
        self.uri.push('=');
        self.uri.push_str(&query::fmt_string(value));
    }

    fn query_separator(&mut self) {
        self.uri.push(if self.has_query { '&' } else { '?' });
        self.has_query = true;
    }

    /// A header; nothing where `value` is unset.
    ///
    /// # Errors
    /// When the value cannot stand in a header.
    pub fn header(
        &mut self,
        name: &'static str,
        member: &'static str,
        value: &dyn Bound,
    ) -> Result<(), BuildError> {
        match value.text()? {
            Some(text) => self.insert_header(name, member, text.into_owned()),
            None => Ok(()),
        }
    }

    pub(super) fn insert_header(
        &mut self,
        name: impl Into<Cow<'static, str>>,
        member: &'static str,
        text: String,
    ) -> Result<(), BuildError> {
        let name = name.into();
        let inserted = self.headers.try_insert(name.clone(), Cow::from(text));
        inserted.map(|_| ()).map_err(|error| {
            let details = format!("`{name}` cannot be used as a header value: {error}");
            BuildError::invalid_field(member, details)
        })
    }

    /// The body, a JSON object; [`ObjectWriter::finish`] ends it.
    pub fn json(&mut self) -> ObjectWriter<'_> {
        ValueWriter::new(self.body.insert(Vec::with_capacity(BODY))).object()
    }

    /// The finished request.
    ///
    /// # Errors
    /// When the URI is not one.
    pub(crate) fn finish(self, method: &'static str) -> Result<HttpRequest, BoxError> {
        let mut request = match self.body {
            None => {
                let mut request = HttpRequest::new(SdkBody::from(""));
                *request.headers_mut() = self.headers;
                request
            }
            Some(body) => {
                let length = Encoder::from(body.len() as u64).encode().to_owned();
                let mut request = HttpRequest::new(SdkBody::from(body));
                let headers = request.headers_mut();
                // All of one type, for each is compiled anew.
                let content_type = self.content_type.unwrap_or("application/json");
                headers.insert(Cow::from("content-type"), Cow::from(content_type));
                for (name, value) in self.headers.iter() {
                    let (name, value) = (name.to_owned(), value.to_owned());
                    headers.try_insert(Cow::from(name), Cow::from(value))?;
                }
                headers.insert(Cow::from("content-length"), Cow::from(length));
                request
            }
        };
        request.set_method(method)?;
        request.set_uri(self.uri)?;
        Ok(request)
    }
}

#[cfg(test)]
mod tests;
