//! Where names lead: from what a text calls an item to the path of what is made of it.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::closure::Closure;
use super::super::names::{Names, error_name, method_name, module_name, type_name};
use crate::ast::Traits;
use crate::ast::ids;

/// What the names of the model's shapes lead to.
#[derive(Debug, Default)]
pub(in crate::lower) struct Links {
    items: BTreeMap<String, String>,
    /// What the service is called in addresses of its documentation.
    services: Vec<String>,
}

/// Where a text stands, and what it can name there.
#[derive(Clone, Debug, Default)]
pub(in crate::lower) struct Scope<'a> {
    links: Option<&'a Links>,
    /// The module whose own items a link need not lead to: rustdoc takes a path for redundant
    /// where the name alone would do.
    home: Home,
    /// The members of the structure that it is about.
    members: Rc<BTreeMap<&'a str, String>>,
    /// The member that it is about, which needs no link to itself.
    member: Option<&'a str>,
}

/// What a text is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::lower) enum Home {
    /// What has no item beside it that a shape is called like.
    #[default]
    Elsewhere,
    /// The type with this path.
    Type(String),
    /// The input or the output of an operation, with its path.
    Operation(String),
    /// The error with this path, whose text is said in the modules of operations, too.
    Error(String),
}

impl Links {
    /// The names of the closure: operations, their inputs and outputs, types and errors.
    pub(in crate::lower) fn new(closure: &Closure<'_>, names: &Names) -> Self {
        let mut items = BTreeMap::new();
        let types = closure.shapes.keys();
        let types = types.filter_map(|id| Some((*id, names.of(id)?)));
        // The names that the service gives come before those that the shapes have by themselves.
        let given = types
            .clone()
            .map(|(id, name)| (closure.shape_name(id), name));
        for (wire, name) in given.chain(types.map(|(id, name)| (id.name(), name))) {
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
        // An operation is what is meant by a name that something else has, too.
        for operation in &closure.operations {
            let wire = operation.shape.id.name();
            let method = method_name(wire);
            let method = method.strip_prefix("r#").unwrap_or(&method);
            let path = format!("crate::client::Client::{method}");
            items.insert(wire.to_owned(), path);
        }
        Self {
            items,
            services: services(&closure.service.traits),
        }
    }

    /// The scope of a text about `home`.
    pub(in crate::lower) fn scope(&self, home: Home) -> Scope<'_> {
        Scope {
            links: Some(self),
            home,
            members: Rc::default(),
            member: None,
        }
    }

    /// The item whose page an address is: `API_Name.html`, of this service.
    fn page<'t>(&self, address: &'t str) -> Option<&'t str> {
        let address = address.split(['#', '?']).next().unwrap_or_default();
        let (folder, file) = match address.rsplit_once('/') {
            Some((folder, file)) => (folder, file),
            None => ("", address),
        };
        let name = file.strip_prefix("API_")?.strip_suffix(".html")?;
        let absolute = folder.split_once("://");
        let is_own = absolute.is_none_or(|(_, rest)| {
            let service = rest.split('/').nth(1).unwrap_or_default();
            self.services.iter().any(|own| own == service)
        });
        is_own.then_some(name)
    }
}

fn services(traits: &Traits) -> Vec<String> {
    let service = traits.get(ids::AWS_SERVICE);
    let text = |key| service.and_then(|service| service.get(key)?.as_str());
    let names = [
        traits.sdk_id(),
        traits.signing_name(),
        text("endpointPrefix"),
        text("arnNamespace"),
    ];
    let squashed = |name: &str| name.to_ascii_lowercase().replace(' ', "");
    names.into_iter().flatten().map(squashed).collect()
}

impl<'a> Scope<'a> {
    /// The scope with the members of the structure at home, by their names in the model, and the
    /// names of their accessors.
    pub(in crate::lower) fn with_members(
        mut self,
        members: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let path = match &self.home {
            Home::Elsewhere => return self,
            Home::Type(path) | Home::Operation(path) | Home::Error(path) => path,
        };
        let accessor = |rust: &str| {
            let rust = rust.strip_prefix("r#").unwrap_or(rust);
            format!("{path}::{rust}()")
        };
        let members = members.map(|(model, rust)| (model, accessor(rust)));
        self.members = Rc::new(members.collect());
        self
    }

    /// The scope of a text about one of the members.
    pub(in crate::lower) fn of_member<'m>(&self, model: &'m str) -> Scope<'m>
    where
        'a: 'm,
    {
        Scope {
            member: Some(model),
            ..self.clone()
        }
    }

    /// The path of what `name` is the name of.
    pub(super) fn item(&self, name: &str) -> Option<&str> {
        let links = self.links?;
        let path = links.items.get(name).map(|path| &**path);
        let path = path.or_else(|| self.member(name))?;
        (!self.is_near(name, path)).then_some(path)
    }

    fn member(&self, name: &str) -> Option<&str> {
        let path = self.members.get(name).map(|path| &**path);
        path.filter(|_| self.member != Some(name))
    }

    /// The path of the item whose page an address is.
    pub(super) fn page(&self, address: &str) -> Option<&str> {
        self.item(self.links?.page(address)?)
    }

    /// Whether the name alone may lead there, where the text stands.
    fn is_near(&self, name: &str, path: &str) -> bool {
        let operation = path.strip_prefix("crate::operation::");
        match &self.home {
            Home::Elsewhere => false,
            Home::Type(own) => path == own,
            Home::Operation(own) => {
                let module = own.rsplit_once("::").map(|(module, _)| module);
                let (others, item) = path.rsplit_once("::").unwrap_or_default();
                path == own || (module == Some(others) && item == name)
            }
            Home::Error(own) => path == own || operation.is_some_and(|rest| rest.ends_with(name)),
        }
    }
}
