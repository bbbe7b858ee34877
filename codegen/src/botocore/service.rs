//! The service: metadata, protocol, authentication and endpoint rules.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::node::{Node, empty, target};
use super::{Converter, Present};
use crate::ast::ids;
use crate::diagnostics::{Code, Diagnostics};

const TOP: &[&str] = &[
    "version",
    "metadata",
    "operations",
    "shapes",
    "documentation",
    "clientContextParams",
    "deprecated",
    "deprecatedMessage",
    "deprecatedSince",
];

/// The metadata with a fact of the model.
const METADATA: &[&str] = &[
    "apiVersion",
    "auth",
    "endpointPrefix",
    "protocol",
    "protocols",
    "protocolSettings",
    "serviceFullName",
    "serviceId",
    "signatureVersion",
    "signingName",
];

/// The metadata that has no meaning in restJson1, or repeats other keys.
const IGNORED_METADATA: &[&str] = &[
    "checksumFormat",
    "globalEndpoint",
    "jsonVersion",
    "ripServiceName",
    "serviceAbbreviation",
    "targetPrefix",
    "uid",
];

impl<'a> Converter<'a> {
    pub(super) fn new(root: &Node<'a>, present: &'a Present, mut diagnostics: Diagnostics) -> Self {
        let named = |key: &str, diagnostics: &mut Diagnostics| match root.get(key) {
            Some(shapes) => shapes.entries(diagnostics),
            None => {
                root.required(key, diagnostics);
                Vec::new()
            }
        };
        let source: BTreeMap<_, _> = named("shapes", &mut diagnostics).into_iter().collect();
        let operations = named("operations", &mut diagnostics).into_iter();
        let is_boxed = |shape: &Node<'_>| shape.value["box"] == true && is_primitive(shape.value);
        Self {
            present,
            operations: operations.map(|(name, _)| name).collect(),
            has_boxes: source.values().any(is_boxed),
            source,
            shapes: Map::new(),
            pending: Vec::new(),
            target_traits: Vec::new(),
            kept: BTreeMap::new(),
            notes: Vec::new(),
            diagnostics,
        }
    }

    /// Converts the service, its operations, and all shapes that they reach.
    pub(super) fn service(&mut self, root: &Node<'a>, rules: Option<Value>) {
        root.only(&[TOP], &mut self.diagnostics);
        let Some(metadata) = root.get("metadata") else {
            root.required("metadata", &mut self.diagnostics);
            return;
        };
        metadata.only(&[METADATA, IGNORED_METADATA], &mut self.diagnostics);
        let present = &self.present.shapes[&self.present.service];
        let mut traits = Map::new();
        self.protocol(&metadata, present, &mut traits);
        self.authentication(&metadata, present, &mut traits);
        let mut service = match &present["traits"][ids::AWS_SERVICE] {
            Value::Object(service) => Value::Object(service.clone()),
            _ => empty(),
        };
        let prefix = metadata.required("endpointPrefix", &mut self.diagnostics);
        metadata.required("serviceId", &mut self.diagnostics);
        // The default of `endpointPrefix` is `arnNamespace`; that of the latter is the shape's name.
        let known = ["endpointPrefix", "arnNamespace"].map(|key| service[key].as_str());
        let id = &self.present.service;
        let name = id.rsplit('#').next().unwrap_or(id).to_ascii_lowercase();
        let known = known[0].or(known[1]).unwrap_or(&name);
        if let Some(prefix) = prefix.filter(|prefix| *prefix != known) {
            service["endpointPrefix"] = prefix.into();
        }
        traits.insert(ids::AWS_SERVICE.to_owned(), service);
        if let Some(title) = metadata.string("serviceFullName", &mut self.diagnostics) {
            traits.insert(ids::TITLE.to_owned(), title.into());
        }
        self.deprecated(root, &mut traits);
        if let Some(params) = root.get("clientContextParams") {
            let id = ids::CLIENT_CONTEXT_PARAMS.to_owned();
            traits.insert(id, params.value.clone());
        }
        endpoint_rules(rules, present, &mut traits, &mut self.notes);

        let operations = self.operations(root);
        self.pending_shapes();
        let mut shape = Map::new();
        shape.insert("type".to_owned(), "service".into());
        let version = metadata.required("apiVersion", &mut self.diagnostics);
        shape.insert("version".to_owned(), version.unwrap_or_default().into());
        let bound = self.resources(&operations);
        let unbound = operations.iter().filter(|id| !bound.contains(*id));
        let unbound: Vec<_> = unbound.map(|id| target(id)).collect();
        shape.insert("operations".to_owned(), unbound.into());
        for key in ["resources", "errors", "rename"] {
            if let Some(value) = present.get(key) {
                shape.insert(key.to_owned(), value.clone());
            }
        }
        shape.insert("traits".to_owned(), Value::Object(traits));
        self.shapes
            .insert(self.present.service.clone(), Value::Object(shape));
    }

