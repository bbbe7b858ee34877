//! `cargo xtask update`: a published model's facts into `model/`.

use crate::source_toml::SourceToml;
use crate::{diff, output, path, values, writer};
use anyhow::{Context, Result};
use codegen::canonical::{self, Facts};
use codegen::{Diagnostics, Source, Sources};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Brings the facts of a published model into `model/`, documentation left out.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The published Smithy model (JSON AST).
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// The published partitions.json; without it, the partitions are left as they are.
    #[arg(long, value_name = "FILE")]
    partitions: Option<PathBuf>,
    /// When the files were published; without it, taken from names such as `ivs-2026-11.json`.
    #[arg(long, value_name = "YYYY-MM", value_parser = values::month)]
    date: Option<String>,
    /// Print what would change, as a diff, and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// A file of the model folder, and the text it shall have.
struct Target {
    name: &'static str,
    old: Option<String>,
    new: String,
}

/// The texts of the published files.
struct Published {
    model: String,
    partitions: Option<String>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let folder = path::root().join("model");
    let published = Published::read(args)?;
    let names = (args.from.display().to_string(), name(&args.partitions));
    let sources = published.sources(&names.0, &names.1);
    let facts = match published.facts(&sources) {
        Ok(facts) => facts,
        Err(found) => {
            output::report(&found, &sources);
            return Ok(output::BAD_INPUT.into());
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

fn name(file: &Option<PathBuf>) -> String {
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

    /// The facts of the model and, where they are given, of the partitions.
    fn facts(&self, sources: &Sources<'_>) -> Result<(Facts, Option<String>), Diagnostics> {
        let partitions = self.partitions.as_ref();
        let partitions = partitions.map(|_| canonical::partitions(sources.partitions));
        match (canonical::model(sources.model), partitions.transpose()) {
            (Ok(model), Ok(partitions)) => Ok((model, partitions)),
            (Err(mut found), Err(other)) => {
                found.extend(other);
                Err(found)
            }
            (Err(found), Ok(_)) | (Ok(_), Err(found)) => Err(found),
        }
    }
}

/// All files in their new form. Nothing is written before all of them are known.
fn targets(
    args: &Args,
    published: &Published,
    (model, partitions): (Facts, Option<String>),
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

/// The month given by flag, else by the end of the file's name.
fn date(args: &Args, file: &Path) -> Result<String> {
    args.date
        .clone()
        .or_else(|| month_in_name(file))
        .with_context(|| {
            format!(
                "the name of {} does not end in a month; give it by `--date YYYY-MM`",
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

    /// The files that are made of what is right.
    fn made(args: &Args, folder: &Path) -> Result<Vec<Target>> {
        let published = Published::read(args)?;
        let facts = published.facts(&published.sources("", "")).unwrap();
        targets(args, &published, facts, folder)
    }

    #[test]
    fn partitions_are_left_alone_unless_given() {
        let folder = Folder::new("update");
        folder.put("m-2026-11.json", MODEL);
        folder.put("p-2026-10.json", r#"{"partitions": []}"#);
        let [model, partitions] =
            ["m-2026-11.json", "p-2026-10.json"].map(|name| folder.path().join(name));
        let names = |args: &Args| {
            let targets = made(args, folder.path()).unwrap();
            let source = targets.last().unwrap().new.clone();
            (
                targets
                    .into_iter()
                    .map(|target| target.name)
                    .collect::<Vec<_>>(),
                source,
            )
        };
        let (all, source) = names(&args(model.clone(), None, None));
        assert_eq!(all, ["ivs.json", "source.toml"]);
        assert!(
            source.contains("date = \"2026-11\"") && source.contains("[partitions]\n\n"),
            "{source}"
        );
        let (all, source) = names(&args(model, Some(partitions), None));
        assert_eq!(all, ["ivs.json", "partitions.json", "source.toml"]);
        assert!(
            source.contains("[partitions]\ndate = \"2026-10\""),
            "{source}"
        );
    }

    #[test]
    fn a_date_is_needed() {
        let folder = Folder::new("date");
        folder.put("m.json", MODEL);
        let model = folder.path().join("m.json");
        let error = made(&args(model.clone(), None, None), folder.path())
            .err()
            .unwrap()
            .to_string();
        assert!(
            error.ends_with("m.json does not end in a month; give it by `--date YYYY-MM`"),
            "{error}"
        );
        assert!(made(&args(model, None, Some("2026-11")), folder.path()).is_ok());
    }

    /// Fails when the model was edited by hand, or when its form changed without a new `update`.
    #[test]
    fn the_model_of_this_workspace_is_in_canonical_form() {
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
    fn months_are_found_at_the_end_of_a_name_only() {
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
