//! `cargo xtask ir`: prints the intermediate representation of a model.

use std::process::ExitCode;

use anyhow::Result;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use codegen::Pass;

use crate::inputs::{InputArgs, Inputs};
use crate::output;

/// Prints the intermediate representation (IR), for debugging the generator.
///
/// Exit codes: 0 success; 2 invalid model, overlay or flag, after printing what is valid.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    inputs: InputArgs,
    /// Stop after this pass; defaults to the last.
    #[arg(long, value_name = "PASS", value_parser = pass_parser())]
    after: Option<Pass>,
    /// Print only the operation or shape with this name.
    #[arg(long, value_name = "NAME")]
    filter: Option<String>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let inputs = Inputs::read(&args.inputs)?;
    let options = args.inputs.options();
    let sources = inputs.sources();
    let ir = codegen::ir_text(&sources, &options, args.after, args.filter.as_deref());
    output::print(&ir.text)?;
    output::report(&ir.diagnostics, &sources);
    Ok(match ir.diagnostics.has_errors() {
        true => output::ERROR.into(),
        false => ExitCode::SUCCESS,
    })
}

/// Returns the parser for the names of passes; `--help` lists them all.
fn pass_parser() -> impl TypedValueParser<Value = Pass> {
    let names = PossibleValuesParser::new(Pass::ALL.map(Pass::as_str));
    names.try_map(|name| {
        let mut passes = Pass::ALL.into_iter();
        let pass = passes.find(|pass| pass.as_str() == name);
        pass.ok_or("no such pass")
    })
}
