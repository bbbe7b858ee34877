//! The number of crates compiled for a consumer, by `cargo tree`: normal and build dependencies of
//! this platform, each once, without the consumer.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use crate::cargo;
use crate::context::Context;
use crate::measure::{Figure, Measure};
use crate::programs::{Features, Side};

pub(crate) fn measure(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        let (ours, official) = match measure.name {
            "crates" => (Features::Ring, Features::Default),
            "crates-same-tls" => (Features::Default, Features::SameTls),
            name => bail!("{name} is not a measure of crates"),
        };
        let ours = count_compiled(context, Side::Ours, ours)?;
        let official = count_compiled(context, Side::Official, official)?;
        Ok(Figure::new(measure, ours, official))
    };
    measures.iter().map(figure).collect()
}

fn count_compiled(context: &Context<'_>, side: Side, features: Features) -> Result<f64> {
    let mut command = cargo::command("tree", &context.programs.folder);
    command.args(["--package", side.name(), "--edges=normal,build"]);
    command.arg("--prefix=none").args(features.flags());
    Ok(count(&cargo::output(&mut command)?, side.name()) as f64)
}

/// Counts the crates in the output of `cargo tree`, without `consumer`.
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
    fn each_version_of_a_crate_counts_once() {
        let listing = "ours v0.0.0 (/somewhere/ours)\nhttp v1.3.1\nbytes v1.11.0\n\
            http v0.2.12\nbytes v1.11.0 (*)\nserde_derive v1.0.228 (proc-macro)\n\n";
        assert_eq!(count(listing, "ours"), 4);
    }
}
