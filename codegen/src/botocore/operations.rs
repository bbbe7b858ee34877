//! Operations.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::Converter;
use super::node::{Node, empty, target};
use crate::ast::{UNIT, ids};
use crate::diagnostics::Code;

const KEYS: &[&str] = &[
    "auth",
    "authtype",
    "deprecated",
    "deprecatedMessage",
    "deprecatedSince",
    "documentation",
    "endpoint",
    "errors",
    "http",
    "httpChecksum",
    "httpChecksumRequired",
    "idempotent",
    "input",
    "name",
    "operationContextParams",
    "output",
    "readonly",
    "requestcompression",
    "staticContextParams",
    "unsignedPayload",
];

/// Keys with the same value in Smithy.
const EQUAL: [(&str, &str); 3] = [
    ("httpChecksum", "aws.protocols#httpChecksum"),
    ("operationContextParams", ids::OPERATION_CONTEXT_PARAMS),
    ("staticContextParams", ids::STATIC_CONTEXT_PARAMS),
];

/// Keys whose value `true` is a trait without a value in Smithy.
const FLAGS: [(&str, &str); 4] = [
    ("httpChecksumRequired", ids::HTTP_CHECKSUM_REQUIRED),
    ("idempotent", "smithy.api#idempotent"),
    ("readonly", "smithy.api#readonly"),
    ("unsignedPayload", ids::UNSIGNED_PAYLOAD),
];

impl<'a> Converter<'a> {
    /// Converts all operations and returns their ids.
    pub(super) fn operations(&mut self, root: &Node<'a>) -> BTreeSet<String> {
        let mut converted = BTreeSet::new();
        let operations = root.get("operations");
        let operations = operations.map(|node| node.entries(&mut self.diagnostics));
        for (name, node) in operations.unwrap_or_default() {
            let id = format!("{}#{name}", self.present.namespace);
            let mut operation = self.operation(&node);
            // The default of `code` is 200.
            let known = &self.present.shapes.get(&id).unwrap_or(&Value::Null)["traits"][ids::HTTP];
            let mut with_code = known.clone();
            if known.is_object() && known.get("code").is_none() {
                with_code["code"] = 200.into();
            }
            if with_code == operation["traits"][ids::HTTP] {
                operation["traits"][ids::HTTP] = known.clone();
            }
            self.shapes.insert(id.clone(), operation);
            converted.insert(id);
        }
        converted
    }

    fn operation(&mut self, node: &Node<'a>) -> Value {
        node.only(&[KEYS], &mut self.diagnostics);
        let mut shape = Map::new();
        shape.insert("type".to_owned(), "operation".into());
        for key in ["input", "output"] {
            let id = match node.get(key) {
                Some(reference) => {
                    reference.only(&[&["shape", "documentation"]], &mut self.diagnostics);
                    self.reference(&reference)
                }
                None => Some(UNIT.to_owned()),
            };
            shape.insert(key.to_owned(), target(&id.unwrap_or_default()));
        }
        let errors = node.elements("errors", &mut self.diagnostics);
        let errors: Vec<_> = errors
            .iter()
            .filter_map(|error| self.reference(error))
            .map(|id| target(&id))
            .collect();
        if !errors.is_empty() {
            shape.insert("errors".to_owned(), errors.into());
        }
        let traits = self.operation_traits(node);
        shape.insert("traits".to_owned(), Value::Object(traits));
        Value::Object(shape)
    }

