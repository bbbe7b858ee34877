//! Seconds that cargo takes after an edit of an application with five operations, linker included.

use anyhow::{Result, bail};

use super::compile::{Build, Mode};
use super::edited::Edited;
use super::rounds::{minimum, rounds};
use crate::context::Context;
use crate::measure::{Figure, Measure};
use crate::programs::{Features, Side};

const PROGRAM: &str = "five";

pub(crate) fn measure(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let mut edited = Edited::new(context, PROGRAM)?;
    let figure = |measure: &&'static Measure| {
        let (mode, official) = match measure.name {
            "rebuild" => (Mode::Dev, Features::Default),
            "rebuild-same-tls" => (Mode::Dev, Features::SameTls),
            "recheck" => (Mode::Check, Features::Default),
            "recheck-same-tls" => (Mode::Check, Features::SameTls),
            name => bail!("{name} is not a measure of edits"),
        };
        let seconds = rounds(context, measure, 5, |side| {
            let mut build = Build::new(context, &edited.folder, side);
            build.incremental = true;
            if side == Side::Official {
                build.features = official;
            }
            build.build(mode, PROGRAM)?;
            edited.source.edit()?;
            build.wall_seconds(mode, PROGRAM)
        })?;
        Ok(minimum(measure, &seconds))
    };
    measures.iter().map(figure).collect()
}
