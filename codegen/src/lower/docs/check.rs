//! Checks the documentation in overlays.

use std::ops::Range;

use super::code::Names;
use super::commonmark::code_spans;
use super::items::{ItemKind, items};
use super::links::Links;
use super::members::Text;
use super::references::Reference;
use super::scope::{Scope, Subject};
use crate::ast::{Author, Documentation, Model, Page, ShapeKind, ids};
use crate::diagnostics::{Code, Diagnostics, Input, Severity, Span};
use crate::lower::closure::{Closure, prelude};
use crate::shape_id::ShapeId;

/// Reports names of members that do not exist, such names in the code of pages, and texts of
/// members that begin in another way than `members` expects.
pub(in crate::lower) fn check(closure: &Closure<'_>, links: &Links, diagnostics: &mut Diagnostics) {
    let scope = links.scope(Subject::Other);
    // Of a model with errors, some names are missing.
    let has_errors = diagnostics.iter().any(|diagnostic| {
        diagnostic.input == Input::Model && diagnostic.severity == Severity::Error
    });
    let names = (!has_errors).then(|| Names::new(closure, links));
    for page in closure.model.facts.pages() {
        check_page(page, &scope, names.as_ref(), diagnostics);
    }
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
        if let Reference::UnknownMember { shape, member } = scope.reference(&name) {
            let (reason, help) = unknown(shape, member);
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
}

fn check_page(
    page: &Page,
    scope: &Scope<'_>,
    names: Option<&Names<'_>>,
    diagnostics: &mut Diagnostics,
) {
    let mut page_diagnostics = Diagnostics::about(Input::Overlay(page.overlay), &page.file);
    let span = |range: Range<usize>| {
        Some(Span {
            start: range.start,
            end: range.end,
            line: 1,
            column: 1,
            label: "this name",
        })
    };
    for (range, name) in code_spans(&page.text) {
        if let Reference::UnknownMember { shape, member } = scope.reference(&name) {
            let (reason, help) = unknown(shape, member);
            let diagnostic = page_diagnostics.file(Code::DocumentationName, reason, help);
            diagnostic.did_you_mean(member, scope.member_names(shape));
            diagnostic.span = span(range);
        }
    }
    let unknown = names.map(|names| names.unknown(&page.text));
    for unknown in unknown.into_iter().flatten() {
        let (name, owner) = (&unknown.name, &unknown.owner);
        let reason = format!("the code uses `{name}`, which `{owner}` does not have");
        let help = "use a name that the generated crate has";
        let diagnostic = page_diagnostics.file(Code::DocumentationName, reason, help);
        diagnostic.did_you_mean(name, unknown.known.iter().map(String::as_str));
        diagnostic.span = span(unknown.range);
    }
    diagnostics.extend(page_diagnostics);
}

/// Returns reason and help of a diagnostic about a missing member.
fn unknown(shape: &str, member: &str) -> (String, &'static str) {
    let reason = format!("the documentation names `{member}`, which `{shape}` does not have");
    (reason, "correct the name")
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
