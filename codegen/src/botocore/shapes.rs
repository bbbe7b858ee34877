//! Shapes that are no operations.

use serde_json::{Map, Value, json};

use super::Converter;
use super::constraints::{self, is_same};
use super::node::{Node, empty, target};
use super::service::is_primitive;
use crate::ast::{ids, object};
use crate::diagnostics::Code;
use crate::shape_id::is_identifier;

const KEYS: &[&str] = &[
    "box",
    "deprecated",
    "deprecatedMessage",
    "deprecatedSince",
    "document",
    "documentation",
    "enum",
    "error",
    "event",
    "eventstream",
    "exception",
    "fault",
    "key",
    "max",
    "member",
    "members",
    "min",
    "pattern",
    "payload",
    "required",
    "requiresLength",
    "retryable",
    "sensitive",
    "sparse",
    "streaming",
    "timestampFormat",
    "type",
    "union",
    "value",
];

/// Keys without a meaning in restJson1.
const IGNORED: &[&str] = &[
    "flattened",
    "locationName",
    "synthetic",
    "wrapper",
    "xmlNamespace",
    "xmlOrder",
];

impl<'a> Converter<'a> {
    /// Returns the id of the shape that a reference names, and converts the shape later.
    pub(super) fn reference(&mut self, node: &Node<'a>) -> Option<String> {
        let name = node.required("shape", &mut self.diagnostics)?;
        let Some(shape) = self.source.get(name) else {
            let reason = format!("there is no shape `{name}`");
            let help = "use the file as botocore publishes it";
            node.report(Code::NoTarget, reason, help, &mut self.diagnostics);
            return None;
        };
        if self.present.shape(name).is_none()
            && let Some(id) = self.present.prelude(name)
            && is_plain(shape.value)
        {
            return Some(id);
        }
        // Smithy models resolve the conflict in the same way.
        let suffix = if self.operations.contains(name) {
            "Shape"
        } else {
            ""
        };
        let id = format!("{}#{name}{suffix}", self.present.namespace);
        if !self.shapes.contains_key(&id) {
            self.shapes.insert(id.clone(), Value::Null);
            self.pending.push((id.clone(), name));
        }
        Some(id)
    }

    /// Converts the shapes that were referenced, and those that they reference.
    pub(super) fn pending_shapes(&mut self) {
        while let Some((id, name)) = self.pending.pop() {
            let node = self.source[name].clone();
            let shape = self.shape(&id, &node);
            self.shapes.insert(id, shape);
        }
        for (id, trait_id, value) in std::mem::take(&mut self.target_traits) {
            match self.shapes.get_mut(&id) {
                Some(shape) => {
                    let traits = shape.as_object_mut().map(|shape| shape.entry("traits"));
                    if let Some(traits) = traits {
                        traits.or_insert_with(empty)[trait_id] = value;
                    }
                }
                None => {
                    let note = format!("{id} is in the prelude, so {trait_id} was lost");
                    self.notes.push(note);
                }
            }
        }
    }

    fn shape(&mut self, id: &str, node: &Node<'a>) -> Value {
        node.only(&[KEYS, IGNORED], &mut self.diagnostics);
        let present = self.present.shapes.get(id).unwrap_or(&Value::Null);
        let kind = node.required("type", &mut self.diagnostics);
        let mut traits = Map::new();
        self.common_traits(node, &mut traits);
        let mut shape = Map::new();
        shape.insert("type".to_owned(), kind.unwrap_or_default().into());
        match kind {
            Some("structure") => self.structure(id, node, &mut shape, &mut traits),
            Some("list") => {
                shape.insert("member".to_owned(), self.element(node, "member"));
            }
            Some("map") => {
                for key in ["key", "value"] {
                    shape.insert(key.to_owned(), self.element(node, key));
                }
            }
            Some("string") if node.get("enum").is_some() => {
                self.enumeration(id, node, present, &mut shape, &mut traits);
            }
            Some("string" | "blob" | "timestamp") => {}
            Some("boolean" | "integer" | "long" | "float" | "double") => {
                // Botocore has no smaller or larger numbers, and no enums of numbers.
                let wider = ["byte", "short", "intEnum", "bigInteger", "bigDecimal"];
                if present["type"]
                    .as_str()
                    .is_some_and(|name| wider.contains(&name))
                {
                    shape["type"] = present["type"].clone();
                    if let Some(members) = present.get("members") {
                        shape.insert("members".to_owned(), members.clone());
                    }
                }
                self.shape_default(id, node, present, &mut traits);
            }
            Some(unknown) => {
                let reason = format!("`{unknown}` is not a type of botocore's shapes");
                let help = "use the file as botocore publishes it";
                node.report(Code::ShapeType, reason, help, &mut self.diagnostics);
            }
            None => {}
        }
        if present["type"] == "set" && kind == Some("list") {
            shape["type"] = "set".into();
        }
        if !traits.is_empty() {
            shape.insert("traits".to_owned(), Value::Object(traits));
        }
        Value::Object(shape)
    }

