//! The code of the crates, without test modules in separate files.

mod count;
mod sources;
mod strip;
mod tokens;

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::cargo;
use crate::context::Context;
use crate::measure::{Figure, Measure};

/// Counts our runtime and client, and the official client in cargo's registry folder.
pub(crate) fn measure(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let ours = [
        context.root.join("codegen/runtime/src/lib.rs"),
        context.root.join("generated/src/lib.rs"),
    ];
    let mut sum = count::Size::default();
    for root in &ours {
        sum = sum + count::count_crate(root)?;
    }
    let official = count::count_crate(&official_root(context)?)?;
    let figure = |measure: &&'static Measure| match measure.name {
        "tokens" => Figure::new(measure, sum.tokens.all as f64, official.tokens.all as f64),
        "joined-tokens" => Figure::new(
            measure,
            sum.tokens.joined as f64,
            official.tokens.joined as f64,
        ),
        _ => Figure::new(measure, sum.lines as f64, official.lines as f64),
    };
    Ok(measures.iter().map(figure).collect())
}

/// Returns the root file of the official client.
fn official_root(context: &Context<'_>) -> Result<PathBuf> {
    let metadata = cargo::metadata(&context.programs.folder, &[])?;
    let packages = metadata["packages"].as_array();
    let package = packages
        .into_iter()
        .flatten()
        .find(|package| package["name"] == "aws-sdk-ivs");
    let manifest = package.and_then(|package| package["manifest_path"].as_str());
    let manifest = PathBuf::from(manifest.context("cargo metadata has no aws-sdk-ivs")?);
    Ok(manifest.with_file_name("src").join("lib.rs"))
}
