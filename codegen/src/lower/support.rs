//! Checks that the generator supports all traits and types of shapes that the service uses.

use std::collections::BTreeSet;

use super::closure::{Closure, is_unit, prelude};
use crate::ast::{
    Member, Model, Shape, ShapeKind, Traits, Treatment, ids, known_traits, treatment,
};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Input, Severity, nearest};
use crate::shape_id::ShapeId;

/// Traits that only add conveniences to an operation, which can also be called without them.
const CONVENIENCES: [&str; 2] = [ids::PAGINATED, ids::WAITABLE];

/// Reports unsupported traits, types and protocols in the closure.
pub(super) fn check(closure: &Closure<'_>, allowed: &[String], diagnostics: &mut Diagnostics) {
    let mut checker = Checker {
        closure,
        allowed,
        diagnostics,
    };
    checker.check_shape(closure.service);
    for operation in &closure.operations {
        checker.check_shape(operation.shape);
        for shape in [operation.input, operation.output].into_iter().flatten() {
            checker.check_shape(shape);
        }
    }
    for shape in closure.errors.values() {
        checker.check_shape(shape);
    }
    for (shape, _) in closure.shapes.values() {
        checker.check_shape(shape);
    }
    if closure.speaks_rest_json() {
        checker.report_other_protocols();
    } else {
        checker.report_protocol();
    }
    check_allowed(closure.model, allowed, diagnostics);
}

/// Warns about allowed traits that neither the generator knows nor the model has: probably the id
/// is misspelled.
fn check_allowed(model: &Model, allowed: &[String], diagnostics: &mut Diagnostics) {
    let traits = model.shapes().flat_map(|shape| {
        let members = shape.members().map(|member| &member.traits);
        members.chain([&shape.traits])
    });
    let present: BTreeSet<&str> = traits.flat_map(Traits::ids).collect();
    let unknown = allowed
        .iter()
        .filter(|id| treatment(id).is_none() && !present.contains(&***id));
    let mut found = Diagnostics::about(Input::Other, "the flag --allow-trait");
    for id in unknown.collect::<BTreeSet<_>>() {
        let reason = format!("neither the generator nor the model has the trait `{id}`");
        let help = "correct the id, or remove the flag";
        let known = known_traits().map(|(known, _)| known);
        found
            .file(Code::AllowedTrait, reason, help)
            .did_you_mean(id, present.iter().copied().chain(known))
            .severity = Severity::Warning;
    }
    diagnostics.extend(found);
}

/// Returns `true` if a trait is missing and not misspelled; [`check`] reports misspelled traits.
pub(super) fn is_missing(traits: &Traits, trait_id: &str) -> bool {
    let is_misspelled = |id: &str| treatment(id).is_none() && nearest(id, [trait_id]).is_some();
    !traits.has(trait_id) && !traits.ids().any(is_misspelled)
}

/// The other protocols of AWS services.
const OTHER_PROTOCOLS: [&str; 7] = [
    "aws.protocols#awsJson1_0",
    "aws.protocols#awsJson1_1",
    "aws.protocols#awsQuery",
    "aws.protocols#ec2Query",
    "aws.protocols#restXml",
    "smithy.protocols#rpcv2Cbor",
    "smithy.protocols#rpcv2Json",
];

fn is_protocol(trait_id: &str) -> bool {
    trait_id.starts_with("aws.protocols#")
}

struct Checker<'a> {
    closure: &'a Closure<'a>,
    allowed: &'a [String],
    diagnostics: &'a mut Diagnostics,
}