    /// Adds the traits that several types can have.
    fn common_traits(&mut self, node: &Node<'a>, traits: &mut Map<String, Value>) {
        let flags = [
            ("sensitive", ids::SENSITIVE),
            ("sparse", ids::SPARSE),
            ("streaming", ids::STREAMING),
            ("requiresLength", ids::REQUIRES_LENGTH),
        ];
        for (key, id) in flags {
            if node.flag(key, &mut self.diagnostics) {
                traits.insert(id.to_owned(), empty());
            }
        }
        self.deprecated(node, traits);
        self.timestamp_format(node, traits);
        if let Some(pattern) = node.string("pattern", &mut self.diagnostics) {
            traits.insert(
                ids::PATTERN.to_owned(),
                constraints::anchored(pattern).into(),
            );
        }
        let id = match is_primitive(node.value) {
            true => ids::RANGE,
            false => ids::LENGTH,
        };
        let bounds = ["min", "max"].map(|key| Some((key.to_owned(), node.get(key)?.value.clone())));
        let bounds = Value::Object(bounds.into_iter().flatten().collect());
        let bounds = constraints::bounds(id, &bounds).into_owned();
        if bounds.as_object().is_some_and(|bounds| !bounds.is_empty()) {
            traits.insert(id.to_owned(), bounds);
        }
    }

    pub(super) fn timestamp_format(&mut self, node: &Node<'a>, traits: &mut Map<String, Value>) {
        let format = match node.string("timestampFormat", &mut self.diagnostics) {
            Some("iso8601") => "date-time",
            Some("unixTimestamp") => "epoch-seconds",
            Some("rfc822") => "http-date",
            Some(_) => {
                let unknown = node.get("timestampFormat");
                let unknown = unknown.as_ref().unwrap_or(node);
                let help = "known formats are `iso8601`, `unixTimestamp` and `rfc822`";
                let reason = "the format is unknown";
                unknown.report(Code::TraitValue, reason, help, &mut self.diagnostics);
                return;
            }
            None => return,
        };
        traits.insert(ids::TIMESTAMP_FORMAT.to_owned(), format.into());
    }

    fn element(&mut self, node: &Node<'a>, key: &str) -> Value {
        let Some(element) = node.get(key) else {
            let reason = format!("the key `{key}` is missing");
            let help = "use the file as botocore publishes it";
            node.report(Code::MemberMissing, reason, help, &mut self.diagnostics);
            return Value::Null;
        };
        let known = ["shape", "documentation", "locationName"];
        element.only(&[&known], &mut self.diagnostics);
        target(&self.reference(&element).unwrap_or_default())
    }

    /// Converts an enum into the form that the present model has: values keep their names.
    fn enumeration(
        &mut self,
        id: &str,
        node: &Node<'a>,
        present: &Value,
        shape: &mut Map<String, Value>,
        traits: &mut Map<String, Value>,
    ) {
        let values = node.strings("enum", &mut self.diagnostics);
        if let Some(Value::Array(known)) = present["traits"].get(ids::ENUM) {
            let definitions = values.iter().map(|value| {
                let known = known.iter().find(|known| known["value"] == **value);
                known.cloned().unwrap_or_else(|| json!({ "value": value }))
            });
            traits.insert(ids::ENUM.to_owned(), definitions.collect());
            return;
        }
        shape["type"] = "enum".into();
        let mut members = Map::new();
        let known: Vec<_> = object(present.get("members")).collect();
        for value in values {
            let is_known = |(name, member): &&(&String, &Value)| {
                let wire = member["traits"].get(ids::ENUM_VALUE);
                wire.and_then(Value::as_str).unwrap_or(name) == value
            };
            if let Some((name, member)) = known.iter().find(is_known) {
                members.insert((*name).clone(), (*member).clone());
                continue;
            }
            let name = value_name(value);
            if name != value {
                let note = format!("{id}: the value {value:?} got the name {name}");
                self.notes.push(note);
            }
            let mut member = target("smithy.api#Unit");
            if name != value {
                member["traits"] = json!({ ids::ENUM_VALUE: value });
            }
            members.insert(name, member);
        }
        shape.insert("members".to_owned(), Value::Object(members));
    }

    /// Adds the default of a number or boolean.
    fn shape_default(
        &mut self,
        id: &str,
        node: &Node<'a>,
        present: &Value,
        traits: &mut Map<String, Value>,
    ) {
        let is_boxed = node.flag("box", &mut self.diagnostics);
        let zero = zero(node.value);
        let known = present["traits"].get(ids::DEFAULT);
        let default = match known {
            Some(known) if is_boxed && is_same(known, &zero) => None,
            Some(known) => Some(known.clone()),
            None if !present.is_null() || is_boxed || !self.has_boxes => None,
            None => {
                let note = format!("{id}: new and not boxed, so its default is {zero}");
                self.notes.push(note);
                Some(zero)
            }
        };
        traits.extend(default.map(|value| (ids::DEFAULT.to_owned(), value)));
    }
}

/// Returns the zero of a number or boolean.
pub(super) fn zero(shape: &Value) -> Value {
    match shape["type"] == "boolean" {
        true => false.into(),
        false => 0.into(),
    }
}

/// Returns `true` if the shape states no facts, as those in the prelude.
fn is_plain(shape: &Value) -> bool {
    object(Some(shape)).all(|(key, value)| match &**key {
        "type" | "box" | "documentation" => true,
        "members" => value.as_object().is_some_and(Map::is_empty),
        _ => false,
    })
}

/// Derives the name of an enum value, as Smithy does for enums without names.
fn value_name(value: &str) -> String {
    let mut name: String = value
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    if !is_identifier(&name) {
        name.insert_str(0, "VALUE_");
    }
    name
}
