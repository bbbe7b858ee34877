//! Lowers the AST to the IR. All decisions are made here, one pass per file.

mod auth;
mod bindings;
pub(crate) mod case;
mod closure;
mod constraints;
mod context;
mod defaults;
pub(crate) mod docs;
pub(crate) mod endpoints;
mod enums;
mod errors;
mod examples;
mod facts;
mod features;
mod jmespath;
mod names;
mod operations;
mod pagination;
mod partitions;
mod recursion;
mod regex;
mod repeat;
mod resources;
mod rules;
mod samples;
mod service;
mod structures;
mod support;
mod types;
mod unions;
mod valid;
pub(crate) mod values;
mod waiters;

use std::collections::BTreeSet;

use crate::ast::Model;
use crate::diagnostics::{Diagnostics, Input};
use crate::ir::{Client, Partition};
pub(crate) use closure::{Closure, OperationShapes};
pub(crate) use constraints::{length, range};
use context::Context;
pub(crate) use defaults::timestamp_seconds;
pub(crate) use docs::unlinked_lines as documentation_lines;
pub(crate) use names::Names;
pub(crate) use partitions::partitions;
pub(crate) use recursion::Recursion;

/// A pass of lowering, in the order in which they run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pass {
    /// The shapes that the service reaches.
    Closure,
    /// Their Rust names.
    Names,
    /// The members that must be boxed because their shapes are recursive.
    Recursion,
    /// The complete IR.
    Shapes,
}

impl Pass {
    /// All passes, in order.
    pub const ALL: [Self; 4] = [Self::Closure, Self::Names, Self::Recursion, Self::Shapes];

    /// Returns the pass's name on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Closure => "closure",
            Self::Names => "names",
            Self::Recursion => "recursion",
            Self::Shapes => "shapes",
        }
    }
}

/// The caller's choices about the model.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Choices<'a> {
    /// Unknown and rejected traits that cause a warning instead of an error.
    pub(crate) allowed_traits: &'a [String],
    /// `true` to omit operations that the generator does not support, with a warning.
    pub(crate) skip_unsupported: bool,
}

/// The results of the passes that have run.
#[derive(Default)]
pub(crate) struct Passes<'a> {
    pub(crate) closure: Option<Closure<'a>>,
    pub(crate) names: Option<Names>,
    pub(crate) recursion: Option<Recursion>,
    pub(crate) client: Option<Client>,
}

/// The result of all passes if none of them reported an error.
pub(crate) struct Lowered<'a> {
    pub(crate) closure: Closure<'a>,
    pub(crate) client: Client,
    pub(crate) warnings: Diagnostics,
}

impl<'a> Passes<'a> {
    /// Returns the results of all passes.
    ///
    /// # Errors
    /// Returns `diagnostics` if one of them is an error or a pass has not run.
    pub(crate) fn complete(self, diagnostics: Diagnostics) -> Result<Lowered<'a>, Diagnostics> {
        match (self.closure, self.client) {
            (Some(closure), Some(client)) if !diagnostics.has_errors() => Ok(Lowered {
                closure,
                client,
                warnings: diagnostics,
            }),
            _ => Err(diagnostics),
        }
    }
}

/// Lowers the model of one service, up to and including pass `last`.
///
/// Passes continue after errors, so that one run reports all diagnostics; a pass does not report
/// again what an earlier pass reported. Only a missing closure stops the run.
pub(crate) fn run<'a>(
    model: &'a Model,
    file: &str,
    partitions: Vec<Partition>,
    choices: Choices<'_>,
    last: Pass,
) -> (Passes<'a>, Diagnostics) {
    let mut diagnostics = Diagnostics::about(Input::Model, file);
    let mut passes = Passes::default();
    let closure = closure::closure(model, choices.skip_unsupported, &mut diagnostics);
    if let Some(closure) = closure {
        passes = after_closure(closure, partitions, choices, last, &mut diagnostics);
    }
    (passes, diagnostics)
}

fn after_closure<'a>(
    closure: Closure<'a>,
    partitions: Vec<Partition>,
    choices: Choices<'_>,
    last: Pass,
    diagnostics: &mut Diagnostics,
) -> Passes<'a> {
    let mut passes = Passes::default();
    if last > Pass::Closure {
        support::check(&closure, choices.allowed_traits, diagnostics);
        let names = names::assign(&closure, diagnostics);
        if last > Pass::Names {
            let recursion = recursion::find(&closure, diagnostics);
            if last > Pass::Recursion {
                let context = Context::new(&closure, &names, &recursion, choices);
                passes.client = Some(client(&context, partitions, diagnostics));
            }
            passes.recursion = Some(recursion);
        }
        passes.names = Some(names);
    }
    passes.closure = Some(closure);
    passes
}

