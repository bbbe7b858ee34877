//! Checks the documentation in overlays.

use super::commonmark::code_spans;
use super::items::{ItemKind, items};
use super::links::Links;
use super::members::Text;
use super::references::Reference;
use super::scope::{Scope, Subject};
use crate::ast::{Author, Documentation, Model, ShapeKind, ids};
use crate::diagnostics::{Code, Diagnostics, Severity};
use crate::lower::closure::{Closure, prelude};
use crate::shape_id::ShapeId;

/// Reports names of members that do not exist, and texts of members that begin in another way than
/// `members` expects.
pub(in crate::lower) fn check(closure: &Closure<'_>, links: &Links, diagnostics: &mut Diagnostics) {
    let scope = links.scope(Subject::Other);
    for item in items(closure) {
        let Some(documentation) = item.documentation else {
            continue;
        };
        if documentation.author == Author::Model {
            continue;
        }
        check_references(&item.id, documentation, &scope, diagnostics);
        if let ItemKind::Member(member) = item.kind {
            let is_boolean = is_boolean(closure.model, &member.target);
            check_form(&item.id, documentation, is_boolean, diagnostics);
        }
    }
}

fn check_references(
    id: &ShapeId,
    documentation: Documentation<'_>,
    scope: &Scope<'_>,
    diagnostics: &mut Diagnostics,
) {
    for (_, name) in code_spans(documentation.text) {
        let Reference::UnknownMember { shape, member } = scope.reference(&name) else {
            continue;
        };
        let reason = format!("the documentation names `{member}`, which `{shape}` does not have");
        let help = "correct the name";
        diagnostics
            .shape_trait(
                Code::DocumentationName,
                id,
                ids::DOCUMENTATION,
                reason,
                help,
            )
            .did_you_mean(member, scope.member_names(shape));
    }
}

fn check_form(
    id: &ShapeId,
    documentation: Documentation<'_>,
    is_boolean: bool,
    diagnostics: &mut Diagnostics,
) {
    let (is_expected, help) = match (Text::new(documentation.text), is_boolean) {
        (Text::Flag(_), true) | (Text::Noun(..), false) => return,
        (_, true) => (
            "`true`",
            "begin the text of a boolean with \"`true` if\" or \"`true` to\"",
        ),
        (_, false) => (
            "a noun phrase",
            "begin the text with \"The\", \"A\" or \"An\": \"The channel's name.\"",
        ),
    };
    let reason = format!("the documentation of the member does not begin with {is_expected}");
    diagnostics
        .shape_trait(
            Code::DocumentationForm,
            id,
            ids::DOCUMENTATION,
            reason,
            help,
        )
        .severity = Severity::Warning;
}

fn is_boolean(model: &Model, id: &ShapeId) -> bool {
    let kind = model.shape(id).map(|shape| shape.kind.clone());
    matches!(kind.or_else(|| prelude(id)), Some(ShapeKind::Boolean))
}
