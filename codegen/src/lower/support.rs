//! Which traits the generator knows, and what it does with them.

use super::closure::{Closure, is_unit, prelude};
use super::trait_values::expected;
use crate::ast::{Member, Shape, ShapeId, ShapeKind, Traits};
use crate::diagnostics::{Code, Diagnostics};

/// What the generator does with a trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// It has its effect on the client.
    Implemented,
    /// A client is the same with and without it, for this reason.
    WithoutEffect(&'static str),
}

use Treatment::{Implemented, WithoutEffect};

const DOCUMENTS: &str = "it documents";
const SERVER: &str = "the service checks it";
const TOOLS: &str = "it is for other tools";

/// The traits that the generator knows, by id.
pub(crate) const TRAITS: &[(&str, Treatment)] = &[
    ("aws.api#arn", WithoutEffect(TOOLS)),
    ("aws.api#arnReference", WithoutEffect(TOOLS)),
    ("aws.api#controlPlane", WithoutEffect(TOOLS)),
    ("aws.api#data", WithoutEffect(TOOLS)),
    ("aws.api#dataPlane", WithoutEffect(TOOLS)),
    ("aws.api#service", Implemented),
    ("aws.api#tagEnabled", WithoutEffect(TOOLS)),
    ("aws.api#taggable", WithoutEffect(TOOLS)),
    ("aws.auth#sigv4", Implemented),
    ("aws.protocols#restJson1", Implemented),
    ("smithy.api#clientOptional", Implemented),
    ("smithy.api#cors", WithoutEffect(SERVER)),
    ("smithy.api#default", Implemented),
    ("smithy.api#documentation", Implemented),
    ("smithy.api#enum", Implemented),
    ("smithy.api#enumValue", Implemented),
    ("smithy.api#error", Implemented),
    ("smithy.api#externalDocumentation", WithoutEffect(DOCUMENTS)),
    ("smithy.api#http", Implemented),
    (
        "smithy.api#httpError",
        WithoutEffect("errors are told apart by their codes"),
    ),
    ("smithy.api#httpHeader", Implemented),
    ("smithy.api#httpLabel", Implemented),
    ("smithy.api#httpQuery", Implemented),
    ("smithy.api#idempotent", WithoutEffect(DOCUMENTS)),
    (
        "smithy.api#input",
        WithoutEffect("all inputs are treated alike"),
    ),
    ("smithy.api#jsonName", Implemented),
    ("smithy.api#length", Implemented),
    (
        "smithy.api#output",
        WithoutEffect("all outputs are treated alike"),
    ),
    ("smithy.api#paginated", Implemented),
    ("smithy.api#pattern", Implemented),
    ("smithy.api#private", WithoutEffect(TOOLS)),
    ("smithy.api#range", Implemented),
    ("smithy.api#readonly", WithoutEffect(DOCUMENTS)),
    ("smithy.api#recommended", WithoutEffect(DOCUMENTS)),
    ("smithy.api#references", WithoutEffect(TOOLS)),
    ("smithy.api#required", Implemented),
    ("smithy.api#retryable", Implemented),
    ("smithy.api#sensitive", Implemented),
    ("smithy.api#sparse", Implemented),
    ("smithy.api#suppress", WithoutEffect(TOOLS)),
    ("smithy.api#tags", WithoutEffect(TOOLS)),
    ("smithy.api#timestampFormat", Implemented),
    ("smithy.api#title", Implemented),
    ("smithy.api#uniqueItems", WithoutEffect(SERVER)),
    ("smithy.rules#endpointRuleSet", Implemented),
    (
        "smithy.rules#endpointTests",
        WithoutEffect("the project's tests read it"),
    ),
];

/// Reports what the closure uses and the generator does not know: traits and kinds of shapes.
pub(super) fn check(
    closure: &Closure<'_>,
    allowed: &[String],
    found: &mut Diagnostics,
    warnings: &mut Diagnostics,
) {
    let mut checker = Checker {
        closure,
        allowed,
        found,
        warnings,
    };
    checker.shape(closure.service);
    for operation in &closure.operations {
        checker.shape(operation.shape);
        for shape in [operation.input, operation.output].into_iter().flatten() {
            checker.shape(shape);
        }
    }
    for shape in closure.errors.values() {
        checker.shape(shape);
    }
    for (shape, _) in closure.shapes.values() {
        checker.shape(shape);
    }
    if !closure.service.traits.has("aws.protocols#restJson1") {
        checker.found.shape(
            Code::Unsupported,
            &closure.service.id,
            "the service does not speak restJson1",
            "give a model whose service has the trait `aws.protocols#restJson1`",
        );
    }
}

struct Checker<'a> {
    closure: &'a Closure<'a>,
    allowed: &'a [String],
    found: &'a mut Diagnostics,
    warnings: &'a mut Diagnostics,
}

impl Checker<'_> {
    fn shape(&mut self, shape: &Shape) {
        self.traits(&shape.id, &shape.traits);
        for member in shape.members() {
            self.traits(&member.id, &member.traits);
            if let Some(kind) = prelude(&member.target) {
                self.kind(&member.id, &kind);
            } else if is_unit(&member.target)
                && !matches!(
                    shape.kind,
                    ShapeKind::Enum(_) | ShapeKind::IntEnum(_) | ShapeKind::Union(_)
                )
            {
                self.unsupported(&member.id, "a member of the unit type");
            }
        }
        self.kind(&shape.id, &shape.kind);
        if let ShapeKind::Map(key, _) = &shape.kind {
            self.key(key);
        }
    }

    fn key(&mut self, key: &Member) {
        let is_text = match self.closure.model.shape(&key.target) {
            Some(shape) => matches!(shape.kind, ShapeKind::String | ShapeKind::Enum(_)),
            // What does not exist was reported by the closure.
            None => matches!(prelude(&key.target), Some(ShapeKind::String) | None),
        };
        if !is_text {
            self.found.shape(
                Code::Target,
                &key.id,
                "a map's key is not a text",
                "refer to a shape of type `string` or `enum`",
            );
        }
    }

    fn kind(&mut self, id: &ShapeId, kind: &ShapeKind) {
        match kind {
            ShapeKind::BigInteger => self.unsupported(id, "a number of any size"),
            ShapeKind::BigDecimal => self.unsupported(id, "a number of any size"),
            ShapeKind::IntEnum(_) => self.unsupported(id, "an enum of integers"),
            _ => {}
        }
    }

    fn unsupported(&mut self, id: &ShapeId, what: &str) {
        self.found.shape(
            Code::Unsupported,
            id,
            format!("it is {what}, which the generator does not support yet"),
            "generate from a model without it",
        );
    }

    fn traits(&mut self, id: &ShapeId, traits: &Traits) {
        for trait_id in traits.ids() {
            let known = TRAITS.binary_search_by_key(&trait_id, |(known, _)| *known);
            if known.is_ok() {
                let value = traits.get(trait_id);
                if let Some(expected) = value.and_then(|value| expected(trait_id, value)) {
                    self.found.shape_trait(
                        Code::TraitValue,
                        id,
                        trait_id,
                        "the generator cannot read the trait's value",
                        format!("its value is {expected}"),
                    );
                }
                continue;
            }
            let allowed = self.allowed.iter().any(|allowed| allowed == trait_id);
            let findings = if allowed {
                &mut *self.warnings
            } else {
                &mut *self.found
            };
            findings.shape_trait(
                Code::UnknownTrait,
                id,
                trait_id,
                "the generator does not know the trait",
                format!("pass `--allow-trait {trait_id}` to generate as if it were not there"),
            );
        }
    }
}

#[cfg(test)]
mod tests;
