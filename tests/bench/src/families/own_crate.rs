//! CPU seconds of rustc for the application's own crate, linker included, with dependencies already
//! built.

use anyhow::{Context as _, Result};

use super::compile::{Build, Mode, cpu_seconds};
use super::edited::Edited;
use super::rounds::{minimum, rounds};
use crate::context::Context;
use crate::measure::{Figure, Measure};

pub(crate) fn measure(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        let name = measure.name.strip_prefix("own-crate-");
        let (program, mode) = name
            .and_then(|name| name.split_once('-'))
            .context("not a measure of the application's crate")?;
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
        let usages = build.compile(mode, program, &[side.name().to_owned()], &counted)?;
        Ok(cpu_seconds(&usages))
    })?;
    Ok(minimum(measure, &seconds))
}

/// Measures dev builds after an edit.
fn incremental(context: &Context<'_>, measure: &'static Measure, program: &str) -> Result<Figure> {
    let mut edited = Edited::new(context, program)?;
    let seconds = rounds(context, measure, 5, |side| {
        let mut build = Build::new(context, &edited.folder, side);
        build.incremental = true;
        build.build(Mode::Dev, program)?;
        edited.source.edit()?;
        build.build(Mode::Dev, program)?;
        let usages = build.usages(&[format!("{}-{program}", side.name())])?;
        Ok(cpu_seconds(&usages))
    })?;
    Ok(minimum(measure, &seconds))
}
