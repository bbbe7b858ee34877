//! Lines of the crates' sources, tests left out.

mod count;
mod sources;
mod strip;

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::cargo;
use crate::context::Context;
use crate::measure::{Figure, Measure};

/// Runtime and client against the official client, from cargo's own copy of it.
pub(crate) fn measure(context: &Context<'_>, wanted: &[&'static Measure]) -> Result<Vec<Figure>> {
    let ours = [
        context.root.join("codegen/runtime/src/lib.rs"),
        context.root.join("generated/src/lib.rs"),
    ];
    let mut sum = count::Lines::default();
    for root in &ours {
        sum = sum + count::of_crate(root)?;
    }
    let official = count::of_crate(&official(context)?)?;
    let figure = |measure: &&'static Measure| match measure.name {
        "lines" => Figure::of(measure, sum.code as f64, official.code as f64),
        _ => Figure::of(measure, sum.all as f64, official.all as f64),
    };
    Ok(wanted.iter().map(figure).collect())
}

fn official(context: &Context<'_>) -> Result<PathBuf> {
    let metadata = cargo::metadata(&context.programs.folder, &[])?;
    let packages = metadata["packages"].as_array();
    let package = packages
        .into_iter()
        .flatten()
        .find(|package| package["name"] == "aws-sdk-ivs");
    let manifest = package.and_then(|package| package["manifest_path"].as_str());
    let manifest = PathBuf::from(manifest.context("cargo has no aws-sdk-ivs")?);
    Ok(manifest.with_file_name("src").join("lib.rs"))
}