/// Builds the IR.
fn client(
    context: &Context<'_>,
    partitions: Vec<Partition>,
    diagnostics: &mut Diagnostics,
) -> Client {
    let types = &context.types;
    docs::check(types.closure, &context.links, diagnostics);
    let facts = &types.closure.model.facts;
    let scope = context.links.scope(docs::Subject::Other);
    let mut client = Client {
        service: service::service(context, diagnostics),
        operations: operations::all(context, diagnostics),
        structures: structures::nested(context, diagnostics),
        unions: unions::all(context, diagnostics),
        enums: enums::all(context, diagnostics),
        errors: errors::all(context, diagnostics),
        error_facts: facts::error_facts(context, diagnostics),
        endpoint: endpoints::endpoint(types.closure, diagnostics),
        partitions,
        skipped: types.closure.skipped.clone(),
        example: None,
        unsafe_example: None,
        resources: Vec::new(),
        front_page: docs::front_page(facts, &scope),
        guide: docs::guide(facts, &scope),
        features: BTreeSet::new(),
    };
    endpoints::bindings(types, &mut client, diagnostics);
    pagination::add(types, &mut client, diagnostics);
    waiters::add(types, &mut client, diagnostics);
    regex::add(context, &mut client, diagnostics);
    examples::add(context, &mut client, diagnostics);
    client.features = features::needed(&client);
    sort(&mut client);
    client.resources = resources::all(types.closure, &client.operations, diagnostics);
    client.example = operations::example(facts, &client.operations);
    samples::add(&mut client);
    client
}

/// Sorts the shapes, so that the output does not depend on their order in the model.
///
/// Members keep the model's order, which is their order on the wire.
fn sort(client: &mut Client) {
    client.operations.sort_by(|a, b| a.module.cmp(&b.module));
    client.skipped.sort();
    for operation in &mut client.operations {
        operation.errors.sort_by(|a, b| a.name.cmp(&b.name));
    }
    client.structures.sort_by(|a, b| a.name.cmp(&b.name));
    client.errors.sort_by(|a, b| a.name.cmp(&b.name));
    client.unions.sort_by(|a, b| a.name.cmp(&b.name));
    client.enums.sort_by(|a, b| a.name.cmp(&b.name));
    for shape in &mut client.enums {
        shape.values.sort_by(|a, b| a.name.wire.cmp(&b.name.wire));
    }
}

#[cfg(test)]
mod tests {
    use crate::ir::Name;
    use crate::testing::client;

    #[test]
    fn items_are_sorted_by_rust_name() {
        // Sorted by shape id, upper case would come first.
        let client = client(
            r#"{
            "Service": {"operations": ["B", "a"]},
            "B": {"type": "operation", "errors": ["BError", "aError"],
                "traits": {"http": {"method": "GET", "uri": "/"}}},
            "a": {"type": "operation", "output": "Out",
                "traits": {"http": {"method": "GET", "uri": "/"}}},
            "BError": {"type": "structure", "traits": {"error": "client"}},
            "aError": {"type": "structure", "traits": {"error": "client"}},
            "BPart": {"type": "structure"}, "aPart": {"type": "structure"},
            "BKind": {"type": "enum", "members": {"A": "Unit"}},
            "aKind": {"type": "enum", "members": {"A": "Unit"}},
            "BOne": {"type": "union", "members": {"a": "String"}},
            "aOne": {"type": "union", "members": {"a": "String"}},
            "Out": {"members": {"a": "BPart", "b": "aPart", "c": "BKind", "d": "aKind",
                "e": "BOne", "f": "aOne"}}
        }"#,
        );
        let rust = |names: &mut dyn Iterator<Item = &Name>| {
            names.map(|name| name.rust.clone()).collect::<Vec<_>>()
        };
        let variants = &client.operations[1].errors;
        for (names, expected) in [
            (
                rust(&mut client.operations.iter().map(|shape| &shape.name)),
                ["A", "B"],
            ),
            (
                rust(&mut variants.iter().map(|shape| &shape.name)),
                ["AError", "BError"],
            ),
            (
                rust(&mut client.errors.iter().map(|shape| &shape.name)),
                ["AError", "BError"],
            ),
            (
                rust(&mut client.structures.iter().map(|shape| &shape.name)),
                ["APart", "BPart"],
            ),
            (
                rust(&mut client.enums.iter().map(|shape| &shape.name)),
                ["AKind", "BKind"],
            ),
            (
                rust(&mut client.unions.iter().map(|shape| &shape.name)),
                ["AOne", "BOne"],
            ),
        ] {
            assert_eq!(names, expected);
        }
    }
}
