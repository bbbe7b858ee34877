//! The documentation of members: one text, in the form that each place needs.
//!
//! In an overlay, the text of a member begins with a noun phrase ("The channel's name.") or, for a
//! boolean, with "`true` if …" or "`true` to …". Other texts are used unchanged.

use std::borrow::Cow;

use super::constraints;
use super::render;
use super::scope::Scope;
use super::wrap::wrap;
use crate::ast::{Author, Documentation, Member, Model, ShapeKind, Traits};
use crate::identifier::{bare, prefixed};
use crate::ir::{Constraints, MemberDocs, Type};
use crate::shape_id::ShapeId;

/// A member's text, by its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text<'a> {
    /// A noun phrase: the article in lower case, and the rest.
    Noun(&'static str, &'a str),
    /// "`true` if …" or "`true` to …", completely.
    Flag(&'a str),
    /// Any other text.
    Other(&'a str),
}

impl<'a> Text<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let text = text.trim();
        for (article, lower_case) in [("The ", "the"), ("A ", "a"), ("An ", "an")] {
            if let Some(rest) = text.strip_prefix(article) {
                return Self::Noun(lower_case, rest);
            }
        }
        match ["`true` if ", "`true` to "]
            .iter()
            .any(|start| text.starts_with(start))
        {
            true => Self::Flag(text),
            false => Self::Other(text),
        }
    }

    fn from_documentation(documentation: Documentation<'a>) -> Self {
        match documentation.author {
            Author::Overlay => Self::new(documentation.text),
            Author::Model => Self::Other(documentation.text),
        }
    }

    /// Returns the text of a setter, which appends to a list and inserts into a map.
    fn setter(self, place: Place<'_>) -> Cow<'a, str> {
        match (self, place.ty) {
            (Self::Noun(_, rest), Type::List { .. }) => format!("Appends to the {rest}").into(),
            (Self::Noun(_, rest), Type::Map { .. }) => {
                format!("Adds an entry to the {rest}").into()
            }
            (Self::Noun(article, rest), _) => format!("Sets {article} {rest}").into(),
            (Self::Flag(text), _) => format!("Set to {text}").into(),
            (Self::Other(text), _) => text.into(),
        }
    }

    /// Returns the text of the setter that takes an `Option`.
    fn option_setter(self, place: Place<'_>) -> String {
        match (self, place.ty) {
            (Self::Noun(_, rest), Type::List { .. } | Type::Map { .. }) => {
                format!("Replaces or unsets the {}", first_sentence(rest))
            }
            (Self::Noun(article, rest), _) => {
                format!("Sets or unsets {article} {}", first_sentence(rest))
            }
            (Self::Flag(_) | Self::Other(_), _) => format!("Sets or unsets `{}`.", place.name()),
        }
    }

    /// Returns the sentence to add to a setter that does not replace the value; empty for others.
    fn note(self, place: Place<'_>) -> String {
        let (action, collection) = match place.ty {
            Type::List { .. } => ("appends an element", "list"),
            Type::Map { .. } => ("inserts an entry", "map"),
            _ => return String::new(),
        };
        let replaces = format!(
            "`{}` replaces the {collection}.",
            prefixed("set_", place.rust)
        );
        match self {
            Self::Other(_) => format!("Each call {action}; {replaces}"),
            Self::Noun(..) | Self::Flag(_) => replaces,
        }
    }
}

/// Returns the first sentence of Markdown, with its full stop.
fn first_sentence(text: &str) -> &str {
    let paragraph = text.split("\n\n").next().unwrap_or_default();
    let mut is_code = false;
    for (index, character) in paragraph.char_indices() {
        is_code ^= character == '`';
        let (sentence, rest) = paragraph.split_at(index + character.len_utf8());
        let ends = character == '.' && (rest.is_empty() || rest.starts_with([' ', '\n']));
        if ends && !is_code && !["e.g.", "i.e."].iter().any(|end| sentence.ends_with(end)) {
            return sentence;
        }
    }
    paragraph
}

