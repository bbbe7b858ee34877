//! Reads one entry of `shapes`.

mod renames;

use serde_json::{Map, Value};

use crate::ast::value::brief;
use crate::ast::{Member, ShapeKind, Traits, UNIT};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Step};
use crate::shape_id::{ShapeId, is_identifier};

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

/// An entry of `shapes`.
pub(super) enum Statement {
    Shape(ShapeKind),
    Apply,
}

/// Reader of one shape.
///
/// The target of an unreadable reference is [`ShapeId::unreadable`].
pub(super) struct ShapeReader<'a> {
    id: &'a ShapeId,
    value: &'a Value,
    diagnostics: &'a mut Diagnostics,
    /// `true` if unreadable members were omitted.
    pub(super) is_partial: bool,
}

/// The path to a value in the shape.
type Path<'a> = &'a [PathStep<'a>];

#[derive(Clone, Copy)]
enum PathStep<'a> {
    Key(&'a str),
    Index(usize),
}
use PathStep::{Index, Key};

impl<'a> ShapeReader<'a> {
    pub(super) fn new(id: &'a ShapeId, value: &'a Value, diagnostics: &'a mut Diagnostics) -> Self {
        Self {
            id,
            value,
            diagnostics,
            is_partial: false,
        }
    }

    pub(super) fn statement(&mut self) -> Option<Statement> {
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
            "list" | "set" => ShapeKind::List(Box::new(self.fixed_member("member"))),
            "map" => ShapeKind::Map(
                Box::new(self.fixed_member("key")),
                Box::new(self.fixed_member("value")),
            ),
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
                input: self.target_or_unit("input"),
                output: self.target_or_unit("output"),
                errors: self.targets("errors"),
            },
            unknown => {
                let reason = match kind {
                    Some(_) => format!("`{unknown}` is not a shape type"),
                    None => "the shape has no type".to_owned(),
                };
                let help = format!("the types are {}", TYPES.join(", "));
                self.diagnostic(Code::ShapeType, reason, help, &[Key("type")])
                    .did_you_mean(unknown, TYPES);
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
        path: Path<'_>,
    ) -> &mut Diagnostic {
        let diagnostic = self.diagnostics.shape(code, self.id, reason, help);
        diagnostic.below(path.iter().map(|step| match step {
            Key(key) => Step::from(*key),
            Index(index) => Step::from(*index),
        }))
    }

    /// Returns the object at `key` of `holder`, which is at `path`.
    fn object<'v>(
        &mut self,
        holder: &'v Value,
        path: Path<'_>,
        key: &str,
    ) -> Option<&'v Map<String, Value>> {
        let value = holder.get(key)?;
        if !value.is_object() {
            let path = &[path, &[Key(key)]].concat();
            let reason = format!("`{key}` is not an object");
            self.diagnostic(
                Code::Form,
                reason,
                format!("write `\"{key}\": {{…}}`"),
                path,
            );
        }
        value.as_object()
    }

    fn version(&mut self) -> String {
        let version = self.value.get("version");
        if version.is_some_and(|version| !version.is_string()) {
            let help = "write a string: `\"version\": \"2020-01-01\"`";
            self.diagnostic(
                Code::Form,
                "`version` is not a string",
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
        members
            .filter_map(|(name, member)| self.member(name, member, &[Key("members")]))
            .collect()
    }

    /// Returns a member that the type of the shape requires, for example `key` of a map.
    fn fixed_member(&mut self, name: &str) -> Member {
        let member = match self.value.get(name) {
            Some(member) => self.member(name, member, &[]),
            // The member may come from a mixin.
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

    fn member(&mut self, name: &str, value: &Value, parent: Path<'_>) -> Option<Member> {
        let path = &[parent, &[Key(name)]].concat();
        if !is_identifier(name) {
            let help = "names consist of letters, digits and `_`, do not begin with a digit, and are \
                        not only `_`";
            self.diagnostic(
                Code::MemberName,
                format!("`{name}` is not a member name"),
                help,
                path,
            )
            .key();
            self.is_partial = true;
            return None;
        }
        Some(Member {
            id: self.id.member(name),
            name: name.to_owned(),
            target: self.target(value, path),
            traits: Traits::new(self.object(value, path, "traits")),
        })
    }

    /// Returns the target of a reference.
    fn target(&mut self, reference: &Value, path: Path<'_>) -> ShapeId {
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
                &[path, &[Key("target")]].concat(),
            );
            ShapeId::unreadable()
        })
    }

    /// Returns the target of the reference at `key`, or the unit type if there is no reference.
    fn target_or_unit(&mut self, key: &str) -> ShapeId {
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
        references
            .enumerate()
            .map(|(index, reference)| self.target(reference, &[Key(key), Index(index)]))
            .collect()
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
