//! The size of a small application with five operations, as a stripped release build.

use anyhow::Result;

use crate::cargo;
use crate::context::Context;
use crate::measure::{Figure, Measure};
use crate::programs::Side;

const LEAN: &[&str] = &["--no-default-features", "--features=lean"];
const SAME_TLS: &[&str] = &["--no-default-features", "--features=same-tls"];

pub(crate) fn measure(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        let features = match measure.name {
            "binary-same-tls" => [SAME_TLS, SAME_TLS],
            _ => [LEAN, &[]],
        };
        context.progress.report(measure.name);
        let ours = size(context, Side::Ours, features[0])?;
        let official = size(context, Side::Official, features[1])?;
        Ok(Figure::new(measure, ours, official))
    };
    measures.iter().map(figure).collect()
}

fn size(context: &Context<'_>, side: Side, features: &[&str]) -> Result<f64> {
    let target = context.scratch.join("binaries");
    let program = format!("{}-five", side.name());
    let mut command = cargo::command("rustc", &context.programs.folder);
    command.env("CARGO_TARGET_DIR", &target);
    command
        .args(["--release", "--package", side.name()])
        .args(features);
    command.arg(format!("--bin={program}"));
    command.args(["--", "-C", "strip=symbols"]);
    cargo::output(&mut command)?;
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    Ok(std::fs::metadata(target.join("release").join(file))?.len() as f64)
}
