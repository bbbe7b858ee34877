//! Sizes of the files that the compiler writes for the client and for a program that uses it. They
//! are the same in each run, and need no TLS library, which takes long to compile.

use anyhow::{Context as _, Result, bail};

use crate::context::Context;
use crate::measure::{Figure, MEGABYTE, Measure};
use crate::programs::{Metadata, Side};

pub(crate) fn measure(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        let built = context.programs.build(&context.progress)?;
        context.progress.report(measure.name);
        let [ours, official] = match measure.name {
            "metadata" => Side::BOTH.map(|side| metadata(context, built, side)),
            "metadata-check" => {
                let checked = context.programs.check()?;
                Side::BOTH.map(|side| metadata(context, &checked, side))
            }
            "program-without-http" => Side::BOTH.map(|side| program(context, side)),
            name => bail!("{name} is not a measure of sizes"),
        };
        let megabytes = |bytes: u64| bytes as f64 / MEGABYTE;
        Ok(Figure::new(measure, megabytes(ours?), megabytes(official?)))
    };
    measures.iter().map(figure).collect()
}

/// Returns the bytes of the metadata of the client's crates.
fn metadata(context: &Context<'_>, metadata: &Metadata, side: Side) -> Result<u64> {
    let packages = context.programs.client_packages(side)?;
    let bytes = packages.iter().map(|package| metadata.bytes(package));
    bytes.sum()
}

/// Returns the bytes of the application.
fn program(context: &Context<'_>, side: Side) -> Result<u64> {
    let path = context.programs.path(side, "five");
    let metadata = std::fs::metadata(&path).with_context(|| path.display().to_string())?;
    Ok(metadata.len())
}
