//! The checks of a published model against this workspace, before anything is written.

use std::path::Path;

use anyhow::{Result, bail};
use codegen::canonical::Service;
use codegen::{Code, Diagnostic, Input, Options, RuntimeDependency, Severity};

use super::Args;
use crate::inputs::Inputs;
use crate::output;
use crate::source_toml::SourceToml;

/// Fails if the model is that of another service.
pub(super) fn same_service(args: &Args, service: &Service, source: &SourceToml) -> Result<()> {
    match source.get("model", "service") {
        Some(known) if known != service.id => bail!(
            "{} is the model of {}, but model/ has that of {known}; to generate its client, use \
             `cargo xtask generate --model FILE --out DIR --crate-name NAME`",
            args.from.display(),
            service.id
        ),
        _ => Ok(()),
    }
}

/// Fails if a published file is older than the one that `source.toml` names in `table`.
pub(super) fn not_older(
    args: &Args,
    file: &Path,
    table: &str,
    new: &[(&str, &str)],
    source: &SourceToml,
) -> Result<()> {
    for (key, new) in new.iter().filter(|_| !args.allow_older) {
        // Months and API versions begin with the year, so they are in alphabetical order.
        if let Some(known) = source.get(table, key).filter(|known| known > new) {
            bail!(
                "{} is older than the file that model/ was updated from: its {} is {new}, not \
                 {known}; to go back, pass `--allow-older`",
                file.display(),
                key.replace('_', " ")
            );
        }
    }
    Ok(())
}

/// Returns `true` if the entry of an overlay is outdated, so that a person must change it.
fn is_stale_entry(diagnostic: &Diagnostic) -> bool {
    let codes = [
        Code::OverlayTarget,
        // The model now has the trait itself.
        Code::Replacement,
        Code::CorrectionOutdated,
        Code::CorrectionGone,
        Code::MemberOrder,
    ];
    matches!(diagnostic.input, Input::Overlay(_)) && codes.contains(&diagnostic.code)
}

/// Generates the client in memory, with this workspace's overlays.
///
/// Returns outdated entries of overlays as lines, or `None` if there is another error: its
/// diagnostics are then printed.
pub(super) fn generates(
    root: &Path,
    source: &SourceToml,
    model: &str,
    partitions: Option<&str>,
) -> Result<Option<Vec<String>>> {
    let inputs = Inputs::updated(root, model, partitions)?;
    let sources = inputs.sources();
    let (crate_name, crate_version) = source.crate_name_and_version()?;
    let options = Options {
        crate_name,
        crate_version,
        runtime: RuntimeDependency::Version(codegen::RUNTIME_VERSION.to_owned()),
        allowed_traits: Vec::new(),
        skip_unsupported: false,
    };
    let Err(diagnostics) = codegen::generate(&sources, &options) else {
        return Ok(Some(Vec::new()));
    };
    let is_error = |diagnostic: &&Diagnostic| diagnostic.severity == Severity::Error;
    if diagnostics.iter().filter(is_error).all(is_stale_entry) {
        return Ok(Some(
            diagnostics.iter().filter(is_error).map(line).collect(),
        ));
    }
    output::report(&diagnostics, &sources);
    Ok(None)
}

/// Describes an outdated entry: place, reason and shape.
fn line(diagnostic: &Diagnostic) -> String {
    let mut line = diagnostic.file.clone();
    if let Some(span) = &diagnostic.span {
        line.push_str(&format!(":{}:{}", span.line, span.column));
    }
    line.push_str(&format!(": {}", diagnostic.reason));
    if let Some(shape) = &diagnostic.shape {
        line.push_str(&format!(" ({shape})"));
    }
    line
}
