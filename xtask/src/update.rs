//! `cargo xtask update`: updates `model/` from a published model.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use codegen::canonical::{self, CanonicalModel};
use codegen::{Diagnostics, Source, Sources};

use crate::source_toml::SourceToml;
use crate::{diff, output, path, values, writer};

/// Updates model/ with the facts of a published model, without its documentation.
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
    let folder = path::root().join("model");
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
    let mut report = String::new();
    for Target { name, old, new } in &targets {
        let changed = old.as_ref() != Some(new);
        if args.dry_run {
            report.push_str(&diff::unified(
                &format!("model/{name}"),
                old.as_deref(),
                Some(new),
            ));
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
    output::print(&report)?;
    Ok(ExitCode::SUCCESS)
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
    let old_source = read_old(&folder.join("source.toml"))?;
    let mut source = SourceToml::new(old_source.as_deref()).context("model/source.toml")?;
    let mut targets = Vec::new();

    source.set_model(
        &model.service,
        &date(args, &args.from)?,
        published.model.as_bytes(),
    )?;
    targets.push(target("ivs.json", model.text)?);

    if let (Some(file), Some(published), Some(partitions)) =
        (&args.partitions, &published.partitions, partitions)
    {
        source.set_partitions(&date(args, file)?, published.as_bytes())?;
        targets.push(target("partitions.json", partitions)?);
    }

    targets.push(Target {
        name: "source.toml",
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
mod tests {
    use super::*;
    use crate::test_folder::Folder;

    const MODEL: &str =
        r#"{"shapes": {"ns#S": {"type": "service", "version": "1"}}, "smithy": "2.0"}"#;

    fn args(from: PathBuf, partitions: Option<PathBuf>, date: Option<&str>) -> Args {
        Args {
            from,
            partitions,
            date: date.map(str::to_owned),
            dry_run: false,
        }
    }

    /// Returns the new files for valid input.
    fn updated(args: &Args, folder: &Path) -> Result<Vec<Target>> {
        let published = Published::read(args)?;
        let facts = published.facts(&published.sources("", "")).unwrap();
        targets(args, &published, facts, folder)
    }

    #[test]
    fn partitions_change_only_if_given() {
        let folder = Folder::new("update");
        folder.put("m-2026-11.json", MODEL);
        folder.put("p-2026-10.json", r#"{"partitions": []}"#);
        let [model, partitions] =
            ["m-2026-11.json", "p-2026-10.json"].map(|name| folder.path().join(name));
        let names_and_source = |args: &Args| {
            let targets = updated(args, folder.path()).unwrap();
            let source = targets.last().unwrap().new.clone();
            (
                targets
                    .into_iter()
                    .map(|target| target.name)
                    .collect::<Vec<_>>(),
                source,
            )
        };
        let (files, source) = names_and_source(&args(model.clone(), None, None));
        assert_eq!(files, ["ivs.json", "source.toml"]);
        assert!(
            source.contains("date = \"2026-11\"") && source.contains("[partitions]\n\n"),
            "{source}"
        );
        let (files, source) = names_and_source(&args(model, Some(partitions), None));
        assert_eq!(files, ["ivs.json", "partitions.json", "source.toml"]);
        assert!(
            source.contains("[partitions]\ndate = \"2026-10\""),
            "{source}"
        );
    }

    #[test]
    fn missing_date_is_an_error() {
        let folder = Folder::new("date");
        folder.put("m.json", MODEL);
        let model = folder.path().join("m.json");
        let error = updated(&args(model.clone(), None, None), folder.path())
            .err()
            .unwrap()
            .to_string();
        assert!(
            error.ends_with("m.json does not end in a month; set it with `--date YYYY-MM`"),
            "{error}"
        );
        assert!(updated(&args(model, None, Some("2026-11")), folder.path()).is_ok());
    }

    /// Fails if the model was edited by hand, or the canonical form changed without an `update`.
    #[test]
    fn model_of_this_workspace_is_canonical() {
        let folder = path::root().join("model");
        let published = Published {
            model: read(&folder.join("ivs.json")).unwrap(),
            partitions: Some(read(&folder.join("partitions.json")).unwrap()),
        };
        let (model, partitions) = published.facts(&published.sources("", "")).unwrap();
        assert_eq!(model.text, published.model);
        assert_eq!(partitions, published.partitions);
    }

    #[test]
    fn month_must_end_the_file_name() {
        let month = |name| month_in_name(Path::new(name));
        assert_eq!(month("some/ivs-2026-11.json").as_deref(), Some("2026-11"));
        for name in [
            "ivs.json",
            "ivs-2026-13.json",
            "ivs-2026-11-01.json",
            "2026-11-ivs.json",
            "ivs2026-11.json",
            "é026-11.json",
        ] {
            assert_eq!(month(name), None, "{name}");
        }
    }
}
