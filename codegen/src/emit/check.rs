//! The module `check`.

use quote::quote;

use super::Files;
use super::tokens::inner_docs;
use crate::ir::Client;
use crate::options::Options;

/// Emits `check.rs`.
pub(super) fn emit(client: &Client, options: &Options, files: &mut Files) {
    let docs = inner_docs(&docs(client, options));
    files.rust(
        "src/check.rs",
        quote! {
            #docs

            pub use restjson1_runtime::check::{Check, Rule, Violation, Violations};

            restjson1_runtime::check_interceptor! { input: crate::members::input }
        },
    );
}

/// Returns the documentation, with an example if there is an operation.
fn docs(client: &Client, options: &Options) -> Vec<String> {
    let text = "Checks of inputs against the rules of the service, without sending them; with the \
                feature `check`.

[`Check::check`] returns all violations: members that must be set, lengths, ranges, patterns,
and rules for several members. [`CheckInputs`] checks the inputs of all calls of a client.
The service has the last word: it has more rules than its model states.";
    let mut lines: Vec<String> = text.lines().map(String::from).collect();
    if let Some(index) = client.example {
        let operation = &client.operations[index];
        let (library, module) = (options.lib_name(), &operation.module);
        let input = &operation.input.name.rust;
        let example = format!(
            "
# Examples

```
use {library}::check::{{Check as _, CheckInputs}};
use {library}::operation::{module}::{input};

let config = {library}::Config::builder().interceptor(CheckInputs);

let input = {input}::builder().build()?;
if let Err(violations) = input.check() {{
    for violation in &violations {{
        println!(\"{{violation}}\");
    }}
}}
# Ok::<(), {library}::error::BuildError>(())
```"
        );
        lines.extend(example.lines().map(String::from));
    }
    lines
}
