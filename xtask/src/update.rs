//! `cargo xtask update`: updates `model/` from a published model.

mod changes;
mod checks;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use codegen::canonical::{self, CanonicalModel};
use codegen::{Diagnostics, Source, Sources};

use crate::source_toml::SourceToml;
use crate::{output, path, text_diff, values, writer};
use changes::{Changes, Names};

/// The files in `model/`.
const MODEL: &str = "ivs.json";
const PARTITIONS: &str = "partitions.json";
const SOURCE: &str = "source.toml";

/// Updates model/ with the facts of a published model, without its documentation.
///
/// Nothing is written if the model is that of another service, is older, or cannot be generated
/// from. Exit codes: 0 success; 2 invalid or rejected model, or invalid flag.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The published Smithy model (JSON AST).
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// The published partitions.json; if omitted, model/partitions.json stays unchanged.
    #[arg(long, value_name = "FILE")]
    partitions: Option<PathBuf>,
    /// Month of publication; defaults to the month in a file name such as ivs-2026-11.json.
    #[arg(long, value_name = "YYYY-MM", value_parser = values::month)]
    date: Option<String>,
    /// Write nothing: print the changes as a diff.
    #[arg(long)]
    dry_run: bool,
    /// Accept files that are older than those that model/ was updated from.
    #[arg(long)]
    allow_older: bool,
}

/// A file in `model/`, with its old and new text.
struct Target {
    name: &'static str,
    old: Option<String>,
    new: String,
}

/// The text of the published files.
struct Published {
    model: String,
    partitions: Option<String>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    update(args, &path::root())
}

/// Updates the workspace in `root`.
fn update(args: &Args, root: &Path) -> Result<ExitCode> {
    let folder = root.join("model");
    let published = Published::read(args)?;
    let names = (
        args.from.display().to_string(),
        source_name(&args.partitions),
    );
    let sources = published.sources(&names.0, &names.1);
    let facts = match published.facts(&sources) {
        Ok(facts) => facts,
        Err(diagnostics) => {
            output::report(&diagnostics, &sources);
            return Ok(output::ERROR.into());
        }
    };
    let targets = targets(args, &published, facts, &folder)?;
    let new = |name: &str| {
        let target = targets.iter().find(|target| target.name == name);
        target.map(|target| &*target.new)
    };
    let model = new(MODEL).context("there is no new model")?;
    let source = SourceToml::new(new(SOURCE)).context("model/source.toml")?;
    let stale_entries = checks::generates(root, &source, model, new(PARTITIONS))?;
    let Some(stale_entries) = stale_entries else {
        return Ok(output::ERROR.into());
    };
    let mut report = String::new();
    for Target { name, old, new } in &targets {
        let changed = old.as_ref() != Some(new);
        if args.dry_run {
            let diff = text_diff::unified(&format!("model/{name}"), old.as_deref(), Some(new));
            report.push_str(&text_diff::styled(&diff, output::stdout_style()));
            continue;
        }
        if changed {
            writer::write_file(&folder.join(name), new)?;
        }
        report.push_str(&format!(
            "model/{name}: {}\n",
            if changed { "written" } else { "unchanged" }
        ));
    }
    report.push_str(&summary(targets[0].old.as_deref(), model, &stale_entries)?);
    output::print(&report)?;
    Ok(ExitCode::SUCCESS)
}

/// Describes the changes of the facts, and what is left to do by hand.
fn summary(old: Option<&str>, new: &str, stale_entries: &[String]) -> Result<String> {
    let Some(old) = old else {
        return Ok(String::new());
    };
    let changes = Changes::new(old, new)?;
    let mut text = format!("\n{}", changes.describe());
    let Names {
        operations, errors, ..
    } = &changes.added;
    let documented: Vec<_> = operations.iter().chain(errors).cloned().collect();
    let steps = [
        changes::line(
            "- document in model/overlay/documentation: ",
            "shape",
            &documented,
        ),
        changes::line(
            "- add cases to tests/client/operations for: ",
            "operation",
            operations,
        ),
        changes::line(
            "- remove test cases of: ",
            "operation",
            &changes.removed.operations,
        ),
    ];
    let mut steps = steps.concat();
    if !stale_entries.is_empty() {
        steps.push_str("- correct or delete these entries of overlays:\n");
        for entry in stale_entries {
            steps.push_str(&format!("  {entry}\n"));
        }
    }
    if !steps.is_empty() {
        text.push_str(&format!("To do by hand:\n{steps}"));
    }
    Ok(text)
}

