//! The present Smithy model, and the facts that the converted model keeps of it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::node::Node;
use super::{Converter, constraints};
use crate::ast::{ids, object, parse_json};
use crate::diagnostics::{Code, Diagnostics};
use crate::source::Source;

/// The traits that botocore can state: without them in botocore, a shape does not have them.
const CARRIED: [&str; 44] = [
    ids::AUTH,
    ids::AWS_SERVICE,
    ids::CLIENT_CONTEXT_PARAMS,
    ids::CONTEXT_PARAM,
    ids::DEFAULT,
    ids::DEPRECATED,
    ids::ENDPOINT,
    ids::ENDPOINT_BDD,
    ids::ENDPOINT_RULE_SET,
    ids::ENDPOINT_TESTS,
    ids::ENUM,
    ids::ENUM_VALUE,
    ids::ERROR,
    ids::HOST_LABEL,
    ids::HTTP,
    ids::HTTP_CHECKSUM_REQUIRED,
    ids::HTTP_HEADER,
    ids::HTTP_LABEL,
    ids::HTTP_PAYLOAD,
    ids::HTTP_PREFIX_HEADERS,
    ids::HTTP_QUERY,
    ids::HTTP_QUERY_PARAMS,
    ids::HTTP_RESPONSE_CODE,
    ids::IDEMPOTENCY_TOKEN,
    ids::JSON_NAME,
    ids::LENGTH,
    ids::OPERATION_CONTEXT_PARAMS,
    ids::OPTIONAL_AUTH,
    ids::PATTERN,
    ids::RANGE,
    ids::REQUEST_COMPRESSION,
    ids::REQUIRED,
    ids::REQUIRES_LENGTH,
    ids::RETRYABLE,
    ids::SENSITIVE,
    ids::SIGV4,
    ids::SPARSE,
    ids::STATIC_CONTEXT_PARAMS,
    ids::STREAMING,
    ids::TIMESTAMP_FORMAT,
    ids::TITLE,
    ids::UNSIGNED_PAYLOAD,
    "smithy.api#httpError",
    "smithy.api#idempotent",
];
// `readonly`, `paginated` and `waitable` are only added, because some services' files lack them.

/// The present model of the service.
pub(super) struct Present {
    pub(super) shapes: Map<String, Value>,
    pub(super) metadata: Option<Value>,
    /// The id of the service.
    pub(super) service: String,
    /// The namespace of the service, which new shapes get.
    pub(super) namespace: String,
    /// The ids of shapes in the prelude that members target.
    prelude: BTreeSet<String>,
}

impl Present {
    /// Reads the present model, which must be that of the botocore file `root`.
    pub(super) fn read(
        source: Source<'_>,
        root: &Node<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let help = "first update from a Smithy model of the service: botocore's files lack its ids";
        let mut model = match parse_json(source.text) {
            Ok(model) => model,
            Err(error) => {
                let reason = format!("the present model {} is not JSON: {error}", source.name);
                root.report(Code::NoService, reason, help, diagnostics);
                return None;
            }
        };
        let metadata = model.get_mut("metadata").map(Value::take);
        let shapes = model.get_mut("shapes").map(Value::take);
        let shapes = match shapes {
            Some(Value::Object(shapes)) => shapes,
            _ => Map::new(),
        };
        let mut services = shapes
            .iter()
            .filter(|(_, shape)| shape["type"] == "service");
        let Some((id, service)) = services.next() else {
            let reason = format!("the present model {} has no service", source.name);
            root.report(Code::NoService, reason, help, diagnostics);
            return None;
        };
        let metadata_node = root.get("metadata");
        let sdk_id = metadata_node.and_then(|metadata| metadata.get("serviceId"));
        let known = service["traits"][ids::AWS_SERVICE]["sdkId"].as_str();
        if let (Some(sdk_id), Some(known)) = (sdk_id, known)
            && sdk_id.value.as_str() != Some(known)
        {
            let reason = format!("the present model is that of the service `{known}`");
            let help = "use the files of that service";
            sdk_id.report(Code::NoService, reason, help, diagnostics);
            return None;
        }
        let (namespace, _) = id.split_once('#')?;
        let prelude = |member: &Value| {
            let target = member["target"].as_str()?;
            target.starts_with("smithy.api#").then(|| target.to_owned())
        };
        let members = shapes.values().flat_map(|shape| {
            let fixed = ["member", "key", "value"].map(|key| &shape[key]);
            let named = object(shape.get("members")).map(|(_, member)| member);
            named.chain(fixed)
        });
        Some(Self {
            prelude: members.filter_map(prelude).collect(),
            service: id.clone(),
            namespace: namespace.to_owned(),
            shapes,
            metadata,
        })
    }

