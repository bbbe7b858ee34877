//! Names of the API in the Rust code of pages.
//!
//! The compiler checks the code as doc tests. What a new model removes is a diagnostic before that:
//! methods of `client`, the setters after them, and paths into the modules that depend on the
//! model. The types of other expressions are not known here.

mod tokens;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use proc_macro2::Delimiter;

use self::tokens::{Token, blocks, is_double_colon, method, position, segments, tokens};
use super::links::Links;
use crate::identifier::bare;
use crate::lower::closure::Closure;
use crate::lower::names::{method_name, type_name};

/// The methods of the client that are not operations.
const CLIENT_METHODS: [&str; 3] = ["config", "from_conf", "new"];

/// A name that an item does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnknownName {
    pub(super) name: String,
    /// The item that was expected to have it.
    pub(super) owner: String,
    /// The place of the name in the page, or else that of the code.
    pub(super) range: Range<usize>,
    /// The names that the item has.
    pub(super) known: Vec<String>,
}

/// The names that code may use.
#[derive(Debug)]
pub(super) struct Names<'a> {
    links: &'a Links,
    /// By the name of method and module.
    operations: BTreeMap<String, Operation>,
}

#[derive(Debug)]
struct Operation {
    rust: String,
    /// The members of the input; `None` if some could not be read.
    setters: Option<Vec<String>>,
}

impl<'a> Names<'a> {
    pub(super) fn new(closure: &Closure<'_>, links: &'a Links) -> Self {
        let operations = closure.operations.iter().map(|operation| {
            let wire = operation.shape.id.name();
            let members = match operation.input {
                Some(input) => links.members.get(input.id.name()).map(|members| {
                    let names = members.values();
                    names.map(|path| last(path).to_owned()).collect()
                }),
                None => Some(Vec::new()),
            };
            let entry = Operation {
                rust: type_name(wire),
                setters: members.filter(|_| operation.input_is_known),
            };
            (bare(&method_name(wire)).to_owned(), entry)
        });
        Self {
            links,
            operations: operations.collect(),
        }
    }

    /// Returns the unknown names in the blocks of Rust of a page, each once a block.
    pub(super) fn unknown(&self, page: &str) -> Vec<UnknownName> {
        let mut unknown = Vec::new();
        for block in blocks(page) {
            let source = &page[block.clone()];
            // Code that is no sequence of tokens is left to the compiler.
            let Some(tokens) = tokens(source) else {
                continue;
            };
            let mut scan = Scan {
                names: self,
                imports: BTreeMap::new(),
                unknown: BTreeMap::new(),
            };
            scan.tokens(&tokens);
            unknown.extend(scan.unknown.into_iter().map(|((name, owner), known)| {
                let start = position(source, &name).map(|start| block.start + start);
                let range = start.map(|start| start..start + name.len());
                UnknownName {
                    name,
                    owner,
                    range: range.unwrap_or_else(|| block.clone()),
                    known,
                }
            }));
        }
        unknown
    }
}

/// The scan of a block.
struct Scan<'a> {
    names: &'a Names<'a>,
    /// The full paths of imported names.
    imports: BTreeMap<String, Vec<String>>,
    /// The unknown names and their owners, with the known names.
    unknown: BTreeMap<(String, String), Vec<String>>,
}

