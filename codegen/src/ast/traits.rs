//! Traits, read by typed getters over the raw JSON.

use serde_json::{Map, Value};

/// The traits of one shape or member.
#[derive(Clone, Debug, Default)]
pub(crate) struct Traits(Map<String, Value>);

/// The trait `http`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HttpTrait<'a> {
    pub(crate) method: &'a str,
    pub(crate) uri: &'a str,
}

/// The trait `paginated`.
#[derive(Clone, Debug)]
pub(crate) struct PaginatedTrait<'a> {
    pub(crate) input_token: Option<&'a str>,
    pub(crate) output_token: Option<&'a str>,
    pub(crate) page_size: Option<&'a str>,
    pub(crate) items: Option<&'a str>,
}

/// The trait `deprecated`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DeprecatedTrait<'a> {
    pub(crate) message: Option<&'a str>,
    /// Any text, a date for example.
    pub(crate) since: Option<&'a str>,
}

/// The trait `timestampFormat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimestampFormat {
    /// RFC 3339.
    DateTime,
    /// RFC 7231.
    HttpDate,
    /// Seconds since the epoch.
    EpochSeconds,
}

impl Traits {
    pub(super) fn from_map(map: Map<String, Value>) -> Self {
        Self(map)
    }

    pub(super) fn extend(&mut self, other: Traits) {
        self.0.extend(other.0);
    }

    /// The trait's value.
    pub(crate) fn get(&self, id: &str) -> Option<&Value> {
        self.0.get(id)
    }

    /// Those whose ids `is_left_out` does not hold for.
    pub(super) fn without(&self, is_left_out: impl Fn(&str) -> bool) -> Self {
        let kept = self.0.iter().filter(|(id, _)| !is_left_out(id));
        Self(
            kept.map(|(id, value)| (id.clone(), value.clone()))
                .collect(),
        )
    }

    /// The ids of traits that a mixin keeps to itself.
    pub(super) fn local_traits(&self) -> Vec<&str> {
        let value = self.get("smithy.api#mixin");
        let local = value.and_then(|value| value.get("localTraits")?.as_array());
        let local = local.into_iter().flatten();
        local.filter_map(Value::as_str).collect()
    }

    pub(super) fn insert(&mut self, id: &str, value: Value) {
        self.0.insert(id.to_owned(), value);
    }

    /// The ids of the traits, in the model's order.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    pub(crate) fn has(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }

    fn text(&self, id: &str) -> Option<&str> {
        self.get(id).and_then(Value::as_str)
    }

    pub(crate) fn documentation(&self) -> Option<&str> {
        self.text("smithy.api#documentation")
    }

    pub(crate) fn title(&self) -> Option<&str> {
        self.text("smithy.api#title")
    }