impl Checker<'_> {
    /// Warns about the first of the service's other protocols.
    fn report_other_protocols(&mut self) {
        let service = self.closure.service;
        let others = service.traits.ids();
        let others: Vec<_> = others.filter(|id| OTHER_PROTOCOLS.contains(id)).collect();
        if let Some(first) = others.first() {
            let reason = format!(
                "the service also supports other protocols than restJson1: `{}`",
                others.join("`, `")
            );
            let help = "the client uses restJson1; remove the other traits to avoid this warning";
            self.diagnostics
                .shape_trait(Code::OtherProtocol, &service.id, first, reason, help)
                .key()
                .severity = Severity::Warning;
        }
    }

    fn report_protocol(&mut self) {
        let service = self.closure.service;
        let reason = "the service does not support the protocol restJson1";
        let help = format!(
            "use a model whose service has the trait `{}`",
            ids::REST_JSON1
        );
        match service.traits.ids().find(|id| is_protocol(id)) {
            Some(protocol) => self
                .diagnostics
                .shape_trait(Code::Protocol, &service.id, protocol, reason, help)
                .key()
                .did_you_mean(protocol, [ids::REST_JSON1]),
            None => self
                .diagnostics
                .shape(Code::Protocol, &service.id, reason, help),
        };
    }

    fn check_shape(&mut self, shape: &Shape) {
        self.check_traits(&shape.kind, &shape.id, &shape.traits);
        for member in shape.members() {
            self.check_traits(&shape.kind, &member.id, &member.traits);
            if is_unit(&member.target)
                && !matches!(
                    shape.kind,
                    ShapeKind::Enum(_) | ShapeKind::IntEnum(_) | ShapeKind::Union(_)
                )
            {
                self.report_unit_member(&member.id);
            }
        }
        match &shape.kind {
            ShapeKind::Map(key, _) => self.check_map_key(key),
            ShapeKind::Enum(members) | ShapeKind::IntEnum(members) | ShapeKind::Union(members)
                if members.is_empty() && !shape.is_partial =>
            {
                let kind = match shape.kind {
                    ShapeKind::Union(_) => "union",
                    _ => "enum",
                };
                let reason = format!("the {kind} has no members");
                self.diagnostics
                    .shape(Code::MemberMissing, &shape.id, reason, "add a member");
            }
            _ => {}
        }
    }

    fn check_map_key(&mut self, key: &Member) {
        let shape = self.closure.model.shape(&key.target);
        let kind = shape.map(|shape| shape.kind.clone());
        let is_string = match kind.or_else(|| prelude(&key.target)) {
            Some(ShapeKind::String | ShapeKind::Enum(_)) => true,
            Some(_) => false,
            // The target does not exist, which has been reported.
            None => true,
        };
        if !is_string {
            let help = "refer to a shape of type `string` or `enum`";
            self.diagnostics
                .shape(Code::MapKey, &key.id, "a map's key is not a string", help)
                .below(["target".into()]);
        }
    }

    fn report_unit_member(&mut self, id: &ShapeId) {
        let reason = "the member targets the unit type, which the generator does not support";
        let help = "remove the member, or target another shape";
        self.diagnostics
            .shape(Code::UnsupportedKind, id, reason, help)
            .below(["target".into()]);
    }

    /// Checks the traits of a shape of `kind`, or of its member.
    fn check_traits(&mut self, kind: &ShapeKind, id: &ShapeId, traits: &Traits) {
        for trait_id in traits.ids() {
            match treatment(trait_id) {
                Some(Treatment::Rejected(feature)) => self.report_rejected(id, trait_id, feature),
                Some(Treatment::Implemented | Treatment::WithoutEffect(_)) => {
                    let Some(expected) = traits.expected_form(trait_id, kind) else {
                        continue;
                    };
                    let reason = "the trait's value has the wrong form";
                    let mut help = format!("its value must be {expected}");
                    let is_convenience = CONVENIENCES.contains(&trait_id);
                    if is_convenience {
                        help += "; the client is generated as if the trait were absent";
                    }
                    let diagnostic =
                        self.diagnostics
                            .shape_trait(Code::TraitValue, id, trait_id, reason, help);
                    if is_convenience {
                        diagnostic.severity = Severity::Warning;
                    }
                }
                // The protocol is reported once, for the service.
                None if is_protocol(trait_id) && !self.closure.speaks_rest_json() => {}
                None => self.report_unknown(id, trait_id),
            }
        }
    }

    fn report_rejected(&mut self, id: &ShapeId, trait_id: &str, feature: &str) {
        let reason = format!("the trait requires {feature}, which the generator does not support");
        self.report_trait(Code::UnsupportedTrait, id, trait_id, reason);
    }

    fn report_unknown(&mut self, id: &ShapeId, trait_id: &str) {
        let reason = "the generator does not know the trait".to_owned();
        self.report_trait(Code::UnknownTrait, id, trait_id, reason)
            .did_you_mean(trait_id, known_traits().map(|(id, _)| id));
    }

    /// Reports a trait, as a warning if it is allowed, otherwise as an error.
    fn report_trait(
        &mut self,
        code: Code,
        id: &ShapeId,
        trait_id: &str,
        reason: String,
    ) -> &mut Diagnostic {
        let is_allowed = self.allowed.iter().any(|allowed| allowed == trait_id);
        let (severity, help) = if is_allowed {
            let help = "the trait is allowed: the client is generated as if it were absent";
            (Severity::Warning, help.to_owned())
        } else {
            let help =
                format!("pass `--allow-trait {trait_id}` to generate as if the trait were absent");
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
