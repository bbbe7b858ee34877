//! Structures, unions and their members.

use serde_json::{Map, Value, json};

use super::Converter;
use super::node::{Node, empty, target};
use super::service::is_primitive;
use super::shapes::zero;
use crate::ast::ids;
use crate::diagnostics::Code;

const KEYS: &[&str] = &[
    "box",
    "contextParam",
    "deprecated",
    "deprecatedMessage",
    "deprecatedSince",
    "documentation",
    "eventheader",
    "eventpayload",
    "hostLabel",
    "idempotencyToken",
    "jsonvalue",
    "location",
    "locationName",
    "requiresLength",
    "shape",
    "streaming",
    "timestampFormat",
];

/// Keys without a meaning in restJson1. The values of `enum` are in the target's documentation.
const IGNORED: &[&str] = &[
    "enum",
    "flattened",
    "queryName",
    "xmlAttribute",
    "xmlNamespace",
];

impl<'a> Converter<'a> {
    /// Converts a structure, union, event stream or document.
    pub(super) fn structure(
        &mut self,
        id: &str,
        node: &Node<'a>,
        shape: &mut Map<String, Value>,
        traits: &mut Map<String, Value>,
    ) {
        if node.flag("document", &mut self.diagnostics) {
            shape["type"] = "document".into();
            return;
        }
        let is_stream = node.flag("eventstream", &mut self.diagnostics);
        let is_union = node.flag("union", &mut self.diagnostics) || is_stream;
        if is_union {
            shape["type"] = "union".into();
        }
        if is_stream {
            traits.insert(ids::STREAMING.to_owned(), empty());
        }
        self.error(node, traits);
        let required = node.strings("required", &mut self.diagnostics);
        let payload = node.string("payload", &mut self.diagnostics);
        let members = node.get("members");
        let members = members.map(|members| members.entries(&mut self.diagnostics));
        let members = members.unwrap_or_default();
        for name in required.iter().copied().chain(payload) {
            if !members.iter().any(|(known, _)| *known == name) {
                let reason = format!("the structure has no member `{name}`");
                let help = "use the file as botocore publishes it";
                node.report(Code::NoTarget, reason, help, &mut self.diagnostics);
            }
        }
        let mut converted = Map::new();
        for (name, member) in members {
            let mut traits = Map::new();
            if required.contains(&name) {
                traits.insert(ids::REQUIRED.to_owned(), empty());
            }
            if payload == Some(name) {
                traits.insert(ids::HTTP_PAYLOAD.to_owned(), empty());
            }
            let mut value = self.member(name, &member, &mut traits);
            if !is_union {
                self.member_default(id, name, &member, &value, &mut traits);
            }
            if !traits.is_empty() {
                value["traits"] = Value::Object(traits);
            }
            converted.insert(name.to_owned(), value);
        }
        shape.insert("members".to_owned(), Value::Object(converted));
    }

    fn error(&mut self, node: &Node<'a>, traits: &mut Map<String, Value>) {
        let diagnostics = &mut self.diagnostics;
        if !node.flag("exception", diagnostics) {
            return;
        }
        let error = node.get("error");
        let mut status = None;
        let mut is_server = node.flag("fault", diagnostics);
        if let Some(error) = &error {
            let known = ["code", "fault", "httpStatusCode", "senderFault"];
            error.only(&[&known], diagnostics);
            let code = error.get("httpStatusCode");
            status = code.map(|code| code.value.clone());
            is_server |= error.flag("fault", diagnostics);
            let number = status.as_ref().and_then(Value::as_u64);
            let is_client = error.flag("senderFault", diagnostics);
            is_server |= !is_client && number.is_some_and(|number| number >= 500);
        }
        let kind = if is_server { "server" } else { "client" };
        traits.insert(ids::ERROR.to_owned(), kind.into());
        if let Some(status) = status {
            traits.insert("smithy.api#httpError".to_owned(), status);
        }
        if let Some(retryable) = node.get("retryable") {
            retryable.only(&[&["throttling"]], diagnostics);
            let value = match retryable.flag("throttling", diagnostics) {
                true => json!({ "throttling": true }),
                false => empty(),
            };
            traits.insert(ids::RETRYABLE.to_owned(), value);
        }
    }

