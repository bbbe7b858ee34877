//! Enums, in both of Smithy's forms.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::docs;
use super::names::{enum_variant, module_name};
use super::types::Types;
use crate::ast::{Shape, ShapeKind};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Enum, Name, Value};

/// The enums of the closure.
pub(super) fn all(types: &Types<'_>, found: &mut Diagnostics) -> Vec<Enum> {
    let mut enums = Vec::new();
    for (shape, usage) in types.closure.shapes.values() {
        let Some(values) = values(shape, found) else {
            continue;
        };
        check_names(shape, &values, found);
        let wire = shape.id.name();
        let mut texts: Vec<_> = values.iter().map(|value| value.name.wire.clone()).collect();
        texts.sort();
        enums.push(Enum {
            name: Name {
                rust: types.names.type_name(&shape.id),
                wire: wire.to_owned(),
            },
            module: module_name(wire),
            docs: docs::lines_or(&shape.traits, &format!("The values of `{wire}`.")),
            values,
            texts,
            unknown: "Unknown".to_owned(),
            usage: *usage,
        });
    }
    enums
}

fn values(shape: &Shape, found: &mut Diagnostics) -> Option<Vec<Value>> {
    if let ShapeKind::Enum(members) = &shape.kind {
        let values = members.iter().map(|member| {
            let text = member.traits.enum_value().and_then(Json::as_str);
            let text = text.unwrap_or(&member.name);
            value(&member.name, text, docs::lines(&member.traits))
        });
        return Some(values.collect());
    }
    let definitions = shape.traits.enum_definitions()?;
    let mut values = Vec::new();
    for (name, text) in definitions {
        let variant = enum_variant(name.unwrap_or(text));
        if variant.chars().all(|c| c.is_alphanumeric() || c == '_') && !variant.is_empty() {
            values.push(value(name.unwrap_or(text), text, Vec::new()));
        } else {
            found.shape_trait(
                Code::Name,
                &shape.id,
                "smithy.api#enum",
                format!("the value `{text}` has no name, and none can be made of it"),
                "give the value a `name`",
            );
        }
    }
    Some(values)
}

fn value(name: &str, text: &str, docs: Vec<String>) -> Value {
    Value {
        name: Name {
            rust: enum_variant(name),
            wire: text.to_owned(),
        },
        docs: if docs.is_empty() {
            vec![format!("The value `{text}`.")]
        } else {
            docs
        },
    }
}

fn check_names(shape: &Shape, values: &[Value], found: &mut Diagnostics) {
    let mut taken = BTreeMap::new();
    for value in values {
        let name = &value.name;
        if let Some(other) = taken.insert(&name.rust, &name.wire) {
            found.shape(
                Code::Name,
                &shape.id,
                format!(
                    "the values `{other}` and `{}` would both be called `{}`",
                    name.wire, name.rust
                ),
                "give one of them another name",
            );
        }
    }
}
