//! Which traits the generator knows, and what it does with them.

use super::closure::{Closure, is_unit, prelude};
use crate::ast::{Shape, ShapeId, ShapeKind, Traits};
use crate::diagnostics::{Code, Diagnostics};

/// What the generator does with a trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Treatment {
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
            if TRAITS
                .binary_search_by_key(&trait_id, |(known, _)| *known)
                .is_ok()
            {
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
mod tests {
    use super::TRAITS;

    #[test]
    fn the_table_is_sorted() {
        assert!(TRAITS.is_sorted_by(|a, b| a.0 < b.0));
    }
}
