//! `cargo xtask ir`: what the generator makes of the model before it prints Rust.

use crate::inputs::{InputArgs, Inputs};
use crate::output;
use anyhow::Result;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use codegen::{Options, Pass, RuntimeDependency};
use std::process::ExitCode;

/// Prints the intermediate representation (IR), for debugging the generator.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    inputs: InputArgs,
    /// Stop after this pass. Without the flag, all passes run.
    #[arg(long, value_name = "PASS", value_parser = pass_parser())]
    after: Option<Pass>,
    /// Print only what has this name: an operation or shape.
    #[arg(long, value_name = "NAME")]
    filter: Option<String>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let inputs = Inputs::read(&args.inputs)?;
    let options = Options {
        // No part of the IR tells how the crate is packaged.
        crate_name: "ir".to_owned(),
        crate_version: "0.0.0".to_owned(),
        runtime: RuntimeDependency::Version("0.0.0".to_owned()),
        allowed_traits: args.inputs.allow_trait.clone(),
        skip_unsupported: args.inputs.skip_unsupported,
    };
    let sources = inputs.sources();
    let ir = codegen::ir_text(&sources, &options, args.after, args.filter.as_deref());
    output::print(&ir.text)?;
    output::report(&ir.diagnostics, &sources);
    Ok(match ir.diagnostics.has_errors() {
        true => output::BAD_INPUT.into(),
        false => ExitCode::SUCCESS,
    })
}

/// Parses a pass by its name; `--help` lists them all.
fn pass_parser() -> impl TypedValueParser<Value = Pass> {
    let names = PossibleValuesParser::new(Pass::ALL.map(Pass::as_str));
    names.try_map(|name| {
        let mut passes = Pass::ALL.into_iter();
        passes
            .find(|pass| pass.as_str() == name)
            .ok_or("no such pass")
    })
}
