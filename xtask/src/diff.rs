//! `cargo xtask diff`: compares two models by the clients that are generated from them.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use codegen::diff::{Format, Version};
use codegen::{Options, RuntimeDependency};

use crate::inputs::Inputs;
use crate::output;

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
    #[arg(long)]
    skip_unsupported: bool,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let (old, new) = (Inputs::of(&args.old)?, Inputs::of(&args.new)?);
    let options = Options {
        crate_name: "ivs-sdk".to_owned(),
        crate_version: "0.0.0".to_owned(),
        runtime: RuntimeDependency::Version("0.0.0".to_owned()),
        allowed_traits: Vec::new(),
        skip_unsupported: args.skip_unsupported,
    };
    let (old, new) = (old.sources(), new.sources());
    match codegen::diff::compare(&old, &new, &options) {
        Ok(report) => {
            let version = Version::parse("0.1.0").expect("version");
            output::print(&report.render(args.format, &version))?;
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
