//! A bar: a figure beside its label.

use crate::limits::Limits;
use crate::measure::{Figure, Measure, Unit};
use crate::table::format_number;
use crate::verdict::Verdict;

/// The bar of a figure.
#[derive(Debug, PartialEq)]
pub(super) struct Bar {
    pub(super) label: String,
    pub(super) ours: String,
    pub(super) official: String,
    pub(super) ratio: f64,
    pub(super) target: Option<Target>,
}

#[derive(Debug, PartialEq)]
pub(super) struct Target {
    pub(super) ratio: f64,
    pub(super) is_missed: bool,
    /// `true` if higher figures are better.
    pub(super) at_least: bool,
}

impl Bar {
    /// Creates the bar of a figure with a ratio.
    pub(super) fn new(measure: &Measure, figure: &Figure, limits: &Limits) -> Option<Self> {
        let limit = limits.get(measure.name);
        let verdict = Verdict::judge(figure, limit);
        let number = |value| match measure.unit {
            // Heading or label name these units.
            Unit::Tokens | Unit::Crates | Unit::Instructions | Unit::Allocations => {
                format_number(value, measure.unit)
            }
            unit => format!("{} {unit}", format_number(value, unit)),
        };
        let mut label = measure.description.replace('`', "");
        if limit.is_some_and(|limit| limit.at_least) {
            label += " (bar: time)";
        }
        Some(Self {
            label,
            ours: number(figure.ours),
            official: number(figure.official?),
            ratio: figure.ratio()?,
            target: limit.map(|limit| Target {
                ratio: limit.target,
                is_missed: matches!(verdict, Verdict::Missed | Verdict::Failed),
                at_least: limit.at_least,
            }),
        })
    }

    /// Returns `true` if the target is missed.
    pub(super) fn is_missed(&self) -> bool {
        self.target.as_ref().is_some_and(|target| target.is_missed)
    }

    /// Returns the length of a bar for `ratio`, of 1 for the official client: shorter is better.
    pub(super) fn length(&self, ratio: f64) -> f64 {
        match &self.target {
            Some(target) if target.at_least => 1.0 / ratio,
            _ => ratio,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limit;
    use crate::measure::named;

    #[test]
    fn shorter_bars_are_better_also_if_higher_figures_are() {
        let figure = Figure {
            measure: "throughput",
            ours: 8.0,
            official: Some(4.0),
        };
        let limit = Limit {
            target: 1.5,
            stretch: None,
            limit: None,
            reason: None,
            floor: None,
            evidence: None,
            at_least: true,
        };
        let limits = Limits::from([("throughput".to_owned(), limit)]);
        let bar = Bar::new(named("throughput").unwrap(), &figure, &limits).unwrap();
        assert_eq!(bar.length(bar.ratio), 0.5);
        assert!(bar.label.ends_with("(bar: time)"), "{}", bar.label);
        assert!(!bar.is_missed());
    }
}
