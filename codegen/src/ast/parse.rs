//! From text to [`Model`].

use serde_json::{Map, Value};

use super::id::is_identifier;
use super::shape::{Member, Model, Shape, ShapeKind};
use super::value::{json, object};
use super::{ShapeId, Traits};
use crate::Source;
use crate::diagnostics::{Code, Diagnostics};

const UNIT: &str = "smithy.api#Unit";

/// Reads a model. Statements that only apply traits are merged into the shapes they apply to.
pub(crate) fn parse(source: Source<'_>) -> Result<Model, Diagnostics> {
    let mut found = Diagnostics::about(source.name);
    let root = json(source, "give a Smithy model in its JSON form (the AST)")?;
    let version = root.get("smithy").and_then(Value::as_str);
    if !version.is_some_and(|version| version.starts_with("2.") || version == "2") {
        found.text(
            Code::Ast,
            "the model does not say `\"smithy\": \"2.0\"`",
            "give a model of Smithy 2; `smithy ast` brings older ones up to it",
        );
    }
    let mut model = Model::default();
    let mut applied = Vec::new();
    for (id, value) in object(root.get("shapes")) {
        let Some(id) = ShapeId::parse(id) else {
            found.text(
                Code::Ast,
                format!("`{id}` is not a shape id"),
                "shape ids have the form `namespace#Name`",
            );
            continue;
        };
        let mut reader = ShapeReader {
            id: &id,
            found: &mut found,
        };
        match reader.kind(value) {
            Some(Statement::Shape(kind)) => {
                let traits = Traits::new(value.get("traits"));
                model.insert(Shape { id, kind, traits });
            }
            Some(Statement::Apply) => applied.push((id, Traits::new(value.get("traits")))),
            None => {}
        }
    }
    for (id, traits) in applied {
        match model.traits_mut(&id) {
            Some(target) => target.extend(traits),
            None => found.shape(
                Code::Target,
                &id,
                "traits are applied to a shape that does not exist",
                "take the statement out, or correct the id",
            ),
        }
    }
    found.or(model)
}

enum Statement {
    Shape(ShapeKind),
    Apply,
}

struct ShapeReader<'a> {
    id: &'a ShapeId,
    found: &'a mut Diagnostics,
}

impl ShapeReader<'_> {
    fn kind(&mut self, value: &Value) -> Option<Statement> {
        let kind = value
            .get("type")
            .and_then(Value::as_str)
            .unwrap_or_default();
        Some(Statement::Shape(match kind {
            "apply" => return Some(Statement::Apply),
            "blob" => ShapeKind::Blob,
            "boolean" => ShapeKind::Boolean,
            "string" => ShapeKind::String,
            "timestamp" => ShapeKind::Timestamp,
            "byte" => ShapeKind::Byte,
            "short" => ShapeKind::Short,
            "integer" => ShapeKind::Integer,
            "long" => ShapeKind::Long,
            "float" => ShapeKind::Float,
            "double" => ShapeKind::Double,
            "bigInteger" => ShapeKind::BigInteger,
            "bigDecimal" => ShapeKind::BigDecimal,
            "document" => ShapeKind::Document,
            "enum" => ShapeKind::Enum(self.members(value)),
            "intEnum" => ShapeKind::IntEnum(self.members(value)),
            "structure" => ShapeKind::Structure(self.members(value)),
            "union" => ShapeKind::Union(self.members(value)),
            "list" | "set" => ShapeKind::List(Box::new(self.named(value, "member")?)),
            "map" => ShapeKind::Map(
                Box::new(self.named(value, "key")?),
                Box::new(self.named(value, "value")?),
            ),
            "service" => ShapeKind::Service {
                version: text(value, "version"),
                operations: self.targets(value, "operations"),
                resources: self.targets(value, "resources"),
                errors: self.targets(value, "errors"),
            },
            "resource" => ShapeKind::Resource {
                operations: self.resource_operations(value),
                resources: self.targets(value, "resources"),
            },
            "operation" => ShapeKind::Operation {
                input: self.optional_target(value, "input")?,
                output: self.optional_target(value, "output")?,
                errors: self.targets(value, "errors"),
            },
            other => {
                self.found.shape(
                    Code::Ast,
                    self.id,
                    format!("`{other}` is not a type of shape"),
                    "see the list of types in the specification of the JSON AST",
                );
                return None;
            }
        }))
    }

    fn members(&mut self, value: &Value) -> Vec<Member> {
        let members = object(value.get("members"));
        members
            .filter_map(|(name, member)| self.member(name, member))
            .collect()
    }

    fn named(&mut self, value: &Value, name: &str) -> Option<Member> {
        match value.get(name) {
            Some(member) => self.member(name, member),
            None => {
                self.found.shape(
                    Code::Ast,
                    self.id,
                    format!("the shape has no `{name}`"),
                    format!("add `\"{name}\": {{\"target\": …}}`"),
                );
                None
            }
        }
    }

    fn member(&mut self, name: &str, value: &Value) -> Option<Member> {
        if !is_identifier(name) {
            self.found.shape(
                Code::Ast,
                self.id,
                format!("`{name}` is not a member's name"),
                "names are letters, digits and `_`, and do not begin with a digit",
            );
            return None;
        }
        Some(Member {
            id: self.id.member(name),
            name: name.to_owned(),
            target: self.target(value)?,
            traits: Traits::new(value.get("traits")),
        })
    }

    fn target(&mut self, value: &Value) -> Option<ShapeId> {
        let text = value.get("target").and_then(Value::as_str);
        let target = text.and_then(ShapeId::parse);
        if target.is_none() {
            self.found.shape(
                Code::Ast,
                self.id,
                format!("a reference has no valid target: {value}"),
                "references have the form `{\"target\": \"namespace#Name\"}`",
            );
        }
        target
    }

    fn optional_target(&mut self, value: &Value, key: &str) -> Option<ShapeId> {
        match value.get(key) {
            Some(reference) => self.target(reference),
            None => ShapeId::parse(UNIT),
        }
    }

    fn targets(&mut self, value: &Value, key: &str) -> Vec<ShapeId> {
        let list = value.get(key).and_then(Value::as_array);
        let references = list.into_iter().flatten();
        references
            .filter_map(|reference| self.target(reference))
            .collect()
    }

    fn resource_operations(&mut self, value: &Value) -> Vec<ShapeId> {
        let lifecycle = ["create", "put", "read", "update", "delete", "list"];
        let mut operations: Vec<_> = lifecycle
            .iter()
            .filter_map(|key| value.get(*key))
            .filter_map(|reference| self.target(reference))
            .collect();
        operations.extend(self.targets(value, "operations"));
        operations.extend(self.targets(value, "collectionOperations"));
        operations
    }
}

fn text(value: &Value, key: &str) -> String {
    let text = value.get(key).and_then(Value::as_str);
    text.unwrap_or_default().to_owned()
}

impl Traits {
    fn new(value: Option<&Value>) -> Self {
        let traits: Option<&Map<_, _>> = value.and_then(Value::as_object);
        Self::from_map(traits.cloned().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests;
