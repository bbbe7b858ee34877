//! `cargo xtask ir`: prints the intermediate representation of a model.

use std::process::ExitCode;

use anyhow::Result;
use codegen::{Options, RuntimeDependency};

use crate::inputs::{InputArgs, Inputs};
use crate::output;

/// Prints the intermediate representation (IR), for debugging the generator.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    inputs: InputArgs,
    /// Stop after this pass; defaults to the last.
    #[arg(long, value_name = "PASS")]
    after: Option<String>,
    /// Print only the operation or shape of this name.
    #[arg(long, value_name = "NAME")]
    filter: Option<String>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let inputs = Inputs::read(&args.inputs)?;
    let options = Options {
        // The IR does not depend on the package.
        crate_name: "ir".to_owned(),
        crate_version: "0.0.0".to_owned(),
        runtime: RuntimeDependency::Version("0.0.0".to_owned()),
        allowed_traits: args.inputs.allow_trait.clone(),
        skip_unsupported: args.inputs.skip_unsupported,
    };
    let (after, filter) = (args.after.as_deref(), args.filter.as_deref());
    let sources = inputs.sources();
    match codegen::ir_text(&sources, &options, after, filter) {
        Ok(text) => {
            output::print(&text)?;
            Ok(ExitCode::SUCCESS)
        }
        Err(diagnostics) => {
            output::report(&diagnostics, &sources);
            Ok(output::BAD_INPUT.into())
        }
    }
}
