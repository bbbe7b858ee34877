//! CPU seconds of rustc for the consumer's own crate, linker included, with dependencies already
//! built.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use super::compile::{Build, Mode};
use super::rounds::{minimum, rounds};
use crate::context::Context;
use crate::measure::{Figure, Measure};

/// Source code in both programs that the incremental measure edits.
const EDITED: &str = "Region::new(\"us-west-2\")";

pub(crate) fn measure(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        let name = measure.name.strip_prefix("own-crate-");
        let (program, mode) = name
            .and_then(|name| name.split_once('-'))
            .context("not a measure of the consumer's crate")?;
        let program = match program {
            "1" => "one",
            _ => "five",
        };
        match mode {
            "incremental" => incremental(context, measure, program),
            mode => clean(context, measure, program, Mode::for_measure(mode)?),
        }
    };
    measures.iter().map(figure).collect()
}

fn clean(
    context: &Context<'_>,
    measure: &'static Measure,
    program: &str,
    mode: Mode,
) -> Result<Figure> {
    let seconds = rounds(context, measure, 3, |side| {
        let build = Build::new(context, &context.programs.folder, side);
        let counted = [format!("{}-{program}", side.name())];
        build.compile(mode, program, &[side.name().to_owned()], &counted)
    })?;
    Ok(minimum(measure, &seconds))
}

/// Measures dev builds after an edit, in a copy of the programs.
fn incremental(context: &Context<'_>, measure: &'static Measure, program: &str) -> Result<Figure> {
    let copy = copy(&context.programs.folder, &context.scratch.join("edited"))?;
    let source = copy.join("src").join(program).with_extension("rs");
    let text = std::fs::read_to_string(&source)?;
    ensure!(
        text.contains(EDITED),
        "{} does not contain the code to edit",
        source.display()
    );
    let mut edits = 0;
    let seconds = rounds(context, measure, 5, |side| {
        let mut build = Build::new(context, &copy, side);
        build.incremental = true;
        build.build(Mode::Dev, program)?;
        edits += 1;
        let edited = format!("Region::new(\"us-west-{edits}\")");
        std::fs::write(&source, text.replace(EDITED, &edited))?;
        build.build(Mode::Dev, program)?;
        build.seconds(&[format!("{}-{program}", side.name())])
    })?;
    Ok(minimum(measure, &seconds))
}

/// Copies the programs and makes the path to our client in their manifest absolute.
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
    let client = client.to_str().context("the path is not UTF-8")?;
    const RELATIVE: &str = "../../../../generated";
    ensure!(
        text.contains(RELATIVE),
        "the manifest has no path to our client"
    );
    std::fs::write(&manifest, text.replace(RELATIVE, client))?;
    Ok(to.to_owned())
}
