//! Traits about HTTP.

use serde_json::Value;

use super::form::Form;
use super::row::{Row, SERVER, implemented, without_effect};
use super::{Traits, ids};

pub(super) const ROWS: &[Row] = &[
    without_effect("smithy.api#cors", SERVER),
    implemented(ids::ENDPOINT, Form::Key("hostPrefix", &Form::String)),
    implemented(ids::HOST_LABEL, Form::Any),
    implemented(ids::HTTP, Form::Any),
    implemented(ids::HTTP_CHECKSUM_REQUIRED, Form::Any),
    implemented(ids::HTTP_ERROR, Form::Any),
    implemented(ids::HTTP_HEADER, Form::String),
    implemented(ids::HTTP_LABEL, Form::Any),
    implemented(ids::HTTP_PAYLOAD, Form::Any),
    implemented(ids::HTTP_PREFIX_HEADERS, Form::String),
    implemented(ids::HTTP_QUERY, Form::Name),
    implemented(ids::HTTP_QUERY_PARAMS, Form::Any),
    implemented(ids::HTTP_RESPONSE_CODE, Form::Any),
    implemented(ids::MEDIA_TYPE, Form::String),
    implemented(
        ids::REQUEST_COMPRESSION,
        Form::Key("encodings", &Form::List),
    ),
];

/// The trait `http`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HttpTrait<'a> {
    pub(crate) method: &'a str,
    pub(crate) uri: &'a str,
}

impl Traits {
    pub(crate) fn http(&self) -> Option<HttpTrait<'_>> {
        let value = self.get(ids::HTTP)?;
        Some(HttpTrait {
            method: value.get("method")?.as_str()?,
            uri: value.get("uri")?.as_str()?,
        })
    }

    /// Returns `true` if the member may be bound to the URI, a header or the complete body.
    pub(crate) fn is_bound(&self) -> bool {
        [
            ids::HTTP_HEADER,
            ids::HTTP_LABEL,
            ids::HTTP_PAYLOAD,
            ids::HTTP_PREFIX_HEADERS,
            ids::HTTP_QUERY,
            ids::HTTP_QUERY_PARAMS,
        ]
        .iter()
        .any(|id| self.has(id))
    }

    pub(crate) fn is_http_label(&self) -> bool {
        self.has(ids::HTTP_LABEL)
    }

    pub(crate) fn http_query(&self) -> Option<&str> {
        self.string(ids::HTTP_QUERY)
    }

    pub(crate) fn http_header(&self) -> Option<&str> {
        self.string(ids::HTTP_HEADER)
    }

    pub(crate) fn http_prefix_headers(&self) -> Option<&str> {
        self.string(ids::HTTP_PREFIX_HEADERS)
    }

    pub(crate) fn media_type(&self) -> Option<&str> {
        self.string(ids::MEDIA_TYPE)
    }

    /// Returns the prefix of the endpoint's host name.
    pub(crate) fn host_prefix(&self) -> Option<&str> {
        self.get(ids::ENDPOINT)?.get("hostPrefix")?.as_str()
    }

    /// Returns the encodings that a request body may have.
    pub(crate) fn compressions(&self) -> Vec<&str> {
        let value = self.get(ids::REQUEST_COMPRESSION);
        let encodings = value.and_then(|value| value.get("encodings")?.as_array());
        let encodings = encodings.into_iter().flatten();
        encodings.filter_map(Value::as_str).collect()
    }
}
