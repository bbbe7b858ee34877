//! The manifest, the readme and other files that are not Rust, from templates.

use tera::{Context, Tera};

use super::Files;
use crate::diagnostics::{Code, Diagnostics, Input};
use crate::ir::Client;
use crate::options::{Options, RuntimeDependency};
use crate::printable;
use crate::render::Header;

const TEMPLATES: [(&str, &str); 3] = [
    (
        "Cargo.toml",
        include_str!("../../templates/Cargo.toml.tera"),
    ),
    ("README.md", include_str!("../../templates/README.md.tera")),
    (
        "rustfmt.toml",
        include_str!("../../templates/rustfmt.toml.tera"),
    ),
];

/// The project's license; each published crate contains a copy.
const LICENSE: &str = include_str!("../../../LICENSE");

/// Emits the files of the templates, and the license.
///
/// # Errors
/// Returns an error if the crate has the name of a dependency, or if a template cannot be rendered,
/// which is a fault of the generator.
pub(super) fn emit(
    client: &Client,
    options: &Options,
    header: &Header,
    files: &mut Files,
) -> Result<(), Diagnostics> {
    let mut context = Context::new();
    context.insert("header", header.text());
    context.insert("crate_name", &options.crate_name);
    context.insert("lib_name", &options.lib_name());
    context.insert("crate_version", &options.crate_version);
    context.insert("toml_title", &printable::toml(&client.service.title));
    context.insert("markdown_title", &client.service.markdown_title);
    let docs = client.service.readme.join("\n");
    context.insert("docs", &printable::prose(&docs));
    context.insert("operations", &client.operations.len());
    let example = client
        .example
        .map(|index| &client.operations[index].method_name);
    context.insert("example", &example);
    let mut operations = client.operations.iter();
    let has_streams =
        operations.any(|operation| operation.pagination.is_some() || !operation.waiters.is_empty());
    context.insert("has_streams", &has_streams);
    let (path, version) = match &options.runtime {
        RuntimeDependency::Path(path) => (Some(printable::toml(path)), crate::RUNTIME_VERSION),
        RuntimeDependency::Version(version) => (None, version.as_str()),
    };
    context.insert("runtime_path", &path);
    context.insert("runtime_version", version);
    let features: Vec<_> = client
        .features
        .iter()
        .map(|feature| feature.as_str())
        .collect();
    context.insert("runtime_features", &features);
    let skipped = client.skipped.iter();
    let skipped: Vec<_> = skipped.map(|skipped| &skipped.operation).collect();
    context.insert("skipped", &skipped);
    files.text("LICENSE", LICENSE.to_owned());
    for (path, template) in TEMPLATES {
        let contents = Tera::one_off(template, &context, false).map_err(|error| {
            let mut diagnostics = Diagnostics::about(Input::Other, path);
            diagnostics.file(
                Code::Template,
                format!("the template cannot be rendered: {error}"),
                "this is a fault of the generator: please report it with the model",
            );
            diagnostics
        })?;
        if path == "Cargo.toml" {
            check_name(&options.crate_name, &contents)?;
        }
        files.text(path, contents);
    }
    Ok(())
}

/// Fails if `manifest` depends on a crate of the same name, which cargo does not accept.
fn check_name(crate_name: &str, manifest: &str) -> Result<(), Diagnostics> {
    let normal = |name: &str| name.replace('_', "-");
    let name = dependencies(manifest).find(|name| normal(name) == normal(crate_name));
    let Some(name) = name else {
        return Ok(());
    };
    let mut diagnostics = Diagnostics::about(Input::Other, "the name of the crate");
    let reason =
        format!("the generated crate cannot be called `{crate_name}`: it depends on `{name}`");
    let help = "choose another name with `--crate-name`";
    diagnostics.file(Code::CrateName, reason, help);
    Err(diagnostics)
}

/// Returns the names of the dependencies in the manifest, one per line of its last table.
fn dependencies(manifest: &str) -> impl Iterator<Item = &str> {
    let lines = manifest
        .lines()
        .skip_while(|line| *line != "[dependencies]");
    lines.filter_map(|line| Some(line.split_once(" = ")?.0))
}
