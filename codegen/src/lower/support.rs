//! Which traits the generator knows, and what it does with them.

use super::closure::{Closure, is_unit, prelude};
use super::trait_values::expected_in;
use crate::ast::{Member, Shape, ShapeId, ShapeKind, Traits};
use crate::diagnostics::{Code, Diagnostics, Severity, nearest};

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
const TESTS: &str = "tests are made of it";
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
    ("smithy.api#deprecated", Implemented),
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
    ("smithy.rules#clientContextParams", Implemented),
    ("smithy.rules#contextParam", Implemented),
    (
        "smithy.rules#endpointBdd",
        WithoutEffect("the rule set beside it says the same"),
    ),
    ("smithy.rules#endpointRuleSet", Implemented),
    (
        "smithy.rules#endpointTests",
        WithoutEffect("the project's tests read it"),
    ),
    ("smithy.rules#operationContextParams", Implemented),
    ("smithy.rules#staticContextParams", Implemented),
    ("smithy.test#httpRequestTests", WithoutEffect(TESTS)),
    ("smithy.test#httpResponseTests", WithoutEffect(TESTS)),
];

/// Reports what the closure uses and the generator does not know: traits and kinds of shapes.
pub(super) fn check(closure: &Closure<'_>, allowed: &[String], found: &mut Diagnostics) {
    let mut checker = Checker {
        closure,
        allowed,
        found,
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
    if !closure.speaks_rest_json() {
        let id = &closure.service.id;
        let reason = "the service does not speak restJson1";
        let help = "give a model whose service has the trait `aws.protocols#restJson1`";
        match closure.service.traits.ids().find(|id| is_protocol(id)) {
            Some(other) => checker
                .found
                .shape_trait(Code::Protocol, id, other, reason, help)
                .key()
                .meant(other, ["aws.protocols#restJson1"]),
            None => checker.found.shape(Code::Protocol, id, reason, help),
        };
    }
}

/// Whether a trait is missing, and not only spelled wrong, which is said where it stands.
pub(super) fn is_missing(traits: &Traits, trait_id: &str) -> bool {
    let is_meant = |id: &str| !is_known(id) && nearest(id, [trait_id]).is_some();
    !traits.has(trait_id) && !traits.ids().any(is_meant)
}

fn is_known(trait_id: &str) -> bool {
    TRAITS
        .binary_search_by_key(&trait_id, |(known, _)| *known)
        .is_ok()
}

fn is_protocol(trait_id: &str) -> bool {
    trait_id.starts_with("aws.protocols#")
}

struct Checker<'a> {
    closure: &'a Closure<'a>,
    allowed: &'a [String],
    found: &'a mut Diagnostics,
}

impl Checker<'_> {
    fn shape(&mut self, shape: &Shape) {
        self.traits(&shape.kind, &shape.id, &shape.traits);
        for member in shape.members() {
            self.traits(&shape.kind, &member.id, &member.traits);
            if let Some(kind) = prelude(&member.target) {
                self.kind(&member.id, &kind, "target");
            } else if is_unit(&member.target)
                && !matches!(
                    shape.kind,
                    ShapeKind::Enum(_) | ShapeKind::IntEnum(_) | ShapeKind::Union(_)
                )
            {
                self.unsupported(&member.id, "a member of the unit type", "target");
            }
        }
        self.kind(&shape.id, &shape.kind, "type");
        if let ShapeKind::Map(key, _) = &shape.kind {
            self.key(key);
        }
    }

    fn key(&mut self, key: &Member) {
        let shape = self.closure.model.shape(&key.target);
        let kind = shape.map(|shape| shape.kind.clone());
        let is_text = match kind.or_else(|| prelude(&key.target)) {
            Some(ShapeKind::String | ShapeKind::Enum(_)) => true,
            // Of these, and of what does not exist, something was said already.
            Some(ShapeKind::BigInteger | ShapeKind::BigDecimal) => true,
            other => other.is_none(),
        };
        if !is_text {
            let help = "refer to a shape of type `string` or `enum`";
            self.found
                .shape(Code::MapKey, &key.id, "a map's key is not a text", help)
                .below(["target".into()]);
        }
    }

    /// `key` is the one whose value tells the kind.
    fn kind(&mut self, id: &ShapeId, kind: &ShapeKind, key: &str) {
        let what = match kind {
            ShapeKind::BigInteger | ShapeKind::BigDecimal => "a number of any size",
            _ => return,
        };
        self.unsupported(id, what, key);
    }

    fn unsupported(&mut self, id: &ShapeId, what: &str, key: &str) {
        let reason = format!("it is {what}, which the generator does not support yet");
        let help = "generate from a model without it";
        self.found
            .shape(Code::UnsupportedKind, id, reason, help)
            .below([key.into()]);
    }

    /// `kind` is that of the shape that has the traits, or whose member does.
    fn traits(&mut self, kind: &ShapeKind, id: &ShapeId, traits: &Traits) {
        for trait_id in traits.ids() {
            if is_known(trait_id) {
                let value = traits.get(trait_id);
                if let Some(expected) = value.and_then(|value| expected_in(kind, trait_id, value)) {
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
            // That it is the wrong protocol is said once.
            if is_protocol(trait_id) && !self.closure.speaks_rest_json() {
                continue;
            }
            let reason = "the generator does not know the trait";
            if self.allowed.iter().any(|allowed| allowed == trait_id) {
                let help = "it was allowed: the client is generated as if it were not there";
                self.found
                    .shape_trait(Code::UnknownTrait, id, trait_id, reason, help)
                    .key()
                    .severity = Severity::Warning;
                continue;
            }
            let help =
                format!("pass `--allow-trait {trait_id}` to generate as if it were not there");
            self.found
                .shape_trait(Code::UnknownTrait, id, trait_id, reason, help)
                .key()
                .meant(trait_id, TRAITS.iter().map(|(known, _)| *known));
        }
    }
}

#[cfg(test)]
mod tests;
