//! `cargo xtask generate`: generates the client crate from the model.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result};
use codegen::{Generated, Options, RuntimeDependency};

use crate::inputs::{InputArgs, Inputs};
use crate::source_toml::SourceToml;
use crate::writer::{self, Files};
use crate::{output, path, values};

/// Generates the client crate, writing only files that differ.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Write nothing: print the differences as a diff, and exit with 1 if there are any.
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    inputs: InputArgs,
    /// Folder of the generated crate; defaults to `generated` in the workspace.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Name of the crate; defaults to the name in model/source.toml. Required with --model.
    #[arg(long, value_name = "NAME", value_parser = values::crate_name)]
    crate_name: Option<String>,
    /// Version of the crate; defaults to the version in model/source.toml, or 0.1.0 with --model.
    #[arg(long, value_name = "X.Y.Z", value_parser = values::version)]
    crate_version: Option<String>,
    /// Version of the runtime crate to depend on; defaults to the path of codegen/runtime.
    #[arg(long, value_name = "VERSION", value_parser = values::version)]
    runtime: Option<String>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let start = Instant::now();
    let (out, out_name) = match &args.out {
        Some(out) => (out.clone(), out.display().to_string()),
        None => (path::root().join("generated"), "generated".to_owned()),
    };
    let options = options(args, &out)?;
    let inputs = Inputs::read(&args.inputs)?;
    let sources = inputs.sources();
    let generated = match codegen::generate(&sources, &options) {
        Ok(generated) => generated,
        Err(diagnostics) => {
            output::report(&diagnostics, &sources);
            return Ok(output::ERROR.into());
        }
    };
    output::report(&generated.warnings, &sources);
    let (result, code) = if args.check {
        let (diff, count) = writer::check(&out, &out_name, &generated.files)?;
        output::print(&diff)?;
        if count > 0 {
            let command = fix_command(std::env::args().skip(1));
            let files_differ = if count == 1 {
                "file differs"
            } else {
                "files differ"
            };
            output::print(&format!(
                "{count} {files_differ} from the generator's output; to fix this, run: {command}\n"
            ))?;
            return Ok(output::FAILED.into());
        }
        ("all up to date".to_owned(), ExitCode::SUCCESS)
    } else {
        let counts = writer::write(&out, &generated.files)?;
        let removed = if counts.removed > 0 {
            format!(", {} removed", counts.removed)
        } else {
            String::new()
        };
        (
            format!("{} written{removed}", counts.written),
            ExitCode::SUCCESS,
        )
    };
    let summary = summary(&options.crate_name, &generated);
    output::print(&format!(
        "{summary}, {result}, {} ms\n",
        start.elapsed().as_millis()
    ))?;
    Ok(code)
}

/// Returns the options from the flags, with defaults from `model/source.toml`.
fn options(args: &Args, out: &Path) -> Result<Options> {
    let (default_name, default_version) = if args.inputs.model.is_none() {
        let text = fs::read_to_string(path::root().join("model/source.toml"))
            .context("cannot read model/source.toml")?;
        let toml = SourceToml::new(Some(&text)).and_then(|toml| toml.crate_name_and_version());
        let (name, version) = toml.context("model/source.toml")?;
        (Some(name), version)
    } else {
        (None, "0.1.0".to_owned())
    };
    let runtime = match &args.runtime {
        Some(version) => RuntimeDependency::Version(version.clone()),
        None => {
            RuntimeDependency::Path(path::relative(out, &path::root().join("codegen/runtime"))?)
        }
    };
    Ok(Options {
        crate_name: args
            .crate_name
            .clone()
            .or(default_name)
            .context("--model requires --crate-name NAME")?,
        crate_version: args.crate_version.clone().unwrap_or(default_version),
        runtime,
        allowed_traits: args.inputs.allow_trait.clone(),
        skip_unsupported: args.inputs.skip_unsupported,
    })
}

fn summary(name: &str, generated: &Generated) -> String {
    let lines = |files: &Files| files.values().map(|text| text.lines().count()).sum();
    format!(
        "{name}: {} operations, {} shapes, {} files, {} lines",
        grouped(generated.operations),
        grouped(generated.shapes),
        grouped(generated.files.len()),
        grouped(lines(&generated.files)),
    )
}

/// Formats a number with thousands separators: `1,234,567`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let comma = |at: usize| at > 0 && (digits.len() - at).is_multiple_of(3);
    digits
        .char_indices()
        .flat_map(|(at, digit)| comma(at).then_some(',').into_iter().chain([digit]))
        .collect()
}

/// Returns the command that removes the differences: the same flags without `--check`.
fn fix_command(args: impl Iterator<Item = String>) -> String {
    let plain = |arg: &str| {
        !arg.is_empty()
            && arg
                .chars()
                .all(|c| c.is_alphanumeric() || "-_./=:#@+,".contains(c))
    };
    args.filter(|arg| arg != "--check")
        .fold("cargo xtask".to_owned(), |command, arg| {
            if plain(&arg) {
                format!("{command} {arg}")
            } else {
                format!("{command} '{}'", arg.replace('\'', r"'\''"))
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        let groups = [0, 7, 999, 1000, 31204, 123_456, 1_234_567].map(grouped);
        assert_eq!(
            groups,
            ["0", "7", "999", "1,000", "31,204", "123,456", "1,234,567"]
        );
    }

    #[test]
    fn fix_command_keeps_the_flags() {
        let command = |args: &[&str]| fix_command(args.iter().map(|arg| (*arg).to_owned()));
        assert_eq!(command(&["generate", "--check"]), "cargo xtask generate");
        assert_eq!(
            command(&[
                "generate",
                "--out",
                "a b",
                "--check",
                "--allow-trait",
                "x#y",
                "--model",
                "it's"
            ]),
            r"cargo xtask generate --out 'a b' --allow-trait x#y --model 'it'\''s'"
        );
    }
}
