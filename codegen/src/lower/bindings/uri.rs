//! URIs and host prefixes: templates whose labels are members of the input.

use crate::ast::Shape;
use crate::ast::ids::{self, ENDPOINT, HTTP};
use crate::diagnostics::{Code, Diagnostics, Step, nearest};
use crate::ir::{Location, Member, PathPart};
use crate::lower::closure::OperationShapes;
use crate::lower::valid::{has_valid_escapes, is_host};

/// A string with labels, and its place in a trait of an operation.
struct LabelTemplate<'a> {
    operation: &'a Shape,
    trait_id: &'static str,
    key: &'static str,
    help: &'static str,
}

impl LabelTemplate<'_> {
    fn problem(
        &self,
        diagnostics: &mut Diagnostics,
        code: Code,
        reason: String,
        suggestion: Option<&str>,
    ) {
        let diagnostic = diagnostics
            .shape_trait(code, &self.operation.id, self.trait_id, reason, self.help)
            .below([Step::from(self.key)]);
        diagnostic.nearest = suggestion.map(str::to_owned);
    }

    /// Reports a closing brace in a literal part; returns `true` if there is none.
    fn check_literal(&self, template: &str, literal: &str, diagnostics: &mut Diagnostics) -> bool {
        let is_valid = !literal.contains('}');
        if !is_valid {
            let reason = format!("a closing brace of `{template}` has no opening brace");
            self.problem(diagnostics, Code::Uri, reason, None);
        }
        is_valid
    }

    /// Splits `template` into literals and labels; the boolean is `true` if there was no error.
    ///
    /// Labels without a member are reported only if all members of the input are known.
    fn parts(
        &self,
        template: &str,
        members: &[Member],
        can_be_label: &dyn Fn(usize) -> bool,
        is_known: bool,
        diagnostics: &mut Diagnostics,
    ) -> (Vec<PathPart>, bool) {
        let mut parts = Vec::new();
        let mut is_valid = true;
        let mut rest = template;
        while let Some((literal, after)) = rest.split_once('{') {
            let Some((label, after)) = after.split_once('}') else {
                self.problem(
                    diagnostics,
                    Code::Uri,
                    format!("a label of `{template}` has no closing brace"),
                    None,
                );
                is_valid = false;
                break;
            };
            is_valid &= self.check_literal(template, literal, diagnostics);
            if !literal.is_empty() {
                parts.push(PathPart::Literal(literal.to_owned()));
            }
            let name = label.strip_suffix('+').unwrap_or(label);
            let is_member = |index: &usize| members[*index].model == name && can_be_label(*index);
            match (0..members.len()).find(is_member) {
                Some(member) => parts.push(PathPart::Label {
                    member,
                    greedy: label.ends_with('+'),
                }),
                None if is_known => {
                    let reason = format!(
                        "no member of the input is bound to the label `{{{label}}}` of `{template}`"
                    );
                    let labels = (0..members.len()).filter(|index| can_be_label(*index));
                    let suggestion = nearest(name, labels.map(|index| &*members[index].model));
                    self.problem(diagnostics, Code::LabelWithoutMember, reason, suggestion);
                    is_valid = false;
                }
                None => {}
            }
            rest = after;
        }
        is_valid = is_valid && self.check_literal(template, rest, diagnostics);
        if !rest.is_empty() && is_valid {
            parts.push(PathPart::Literal(rest.to_owned()));
        }
        (parts, is_valid)
    }
}

/// Returns the path and the query literals of an operation's URI.
pub(in crate::lower) fn uri(
    shapes: &OperationShapes<'_>,
    uri: &str,
    members: &[Member],
    diagnostics: &mut Diagnostics,
) -> (Vec<PathPart>, Vec<String>) {
    let template = LabelTemplate {
        operation: shapes.shape,
        trait_id: HTTP,
        key: "uri",
        help: "write a URI like `/a/{label}?query`; each label names a member with the trait \
               `httpLabel`",
    };
    let (path, query) = match uri.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (uri, None),
    };
    let is_allowed = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`|#".contains(&byte);
    // Labels are only in the path.
    let is_query = !query.unwrap_or_default().contains(['{', '}']);
    let is_uri =
        path.starts_with('/') && uri.bytes().all(is_allowed) && has_valid_escapes(uri) && is_query;
    if !is_uri {
        let reason = format!("`{uri}` is not a valid URI for an operation");
        template.problem(diagnostics, Code::Uri, reason, None);
    }
    let is_label = |index: usize| members[index].location == Location::Label;
    let (parts, is_valid) =
        template.parts(path, members, &is_label, shapes.input_is_known, diagnostics);
    for (index, member) in members.iter().enumerate() {
        let is_label_of_member =
            |part: &PathPart| matches!(part, PathPart::Label { member, .. } if *member == index);
        // A misspelled label is reported once, not also as a member without a label.
        if is_label(index) && !parts.iter().any(is_label_of_member) && is_valid && is_uri {
            let name = &member.model;
            let reason = format!("`{uri}` has no label for the member `{name}`");
            template.problem(diagnostics, Code::MemberWithoutLabel, reason, None);
        }
    }
    let query = query.into_iter().flat_map(|query| query.split('&'));
    let literals: Vec<_> = query.map(str::to_owned).collect();
    for literal in &literals {
        let name = literal.split('=').next().unwrap_or_default();
        let is_same = |member: &&Member| member.location == Location::Query(name.to_owned());
        if let Some(member) = members.iter().find(is_same) {
            let member = &member.model;
            let reason = format!("`{uri}` has the query parameter of the member `{member}`");
            template.problem(diagnostics, Code::BindingConflict, reason, None);
        }
    }
    (parts, literals)
}

/// Returns the prefix that an operation adds to the endpoint's host.
///
/// Its labels are members with the trait `hostLabel`, which are also sent where they are bound.
pub(in crate::lower) fn host_prefix(
    shapes: &OperationShapes<'_>,
    members: &[Member],
    diagnostics: &mut Diagnostics,
) -> Vec<PathPart> {
    let traits = &shapes.shape.traits;
    let template = LabelTemplate {
        operation: shapes.shape,
        trait_id: ENDPOINT,
        key: "hostPrefix",
        help: "write a prefix like `a.{label}.`; each label names a string member with the trait \
               `hostLabel`",
    };
    let Some(prefix) = traits.host_prefix() else {
        return Vec::new();
    };
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-.{}_".contains(&byte);
    if !prefix.bytes().all(is_allowed) || !is_host(&with_samples(prefix)) {
        let reason = format!("`{prefix}` is not a valid host prefix");
        template.problem(diagnostics, Code::HostPrefix, reason, None);
        return Vec::new();
    }
    let ast_members: Vec<_> = shapes.input.into_iter().flat_map(Shape::members).collect();
    let is_label = |index: usize| {
        let ast = ast_members.get(index);
        ast.is_some_and(|ast| ast.traits.has(ids::HOST_LABEL)) && members[index].ty.is_string()
    };
    let (parts, _) = template.parts(
        prefix,
        members,
        &is_label,
        shapes.input_is_known,
        diagnostics,
    );
    parts
}

/// Returns a host prefix with letters for its labels and for the host.
fn with_samples(prefix: &str) -> String {
    let mut host = String::new();
    let mut rest = prefix;
    while let Some((literal, after)) = rest.split_once('{') {
        host.push_str(literal);
        host.push('a');
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    host + rest + if prefix.is_empty() { "" } else { "a" }
}

#[cfg(test)]
mod tests;