/// The generated member that a text documents.
#[derive(Clone, Copy, Debug)]
pub(in crate::lower) struct Place<'a> {
    /// The field's name.
    pub(in crate::lower) rust: &'a str,
    /// The type of its value.
    pub(in crate::lower) ty: &'a Type,
    /// The constraints of its value.
    pub(in crate::lower) constraints: &'a Constraints,
    /// `true` if requests contain the member.
    pub(in crate::lower) in_requests: bool,
}

impl Place<'_> {
    /// Returns the field's name as documentation shows it.
    fn name(&self) -> &str {
        bare(self.rust)
    }

    fn getter(&self) -> Vec<String> {
        wrap(&format!("Returns the current value of `{}`.", self.name()))
    }
}

/// Returns the documentation of a structure's member.
pub(in crate::lower) fn member(
    model: &Model,
    member: &Member,
    place: Place<'_>,
    scope: &Scope<'_>,
) -> MemberDocs {
    let target = element(model, &member.target);
    let scope = &scope.member_scope(&member.name).with_values(target.name());
    let (ty, constraints) = (Some(place.ty), place.constraints);
    let constraints = constraints::sentences(member, ty, constraints, scope, place.in_requests);
    let Some((documentation, field)) = documented(&member.traits, scope) else {
        return generated_member(&fallback(member), &constraints, place);
    };
    let text = Text::from_documentation(documentation);
    let author = documentation.author;
    let render = |text: &str| render(Documentation { text, author }, scope);
    let option_setter = text.option_setter(place);
    let (setter, option_setter) = match text {
        Text::Noun(..) => (render(&text.setter(place)), render(&option_setter)),
        Text::Flag(_) => (render(&text.setter(place)), wrap(&option_setter)),
        Text::Other(_) => (field.clone(), wrap(&option_setter)),
    };
    MemberDocs {
        field: paragraphs(field, &[&constraints]),
        setter: paragraphs(setter, &[&text.note(place), &constraints]),
        option_setter,
        getter: place.getter(),
    }
}

/// Returns the shape of the elements of a list or map, or the shape itself.
fn element<'a>(model: &'a Model, id: &'a ShapeId) -> &'a ShapeId {
    match model.shape(id).map(|shape| &shape.kind) {
        Some(ShapeKind::List(element) | ShapeKind::Map(_, element)) => &element.target,
        _ => id,
    }
}

/// Returns the documentation of a member with a text of the generator, a noun phrase in one
/// sentence.
pub(in crate::lower) fn generated_member(
    text: &str,
    constraints: &str,
    place: Place<'_>,
) -> MemberDocs {
    let phrase = Text::new(text);
    MemberDocs {
        field: sentences(&[text, constraints]),
        setter: sentences(&[&phrase.setter(place), &phrase.note(place), constraints]),
        option_setter: wrap(&phrase.option_setter(place)),
        getter: place.getter(),
    }
}

/// Returns a member's documentation and its lines, unless it is missing or has no visible text.
fn documented<'a>(
    traits: &'a Traits,
    scope: &Scope<'_>,
) -> Option<(Documentation<'a>, Vec<String>)> {
    let documentation = traits.documentation()?;
    let lines = render(documentation, scope);
    (!lines.is_empty()).then_some((documentation, lines))
}

fn fallback(member: &Member) -> String {
    format!("The `{}` member.", member.name)
}

/// Returns the documentation of a union's member.
pub(in crate::lower) fn variant(
    member: &Member,
    ty: Option<&Type>,
    constraints: &Constraints,
    scope: &Scope<'_>,
) -> Vec<String> {
    let scope = &scope.member_scope(&member.name);
    let constraints = constraints::sentences(member, ty, constraints, scope, true);
    match documented(&member.traits, scope) {
        Some((_, lines)) => paragraphs(lines, &[&constraints]),
        None => sentences(&[&fallback(member), &constraints]),
    }
}

/// Returns one paragraph of sentences, which may be empty.
fn sentences(sentences: &[&str]) -> Vec<String> {
    let sentences = sentences.iter().filter(|sentence| !sentence.is_empty());
    wrap(&sentences.copied().collect::<Vec<_>>().join(" "))
}

/// Adds paragraphs, which may be empty, to lines.
fn paragraphs(mut lines: Vec<String>, paragraphs: &[&str]) -> Vec<String> {
    for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.is_empty()) {
        lines.push(String::new());
        lines.extend(wrap(paragraph));
    }
    lines
}
