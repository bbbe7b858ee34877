//! The module `serde`.

use quote::quote;

use super::Files;
use super::tokens::inner_docs;
use crate::ir::Client;
use crate::options::Options;

/// Emits `serde.rs`.
pub(super) fn emit(client: &Client, options: &Options, files: &mut Files) {
    let docs = inner_docs(&docs(client, options));
    files.rust(
        "src/serde.rs",
        quote! {
            #docs

            pub use restjson1_runtime::serde::{with_sensitive, without_sensitive};
        },
    );
}

/// Returns the documentation, with an example if there is an operation.
fn docs(client: &Client, options: &Options) -> Vec<String> {
    let text = "Serialization with serde; with the feature `serde`.

Inputs, outputs and the types in [`types`](crate::types), except errors, implement `Serialize` and
`Deserialize` in the names and formats of the wire: blobs are in base64, timestamps in the format
of their member, unions are objects with one key. Members that are not set are omitted. Members
that are missing have the values that they have in a response without them, and unknown members
are skipped. Unknown values of enums are kept; unknown variants of unions, and streams that are not
in memory, cannot be serialized.

Sensitive members are errors unless they are asked for with [`with_sensitive`], or omitted with
[`without_sensitive`].

Data formats must be self-describing, as JSON, YAML and TOML are. Timestamps in seconds are precise
to microseconds.";
    let mut lines: Vec<String> = text.lines().map(String::from).collect();
    if let Some(index) = client.example {
        let operation = &client.operations[index];
        let (library, module) = (options.lib_name(), &operation.module);
        let output = &operation.output.name.rust;
        let example = format!(
            "
# Examples

```
use {library}::operation::{module}::{output};
use {library}::serde::without_sensitive;

fn save(output: &{output}) -> serde_json::Result<String> {{
    serde_json::to_string(&without_sensitive(output))
}}

fn load(json: &str) -> serde_json::Result<{output}> {{
    serde_json::from_str(json)
}}

let json = save(&load(\"{{}}\")?)?;
# Ok::<(), serde_json::Error>(())
```"
        );
        lines.extend(example.lines().map(String::from));
    }
    lines
}
