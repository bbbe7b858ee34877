//! Pagination. An operation whose paginator cannot be generated has none, with a warning.

use super::closure::OperationShapes;
use super::types::Types;
use crate::ast::PaginatedTrait;
use crate::ast::ids::PAGINATED;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use crate::ir::{Client, Member, Operation, PageItems, Pagination, PathField, Structure, Type};

/// Adds the pagination of all operations. Their paths are resolved in the client's structures.
pub(super) fn add(types: &Types<'_>, client: &mut Client, diagnostics: &mut Diagnostics) {
    let service = &types.closure.service;
    let operations = 0..client.operations.len();
    for (index, shapes) in operations.zip(&types.closure.operations) {
        // `support` reports invalid values.
        let is_invalid = [shapes.shape, service]
            .into_iter()
            .any(|shape| shape.traits.expected_form(PAGINATED, &shape.kind).is_some());
        let Some(operation_trait) = shapes.shape.traits.paginated() else {
            continue;
        };
        if is_invalid || !shapes.input_is_known || !shapes.output_is_known {
            continue;
        }
        let mut pass = Pass {
            shapes,
            operation: &client.operations[index],
            structures: &client.structures,
            traits: [Some(operation_trait), service.traits.paginated()],
            diagnostics,
        };
        client.operations[index].pagination = pass.pagination();
    }
}

struct Pass<'a> {
    shapes: &'a OperationShapes<'a>,
    operation: &'a Operation,
    structures: &'a [Structure],
    /// The operation's trait, and the service's.
    traits: [Option<PaginatedTrait<'a>>; 2],
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Pass<'a> {
    fn pagination(&mut self) -> Option<Pagination> {
        let operation = self.operation;
        let input_token = self.token("inputToken", |t| t.input_token);
        let input_token = input_token.and_then(|name| self.input_member("inputToken", name));
        let output_token = self.token("outputToken", |t| t.output_token);
        let output_token = output_token.and_then(|path| self.output_path("outputToken", path));
        let items = self.setting(|t| t.items);
        let items = items.and_then(|path| self.items(path));
        let page_size = self.setting(|t| t.page_size);
        let page_size = page_size.and_then(|name| self.input_member("pageSize", name));
        let (input_token, (output_token, output_member)) = (input_token?, output_token?);
        let input_member = &operation.input.members[input_token];
        let reason = if operation.input.streams() {
            "a request whose body is a stream cannot be repeated"
        } else if input_member.ty != Type::String || output_member.ty != Type::String {
            "the tokens are not strings"
        } else if !input_member.optional {
            "the token in the input is not optional"
        } else {
            let rust = &operation.name.rust;
            return Some(Pagination {
                input_token,
                output_token,
                page_size: page_size.map(|index| operation.input.members[index].clone()),
                items: items.map(|(path, ty)| PageItems {
                    path,
                    ty,
                    paginator: format!("{rust}PaginatorItems"),
                }),
                paginator: format!("{rust}Paginator"),
            });
        };
        let help = "the generator supports only tokens that are members of type `string`, and \
                    optional in the input";
        self.warn(Code::PageToken, "inputToken", reason.to_owned(), help);
        None
    }

    /// Returns a setting of the operation, or else of the service.
    fn setting(&self, get: impl Fn(&PaginatedTrait<'a>) -> Option<&'a str>) -> Option<&'a str> {
        self.traits.iter().flatten().find_map(get)
    }

    /// Returns the setting of a token, or reports that there is none.
    fn token(
        &mut self,
        key: &str,
        get: impl Fn(&PaginatedTrait<'a>) -> Option<&'a str>,
    ) -> Option<&'a str> {
        let token = self.setting(get);
        if token.is_none() {
            let reason = format!(
                "neither the operation nor the service declares the {}",
                role(key)
            );
            let help = format!("set `{key}` to the name of a member");
            self.warn(Code::PageMember, key, reason, &help);
        }
        token
    }

    /// Returns the index of an input member, or reports that there is none.
    fn input_member(&mut self, key: &str, name: &str) -> Option<usize> {
        let input = &self.operation.input;
        let mut members = input.members.iter();
        let index = members.position(|member| member.model == name);
        if index.is_none() {
            self.unknown(key, name, name, input);
        }
        index
    }

    /// Returns the path to an output member and the member, or reports that there is none.
    fn output_path(&mut self, key: &str, path: &str) -> Option<(Vec<PathField>, &'a Member)> {
        let mut structure = &self.operation.output;
        let mut fields = Vec::new();
        let mut names = path.split('.').peekable();
        while let Some(name) = names.next() {
            let mut members = structure.members.iter();
            let Some(member) = members.find(|member| member.model == name) else {
                self.unknown(key, path, name, structure);
                return None;
            };
            fields.push(PathField {
                rust: member.name.rust.clone(),
                optional: member.optional,
            });
            if names.peek().is_none() {
                return Some((fields, member));
            }
            let Type::Structure(reference) = &member.ty else {
                let reason = format!(
                    "the {} `{path}` leads through `{name}`, which is not a structure",
                    role(key)
                );
                let help = format!("set `{key}` to the name of a member, or to a path of members");
                self.warn(Code::PageMember, key, reason, &help);
                return None;
            };
            // Missing structures are reported elsewhere.
            let mut structures = self.structures.iter();
            structure = structures.find(|structure| structure.name.rust == reference.rust)?;
        }
        None
    }

    /// Returns the path to the items and their type, or reports that there are none.
    fn items(&mut self, path: &str) -> Option<(Vec<PathField>, Type)> {
        let (fields, member) = self.output_path("items", path)?;
        if !matches!(member.ty, Type::List { .. } | Type::Map { .. }) {
            let reason = format!("the items `{path}` are neither a list nor a map");
            let help = "set `items` to the name or path of a list or map";
            self.warn(Code::PageMember, "items", reason, help);
            return None;
        }
        Some((fields, member.ty.clone()))
    }

    /// Reports that `structure` has no member `name`, a part of `path`.
    fn unknown(&mut self, key: &str, path: &str, name: &str, structure: &Structure) {
        let holder = &structure.name.rust;
        let role = role(key);
        let reason = match name == path {
            true => format!("the {role} `{path}` is not a member of `{holder}`"),
            false => {
                format!("the {role} `{path}` is not a path: `{holder}` has no member `{name}`")
            }
        };
        let help = match key {
            "inputToken" | "pageSize" => format!("set `{key}` to the name of a top-level member"),
            _ => format!("set `{key}` to the name of a member, or to a path of members"),
        };
        let names = structure.members.iter().map(|member| &*member.model);
        self.warn(Code::PageMember, key, reason, &help)
            .did_you_mean(name, names);
    }

    fn warn(&mut self, code: Code, key: &str, reason: String, help: &str) -> &mut Diagnostic {
        let lack = match key {
            "items" => "without valid items, a paginator has no method `items`",
            "pageSize" => "without a valid page size, a paginator has no method `page_size`",
            _ => "the operation is generated without a paginator",
        };
        let help = format!("{lack}; {help}");
        let id = &self.shapes.shape.id;
        let diagnostic = self
            .diagnostics
            .shape_trait(code, id, PAGINATED, reason, help);
        diagnostic.severity = Severity::Warning;
        match code {
            Code::PageMember => diagnostic.below([key.into()]),
            _ => diagnostic,
        }
    }
}

/// Describes the member that a key of the trait names.
fn role(key: &str) -> &'static str {
    match key {
        "inputToken" => "input token",
        "outputToken" => "output token",
        "pageSize" => "page size",
        _ => "items",
    }
}

#[cfg(test)]
mod tests;
