//! The scope of a documentation text: its place, and the names that it can use.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::links::Links;
use super::references::Reference;
use crate::identifier::bare;

/// The place of a documentation text, and the items that it can link to.
#[derive(Clone, Debug, Default)]
pub(in crate::lower) struct Scope<'a> {
    links: Option<&'a Links>,
    /// The documented item. Names in scope next to it get no link, because rustdoc would call the
    /// path redundant.
    subject: Subject,
    /// The paths of the documented structure's accessors, by member name.
    members: Rc<BTreeMap<&'a str, String>>,
    /// The Rust names of the documented structure's or operation's members, by member name.
    names: Rc<BTreeMap<&'a str, String>>,
    /// The documented member, which needs no link to itself.
    member: Option<&'a str>,
    /// The paths of the variants of the documented enum, or of the member's type, by value.
    values: Option<&'a BTreeMap<String, String>>,
}

/// The item that a text documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::lower) enum Subject {
    /// An item outside the modules that define generated types.
    #[default]
    Other,
    /// The type with this path.
    Type(String),
    /// The input or the output of an operation, with its path.
    Operation(String),
    /// The error with this path. Its text is repeated in the modules of operations.
    Error(String),
}

impl Subject {
    /// Returns the path of the documented item.
    fn path(&self) -> Option<&str> {
        match self {
            Self::Other => None,
            Self::Type(path) | Self::Operation(path) | Self::Error(path) => Some(path),
        }
    }
}

impl<'a> Scope<'a> {
    pub(super) fn new(links: &'a Links, subject: Subject) -> Self {
        Self {
            links: Some(links),
            subject,
            ..Self::default()
        }
    }

    /// Adds the documented structure's members: pairs of model name and accessor name.
    pub(in crate::lower) fn with_members(
        mut self,
        members: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let names = members.map(|(model, rust)| (model, bare(rust).to_owned()));
        let names: BTreeMap<_, _> = names.collect();
        if let Some(path) = self.subject.path() {
            let accessors = names.iter();
            let accessors = accessors.map(|(model, rust)| (*model, format!("{path}::{rust}()")));
            self.members = Rc::new(accessors.collect());
        }
        self.names = Rc::new(names);
        self
    }

    /// Returns the same scope with another documented item.
    pub(in crate::lower) fn with_subject(self, subject: Subject) -> Self {
        Self { subject, ..self }
    }

    /// Adds the values of an enum, by its name in the model.
    pub(in crate::lower) fn with_values(self, name: &str) -> Self {
        let values = self.links.and_then(|links| links.members.get(name));
        Self { values, ..self }
    }

    /// Returns the scope of a text that documents one of the members.
    pub(in crate::lower) fn member_scope<'m>(&self, model: &'m str) -> Scope<'m>
    where
        'a: 'm,
    {
        Scope {
            member: Some(model),
            ..self.clone()
        }
    }

    /// Returns the path of the item called `name`, unless a link to it would be redundant.
    pub(super) fn item(&self, name: &str) -> Option<&str> {
        let links = self.links?;
        let path = links.items.get(name).map(|path| &**path);
        let path = path.or_else(|| self.member(name))?;
        (!self.is_redundant(name, path)).then_some(path)
    }

    /// Returns `true` if `path` is that of an item, and a link to it is not redundant.
    pub(super) fn has_path(&self, path: &str) -> bool {
        let has_item = self.links.is_some_and(|links| links.paths.contains(path));
        has_item && !self.is_redundant(last_segment(path), path)
    }

    /// Returns `true` if `name` is one of the service's names in URLs and ARNs.
    pub(super) fn is_this_service(&self, name: &str) -> bool {
        self.links.is_some_and(|links| links.is_this_service(name))
    }

    /// Resolves a name that an overlay has in backticks.
    pub(super) fn reference<'n>(&'n self, name: &'n str) -> Reference<'n> {
        if let Some(rust) = self.names.get(name) {
            return Reference::Name(rust.clone());
        }
        let Some(links) = self.links else {
            return Reference::None;
        };
        if let Some(path) = self.values.and_then(|values| values.get(name)) {
            return Reference::Item(name.to_owned(), path);
        }
        let (shape, member) = match name.split_once('.') {
            Some((shape, member)) => (shape, Some(member)),
            None => (name, None),
        };
        let Some(item) = links.items.get(shape) else {
            // Other strings in upper case are values.
            let is_value = name.len() > 1 && !name.contains(|c: char| c.is_ascii_lowercase());
            let path = links.values.get(name).filter(|_| is_value);
            return match path.and_then(Option::as_ref) {
                Some(path) => Reference::Item(name.to_owned(), path),
                None => Reference::None,
            };
        };
        let rust = match item.strip_prefix("crate::client::Client::") {
            Some(_) => shape,
            None => last_segment(item),
        };
        let is_redundant = self.is_redundant(rust, item);
        let Some(member) = member else {
            return match is_redundant {
                true => Reference::Name(rust.to_owned()),
                false => Reference::Item(rust.to_owned(), item),
            };
        };
        // Operations have no members, and a shape has none here if some could not be read.
        let Some(members) = links.members.get(shape) else {
            return Reference::None;
        };
        let Some(path) = members.get(member) else {
            return Reference::UnknownMember { shape, member };
        };
        let field = last_segment(path);
        if self.subject.path() == Some(item) {
            return Reference::Name(field.to_owned());
        }
        let label = format!("{rust}::{field}");
        match is_redundant {
            true => Reference::Name(label),
            false => Reference::Item(label, path),
        }
    }

    /// Iterates over the names of a shape's members.
    pub(super) fn member_names(&self, shape: &str) -> impl Iterator<Item = &str> {
        let members = self.links.and_then(|links| links.members.get(shape));
        let members = members.into_iter().flat_map(|members| members.keys());
        members.map(String::as_str)
    }

    fn member(&self, name: &str) -> Option<&str> {
        let path = self.members.get(name).map(|path| &**path);
        path.filter(|_| self.member != Some(name))
    }

    /// Returns the path of the item that a URL of the service's documentation is about.
    pub(super) fn page(&self, url: &str) -> Option<&str> {
        self.item(self.links?.page(url)?)
    }

    /// Returns `true` if `path` is the documented item, or may be in scope by its name alone.
    fn is_redundant(&self, name: &str, path: &str) -> bool {
        let operation = path.strip_prefix("crate::operation::");
        match &self.subject {
            Subject::Other => false,
            Subject::Type(subject) => path == subject,
            Subject::Operation(subject) => {
                let module = subject.rsplit_once("::").map(|(module, _)| module);
                let (item_module, item) = path.rsplit_once("::").unwrap_or_default();
                path == subject || (module == Some(item_module) && item == name)
            }
            Subject::Error(subject) => {
                path == subject || operation.is_some_and(|rest| rest.ends_with(name))
            }
        }
    }
}

fn last_segment(path: &str) -> &str {
    path.rsplit_once("::").map_or(path, |(_, name)| name)
}
