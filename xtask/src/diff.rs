//! `cargo xtask diff`: compares two models by the clients that are generated from them.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use codegen::diff::{Format, Version, render_error};
use codegen::{Options, RuntimeDependency};

use crate::inputs::Inputs;
use crate::source_toml::SourceToml;
use crate::{output, path, values};

const SOURCE: &str = "model/source.toml";

/// Compares two models, and names the next version.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The old model: a file, or a folder like model/.
    old: PathBuf,
    /// The new model.
    new: PathBuf,
    /// The format of the report.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = format_parser())]
    format: Format,
    /// The version of the crate of the old model [default: that in model/source.toml]
    #[arg(long, value_name = "VERSION", value_parser = values::version)]
    crate_version: Option<String>,
    /// Omits operations with event streams.
    #[arg(long)]
    skip_unsupported: bool,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    compare(args).or_else(|error| {
        // A workflow may read only stdout, which must not look like a report without differences.
        output::print(&render_error(&format!("{error:#}"), args.format))?;
        Err(error)
    })
}

fn compare(args: &Args) -> Result<ExitCode> {
    let (old, new) = (Inputs::of(&args.old)?, Inputs::of(&args.new)?);
    let source = fs::read_to_string(path::root().join(SOURCE))
        .with_context(|| format!("cannot read {SOURCE}"))?;
    let (crate_name, released) = SourceToml::new(Some(&source))?.crate_name_and_version()?;
    let version = args.crate_version.as_ref().unwrap_or(&released);
    let version = Version::parse(version).with_context(|| format!("{version} is not a version"))?;
    let options = Options {
        crate_name,
        crate_version: version.to_string(),
        runtime: RuntimeDependency::Version("0.0.0".to_owned()),
        allowed_traits: Vec::new(),
        skip_unsupported: args.skip_unsupported,
    };
    let (old, new) = (old.sources(), new.sources());
    match codegen::diff::compare(&old, &new, &options) {
        Ok(report) => {
            output::print(&report.render(args.format, &version, output::stdout_style()))?;
            Ok(ExitCode::from(u8::from(report.breaks())))
        }
        Err(failure) => {
            for (diagnostics, sources) in [(&failure.old, &old), (&failure.new, &new)] {
                if let Some(diagnostics) = diagnostics {
                    output::report(diagnostics, sources);
                }
            }
            output::print(&failure.render(args.format))?;
            Ok(output::ERROR.into())
        }
    }
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
