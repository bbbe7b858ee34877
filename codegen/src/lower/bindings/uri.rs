//! Paths and hosts: texts with labels, of which each is a member.

use crate::ast::Shape;
use crate::ast::ids::{self, ENDPOINT, HTTP};
use crate::diagnostics::{Code, Diagnostics, Step, nearest};
use crate::ir::{Location, Member, PathPart};
use crate::lower::closure::OperationShapes;

/// A text with labels, at a key of an operation's trait.
struct Text<'a> {
    operation: &'a Shape,
    trait_id: &'static str,
    key: &'static str,
    help: &'static str,
}

impl Text<'_> {
    fn problem(
        &self,
        diagnostics: &mut Diagnostics,
        code: Code,
        reason: String,
        meant: Option<&str>,
    ) {
        let diagnostic = diagnostics
            .shape_trait(code, &self.operation.id, self.trait_id, reason, self.help)
            .below([Step::from(self.key)]);
        diagnostic.nearest = meant.map(str::to_owned);
    }

    /// The parts of `text`, in which those of `members` that can be labels stand for their values, and
    /// whether all of them are known.
    fn parts(
        &self,
        text: &str,
        members: &[Member],
        can_be_label: &dyn Fn(usize) -> bool,
        is_known: bool,
        diagnostics: &mut Diagnostics,
    ) -> (Vec<PathPart>, bool) {
        let mut parts = Vec::new();
        let mut all_fit = true;
        let mut rest = text;
        while let Some((literal, after)) = rest.split_once('{') {
            let Some((label, after)) = after.split_once('}') else {
                self.problem(
                    diagnostics,
                    Code::Uri,
                    format!("a label of `{text}` has no end"),
                    None,
                );
                all_fit = false;
                break;
            };
            if !literal.is_empty() {
                parts.push(PathPart::Literal(literal.to_owned()));
            }
            let name = label.strip_suffix('+').unwrap_or(label);
            let bound = |at: &usize| members[*at].model == name && can_be_label(*at);
            match (0..members.len()).find(bound) {
                Some(member) => parts.push(PathPart::Label {
                    member,
                    greedy: label.ends_with('+'),
                }),
                None if is_known => {
                    let reason = format!(
                        "the label `{{{label}}}` of `{text}` names no member of the input that is \
                         bound to one"
                    );
                    let known = (0..members.len()).filter(|at| can_be_label(*at));
                    let meant = nearest(name, known.map(|at| &*members[at].model));
                    self.problem(diagnostics, Code::LabelWithoutMember, reason, meant);
                    all_fit = false;
                }
                None => {}
            }
            rest = after;
        }
        if !rest.is_empty() && all_fit {
            parts.push(PathPart::Literal(rest.to_owned()));
        }
        (parts, all_fit)
    }
}

/// The path and the query literals of an operation's URI. Where the members of the input are not
/// all known, labels are not held against them.
pub(in crate::lower) fn uri(
    shapes: &OperationShapes<'_>,
    uri: &str,
    members: &[Member],
    diagnostics: &mut Diagnostics,
) -> (Vec<PathPart>, Vec<String>) {
    let text = Text {
        operation: shapes.shape,
        trait_id: HTTP,
        key: "uri",
        help: "a URI is like `/a/{label}?query`: each label is a member with the trait `httpLabel`",
    };
    let (path, query) = match uri.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (uri, None),
    };
    let visible = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`|#".contains(&byte);
    let is_uri = path.starts_with('/') && uri.bytes().all(visible);
    if !is_uri {
        let reason = format!("`{uri}` is not a URI of the form that operations have");
        text.problem(diagnostics, Code::Uri, reason, None);
    }
    let is_label = |at: usize| members[at].location == Location::Label;
    let (parts, all_fit) = text.parts(path, members, &is_label, shapes.input_is_known, diagnostics);
    for (index, member) in members.iter().enumerate() {
        let holds =
            |part: &PathPart| matches!(part, PathPart::Label { member, .. } if *member == index);
        // A label that is spelled wrong is one fault, not two.
        if is_label(index) && !parts.iter().any(holds) && all_fit && is_uri {
            let name = &member.model;
            let reason = format!("`{uri}` has no label for the member `{name}`");
            text.problem(diagnostics, Code::MemberWithoutLabel, reason, None);
        }
    }
    let query = query.into_iter().flat_map(|query| query.split('&'));
    (parts, query.map(str::to_owned).collect())
}

/// What comes before the endpoint's host. Its labels are members with the trait `hostLabel`, which
/// travel elsewhere as well.
pub(in crate::lower) fn host_prefix(
    shapes: &OperationShapes<'_>,
    members: &[Member],
    diagnostics: &mut Diagnostics,
) -> Vec<PathPart> {
    let traits = &shapes.shape.traits;
    let text = Text {
        operation: shapes.shape,
        trait_id: ENDPOINT,
        key: "hostPrefix",
        help: "a host's prefix is like `a.{label}.`: each label is a text with the trait `hostLabel`",
    };
    let Some(prefix) = traits.host_prefix() else {
        return Vec::new();
    };
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-.{}_".contains(&byte);
    if prefix.is_empty() || !prefix.bytes().all(fits) {
        let reason = format!("`{prefix}` is not the beginning of a host's name");
        text.problem(diagnostics, Code::HostPrefix, reason, None);
        return Vec::new();
    }
    let ast_members: Vec<_> = shapes.input.into_iter().flat_map(Shape::members).collect();
    let is_label = |at: usize| {
        let ast = ast_members.get(at);
        ast.is_some_and(|ast| ast.traits.has(ids::HOST_LABEL))
            && members[at].ty == crate::ir::Type::String
    };
    text.parts(
        prefix,
        members,
        &is_label,
        shapes.input_is_known,
        diagnostics,
    )
    .0
}

#[cfg(test)]
mod tests;
