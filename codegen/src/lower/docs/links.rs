//! Links: from the names in documentation to the paths of generated items.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::super::closure::Closure;
use super::super::names::{Names, error_name, method_name, module_name, type_name};
use crate::ast::{Traits, ids};

/// The generated items that documentation can link to, by shape name.
#[derive(Debug, Default)]
pub(in crate::lower) struct Links {
    items: BTreeMap<String, String>,
    /// The paths of these items.
    paths: BTreeSet<String>,
    /// The service's names in URLs of its documentation.
    services: Vec<String>,
}

/// The place of a documentation text, and the items that it can link to.
#[derive(Clone, Debug, Default)]
pub(in crate::lower) struct Scope<'a> {
    links: Option<&'a Links>,
    /// The documented item. Names in scope next to it get no link, because rustdoc would call the
    /// path redundant.
    subject: Subject,
    /// The paths of the documented structure's accessors, by member name.
    members: Rc<BTreeMap<&'a str, String>>,
    /// The documented member, which needs no link to itself.
    member: Option<&'a str>,
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

impl Links {
    /// Collects operations, their inputs and outputs, types and errors.
    pub(in crate::lower) fn new(closure: &Closure<'_>, names: &Names) -> Self {
        let mut items = BTreeMap::new();
        let types = closure.shapes.keys();
        let types = types.filter_map(|id| Some((*id, names.get(id)?)));
        // Names after the service's `rename` take precedence over names from shape ids.
        let renamed = types
            .clone()
            .map(|(id, name)| (closure.shape_name(id), name));
        for (wire, name) in renamed.chain(types.map(|(id, name)| (id.name(), name))) {
            let path = format!("crate::types::{name}");
            items.entry(wire.to_owned()).or_insert(path);
        }
        for id in closure.errors.keys() {
            let path = format!("crate::types::error::{}", error_name(id.name()));
            items.entry(id.name().to_owned()).or_insert(path);
        }
        for operation in &closure.operations {
            let wire = operation.shape.id.name();
            let (module, rust) = (module_name(wire), type_name(wire));
            for (part, suffix) in [(operation.input, "Input"), (operation.output, "Output")] {
                if let Some(shape) = part {
                    let path = format!("crate::operation::{module}::{rust}{suffix}");
                    items.entry(shape.id.name().to_owned()).or_insert(path);
                }
            }
        }
        // A name that both an operation and another shape have means the operation.
        for operation in &closure.operations {
            let wire = operation.shape.id.name();
            let method = method_name(wire);
            let method = method.strip_prefix("r#").unwrap_or(&method);
            let path = format!("crate::client::Client::{method}");
            items.insert(wire.to_owned(), path);
        }
        Self {
            paths: items.values().cloned().collect(),
            items,
            services: service_names(&closure.service.traits),
        }
    }

    /// Returns the scope of a text that documents `subject`.
    pub(in crate::lower) fn scope(&self, subject: Subject) -> Scope<'_> {
        Scope {
            links: Some(self),
            subject,
            members: Rc::default(),
            member: None,
        }
    }

    /// Returns the `Name` of a URL that ends in `API_Name.html`, if it is a page of this service.
    fn page<'t>(&self, url: &'t str) -> Option<&'t str> {
        let path = url.split(['#', '?']).next().unwrap_or_default();
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        let name = file.strip_prefix("API_")?.strip_suffix(".html")?;
        let absolute = folder.split_once("://");
        let is_this_service = absolute.is_none_or(|(_, rest)| {
            let service = rest.split('/').nth(1).unwrap_or_default();
            self.services.iter().any(|name| name == service)
        });
        is_this_service.then_some(name)
    }
}

fn service_names(traits: &Traits) -> Vec<String> {
    let service = traits.get(ids::AWS_SERVICE);
    let string = |key| service.and_then(|service| service.get(key)?.as_str());
    let names = [
        traits.sdk_id(),
        traits.signing_name(),
        string("endpointPrefix"),
        string("arnNamespace"),
    ];
    let normalize = |name: &str| name.to_ascii_lowercase().replace(' ', "");
    names.into_iter().flatten().map(normalize).collect()
}

impl<'a> Scope<'a> {
    /// Adds the documented structure's members: pairs of model name and accessor name.
    pub(in crate::lower) fn with_members(
        mut self,
        members: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let path = match &self.subject {
            Subject::Other => return self,
            Subject::Type(path) | Subject::Operation(path) | Subject::Error(path) => path,
        };
        let accessor = |rust: &str| {
            let rust = rust.strip_prefix("r#").unwrap_or(rust);
            format!("{path}::{rust}()")
        };
        let members = members.map(|(model, rust)| (model, accessor(rust)));
        self.members = Rc::new(members.collect());
        self
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
        let name = path.rsplit("::").next().unwrap_or_default();
        has_item && !self.is_redundant(name, path)
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
