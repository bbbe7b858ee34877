//! The size of a small application with five operations, as a stripped release build.

use anyhow::{Result, bail};

use crate::cargo;
use crate::context::Context;
use crate::measure::{Figure, MEGABYTE, Measure};
use crate::programs::{Features, Side};

pub(crate) fn measure(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        let (ours, official) = match measure.name {
            "binary" => (Features::Default, Features::Default),
            "binary-same-tls" => (Features::Default, Features::SameTls),
            "binary-ring" => (Features::Ring, Features::Default),
            name => bail!("{name} is not a measure of programs"),
        };
        context.progress.report(measure.name);
        let ours = megabytes(context, Side::Ours, ours)?;
        let official = megabytes(context, Side::Official, official)?;
        Ok(Figure::new(measure, ours, official))
    };
    measures.iter().map(figure).collect()
}

fn megabytes(context: &Context<'_>, side: Side, features: Features) -> Result<f64> {
    let target = context.scratch.join("binaries");
    let program = format!("{}-five", side.name());
    let mut command = cargo::command("rustc", &context.programs.folder);
    command.env("CARGO_TARGET_DIR", &target);
    command
        .args(["--release", "--package", side.name()])
        .args(features.flags());
    command.arg(format!("--bin={program}"));
    command.args(["--", "-C", "strip=symbols"]);
    cargo::output(&mut command)?;
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    let size = std::fs::metadata(target.join("release").join(file))?.len();
    Ok(size as f64 / MEGABYTE)
}