    pub(crate) fn deprecated(&self) -> Option<DeprecatedTrait<'_>> {
        let value = self.get("smithy.api#deprecated")?;
        let text = |key| value.get(key).and_then(Value::as_str);
        Some(DeprecatedTrait {
            message: text("message"),
            since: text("since"),
        })
    }

    pub(crate) fn is_required(&self) -> bool {
        self.has("smithy.api#required")
    }

    pub(crate) fn is_client_optional(&self) -> bool {
        self.has("smithy.api#clientOptional")
    }

    pub(crate) fn is_sensitive(&self) -> bool {
        self.has("smithy.api#sensitive")
    }

    pub(crate) fn is_sparse(&self) -> bool {
        self.has("smithy.api#sparse")
    }

    /// The default value; null, which takes a target's default back, counts as none.
    pub(crate) fn default_value(&self) -> Option<&Value> {
        self.get("smithy.api#default")
            .filter(|value| !value.is_null())
    }

    pub(crate) fn enum_value(&self) -> Option<&Value> {
        self.get("smithy.api#enumValue")
    }

    /// The definitions of the old trait `enum`: names, where they have one, and values.
    pub(crate) fn enum_definitions(&self) -> Option<Vec<(Option<&str>, &str)>> {
        let definitions = self.get("smithy.api#enum")?.as_array()?;
        let definitions = definitions.iter().filter_map(|definition| {
            let value = definition.get("value")?.as_str()?;
            Some((definition.get("name").and_then(Value::as_str), value))
        });
        Some(definitions.collect())
    }

    pub(crate) fn json_name(&self) -> Option<&str> {
        self.text("smithy.api#jsonName")
    }

    /// `Err` holds a text that names no format.
    pub(crate) fn timestamp_format(&self) -> Option<Result<TimestampFormat, &str>> {
        self.text("smithy.api#timestampFormat")
            .map(|text| match text {
                "date-time" => Ok(TimestampFormat::DateTime),
                "http-date" => Ok(TimestampFormat::HttpDate),
                "epoch-seconds" => Ok(TimestampFormat::EpochSeconds),
                other => Err(other),
            })
    }

    pub(crate) fn http(&self) -> Option<HttpTrait<'_>> {
        let value = self.get("smithy.api#http")?;
        Some(HttpTrait {
            method: value.get("method")?.as_str()?,
            uri: value.get("uri")?.as_str()?,
        })
    }

    /// Whether the member may travel in a URI, a header or as a body of its own.
    pub(crate) fn is_bound(&self) -> bool {
        [
            "smithy.api#httpHeader",
            "smithy.api#httpLabel",
            "smithy.api#httpPayload",
            "smithy.api#httpPrefixHeaders",
            "smithy.api#httpQuery",
            "smithy.api#httpQueryParams",
        ]
        .iter()
        .any(|id| self.has(id))
    }

    pub(crate) fn is_streaming(&self) -> bool {
        self.has("smithy.api#streaming")
    }

    pub(crate) fn is_http_label(&self) -> bool {
        self.has("smithy.api#httpLabel")
    }

    pub(crate) fn http_query(&self) -> Option<&str> {
        self.text("smithy.api#httpQuery")
    }

    pub(crate) fn http_header(&self) -> Option<&str> {
        self.text("smithy.api#httpHeader")
    }

    pub(crate) fn http_prefix_headers(&self) -> Option<&str> {
        self.text("smithy.api#httpPrefixHeaders")
    }

    pub(crate) fn media_type(&self) -> Option<&str> {
        self.text("smithy.api#mediaType")
    }

    /// What comes before the endpoint's host.
    pub(crate) fn host_prefix(&self) -> Option<&str> {
        self.get("smithy.api#endpoint")?.get("hostPrefix")?.as_str()
    }

    /// The ids of the auth schemes, in the order of preference.
    pub(crate) fn auth(&self) -> Option<Vec<&str>> {
        let schemes = self.get("smithy.api#auth")?.as_array()?;
        Some(schemes.iter().filter_map(Value::as_str).collect())
    }

    /// The names of the encodings that a request's body may have.
    pub(crate) fn compressions(&self) -> Vec<&str> {
        let value = self.get("smithy.api#requestCompression");
        let encodings = value.and_then(|value| value.get("encodings")?.as_array());
        let encodings = encodings.into_iter().flatten();
        encodings.filter_map(Value::as_str).collect()
    }

    pub(crate) fn paginated(&self) -> Option<PaginatedTrait<'_>> {
        let value = self.get("smithy.api#paginated")?;
        let text = |key| value.get(key).and_then(Value::as_str);
        Some(PaginatedTrait {
            input_token: text("inputToken"),
            output_token: text("outputToken"),
            page_size: text("pageSize"),
            items: text("items"),
        })
    }

    /// The id under which the SDKs know the service.
    pub(crate) fn sdk_id(&self) -> Option<&str> {
        self.get("aws.api#service")?.get("sdkId")?.as_str()
    }

    /// The name that requests are signed for.
    pub(crate) fn signing_name(&self) -> Option<&str> {
        self.get("aws.auth#sigv4")?.get("name")?.as_str()
    }

    pub(crate) fn endpoint_rule_set(&self) -> Option<&Value> {
        self.get("smithy.rules#endpointRuleSet")
    }
}

#[cfg(test)]
mod tests;
