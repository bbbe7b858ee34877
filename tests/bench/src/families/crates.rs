//! How many crates are compiled for a consumer: by `cargo tree`, normal and build dependencies of this
//! platform, each once, the consumer itself left out.

use std::collections::BTreeSet;

use anyhow::Result;

use crate::cargo;
use crate::context::Context;
use crate::measure::{Figure, Measure};
use crate::programs::Side;

/// Ours with `rustls-ring`, against the official defaults.
pub(crate) fn measure(context: &Context<'_>, wanted: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        let ours = compiled(
            context,
            Side::Ours,
            &["--no-default-features", "--features=lean"],
        )?;
        let official = compiled(context, Side::Official, &[])?;
        Ok(Figure::of(measure, ours, official))
    };
    wanted.iter().map(figure).collect()
}

fn compiled(context: &Context<'_>, side: Side, features: &[&str]) -> Result<f64> {
    let mut command = cargo::command("tree", &context.programs.folder);
    command.args(["--package", side.name(), "--edges=normal,build"]);
    command.args(["--prefix=none"]).args(features);
    Ok(count(&cargo::output(&mut command)?, side.name()) as f64)
}

/// The crates in a listing of `cargo tree`, without that of `consumer`.
fn count(listing: &str, consumer: &str) -> usize {
    let crates: BTreeSet<_> = listing
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?, words.next()?))
        })
        .filter(|(name, _)| *name != consumer)
        .collect();
    crates.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_counts_once_a_version() {
        let listing = "ours v0.0.0 (/somewhere/ours)\nhttp v1.3.1\nbytes v1.11.0\n\
            http v0.2.12\nbytes v1.11.0 (*)\nserde_derive v1.0.228 (proc-macro)\n\n";
        assert_eq!(count(listing, "ours"), 4);
    }
}