impl Scan<'_> {
    fn tokens(&mut self, tokens: &[Token]) {
        let mut uses = BTreeSet::new();
        for (index, token) in tokens.iter().enumerate() {
            if *token == Token::Name("use".to_owned()) {
                let end = self.import(tokens, index + 1, &[]);
                uses.extend(index..end);
            }
        }
        for (index, token) in tokens.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| tokens.get(before));
            let is_start = !matches!(before, Some(Token::Punct(':' | '.')));
            let Token::Name(first) = token else {
                continue;
            };
            if !is_start || uses.contains(&index) {
                continue;
            }
            if first == "client" {
                self.call(tokens, index + 1);
            } else if let Some(prefix) = self.prefix(first) {
                let (rest, _) = segments(tokens, index + 1);
                self.path(&[prefix, rest].concat());
            }
        }
    }

    /// Returns the path that a first segment means, if it is in the crate.
    fn prefix(&self, first: &str) -> Option<Vec<String>> {
        let itself = (first == "crate").then(|| vec![first.to_owned()]);
        itself.or_else(|| self.imports.get(first).cloned())
    }

    /// Reads the tree of a `use` at `index`, and returns the index after it.
    fn import(&mut self, tokens: &[Token], index: usize, prefix: &[String]) -> usize {
        let Some(Token::Name(first)) = tokens.get(index) else {
            return index;
        };
        let first = match prefix {
            [] => self.prefix(first).unwrap_or_else(|| vec![first.clone()]),
            _ => vec![first.clone()],
        };
        let (rest, mut end) = segments(tokens, index + 1);
        let path = [prefix, &first, &rest].concat();
        if is_double_colon(tokens, end) {
            end += 2;
            if tokens.get(end) != Some(&Token::Open(Delimiter::Brace)) {
                return end;
            }
            end += 1;
            while !matches!(tokens.get(end), None | Some(Token::Close)) {
                // A token that begins no tree is skipped: a comma, or `*`.
                end = self.import(tokens, end, &path).max(end + 1);
            }
            return end + 1;
        }
        let mut name = path.last().cloned().unwrap_or_default();
        if let [Token::Name(keyword), Token::Name(alias), ..] = &tokens[end..]
            && keyword == "as"
        {
            name.clone_from(alias);
            end += 2;
        }
        if path.first().is_some_and(|first| first == "crate") {
            self.path(&path);
            self.imports.insert(name, path);
        }
        end
    }

    /// Checks a call at the `.` after `client`: the method and the setters.
    fn call(&mut self, tokens: &[Token], index: usize) {
        let Some((name, mut end)) = method(tokens, index) else {
            return;
        };
        self.client_method(name);
        let Some(operation) = self.names.operations.get(name) else {
            return;
        };
        let owner = format!("{}FluentBuilder", operation.rust);
        // `.send()`, of four tokens, and other methods without arguments end the setters.
        while let Some((setter, after)) = method(tokens, end) {
            if after == end + 4 {
                return;
            }
            let member = setter.strip_prefix("set_").unwrap_or(setter);
            if let Some(setters) = &operation.setters {
                let is_known = |name: &str| setters.iter().any(|known| known == name);
                if !is_known(setter) && !is_known(member) {
                    self.add(setter, &owner, setters.clone());
                    return;
                }
            }
            end = after;
        }
    }

    fn client_method(&mut self, method: &str) {
        let operations = &self.names.operations;
        // Waiters are methods of a trait.
        let is_known = operations.contains_key(method)
            || CLIENT_METHODS.contains(&method)
            || method.starts_with("wait_until_");
        if !is_known {
            self.add(method, "Client", operations.keys().cloned().collect());
        }
    }

    /// Checks a path that begins with `crate`.
    fn path(&mut self, path: &[String]) {
        let path: Vec<_> = path.iter().map(String::as_str).collect();
        match &path[1..] {
            ["client", "Client", method, ..] | ["Client", method, ..] => {
                self.client_method(method);
            }
            ["Error", variant, ..] => self.error(variant, "Error"),
            ["types", "error", name, ..] if is_type(name) => {
                self.item("crate::types::error", name);
            }
            ["types", name, rest @ ..] if is_type(name) => {
                let is_known = self.item("crate::types", name);
                if let (true, [variant, ..]) = (is_known, rest) {
                    self.variant(&format!("crate::types::{name}"), variant);
                }
            }
            ["operation", module, rest @ ..] if !is_type(module) => self.operation(module, rest),
            _ => {}
        }
    }

    fn operation(&mut self, module: &str, rest: &[&str]) {
        let operations = &self.names.operations;
        let Some(operation) = operations.get(module) else {
            let known = operations.keys().cloned().collect();
            return self.add(module, "operation", known);
        };
        let [item, rest @ ..] = rest else {
            return;
        };
        let names = ["", "Error", "Input", "Output"];
        let names = names.map(|suffix| format!("{}{suffix}", operation.rust));
        if is_type(item) && !names.iter().any(|name| name == item) {
            self.add(item, &format!("operation::{module}"), names.to_vec());
        }
        if let (true, [variant, ..]) = (*item == names[1], rest) {
            self.error(variant, item);
        }
    }

    /// Checks the name of a type in `module`; `true` if it exists.
    fn item(&mut self, module: &str, name: &str) -> bool {
        let is_known = self
            .names
            .links
            .paths
            .contains(&format!("{module}::{name}"));
        if !is_known {
            self.add(name, shown(module), self.children(module));
        }
        is_known
    }

    /// Checks the name of a variant of the enum or union at `path`.
    fn variant(&mut self, path: &str, name: &str) {
        let known = self.children(path);
        // A type without variants is a structure, or its shape has errors.
        let has_variant = known.iter().any(|variant| variant == name);
        if is_type(name) && name != "Unknown" && !known.is_empty() && !has_variant {
            self.add(name, last(path), known);
        }
    }

    /// Checks the name of a variant of an operation's error, or of `Error`.
    fn error(&mut self, name: &str, owner: &str) {
        let path = format!("crate::types::error::{name}");
        let is_known = name == "Unhandled" || self.names.links.paths.contains(&path);
        if is_type(name) && !is_known {
            self.add(name, owner, self.children("crate::types::error"));
        }
    }

    /// Returns the names of the items below `path`.
    fn children(&self, path: &str) -> Vec<String> {
        let paths = self.names.links.paths.iter();
        let names = paths.filter_map(|item| item.strip_prefix(path)?.strip_prefix("::"));
        let names = names.filter(|name| !name.contains("::"));
        names.map(str::to_owned).collect()
    }

    fn add(&mut self, name: &str, owner: &str, known: Vec<String>) {
        self.unknown
            .insert((name.to_owned(), owner.to_owned()), known);
    }
}

fn is_type(name: &str) -> bool {
    name.starts_with(|c: char| c.is_uppercase())
}

fn last(path: &str) -> &str {
    path.rsplit_once("::").map_or(path, |(_, name)| name)
}

/// Returns a module's path without `crate`.
fn shown(module: &str) -> &str {
    module.strip_prefix("crate::").unwrap_or(module)
}
