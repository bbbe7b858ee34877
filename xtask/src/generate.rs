//! `cargo xtask generate`: generates the client crate from the model.

mod comparison;
pub(crate) mod wire_table;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use codegen::diff::Version;
use codegen::{Generated, Options, RuntimeDependency, Sources};

use crate::inputs::{InputArgs, Inputs};
use crate::released::{self, Released};
use crate::source_toml::SourceToml;
use crate::writer::{self, Files, Output};
use crate::{docs, output, path, policy, values};

/// The folder of the client in this workspace.
const GENERATED: &str = "generated";

/// Generates the client crate, writing only files that differ.
///
/// `--check` also compares the model with the last release in model/released: the version in
/// model/source.toml must be as high as the differences require. Exit codes: 0 success; 1 `--check`
/// found a difference, or a version that is too low; 2 invalid model, overlay or flag, or a file in
/// the way that the generator did not write.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Write nothing: print the differences as a diff, and exit with 1 if there are any.
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    inputs: InputArgs,
    /// Folder of the generated crate: empty, or written by this command. Defaults to `generated` in
    /// the workspace; required with other inputs and with flags about the crate.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Name of the crate; defaults to the name in model/source.toml. Required with --model.
    #[arg(long, value_name = "NAME", value_parser = values::crate_name)]
    crate_name: Option<String>,
    /// Version of the crate; defaults to the version in model/source.toml, or 0.1.0 with --model.
    #[arg(long, value_name = "X.Y.Z", value_parser = values::version)]
    crate_version: Option<String>,
    /// Version of the runtime crate to depend on; if omitted, its path codegen/runtime is used.
    #[arg(long, value_name = "VERSION", value_parser = values::version)]
    runtime: Option<String>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let start = Instant::now();
    let arguments = || std::env::args().skip(1);
    if !args.check {
        args.require_out(arguments())?;
    }
    let (out, out_name) = match &args.out {
        Some(out) => (out.clone(), out.display().to_string()),
        None => (path::root().join(GENERATED), GENERATED.to_owned()),
    };
    let options = options(args, &out)?;
    let inputs = Inputs::read(&args.inputs)?;
    let sources = inputs.sources();
    let result = match args.writes_wire_table() {
        true => codegen::generate_with_wire_table(&sources, &options)
            .map(|(generated, table)| (generated, Some(table))),
        false => codegen::generate(&sources, &options).map(|generated| (generated, None)),
    };
    let (generated, table) = match result {
        Ok(generated) => generated,
        Err(diagnostics) => {
            output::report(&diagnostics, &sources);
            return Ok(output::ERROR.into());
        }
    };
    output::report(&generated.warnings, &sources);
    // The documentation of other models is up to their authors.
    if args.inputs.model.is_none()
        && let Some(warning) = docs::warning(&generated.documentation)
    {
        output::print_error(&warning);
    }
    let output = Output {
        files: &generated.files,
        service: &generated.service,
        header: &generated.header,
    };
    let result = if args.check {
        let comparison = writer::check(&out, &output)?;
        let has_command = args.require_out(arguments()).is_ok();
        let command = has_command.then(|| command_without_check(arguments()));
        let report = comparison::report(&comparison, &out_name, command.as_deref());
        output::print(&report)?;
        let is_table_current = match &table {
            Some(table) => wire_table::check(table, command.as_deref())?,
            None => true,
        };
        // The user may add files to other folders.
        if !comparison.differences.is_empty()
            || (args.out.is_none() && !comparison.strays.is_empty())
            || !is_table_current
        {
            return Ok(output::FAILED.into());
        }
        // Other models and crates have no release here.
        if has_command && args.out.is_none() {
            match release_faults(&inputs.sources(), &options)? {
                Some(faults) if faults.is_empty() => {}
                Some(faults) => {
                    output::print(&format!("{}\n", faults.join("\n")))?;
                    return Ok(output::FAILED.into());
                }
                None => return Ok(output::ERROR.into()),
            }
        }
        "all up to date".to_owned()
    } else {
        let mut counts = writer::write(&out, &output)?;
        if let Some(table) = &table {
            counts.written += usize::from(wire_table::write(table)?);
        }
        let removed = match counts.removed {
            0 => String::new(),
            removed => format!(", {removed} removed"),
        };
        format!("{} written{removed}", counts.written)
    };
    let summary = summary(&options.crate_name, &generated);
    output::print(&format!(
        "{summary}, {result}, {} ms\n",
        start.elapsed().as_millis()
    ))?;
    Ok(ExitCode::SUCCESS)
}

impl Args {
    /// Returns `true` if the command also writes the table of the fake service: of this project's
    /// model, beside the project's client.
    fn writes_wire_table(&self) -> bool {
        self.out.is_none() && self.inputs.other_input().is_none()
    }