    fn operation_traits(&mut self, node: &Node<'a>) -> Map<String, Value> {
        let mut traits = Map::new();
        for (key, id) in EQUAL {
            if let Some(value) = node.get(key) {
                traits.insert(id.to_owned(), value.value.clone());
            }
        }
        for (key, id) in FLAGS {
            if node.flag(key, &mut self.diagnostics) {
                traits.insert(id.to_owned(), empty());
            }
        }
        self.deprecated(node, &mut traits);
        if let Some(http) = node.get("http") {
            let http = self.http(&http, node);
            traits.insert(ids::HTTP.to_owned(), http);
        } else {
            node.required("http", &mut self.diagnostics);
        }
        let diagnostics = &mut self.diagnostics;
        if let Some(endpoint) = node.get("endpoint") {
            endpoint.only(&[&["hostPrefix"]], diagnostics);
            if let Some(prefix) = endpoint.required("hostPrefix", diagnostics) {
                let value = json!({ "hostPrefix": prefix });
                traits.insert(ids::ENDPOINT.to_owned(), value);
            }
        }
        if let Some(compression) = node.get("requestcompression") {
            let value = compression.value.clone();
            traits.insert(ids::REQUEST_COMPRESSION.to_owned(), value);
        }
        if node.get("auth").is_some() {
            let schemes = node.strings("auth", diagnostics).into_iter();
            let schemes: Vec<_> = schemes.filter(|id| *id != "smithy.api#noAuth").collect();
            traits.insert(ids::AUTH.to_owned(), schemes.into());
        }
        match node.string("authtype", diagnostics) {
            Some("none") => {
                let none = Value::Array(Vec::new());
                traits.entry(ids::AUTH).or_insert(none);
            }
            Some("v4-unsigned-body") => {
                traits.insert(ids::UNSIGNED_PAYLOAD.to_owned(), empty());
            }
            Some("v4") | None => {}
            Some(_) => {
                let help = "known types are `v4`, `v4-unsigned-body` and `none`";
                let unknown = node.get("authtype");
                let unknown = unknown.as_ref().unwrap_or(node);
                unknown.report(Code::AuthScheme, "the type is unknown", help, diagnostics);
            }
        }
        traits
    }

    /// Converts the binding. Labels have the names of members in Smithy, of locations in botocore.
    fn http(&mut self, http: &Node<'a>, operation: &Node<'a>) -> Value {
        let diagnostics = &mut self.diagnostics;
        http.only(&[&["method", "requestUri", "responseCode"]], diagnostics);
        let method = http.required("method", diagnostics).unwrap_or_default();
        let uri = http.required("requestUri", diagnostics);
        let input = operation.get("input");
        let input = input.and_then(|input| input.value["shape"].as_str());
        let input = input.and_then(|name| self.source.get(name));
        let members = input.and_then(|input| input.get("members"));
        let members = members.map(|members| members.entries(diagnostics));
        let members = members.unwrap_or_default().into_iter();
        let labels = members.filter(|(_, member)| member.value["location"] == "uri");
        let labels: BTreeMap<_, _> = labels
            .filter_map(|(name, member)| Some((member.value["locationName"].as_str()?, name)))
            .collect();
        let uri = with_members(uri.unwrap_or_default(), &labels);
        let code = http.get("responseCode").map(|code| code.value.clone());
        let code = code.unwrap_or_else(|| 200.into());
        json!({ "method": method, "uri": uri, "code": code })
    }

    /// Adds the trait for deprecated operations, shapes and members. Messages are documentation.
    pub(super) fn deprecated(&mut self, node: &Node<'_>, traits: &mut Map<String, Value>) {
        if node.flag("deprecated", &mut self.diagnostics) {
            let mut value = Map::new();
            if let Some(since) = node.string("deprecatedSince", &mut self.diagnostics) {
                value.insert("since".to_owned(), since.into());
            }
            traits.insert(ids::DEPRECATED.to_owned(), Value::Object(value));
        }
    }
}

/// Replaces the location in each label `{location}` or `{location+}` by the member's name.
fn with_members(uri: &str, members: &BTreeMap<&str, &str>) -> String {
    let mut parts = uri.split('{');
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(['+', '}']).unwrap_or(part.len());
        let (location, rest) = part.split_at(end);
        let member = members.get(location).unwrap_or(&location);
        result.extend(["{", member, rest]);
    }
    result
}
