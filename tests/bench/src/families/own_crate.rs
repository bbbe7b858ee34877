//! What a consumer's own crate pays: rustc CPU seconds, linker included, all else being built.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use super::compile::{Build, Mode};
use super::rounds::{best, rounds};
use crate::context::Context;
use crate::measure::{Figure, Measure};

/// A line of both programs; it can say anything.
const LINE: &str = "Region::new(\"us-west-2\")";

pub(crate) fn measure(context: &Context<'_>, wanted: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        let name = measure.name.strip_prefix("own-crate-");
        let (program, mode) = name
            .and_then(|name| name.split_once('-'))
            .context("a name")?;
        let program = match program {
            "1" => "one",
            _ => "five",
        };
        match mode {
            "incremental" => incremental(context, measure, program),
            mode => clean(context, measure, program, Mode::of(mode)?),
        }
    };
    wanted.iter().map(figure).collect()
}

fn clean(
    context: &Context<'_>,
    measure: &'static Measure,
    program: &str,
    mode: Mode,
) -> Result<Figure> {
    let seconds = rounds(context, measure, 3, |side| {
        let build = Build::new(context, &context.programs.folder, side);
        let own = [format!("{}-{program}", side.name())];
        build.compile(mode, program, &[side.name().to_owned()], &own)
    })?;
    Ok(best(measure, &seconds))
}

/// The source is changed in a copy.
fn incremental(context: &Context<'_>, measure: &'static Measure, program: &str) -> Result<Figure> {
    let copy = copy(&context.programs.folder, &context.scratch.join("edited"))?;
    let source = copy.join("src").join(program).with_extension("rs");
    let text = std::fs::read_to_string(&source)?;
    ensure!(
        text.contains(LINE),
        "{} has no line to edit",
        source.display()
    );
    let mut edits = 0;
    let seconds = rounds(context, measure, 5, |side| {
        let mut build = Build::new(context, &copy, side);
        build.incremental = true;
        build.build(Mode::Dev, program)?;
        edits += 1;
        let edited = format!("Region::new(\"us-west-{edits}\")");
        std::fs::write(&source, text.replace(LINE, &edited))?;
        build.build(Mode::Dev, program)?;
        build.seconds(&[format!("{}-{program}", side.name())])
    })?;
    Ok(best(measure, &seconds))
}

/// Copies the programs, so that their manifests still lead to our client.
fn copy(from: &Path, to: &Path) -> Result<PathBuf> {
    for folder in ["", "ours", "official", "src"] {
        let (from, to) = (from.join(folder), to.join(folder));
        std::fs::create_dir_all(&to)?;
        for entry in std::fs::read_dir(&from)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                std::fs::copy(entry.path(), to.join(entry.file_name()))?;
            }
        }
    }
    let manifest = to.join("ours/Cargo.toml");
    let text = std::fs::read_to_string(&manifest)?;
    let client = from.join("../../../generated").canonicalize()?;
    let client = client.to_str().context("a path that is no text")?;
    const RELATIVE: &str = "../../../../generated";
    ensure!(text.contains(RELATIVE), "the manifest leads to no client");
    std::fs::write(&manifest, text.replace(RELATIVE, client))?;
    Ok(to.to_owned())
}
