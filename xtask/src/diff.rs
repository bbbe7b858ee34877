//! `cargo xtask diff`: compares two models by the clients that are generated from them.

mod summary;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use codegen::diff::{Failure, Format, Policy, Report, Version, render_error};
use codegen::{Options, RuntimeDependency, Style};

use crate::inputs::{self, Inputs};
use crate::{output, path, policy, released, values};

const MODEL: &str = "model";
const SOURCE: &str = "model/source.toml";

/// Compares two models, and names the next version.
///
/// A model is a file, or a folder like model/ with its overlays, partitions and version. Without OLD
/// and NEW, model/ is compared with the last release, with the policy model/diff-policy.toml. If
/// only one model has overlays in a folder overlay/documentation, these are omitted. The format
/// `github` also writes the release notes to the file $GITHUB_STEP_SUMMARY. Exit codes: 0 nothing
/// breaks; 1 something breaks; 2 the models could not be compared, or an entry of the policy fits no
/// difference.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The old model.
    #[arg(requires = "new")]
    old: Option<PathBuf>,
    /// The new model.
    new: Option<PathBuf>,
    /// The format of the report.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = format_parser())]
    format: Format,
    /// The version of the crate of the old model; defaults to that in its folder, or in model/.
    #[arg(long, value_name = "X.Y.Z", value_parser = values::version)]
    crate_version: Option<String>,
    /// Classes for rules, and accepted differences, as in model/diff-policy.toml.
    #[arg(long, value_name = "FILE")]
    policy: Option<PathBuf>,
    /// Omit the overlays of folders.
    #[arg(long)]
    no_overlays: bool,
    /// An overlay to apply to both models; may be repeated, applied in the order given.
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    /// An overlay to apply to the old model, before those for both.
    #[arg(long, value_name = "FILE")]
    old_overlay: Vec<PathBuf>,
    /// An overlay to apply to the new model, before those for both.
    #[arg(long, value_name = "FILE")]
    new_overlay: Vec<PathBuf>,
    /// Omit operations with event streams.
    #[arg(long)]
    skip_unsupported: bool,
}

/// The result of a comparison.
enum Outcome {
    Compared(Report, Version),
    Failed(Box<Failure>),
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let printed = compare(args).and_then(|outcome| print(&outcome, args.format));
    printed.or_else(|error| {
        // A workflow may read only stdout or the summary, which must not look like a report without
        // differences.
        let message = format!("{error:#}");
        output::print(&render_error(&message, args.format))?;
        if args.format == Format::GitHub {
            summary::append(&render_error(&message, Format::Markdown))?;
        }
        Err(error)
    })
}

fn print(outcome: &Outcome, format: Format) -> Result<ExitCode> {
    let render = |format, style| match outcome {
        Outcome::Compared(report, version) => report.render(format, version, style),
        Outcome::Failed(failure) => failure.render(format),
    };
    output::print(&render(format, output::stdout_style()))?;
    if format == Format::GitHub {
        summary::append(&render(Format::Markdown, Style::Plain))?;
    }
    Ok(match outcome {
        Outcome::Compared(report, _) => ExitCode::from(u8::from(report.breaks())),
        Outcome::Failed(_) => output::ERROR.into(),
    })
}

fn compare(args: &Args) -> Result<Outcome> {
    let root = path::root();
    let (mut old, mut new) = match (&args.old, &args.new) {
        (Some(old), Some(new)) => (Inputs::of(old)?, Inputs::of(new)?),
        _ => (
            Inputs::of_folder(&root, released::FOLDER)?,
            Inputs::of_folder(&root, MODEL)?,
        ),
    };
    for (inputs, overlays) in [(&mut old, &args.old_overlay), (&mut new, &args.new_overlay)] {
        if args.no_overlays {
            inputs.remove_overlays();
        }
        inputs.add_overlays(overlays)?;
        inputs.add_overlays(&args.overlay)?;
    }
    let (crate_name, version) = crate_name_and_version(args, &root)?;
    let options = Options {
        crate_name,
        crate_version: version.to_string(),
        runtime: RuntimeDependency::Version("0.0.0".to_owned()),
        allowed_traits: Vec::new(),
        skip_unsupported: args.skip_unsupported,
    };
    let (mut old, mut new) = (old.sources(), new.sources());
    if inputs::is_documented(&old) != inputs::is_documented(&new) {
        output::print_error("note: only one model has overlays of documentation; they are omitted");
        old = inputs::without_documentation(old);
        new = inputs::without_documentation(new);
    }
    let mut report = match codegen::diff::compare(&old, &new, &options) {
        Ok(report) => report,
        Err(failure) => {
            output::report_failure(&failure, &old, &new);
            return Ok(Outcome::Failed(failure));
        }
    };
    let (policy, name) = policy(args, &root)?;
    if let Err(stale) = report.apply(&policy) {
        let stale: Vec<_> = stale.iter().map(ToString::to_string).collect();
        bail!("{name}: {}", stale.join("; "));
    }
    Ok(Outcome::Compared(report, version))
}

/// Returns the policy and the name of its file.
fn policy(args: &Args, root: &Path) -> Result<(Policy, String)> {
    Ok(match (&args.policy, &args.old) {
        (Some(file), _) => {
            let name = file.display().to_string();
            (policy::read(file, &name)?, name)
        }
        (None, None) => (policy::of_workspace(root)?, policy::FILE.to_owned()),
        (None, Some(_)) => (Policy::default(), String::new()),
    })
}

/// Returns the name of the crates, and the version of the old one.
fn crate_name_and_version(args: &Args, root: &Path) -> Result<(String, Version)> {
    let released = root.join(released::FOLDER);
    let in_folder = args.old.as_deref().unwrap_or(&released).join("source.toml");
    let (file, name) = match in_folder.is_file() {
        true => (in_folder.clone(), in_folder.display().to_string()),
        false => (root.join(SOURCE), SOURCE.to_owned()),
    };
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {name}"))?;
    let (crate_name, version) = released::crate_name_and_version(&text, &name)?;
    let version = match &args.crate_version {
        Some(flag) => Version::parse(flag).with_context(|| format!("{flag} is not a version"))?,
        None => version,
    };
    Ok((crate_name, version))
}

/// Returns the parser for the names of formats; `--help` lists them all.
fn format_parser() -> impl TypedValueParser<Value = Format> {
    let names = PossibleValuesParser::new(Format::ALL.map(Format::as_str));
    names.try_map(|name| {
        let mut formats = Format::ALL.into_iter();
        let format = formats.find(|format| format.as_str() == name);
        format.ok_or("no such format")
    })
}