fn source_name(file: &Option<PathBuf>) -> String {
    let name = file.as_ref().map(|file| file.display().to_string());
    name.unwrap_or_default()
}

impl Published {
    fn read(args: &Args) -> Result<Self> {
        Ok(Self {
            model: read(&args.from)?,
            partitions: args.partitions.as_deref().map(read).transpose()?,
        })
    }

    fn sources<'a>(&'a self, model: &'a str, partitions: &'a str) -> Sources<'a> {
        Sources {
            model: Source {
                name: model,
                text: &self.model,
            },
            overlays: Vec::new(),
            partitions: Source {
                name: partitions,
                text: self.partitions.as_deref().unwrap_or_default(),
            },
        }
    }

    /// Extracts the facts of the model and, if present, of the partitions.
    fn facts(
        &self,
        sources: &Sources<'_>,
    ) -> Result<(CanonicalModel, Option<String>), Diagnostics> {
        let partitions = self.partitions.as_ref();
        let partitions = partitions.map(|_| canonical::partitions(sources.partitions));
        match (canonical::model(sources.model), partitions.transpose()) {
            (Ok(model), Ok(partitions)) => Ok((model, partitions)),
            (Err(mut diagnostics), Err(partition_diagnostics)) => {
                diagnostics.extend(partition_diagnostics);
                Err(diagnostics)
            }
            (Err(diagnostics), Ok(_)) | (Ok(_), Err(diagnostics)) => Err(diagnostics),
        }
    }
}

/// Returns all files with their new text. None is written yet, so that an error changes no file.
fn targets(
    args: &Args,
    published: &Published,
    (model, partitions): (CanonicalModel, Option<String>),
    folder: &Path,
) -> Result<Vec<Target>> {
    let target = |name, new| {
        anyhow::Ok(Target {
            name,
            old: read_old(&folder.join(name))?,
            new,
        })
    };
    let old_source = read_old(&folder.join(SOURCE))?;
    let mut source = SourceToml::new(old_source.as_deref()).context("model/source.toml")?;
    let mut targets = Vec::new();

    let month = date(args, &args.from)?;
    checks::same_service(args, &model.service, &source)?;
    let new = [("date", &*month), ("api_version", &*model.service.version)];
    checks::not_older(args, &args.from, "model", &new, &source)?;
    source.set_model(&model.service, &month, published.model.as_bytes())?;
    targets.push(target(MODEL, model.text)?);

    if let (Some(file), Some(published), Some(partitions)) =
        (&args.partitions, &published.partitions, partitions)
    {
        let month = date(args, file)?;
        checks::not_older(args, file, "partitions", &[("date", &month)], &source)?;
        source.set_partitions(&month, published.as_bytes())?;
        targets.push(target(PARTITIONS, partitions)?);
    }

    targets.push(Target {
        name: SOURCE,
        old: old_source,
        new: source.text(),
    });
    Ok(targets)
}

/// Returns the month from the flag, or else from the end of the file's name.
fn date(args: &Args, file: &Path) -> Result<String> {
    args.date
        .clone()
        .or_else(|| month_in_name(file))
        .with_context(|| {
            format!(
                "the name of {} does not end in a month; set it with `--date YYYY-MM`",
                file.display()
            )
        })
}

fn month_in_name(file: &Path) -> Option<String> {
    let stem = file.file_stem()?.to_str()?;
    let month = stem
        .get(stem.len().checked_sub("-2026-11".len())?..)?
        .strip_prefix('-')?;
    values::month(month).ok()
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn read_old(path: &Path) -> Result<Option<String>> {
    match fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        read => read
            .map(Some)
            .with_context(|| format!("cannot read {}", path.display())),
    }
}

#[cfg(test)]
mod tests;
