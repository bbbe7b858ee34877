//! From the AST to the IR: everything is decided here, one pass a file.

mod auth;
mod bindings;
mod case;
mod closure;
mod conformance;
mod defaults;
mod docs;
mod endpoints;
mod enums;
mod errors;
mod features;
mod jmespath;
mod names;
mod operations;
mod pagination;
mod partitions;
mod recursion;
mod service;
mod structures;
mod support;
mod trait_values;
mod types;
mod unions;
mod waiters;

pub use conformance::Correction;
pub(crate) use conformance::conformance;
pub(crate) use partitions::partitions;
pub use support::Treatment;
pub(crate) use support::traits;

use std::collections::BTreeSet;

use crate::ast::Model;
use crate::diagnostics::{Diagnostics, Input};
use crate::ir::{Client, Partition};
use closure::Closure;
use names::Names;
use types::Types;

/// The passes, in order: the names that `ir --after` takes.
pub(crate) const PASSES: [&str; 4] = ["closure", "names", "recursion", "shapes"];

/// What the caller chooses about the model.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Choices<'a> {
    /// Traits that are let pass with a warning.
    pub(crate) allowed_traits: &'a [String],
    /// Whether operations that the generator cannot make are left out, with a warning.
    pub(crate) skip_unsupported: bool,
}

/// What the passes hand on.
pub(crate) struct Lowered<'a> {
    pub(crate) closure: Closure<'a>,
    pub(crate) names: Names,
    pub(crate) recursion: recursion::Recursion,
    pub(crate) client: Client,
    /// Findings that did not stop it.
    pub(crate) warnings: Diagnostics,
}

/// Lowers the model of one service.
///
/// # Errors
/// All findings of all passes. A pass takes no offence at what an earlier one has reported.
pub(crate) fn lower<'a>(
    model: &'a Model,
    file: &str,
    partitions: Vec<Partition>,
    choices: Choices<'_>,
) -> Result<Lowered<'a>, Diagnostics> {
    let mut found = Diagnostics::about(Input::Model, file);
    let Some(closure) = closure::closure(model, choices.skip_unsupported, &mut found) else {
        return Err(found);
    };
    support::check(&closure, choices.allowed_traits, &mut found);
    let names = names::assign(&closure, &mut found);
    let recursion = recursion::find(&closure, &mut found);
    let types = Types::new(&closure, &names, &recursion);

    let mut client = Client {
        service: service::service(&types, &mut found),
        operations: operations::all(&types, &mut found),
        structures: structures::types(&types, &mut found),
        unions: unions::all(&types),
        enums: enums::all(&types, &mut found),
        errors: errors::all(&types, &mut found),
        endpoint: endpoints::endpoint(&closure, &mut found),
        partitions,
        skipped: closure.skipped.clone(),
        features: BTreeSet::new(),
    };
    endpoints::bindings(&types, &mut client, &mut found);
    waiters::add(&types, &mut client, &mut found);
    client.features = features::needed(&client);
    sort(&mut client);
    if found.has_errors() {
        return Err(found);
    }
    Ok(Lowered {
        closure,
        names,
        recursion,
        client,
        warnings: found,
    })
}

/// The one sort: the order of the model's text has no effect on the output, but for the order of
/// members, which is the order on the wire.
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
    fn all_is_in_order_of_rust_names() {
        // By id, upper case comes first.
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
                rust(&mut client.operations.iter().map(|one| &one.name)),
                ["A", "B"],
            ),
            (
                rust(&mut variants.iter().map(|one| &one.name)),
                ["AError", "BError"],
            ),
            (
                rust(&mut client.errors.iter().map(|one| &one.name)),
                ["AError", "BError"],
            ),
            (
                rust(&mut client.structures.iter().map(|one| &one.name)),
                ["APart", "BPart"],
            ),
            (
                rust(&mut client.enums.iter().map(|one| &one.name)),
                ["AKind", "BKind"],
            ),
            (
                rust(&mut client.unions.iter().map(|one| &one.name)),
                ["AOne", "BOne"],
            ),
        ] {
            assert_eq!(names, expected);
        }
    }
}