    fn member(&mut self, name: &str, node: &Node<'a>, traits: &mut Map<String, Value>) -> Value {
        node.only(&[KEYS, IGNORED], &mut self.diagnostics);
        let id = self.reference(node).unwrap_or_default();
        self.deprecated(node, traits);
        self.timestamp_format(node, traits);
        let flags = [
            ("eventheader", "smithy.api#eventHeader"),
            ("eventpayload", "smithy.api#eventPayload"),
            ("hostLabel", ids::HOST_LABEL),
            ("idempotencyToken", ids::IDEMPOTENCY_TOKEN),
        ];
        for (key, id) in flags {
            if node.flag(key, &mut self.diagnostics) {
                traits.insert(id.to_owned(), empty());
            }
        }
        if let Some(param) = node.get("contextParam") {
            traits.insert(ids::CONTEXT_PARAM.to_owned(), param.value.clone());
        }
        self.binding(name, node, traits);
        for (key, trait_id) in [
            ("streaming", ids::STREAMING),
            ("requiresLength", ids::REQUIRES_LENGTH),
        ] {
            if node.flag(key, &mut self.diagnostics) {
                self.target_traits.push((id.clone(), trait_id, empty()));
            }
        }
        // In a body, the value is a string like any other.
        if node.flag("jsonvalue", &mut self.diagnostics) && traits.contains_key(ids::HTTP_HEADER) {
            let value = "application/json".into();
            self.target_traits
                .push((id.clone(), ids::MEDIA_TYPE, value));
        }
        target(&id)
    }

    /// Adds the trait for the member's place in the request or response.
    fn binding(&mut self, name: &str, node: &Node<'a>, traits: &mut Map<String, Value>) {
        let diagnostics = &mut self.diagnostics;
        let location_name = node.string("locationName", diagnostics);
        let place = location_name.unwrap_or(name);
        let target = node.value["shape"].as_str();
        let target = target.and_then(|name| self.source.get(name));
        let is_map = target.is_some_and(|target| target.value["type"] == "map");
        let (id, value) = match node.string("location", diagnostics) {
            Some("uri") => (ids::HTTP_LABEL, empty()),
            Some("querystring") if is_map => (ids::HTTP_QUERY_PARAMS, empty()),
            Some("querystring") => (ids::HTTP_QUERY, place.into()),
            Some("header") => (ids::HTTP_HEADER, place.into()),
            Some("headers") => {
                let prefix = location_name.unwrap_or_default();
                (ids::HTTP_PREFIX_HEADERS, prefix.into())
            }
            Some("statusCode") => (ids::HTTP_RESPONSE_CODE, empty()),
            Some(_) => {
                let unknown = node.get("location");
                let unknown = unknown.as_ref().unwrap_or(node);
                let help = "use the file as botocore publishes it";
                unknown.report(Code::Binding, "the location is unknown", help, diagnostics);
                return;
            }
            None if place == name => return,
            None => (ids::JSON_NAME, place.into()),
        };
        traits.insert(id.to_owned(), value);
    }

    /// Adds the default of a member: that of the present model, unless the member is boxed.
    fn member_default(
        &mut self,
        id: &str,
        name: &str,
        node: &Node<'a>,
        member: &Value,
        traits: &mut Map<String, Value>,
    ) {
        let present = self.present.shapes.get(id).unwrap_or(&Value::Null);
        let known = &present["members"][name];
        let is_boxed = node.flag("box", &mut self.diagnostics);
        let is_known = known["target"] == member["target"];
        let target = node.value["shape"].as_str();
        let target = target.and_then(|name| self.source.get(name));
        let target = target.map(|target| target.value);
        let zero = target.filter(|target| is_primitive(target)).map(zero);
        if is_known {
            let default = known["traits"].get(ids::DEFAULT);
            let default = default.filter(|default| !is_boxed || Some(*default) != zero.as_ref());
            traits.extend(default.map(|value| (ids::DEFAULT.to_owned(), value.clone())));
        } else if let (Some(target), Some(zero)) = (target, zero)
            && !is_boxed
        {
            let id = member["target"].as_str().unwrap_or_default();
            let default = match self.present.shapes.get(id) {
                Some(shape) => shape["traits"].get(ids::DEFAULT).cloned(),
                None if target["box"] == true || !self.has_boxes => None,
                None => Some(zero),
            };
            traits.extend(default.map(|value| (ids::DEFAULT.to_owned(), value)));
        }
    }
}