    /// Fails if `generated` would get another content than that of the plain command.
    fn require_out(&self, arguments: impl Iterator<Item = String>) -> Result<()> {
        let flags = [
            ("--crate-name", self.crate_name.is_some()),
            ("--crate-version", self.crate_version.is_some()),
            ("--runtime", self.runtime.is_some()),
        ];
        let mut given = flags.into_iter().filter(|(_, is_given)| *is_given);
        let flag = self.inputs.other_input();
        let flag = flag.or_else(|| given.next().map(|(flag, _)| flag));
        let Some(flag) = flag.filter(|_| self.out.is_none()) else {
            return Ok(());
        };
        let stem = self.inputs.model.as_deref().and_then(Path::file_stem);
        let name = match (&self.crate_name, stem) {
            (Some(name), _) => name.clone(),
            (None, Some(stem)) => format!("{}-sdk", stem.to_string_lossy()),
            (None, None) => GENERATED.to_owned(),
        };
        let mut command = command_without_check(arguments);
        command.push_str(&format!(" --out {}", quoted(&format!("../{name}"))));
        if self.inputs.model.is_some() && self.crate_name.is_none() {
            command.push_str(&format!(" --crate-name {}", quoted(&name)));
        }
        bail!(
            "{flag} requires --out DIR, because generated/ is the output of the plain `cargo xtask \
             generate`; for example:\n  {command}"
        )
    }
}

/// Compares the model with the released one: returns what is wrong with the version or the policy;
/// `None` if they could not be compared, which has been reported.
fn release_faults(sources: &Sources<'_>, options: &Options) -> Result<Option<Vec<String>>> {
    let root = path::root();
    let released = Released::read(&root)?;
    let released = released.with_context(|| {
        let folder = released::FOLDER;
        format!("{folder} is missing; `cargo xtask record-release` writes it")
    })?;
    let version = Version::parse(&options.crate_version);
    let version = version.context("the version in model/source.toml")?;
    let policy = policy::of_workspace(&root)?;
    Ok(match released.faults(sources, options, &policy, &version) {
        Ok(faults) => Some(faults),
        Err(failure) => {
            output::report_failure(&failure, &released.sources(), sources);
            None
        }
    })
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
fn command_without_check(arguments: impl Iterator<Item = String>) -> String {
    arguments
        .filter(|argument| argument != "--check")
        .fold("cargo xtask".to_owned(), |command, argument| {
            format!("{command} {}", quoted(&argument))
        })
}

/// Returns the argument as a shell reads it.
fn quoted(argument: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./=:#@+,".contains(c);
    match !argument.is_empty() && argument.chars().all(is_plain) {
        true => argument.to_owned(),
        false => format!("'{}'", argument.replace('\'', r"'\''")),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        args: Args,
    }

    /// Returns the error if the command line requires `--out`.
    fn out_error(line: &str) -> Option<String> {
        let arguments = || line.split(' ').map(str::to_owned);
        let args = Line::parse_from(arguments()).args;
        let error = args.require_out(arguments()).err()?;
        Some(error.to_string())
    }

    #[test]
    fn other_inputs_and_crates_require_another_folder() {
        for (line, flag, command) in [
            (
                "generate --model a/b.json",
                "--model",
                "generate --model a/b.json --out ../b-sdk --crate-name b-sdk",
            ),
            (
                "generate --model b.json --crate-name c",
                "--model",
                "generate --model b.json --crate-name c --out ../c",
            ),
            (
                "generate --overlay x.json",
                "--overlay",
                "generate --overlay x.json --out ../generated",
            ),
            (
                "generate --partitions p.json",
                "--partitions",
                "generate --partitions p.json --out ../generated",
            ),
            (
                "generate --runtime 1.0.0 --crate-name a",
                "--crate-name",
                "generate --runtime 1.0.0 --crate-name a --out ../a",
            ),
        ] {
            let expected = format!(
                "{flag} requires --out DIR, because generated/ is the output of the plain `cargo \
                 xtask generate`; for example:\n  cargo xtask {command}"
            );
            assert_eq!(out_error(line), Some(expected));
        }
        for line in [
            "generate",
            "generate --crate-version 1.0.0 --out c",
            "generate --model b --out c",
        ] {
            assert_eq!(out_error(line), None);
        }
    }

    #[test]
    fn numbers_are_grouped() {
        let groups = [0, 7, 999, 1000, 31204, 123_456, 1_234_567].map(grouped);
        assert_eq!(
            groups,
            ["0", "7", "999", "1,000", "31,204", "123,456", "1,234,567"]
        );
    }

    #[test]
    fn command_without_check_keeps_the_flags() {
        let command =
            |args: &[&str]| command_without_check(args.iter().map(|arg| (*arg).to_owned()));
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
