//! `limits.toml`: what each figure is held to.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use crate::measure;

/// Limits by the names of measures.
pub(crate) type Limits = BTreeMap<String, Limit>;

/// What a figure is held to: a ratio, or itself where there is no official side.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Limit {
    pub(crate) target: f64,
    pub(crate) stretch: Option<f64>,
    /// What it must not be past, where that is not the target.
    pub(crate) limit: Option<f64>,
    /// Why it is not.
    pub(crate) reason: Option<String>,
    /// More is better.
    #[serde(default)]
    pub(crate) at_least: bool,
}

impl Limit {
    /// What a figure must not be past.
    pub(crate) fn bound(&self) -> f64 {
        self.limit.unwrap_or(self.target)
    }

    /// Whether `value` is within `bound`.
    pub(crate) fn holds(&self, value: f64, bound: f64) -> bool {
        match self.at_least {
            true => value >= bound,
            false => value <= bound,
        }
    }

    /// `≤ 0.25`.
    pub(crate) fn written(&self, bound: f64) -> String {
        let sign = if self.at_least { '≥' } else { '≤' };
        match bound {
            _ if bound >= 1e6 => format!("{sign} {:.0}M", bound / 1e6),
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
        if limit.limit.is_some() != limit.reason.is_some() {
            bail!("{name}: a limit that is not the target needs a reason, and a reason a limit");
        }
        if limit
            .limit
            .is_some_and(|own| limit.holds(own, limit.target))
        {
            bail!("{name}: the limit is no wider than the target");
        }
    }
    Ok(limits)
}

/// Each limit that is not the target, with its reason.
pub(crate) fn exceptions(limits: &Limits) -> Vec<String> {
    let exception = |(name, limit): (&String, &Limit)| {
        let (bound, reason) = (limit.limit?, limit.reason.as_deref()?);
        let (bound, target) = (limit.written(bound), limit.written(limit.target));
        Some(format!("{name}: limit {bound}, target {target}: {reason}"))
    };
    limits.iter().filter_map(exception).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        format!("{:#}", parse(text).unwrap_err())
    }

    #[test]
    fn ours_are_as_they_should_be_and_leave_nothing_out() {
        let limits = read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let without = measure::all()
            .filter(|measure| !limits.contains_key(measure.name))
            .map(|measure| measure.name);
        let shown = [
            "all-lines",
            "generate-5000",
            "generate-10000",
            "generate-20000",
        ];
        assert_eq!(without.collect::<Vec<_>>(), shown);
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        assert!(refused("[line]\ntarget = 0.2").contains("no measure line"));
        let alone = "[lines]\ntarget = 0.2\nlimit = 0.3";
        assert!(refused(alone).contains("needs a reason"));
        let without = "[lines]\ntarget = 0.2\nreason = \"so\"";
        assert!(refused(without).contains("needs a reason"));
        let narrow = "[lines]\ntarget = 0.2\nlimit = 0.1\nreason = \"so\"";
        assert!(refused(narrow).contains("no wider"));
        assert!(refused("[lines]\ntarget = 0.2\nlmit = 0.1").contains("lmit"));
    }

    #[test]
    fn exceptions_are_listed_with_their_reasons() {
        let text =
            "[lines]\ntarget = 0.2\nlimit = 0.3\nreason = \"so it is\"\n[crates]\ntarget = 1.0";
        let listed = exceptions(&parse(text).unwrap());
        assert_eq!(listed, ["lines: limit ≤ 0.30, target ≤ 0.20: so it is"]);
    }
}