    /// Returns a shape of the service's namespace by name.
    pub(super) fn shape(&self, name: &str) -> Option<&Value> {
        self.shapes.get(&format!("{}#{name}", self.namespace))
    }

    /// Returns the id of the shape in the prelude that members target by this name.
    pub(super) fn prelude(&self, name: &str) -> Option<String> {
        let ids = ["", "Primitive"].map(|prefix| format!("smithy.api#{prefix}{name}"));
        ids.into_iter().find(|id| self.prelude.contains(id))
    }
}

impl Converter<'_> {
    /// Adds the facts of the present model that botocore does not have.
    pub(super) fn keep_facts(&mut self) {
        let ids: Vec<_> = self.shapes.keys().cloned().collect();
        for id in ids {
            let (Some(present), Some(shape)) =
                (self.present.shapes.get(&id), self.shapes.get_mut(&id))
            else {
                continue;
            };
            if present["type"] != shape["type"] {
                let lost = missing(present, shape);
                if !lost.is_empty() {
                    let list = lost.join(", ");
                    let note = format!("{id} has another type and lost {list}");
                    self.notes.push(note);
                }
                continue;
            }
            keep(present, shape, &mut self.kept);
            if let Some(Value::Object(members)) = shape.get_mut("members") {
                order(members, &present["members"]);
                for (name, member) in members.iter_mut() {
                    let before = &present["members"][name];
                    if before["target"] == member["target"] {
                        keep(before, member, &mut self.kept);
                    } else if !missing(before, member).is_empty() {
                        let list = missing(before, member).join(", ");
                        let note = format!("{id}${name} has another target and lost {list}");
                        self.notes.push(note);
                    }
                }
            }
            for key in ["member", "key", "value"] {
                if let Some(member) = shape.get_mut(key)
                    && present[key]["target"] == member["target"]
                {
                    keep(&present[key], member, &mut self.kept);
                }
            }
        }
    }
}

/// Returns the traits of `present` that botocore cannot state and `shape` does not have.
fn missing<'a>(present: &'a Value, shape: &Value) -> Vec<&'a str> {
    object(present.get("traits"))
        .map(|(id, _)| id.as_str())
        .filter(|id| !CARRIED.contains(id) && shape["traits"].get(id).is_none())
        .collect()
}

/// Adds the traits of `present` that botocore cannot state, and keeps the spelling of equal values.
fn keep(present: &Value, shape: &mut Value, kept: &mut BTreeMap<String, usize>) {
    if let Some(Value::Object(traits)) = shape.get_mut("traits") {
        for (id, value) in traits {
            let known = &present["traits"][&**id];
            if constraints::is_same_trait(id, value, known) {
                value.clone_from(known);
            }
        }
    }
    let ids = missing(present, shape);
    if let Some(shape) = shape.as_object_mut().filter(|_| !ids.is_empty()) {
        let traits = shape.entry("traits").or_insert_with(super::node::empty);
        for id in ids {
            traits[id] = present["traits"][id].clone();
            *kept.entry(id.to_owned()).or_default() += 1;
        }
    }
}

/// Orders members as the present shape does; new ones follow.
fn order(members: &mut Map<String, Value>, present: &Value) {
    let names: Vec<_> = object(Some(present)).map(|(name, _)| name).collect();
    let rank = |name: &String| {
        let known = names.iter().position(|known| *known == name);
        known.unwrap_or(names.len())
    };
    let mut entries: Vec<_> = std::mem::take(members).into_iter().collect();
    entries.sort_by_key(|(name, _)| rank(name));
    members.extend(entries);
}