    /// Keeps the resources of the present model, without operations that no longer exist, and
    /// returns the operations that are bound to them.
    fn resources(&mut self, operations: &BTreeSet<String>) -> BTreeSet<String> {
        let mut bound = BTreeSet::new();
        let mut keep = |reference: &Value| {
            let id = reference["target"].as_str().unwrap_or_default();
            let exists = operations.contains(id);
            if exists {
                bound.insert(id.to_owned());
            }
            exists
        };
        let resources = object_shapes(&self.present.shapes, "resource");
        for (id, resource) in resources {
            let mut resource = resource.clone();
            let Some(keys) = resource.as_object_mut() else {
                continue;
            };
            for key in ["create", "put", "read", "update", "delete", "list"] {
                if keys.get(key).is_some_and(|reference| !keep(reference)) {
                    keys.shift_remove(key);
                }
            }
            for key in ["operations", "collectionOperations"] {
                if let Some(Value::Array(references)) = keys.get_mut(key) {
                    references.retain(&mut keep);
                }
            }
            self.shapes.insert(id.clone(), resource);
        }
        bound
    }

    fn protocol(&mut self, metadata: &Node<'_>, present: &Value, traits: &mut Map<String, Value>) {
        let diagnostics = &mut self.diagnostics;
        let protocol = metadata.required("protocol", diagnostics);
        if protocol.is_some_and(|protocol| protocol != "rest-json") {
            let node = metadata.get("protocol");
            let node = node.as_ref().unwrap_or(metadata);
            let reason = "the protocol of the service is not rest-json";
            let help = "clients can only be generated for restJson1, botocore's rest-json";
            node.report(Code::Protocol, reason, help, diagnostics);
        }
        let mut value = present["traits"][ids::REST_JSON1].clone();
        if !value.is_object() {
            value = empty();
        }
        if let Some(settings) = metadata.get("protocolSettings") {
            settings.only(&[&["h2"]], diagnostics);
            let versions = json!(["h2", "http/1.1"]);
            match settings.string("h2", diagnostics) {
                Some("eventstream") => value["eventStreamHttp"] = json!(["h2"]),
                Some("optional") => value["http"] = versions,
                Some(_) => value["http"] = json!(["h2"]),
                None => {}
            }
        }
        traits.insert(ids::REST_JSON1.to_owned(), value);
    }

    fn authentication(
        &mut self,
        metadata: &Node<'_>,
        present: &Value,
        traits: &mut Map<String, Value>,
    ) {
        let diagnostics = &mut self.diagnostics;
        let prefix = metadata.string("endpointPrefix", diagnostics);
        let name = metadata.string("signingName", diagnostics).or(prefix);
        let schemes = metadata.strings("auth", diagnostics);
        let signature = metadata.string("signatureVersion", diagnostics);
        let is_signed = match schemes.is_empty() {
            true => signature.is_none_or(|version| version == "v4"),
            false => schemes.contains(&ids::SIGV4),
        };
        if is_signed {
            let value = json!({ "name": name.unwrap_or_default() });
            traits.insert(ids::SIGV4.to_owned(), value);
        }
        for scheme in &schemes {
            if *scheme != ids::SIGV4 {
                traits.insert((*scheme).to_owned(), empty());
            }
        }
        // The default is the list of all schemes in the order of their ids.
        let has_auth = present["traits"].get(ids::AUTH).is_some();
        if schemes.len() > 1 || (has_auth && !schemes.is_empty()) {
            traits.insert(ids::AUTH.to_owned(), schemes.into());
        }
    }
}

/// Adds the endpoint rules; the present model's other forms and tests of them are kept if the rules
/// are equal.
fn endpoint_rules(
    rules: Option<Value>,
    present: &Value,
    traits: &mut Map<String, Value>,
    notes: &mut Vec<String>,
) {
    let known = &present["traits"][ids::ENDPOINT_RULE_SET];
    let mut rules = rules.unwrap_or_else(|| known.clone());
    let is_same = facts(&rules) == facts(known);
    if is_same {
        rules = known.clone();
    }
    if !rules.is_null() {
        traits.insert(ids::ENDPOINT_RULE_SET.to_owned(), rules);
    }
    for id in [ids::ENDPOINT_BDD, ids::ENDPOINT_TESTS] {
        if let Some(value) = present["traits"].get(id) {
            if is_same {
                traits.insert(id.to_owned(), value.clone());
            } else {
                notes.push(format!("the endpoint rules changed, so {id} was removed"));
            }
        }
    }
}

/// Returns the facts of rules: without documentation, and types of parameters in lower case, because
/// models spell them in both ways.
fn facts(rules: &Value) -> Value {
    let mut rules = without_documentation(rules);
    let parameters = rules.get_mut("parameters").and_then(Value::as_object_mut);
    for parameter in parameters.into_iter().flat_map(Map::values_mut) {
        if let Some(Value::String(name)) = parameter.get_mut("type") {
            name.make_ascii_lowercase();
        }
    }
    rules
}

fn without_documentation(value: &Value) -> Value {
    match value {
        Value::Object(object) => {
            let kept = object.iter().filter(|(key, _)| *key != "documentation");
            let kept = kept.map(|(key, value)| (key.clone(), without_documentation(value)));
            Value::Object(kept.collect())
        }
        Value::Array(values) => values.iter().map(without_documentation).collect(),
        scalar => scalar.clone(),
    }
}

/// Returns `true` if the shape is a number or boolean, which may have the default zero.
pub(super) fn is_primitive(shape: &Value) -> bool {
    let types = ["boolean", "integer", "long", "float", "double"];
    shape["type"]
        .as_str()
        .is_some_and(|name| types.contains(&name))
}

fn object_shapes<'a>(
    shapes: &'a Map<String, Value>,
    kind: &str,
) -> impl Iterator<Item = (&'a String, &'a Value)> {
    shapes
        .iter()
        .filter(move |(_, shape)| shape["type"] == *kind)
}
