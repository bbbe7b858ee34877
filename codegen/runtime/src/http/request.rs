//! Building the HTTP request of an operation.

use std::borrow::Cow;

use aws_smithy_http::label::{self, EncodingStrategy};
use aws_smithy_http::query;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::primitive::Encoder;

use super::{Bound, ToHttpString};
use crate::json::{Member, ValueWriter};

/// The initial capacity of a body, which is enough for most.
const BODY_CAPACITY: usize = 128;

pub(super) const UNSET: &str = "cannot be empty or unset";

/// A writer of input members to the request, as their HTTP bindings specify.
///
/// Callers must write the path first, then the query, headers and body.
#[derive(Debug, Default)]
pub struct RequestWriter {
    uri: String,
    has_query: bool,
    pub(super) headers: Headers,
    pub(super) body: Option<Vec<u8>>,
    /// The content type of the body, if it is not JSON.
    pub(super) content_type: Option<&'static str>,
    #[cfg(feature = "bindings")]
    pub(super) host_prefix: String,
}

impl RequestWriter {
    /// Appends a literal part of the path, without encoding it.
    pub fn path(&mut self, literal: &str) {
        self.uri.push_str(literal);
    }

    /// Appends a percent-encoded label. Errors name the input field `member`.
    ///
    /// # Errors
    /// If the value is unset or empty, which would change the path.
    pub fn label(&mut self, member: &'static str, value: &dyn Bound) -> Result<(), BuildError> {
        self.encoded_label(member, value, EncodingStrategy::Default)
    }

    /// Appends a greedy label: like [`label`](Self::label), but slashes are not encoded.
    ///
    /// # Errors
    /// See [`label`](Self::label).
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
        let string = value.to_http_string()?.filter(|string| !string.is_empty());
        let string = string.ok_or_else(|| BuildError::missing_field(member, UNSET))?;
        self.uri.push_str(&label::fmt_string(string, strategy));
        Ok(())
    }

    /// Appends a literal part of the query, without encoding it.
    pub fn query_literal(&mut self, literal: &str) {
        self.query_separator();
        self.uri.push_str(literal);
    }

    /// Appends a query parameter, or nothing if `value` is unset.
    ///
    /// # Errors
    /// If a timestamp is out of range for its format.
    pub fn query(&mut self, name: &str, value: &dyn Bound) -> Result<(), BuildError> {
        if let Some(string) = value.to_http_string()? {
            self.query_pair(name, &string);
        }
        Ok(())
    }

    /// Appends the query parameter of a required member. Errors name the input field `member`.
    ///
    /// # Errors
    /// If the value is unset, or as for [`query`](Self::query).
    pub fn required_query(
        &mut self,
        name: &str,
        member: &'static str,
        value: &dyn Bound,
    ) -> Result<(), BuildError> {
        let string = value.to_http_string()?;
        let string = string.ok_or_else(|| BuildError::missing_field(member, UNSET))?;
        self.query_pair(name, &string);
        Ok(())
    }

    /// Appends a query parameter for each of `values`.
    pub fn query_list<T: ToHttpString>(&mut self, name: &str, values: &Option<Vec<T>>) {
        for value in values.iter().flatten() {
            self.query_pair(name, &value.to_http_string());
        }
    }

    /// Appends the query parameters of a required list, which may be empty.
    ///
    /// # Errors
    /// If the list is unset.
    pub fn required_query_list<T: ToHttpString>(
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

    pub(super) fn query_pair(&mut self, name: &str, value: &str) {
        self.query_separator();
        self.uri.push_str(&query::fmt_string(name));
        self.uri.push('=');
        self.uri.push_str(&query::fmt_string(value));
    }

    fn query_separator(&mut self) {
        self.uri.push(if self.has_query { '&' } else { '?' });
        self.has_query = true;
    }

    /// Adds a header, or nothing if `value` is unset.
    ///
    /// # Errors
    /// If the value is not a valid header value.
    pub fn header(
        &mut self,
        name: &'static str,
        member: &'static str,
        value: &dyn Bound,
    ) -> Result<(), BuildError> {
        match value.to_http_string()? {
            Some(string) => self.insert_header(name, member, string.into_owned()),
            None => Ok(()),
        }
    }

    pub(super) fn insert_header(
        &mut self,
        name: impl Into<Cow<'static, str>>,
        member: &'static str,
        value: String,
    ) -> Result<(), BuildError> {
        let name = name.into();
        let inserted = self.headers.try_insert(name.clone(), Cow::from(value));
        inserted.map(|_| ()).map_err(|error| {
            let details = format!("the header `{name}` is invalid: {error}");
            BuildError::invalid_field(member, details)
        })
    }

    /// Sets the body to a JSON object with `members`, except those that are absent.
    ///
    /// # Errors
    /// See [`Write::write`](crate::json::Write::write).
    pub fn members(&mut self, members: &[Member<'_>]) -> Result<(), BoxError> {
        let body = self.body.insert(Vec::with_capacity(BODY_CAPACITY));
        Ok(ValueWriter::new(body).members(members)?)
    }

    /// Returns the finished request.
    ///
    /// # Errors
    /// If the URI is invalid.
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
                // `insert` is generic: if all arguments have one type, it is compiled once.
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
