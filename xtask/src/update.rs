//! `cargo xtask update`: updates the workspace from a published model.

mod changelog;
mod checks;
mod lock_files;
mod missing;
mod present;
mod proposal;
mod published;
mod release;
mod report;
mod stubs;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use codegen::canonical;
use codegen::{Diagnostics, Source, Sources};

use crate::source_toml::SourceToml;
use crate::transaction::Point;
use crate::{output, path, text_diff, transaction, values, writer};
use present::Present;
use proposal::{Facts, Proposal};
use published::{Found, Published, Wanted};

const MODEL: &str = "model/ivs.json";
const PARTITIONS: &str = "model/partitions.json";
const SOURCE: &str = "model/source.toml";

/// Updates model/, generated/ and CHANGELOG.md from a published model, without its documentation.
///
/// Prints what the update changes for users, the next version, and what is left to do by hand.
/// Either all files are written or none: nothing is written if the model is that of another
/// service, is older, or cannot be generated from, and an interrupted run is undone. Exit codes: 0
/// success; 2 invalid or rejected model, or invalid flag.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The published model: a Smithy model (JSON AST), or service-2.json of botocore with its
    /// companions beside it. Or a jar, zip or wheel that has one of them.
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// The published partitions.json; if omitted, model/partitions.json stays unchanged.
    #[arg(long, value_name = "FILE")]
    partitions: Option<PathBuf>,
    /// Month of publication; defaults to the month in a file name such as ivs-2026-11.json, or in
    /// the archive.
    #[arg(long, value_name = "YYYY-MM", value_parser = values::month)]
    date: Option<String>,
    /// Write nothing: print the changes of model/ and CHANGELOG.md as a diff as well.
    #[arg(long)]
    dry_run: bool,
    /// Accept files that are older than those that model/ was updated from.
    #[arg(long)]
    allow_older: bool,
    /// Also write the report to FILE, as Markdown.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    update(args, &path::root())
}

/// Updates the workspace in `root`.
fn update(args: &Args, root: &Path) -> Result<ExitCode> {
    update_with(args, root, &mut |_| Ok(()))
}

/// Updates the workspace in `root`; `at` is called between the steps of writing.
fn update_with(
    args: &Args,
    root: &Path,
    at: &mut dyn FnMut(Point) -> Result<()>,
) -> Result<ExitCode> {
    let present = Present::read(root)?;
    let Some((published, proposal)) = propose(args, root, &present)? else {
        return Ok(output::ERROR.into());
    };
    let mut text = String::new();
    if args.dry_run {
        text.push_str(&diff(&proposal));
    } else {
        let changes = proposal.changes.iter().map(|(change, _)| change.clone());
        transaction::apply(root, &changes.collect::<Vec<_>>(), at)?;
    }
    text.push_str(&report::text(&published, &proposal, args.dry_run));
    output::print(&text)?;
    if let Some(file) = &args.report {
        writer::write_file(file, &report::markdown(&published, &proposal))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Computes the new files; `None` if the model is rejected, which has been reported.
fn propose(args: &Args, root: &Path, present: &Present) -> Result<Option<(Published, Proposal)>> {
    let source = SourceToml::new(present.source.as_ref().map(|file| &*file.text));
    let source = source.context(SOURCE)?;
    let wanted = Wanted {
        service: source.get("model", "service"),
        sdk_id: source.get("model", "sdk_id"),
    };
    let found = Found::read(&args.from, wanted)?;
    let empty = Source {
        name: MODEL,
        text: "{}",
    };
    let present_model = present.model.as_ref().map_or(empty, present::File::source);
    let published = match found.convert(present_model) {
        Ok(published) => published,
        Err(diagnostics) => {
            output::report(&diagnostics, &found.sources());
            return Ok(None);
        }
    };
    let partitions = match &args.partitions {
        Some(file) => Some(
            fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?,
        ),
        None => None,
    };
    let partitions_name = args
        .partitions
        .as_ref()
        .map(|file| file.display().to_string());
    let sources = Sources {
        model: Source {
            name: &published.name,
            text: &published.text,
        },
        overlays: Vec::new(),
        partitions: Source {
            name: partitions_name.as_deref().unwrap_or_default(),
            text: partitions.as_deref().unwrap_or_default(),
        },
    };
    output::report(&published.warnings, &found.sources());
    let facts = match facts(&sources, partitions.is_some()) {
        Ok(facts) => {
            output::report(&facts.warnings(), &sources);
            facts
        }
        Err(diagnostics) => {
            output::report(&diagnostics, &sources);
            return Ok(None);
        }
    };
    let partitions = partitions.as_deref().map(str::as_bytes);
    let proposal = Proposal::new(args, root, present, &published, facts, partitions)?;
    Ok(proposal.map(|proposal| (published, proposal)))
}

/// Extracts the facts of the model and, if present, of the partitions.
fn facts(sources: &Sources<'_>, has_partitions: bool) -> Result<Facts, Diagnostics> {
    let partitions = has_partitions.then(|| canonical::partitions(sources.partitions));
    match (canonical::model(sources.model), partitions.transpose()) {
        (Ok(model), Ok(partitions)) => Ok(Facts { model, partitions }),
        (Err(mut diagnostics), Err(partition_diagnostics)) => {
            diagnostics.extend(partition_diagnostics);
            Err(diagnostics)
        }
        (Err(diagnostics), Ok(_)) | (Ok(_), Err(diagnostics)) => Err(diagnostics),
    }
}

/// Returns the diff of all files that are written by hand or hold facts.
fn diff(proposal: &Proposal) -> String {
    let changes = proposal.changes.iter();
    let shown = changes.filter(|(change, _)| !change.path.starts_with("generated/"));
    let diffs = shown.map(|(change, old)| {
        text_diff::unified(&change.path, old.as_deref(), change.new.as_deref())
    });
    text_diff::styled(&diffs.collect::<String>(), output::stdout_style())
}
