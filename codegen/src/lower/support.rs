//! Which traits the generator knows, and what it does with them.

mod aws;
mod others;
mod prelude;
mod table;

use super::closure::{Closure, is_unit, prelude};
use super::trait_values::expected_in;
use crate::ast::{Member, Shape, ShapeKind, Traits};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Severity, nearest};
use crate::shape_id::ShapeId;
pub use table::Treatment;
pub use table::known_traits;

/// Reports what the closure uses and the generator does not know: traits and kinds of shapes.
pub(super) fn check(closure: &Closure<'_>, allowed: &[String], diagnostics: &mut Diagnostics) {
    let mut checker = Checker {
        closure,
        allowed,
        diagnostics,
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
                .diagnostics
                .shape_trait(Code::Protocol, id, other, reason, help)
                .key()
                .did_you_mean(other, ["aws.protocols#restJson1"]),
            None => checker.diagnostics.shape(Code::Protocol, id, reason, help),
        };
    }
}

/// Whether a trait is missing, and not only spelled wrong, which is said where it stands.
pub(super) fn is_missing(traits: &Traits, trait_id: &str) -> bool {
    let is_meant = |id: &str| !is_known(id) && nearest(id, [trait_id]).is_some();
    !traits.has(trait_id) && !traits.ids().any(is_meant)
}

fn is_known(trait_id: &str) -> bool {
    table::treatment(trait_id).is_some()
}

fn is_protocol(trait_id: &str) -> bool {
    trait_id.starts_with("aws.protocols#")
}

struct Checker<'a> {
    closure: &'a Closure<'a>,
    allowed: &'a [String],
    diagnostics: &'a mut Diagnostics,
}

impl Checker<'_> {
    fn shape(&mut self, shape: &Shape) {
        self.traits(&shape.kind, &shape.id, &shape.traits);
        for member in shape.members() {
            self.traits(&shape.kind, &member.id, &member.traits);
            if is_unit(&member.target)
                && !matches!(
                    shape.kind,
                    ShapeKind::Enum(_) | ShapeKind::IntEnum(_) | ShapeKind::Union(_)
                )
            {
                self.unsupported(&member.id, "a member of the unit type", "target");
            }
        }
        if let ShapeKind::Map(key, _) = &shape.kind {
            self.key(key);
        }
    }

    fn key(&mut self, key: &Member) {
        let shape = self.closure.model.shape(&key.target);
        let kind = shape.map(|shape| shape.kind.clone());
        let is_string = match kind.or_else(|| prelude(&key.target)) {
            Some(ShapeKind::String | ShapeKind::Enum(_)) => true,
            // Of what does not exist, something was said already.
            other => other.is_none(),
        };
        if !is_string {
            let help = "refer to a shape of type `string` or `enum`";
            self.diagnostics
                .shape(Code::MapKey, &key.id, "a map's key is not a text", help)
                .below(["target".into()]);
        }
    }

    fn unsupported(&mut self, id: &ShapeId, what: &str, key: &str) {
        let reason = format!("it is {what}, which the generator does not support yet");
        let help = "generate from a model without it";
        self.diagnostics
            .shape(Code::UnsupportedKind, id, reason, help)
            .below([key.into()]);
    }

    /// `kind` is that of the shape that has the traits, or whose member does.
    fn traits(&mut self, kind: &ShapeKind, id: &ShapeId, traits: &Traits) {
        for trait_id in traits.ids() {
            if let Some(treatment) = table::treatment(trait_id) {
                if let Treatment::Refused(what) = treatment {
                    self.refused(id, trait_id, what);
                    continue;
                }
                let value = traits.get(trait_id);
                if let Some(expected) = value.and_then(|value| expected_in(kind, trait_id, value)) {
                    self.diagnostics.shape_trait(
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
            self.unless_allowed(Code::UnknownTrait, id, trait_id, reason)
                .did_you_mean(trait_id, table::known_traits().map(|(known, _)| known));
        }
    }

    /// Says that a client without the effect of a trait would be wrong.
    fn refused(&mut self, id: &ShapeId, trait_id: &str, what: &str) {
        let reason = format!("it is about {what}, which the generator does not support");
        self.unless_allowed(Code::RefusedTrait, id, trait_id, reason);
    }

    /// A diagnostic about a trait: a warning where it is allowed.
    fn unless_allowed(
        &mut self,
        code: Code,
        id: &ShapeId,
        trait_id: &str,
        reason: impl Into<String>,
    ) -> &mut Diagnostic {
        let is_allowed = self.allowed.iter().any(|allowed| allowed == trait_id);
        let (severity, help) = if is_allowed {
            let help = "it was allowed: the client is generated as if it were not there";
            (Severity::Warning, help.to_owned())
        } else {
            let flag = format!("--allow-trait {trait_id}");
            let help = format!("pass `{flag}` to generate as if it were not there");
            (Severity::Error, help)
        };
        let diagnostic = self
            .diagnostics
            .shape_trait(code, id, trait_id, reason, help);
        diagnostic.severity = severity;
        diagnostic.key()
    }
}

#[cfg(test)]
mod tests;
