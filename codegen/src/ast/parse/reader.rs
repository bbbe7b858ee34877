//! Reads one entry of `shapes`.

mod renames;

use serde_json::{Map, Value};

use crate::ast::value::brief;
use crate::ast::{Member, ShapeKind, Traits, UNIT};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Step};
use crate::shape_id::ShapeId;
use crate::shape_id::is_identifier;

const TYPES: [&str; 24] = [
    "apply",
    "bigDecimal",
    "bigInteger",
    "blob",
    "boolean",
    "byte",
    "document",
    "double",
    "enum",
    "float",
    "intEnum",
    "integer",
    "list",
    "long",
    "map",
    "operation",
    "resource",
    "service",
    "set",
    "short",
    "string",
    "structure",
    "timestamp",
    "union",
];

/// What an entry of `shapes` is.
pub(super) enum Statement {
    Shape(ShapeKind),
    Apply,
}

/// Reads a shape. References that cannot be read lead to an id that nothing has.
pub(super) struct ShapeReader<'a> {
    id: &'a ShapeId,
    value: &'a Value,
    diagnostics: &'a mut Diagnostics,
    /// Whether members were left out.
    pub(super) is_partial: bool,
}

/// The way to a value below the shape.
type Way<'a> = &'a [Hop<'a>];

#[derive(Clone, Copy)]
enum Hop<'a> {
    Key(&'a str),
    Index(usize),
}
use Hop::{Index, Key};

impl<'a> ShapeReader<'a> {
    pub(super) fn new(id: &'a ShapeId, value: &'a Value, diagnostics: &'a mut Diagnostics) -> Self {
        Self {
            id,
            value,
            diagnostics,
            is_partial: false,
        }
    }

    pub(super) fn kind(&mut self) -> Option<Statement> {
        let kind = self.value.get("type").and_then(Value::as_str);
        Some(Statement::Shape(match kind.unwrap_or_default() {
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
            "enum" => ShapeKind::Enum(self.members()),
            "intEnum" => ShapeKind::IntEnum(self.members()),
            "structure" => ShapeKind::Structure(self.members()),
            "union" => ShapeKind::Union(self.members()),
            "list" | "set" => ShapeKind::List(Box::new(self.named("member"))),
            "map" => ShapeKind::Map(Box::new(self.named("key")), Box::new(self.named("value"))),
            "service" => ShapeKind::Service {
                version: self.version(),
                operations: self.targets("operations"),
                resources: self.targets("resources"),
                errors: self.targets("errors"),
                renames: self.renames(),
            },
            "resource" => ShapeKind::Resource {
                operations: self.resource_operations(),
                resources: self.targets("resources"),
            },
            "operation" => ShapeKind::Operation {
                input: self.optional_target("input"),
                output: self.optional_target("output"),
                errors: self.targets("errors"),
            },
            other => {
                let reason = match kind {
                    Some(_) => format!("`{other}` is not a type of shape"),
                    None => "the shape does not say its type".to_owned(),
                };
                let help = format!("the types are {}", TYPES.join(", "));
                self.diagnostic(Code::ShapeType, reason, help, &[Key("type")])
                    .did_you_mean(other, TYPES);
                return None;
            }
        }))
    }

    pub(super) fn mixins(&mut self) -> Vec<ShapeId> {
        self.targets("mixins")
    }

    pub(super) fn traits(&mut self) -> Traits {
        Traits::new(self.object(self.value, &[], "traits"))
    }

    fn diagnostic(
        &mut self,
        code: Code,
        reason: impl Into<String>,
        help: impl Into<String>,
        way: Way<'_>,
    ) -> &mut Diagnostic {
        let diagnostic = self.diagnostics.shape(code, self.id, reason, help);
        diagnostic.below(way.iter().map(|hop| match hop {
            Key(key) => Step::from(*key),
            Index(index) => Step::from(*index),
        }))
    }

    /// The value of a key of `holder`, which lies at the end of `way`, as an object.
    fn object<'v>(
        &mut self,
        holder: &'v Value,
        way: Way<'_>,
        key: &str,
    ) -> Option<&'v Map<String, Value>> {
        let value = holder.get(key)?;
        if !value.is_object() {
            let way = &[way, &[Key(key)]].concat();
            let reason = format!("`{key}` is not an object");
            self.diagnostic(Code::Form, reason, format!("write `\"{key}\": {{…}}`"), way);
        }
        value.as_object()
    }

    fn version(&mut self) -> String {
        let version = self.value.get("version");
        if version.is_some_and(|version| !version.is_string()) {
            let help = "write it as a text: `\"version\": \"2020-01-01\"`";
            self.diagnostic(
                Code::Form,
                "`version` is not a text",
                help,
                &[Key("version")],
            );
        }
        let version = version.and_then(Value::as_str);
        version.unwrap_or_default().to_owned()
    }

    fn members(&mut self) -> Vec<Member> {
        let members = self.object(self.value, &[], "members");
        let members = members.into_iter().flatten();
        let members =
            members.filter_map(|(name, member)| self.member(name, member, &[Key("members")]));
        members.collect()
    }

    fn named(&mut self, name: &str) -> Member {
        let member = match self.value.get(name) {
            Some(member) => self.member(name, member, &[]),
            // It may come from one of them.
            None if self.value.get("mixins").is_some() => None,
            None => {
                let help = format!("add `\"{name}\": {{\"target\": \"namespace#Name\"}}`");
                self.diagnostic(
                    Code::MemberMissing,
                    format!("the shape has no `{name}`"),
                    help,
                    &[],
                )
                .key();
                None
            }
        };
        member.unwrap_or_else(|| Member {
            id: self.id.member(name),
            name: name.to_owned(),
            target: ShapeId::unreadable(),
            traits: Traits::default(),
        })
    }

    fn member(&mut self, name: &str, value: &Value, above: Way<'_>) -> Option<Member> {
        let way = &[above, &[Key(name)]].concat();
        if !is_identifier(name) {
            let help = "names are letters, digits and `_`, and do not begin with a digit";
            self.diagnostic(
                Code::MemberName,
                format!("`{name}` is not a member's name"),
                help,
                way,
            )
            .key();
            self.is_partial = true;
            return None;
        }
        Some(Member {
            id: self.id.member(name),
            name: name.to_owned(),
            target: self.target(value, way),
            traits: Traits::new(self.object(value, way, "traits")),
        })
    }

    /// The target of a reference.
    fn target(&mut self, reference: &Value, way: Way<'_>) -> ShapeId {
        let value = reference.get("target");
        let target = value.and_then(Value::as_str).and_then(ShapeId::parse);
        target.unwrap_or_else(|| {
            let reason = match value {
                Some(value) => format!("{} is not a shape id", brief(value)),
                None => "the reference has no target".to_owned(),
            };
            let help = "references have the form `{\"target\": \"namespace#Name\"}`";
            self.diagnostic(
                Code::Reference,
                reason,
                help,
                &[way, &[Key("target")]].concat(),
            );
            ShapeId::unreadable()
        })
    }

    fn optional_target(&mut self, key: &str) -> ShapeId {
        match self.value.get(key) {
            Some(reference) => self.target(reference, &[Key(key)]),
            None => ShapeId::parse(UNIT).unwrap_or_else(ShapeId::unreadable),
        }
    }

    fn targets(&mut self, key: &str) -> Vec<ShapeId> {
        let value = self.value.get(key);
        if value.is_some_and(|value| !value.is_array()) {
            let help = format!("write `\"{key}\": [{{\"target\": \"namespace#Name\"}}]`");
            self.diagnostic(
                Code::Form,
                format!("`{key}` is not a list"),
                help,
                &[Key(key)],
            );
        }
        let references = value.and_then(Value::as_array).into_iter().flatten();
        let references = references.enumerate();
        let targets =
            references.map(|(index, reference)| self.target(reference, &[Key(key), Index(index)]));
        targets.collect()
    }

    fn resource_operations(&mut self) -> Vec<ShapeId> {
        let mut operations = Vec::new();
        for key in ["create", "put", "read", "update", "delete", "list"] {
            if let Some(reference) = self.value.get(key) {
                operations.push(self.target(reference, &[Key(key)]));
            }
        }
        operations.extend(self.targets("operations"));
        operations.extend(self.targets("collectionOperations"));
        operations
    }
}
