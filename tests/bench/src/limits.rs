//! `limits.toml`: the limit of each figure.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use crate::measure::{self, Figure};

/// Limits by the names of measures.
pub(crate) type Limits = BTreeMap<String, Limit>;

/// The bounds of a ratio, or of the figure itself if there is no official side.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Limit {
    pub(crate) target: f64,
    pub(crate) stretch: Option<f64>,
    /// A limit wider than the target; without it, the target is the limit.
    pub(crate) limit: Option<f64>,
    /// The reason for the wider limit.
    pub(crate) reason: Option<String>,
    /// The best value that the API permits.
    pub(crate) floor: Option<f64>,
    /// The experiment or count that shows the floor.
    pub(crate) evidence: Option<String>,
    /// `true` if higher figures are better, so that the bounds are minimums.
    #[serde(default)]
    pub(crate) at_least: bool,
}

impl Limit {
    /// Returns the bound past which a figure fails the run.
    pub(crate) fn limit_or_target(&self) -> f64 {
        self.limit.unwrap_or(self.target)
    }

    /// Returns `true` if `value` is within `bound`, which is one of the bounds of this limit.
    pub(crate) fn is_within(&self, value: f64, bound: f64) -> bool {
        match self.at_least {
            true => value >= bound,
            false => value <= bound,
        }
    }

    /// Formats `bound` with its direction, such as `≤ 0.25`.
    pub(crate) fn format_bound(&self, bound: f64) -> String {
        let sign = if self.at_least { '≥' } else { '≤' };
        match bound {
            _ if bound >= 10.0 => format!("{sign} {bound:.0}"),
            _ => format!("{sign} {bound:.2}"),
        }
    }
}

/// Reads the limits of the package in `folder`.
pub(crate) fn read(folder: &Path) -> Result<Limits> {
    let path = folder.join("limits.toml");
    let text = std::fs::read_to_string(&path).context("limits.toml")?;
    parse(&text).context("limits.toml")
}

fn parse(text: &str) -> Result<Limits> {
    let limits: Limits = toml::from_str(text)?;
    for (name, limit) in &limits {
        if measure::named(name).is_none() {
            bail!("there is no measure {name}");
        }
        check(limit).with_context(|| name.clone())?;
    }
    Ok(limits)
}

fn check(limit: &Limit) -> Result<()> {
    if limit.limit.is_some() != limit.reason.is_some() {
        bail!("a limit needs a reason, and a reason needs a limit");
    }
    if let Some(wider) = limit.limit
        && limit.is_within(wider, limit.target)
    {
        bail!("the limit is not wider than the target");
    }
    if limit.floor.is_some() != limit.evidence.is_some() {
        bail!("a floor needs evidence, and evidence needs a floor");
    }
    for bound in [Some(limit.target), limit.stretch].into_iter().flatten() {
        if let Some(floor) = limit.floor
            && bound != floor
            && limit.is_within(bound, floor)
        {
            bail!("{bound} cannot be reached, because the floor is {floor}");
        }
    }
    Ok(())
}

/// Returns a line for each limit that is wider than its target, with the reason.
pub(crate) fn exceptions(limits: &Limits) -> Vec<String> {
    let exception = |(name, limit): (&String, &Limit)| {
        let reason = limit.reason.as_deref()?;
        let bound = limit.format_bound(limit.limit?);
        let target = limit.format_bound(limit.target);
        Some(format!(
            "`{name}`: limit {bound}, target {target}: {reason}"
        ))
    };
    limits.iter().filter_map(exception).collect()
}

/// Returns a line for each floor, with the evidence.
pub(crate) fn floors(limits: &Limits) -> Vec<String> {
    let floor = |(name, limit): (&String, &Limit)| {
        let evidence = limit.evidence.as_deref()?;
        Some(format!("`{name}`: {:.3}: {evidence}", limit.floor?))
    };
    limits.iter().filter_map(floor).collect()
}

/// Returns the measures that meet their targets although `limits` sets a wider limit for them.
pub(crate) fn unneeded(figures: &[Figure], limits: &Limits) -> Vec<&'static str> {
    let is_unneeded = |figure: &&Figure| {
        limits.get(figure.measure).is_some_and(|limit| {
            limit.limit.is_some() && limit.is_within(figure.value(), limit.target)
        })
    };
    let unneeded = figures.iter().filter(is_unneeded);
    unneeded.map(|figure| figure.measure).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_error(text: &str) -> String {
        format!("{:#}", parse(text).unwrap_err())
    }

    #[test]
    fn limits_toml_is_valid_and_covers_every_measure_with_a_target() {
        let limits = read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let without_limit = measure::all()
            .filter(|measure| !limits.contains_key(measure.name))
            .map(|measure| measure.name);
        let expected = [
            "joined-tokens",
            "all-lines",
            "rustdoc-runtime",
            "generate-5000",
            "generate-10000",
            "generate-20000",
        ];
        assert_eq!(without_limit.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn inconsistent_limits_are_errors() {
        assert!(parse_error("[token]\ntarget = 0.2").contains("no measure token"));
        let no_reason = "[tokens]\ntarget = 0.2\nlimit = 0.3";
        assert!(parse_error(no_reason).contains("needs a reason"));
        let no_limit = "[tokens]\ntarget = 0.2\nreason = \"slow\"";
        assert!(parse_error(no_limit).contains("needs a reason"));
        let no_evidence = "[tokens]\ntarget = 0.2\nfloor = 0.1";
        assert!(parse_error(no_evidence).contains("needs evidence"));
        let below_floor =
            "[tokens]\ntarget = 0.2\nstretch = 0.1\nfloor = 0.15\nevidence = \"a count\"";
        assert!(parse_error(below_floor).contains("0.1 cannot be reached"));
        let narrower = "[tokens]\ntarget = 0.2\nlimit = 0.1\nreason = \"slow\"";
        assert!(parse_error(narrower).contains("not wider"));
        assert!(parse_error("[tokens]\ntarget = 0.2\nlmit = 0.1").contains("lmit"));
    }

    #[test]
    fn wider_limits_are_listed_with_their_reasons() {
        let text =
            "[tokens]\ntarget = 0.2\nlimit = 0.3\nreason = \"slow linker\"\n[crates]\ntarget = 1.0";
        let listed = exceptions(&parse(text).unwrap());
        assert_eq!(
            listed,
            ["`tokens`: limit ≤ 0.30, target ≤ 0.20: slow linker"]
        );
    }

    #[test]
    fn floors_are_listed_with_their_evidence() {
        let text = "[check]\ntarget = 0.35\nfloor = 0.3\nevidence = \"no bodies\"";
        assert_eq!(floors(&parse(text).unwrap()), ["`check`: 0.300: no bodies"]);
    }

    #[test]
    fn a_wider_limit_is_unneeded_if_the_target_is_met() {
        let text = "[tokens]\ntarget = 0.2\nlimit = 0.3\nreason = \"slow linker\"";
        let limits = parse(text).unwrap();
        let figure = |ours| Figure {
            measure: "tokens",
            ours,
            official: Some(100.0),
        };
        assert_eq!(unneeded(&[figure(20.0)], &limits), ["tokens"]);
        assert!(unneeded(&[figure(21.0)], &limits).is_empty());
    }
}
