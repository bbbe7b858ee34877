//! Verdicts on figures.

use std::fmt;

use crate::limits::Limit;
use crate::measure::Figure;

/// The result of comparing a figure with its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The stretch goal is met.
    Stretch,
    /// The target is met.
    Target,
    /// The target is missed, but a wider limit allows the figure.
    Missed,
    /// The figure is past its limit.
    Failed,
    /// The measure has no limit.
    NoLimit,
}

impl Verdict {
    /// Compares `figure` with `limit`.
    pub(crate) fn judge(figure: &Figure, limit: Option<&Limit>) -> Self {
        let Some(limit) = limit else {
            return Self::NoLimit;
        };
        let value = figure.value();
        if limit
            .stretch
            .is_some_and(|bound| limit.is_within(value, bound))
        {
            Self::Stretch
        } else if limit.is_within(value, limit.target) {
            Self::Target
        } else if limit.is_within(value, limit.limit_or_target()) {
            Self::Missed
        } else {
            Self::Failed
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Stretch => "stretch",
            Self::Target => "target",
            Self::Missed => "missed",
            Self::Failed => "FAILED",
            Self::NoLimit => "",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limit(limit: Option<f64>, at_least: bool) -> Limit {
        Limit {
            target: if at_least { 1.15 } else { 0.6 },
            stretch: Some(if at_least { 1.3 } else { 0.5 }),
            limit,
            reason: None,
            floor: None,
            evidence: None,
            at_least,
        }
    }

    fn verdict(ours: f64, limit: &Limit) -> Verdict {
        let figure = Figure {
            measure: "tokens",
            ours,
            official: Some(100.0),
        };
        Verdict::judge(&figure, Some(limit))
    }

    #[test]
    fn a_value_equal_to_a_bound_is_within_it() {
        let limit = limit(None, false);
        assert_eq!(verdict(50.0, &limit), Verdict::Stretch);
        assert_eq!(verdict(60.0, &limit), Verdict::Target);
        assert_eq!(verdict(60.1, &limit), Verdict::Failed);
    }

    #[test]
    fn a_wider_limit_allows_more_than_the_target() {
        let limit = limit(Some(0.7), false);
        assert_eq!(verdict(60.0, &limit), Verdict::Target);
        assert_eq!(verdict(70.0, &limit), Verdict::Missed);
        assert_eq!(verdict(70.1, &limit), Verdict::Failed);
    }

    #[test]
    fn with_at_least_higher_values_are_better() {
        let limit = limit(None, true);
        assert_eq!(verdict(130.0, &limit), Verdict::Stretch);
        assert_eq!(verdict(115.0, &limit), Verdict::Target);
        assert_eq!(verdict(114.0, &limit), Verdict::Failed);
    }

    #[test]
    fn without_an_official_side_the_figure_itself_is_judged() {
        let figure = Figure {
            measure: "tokens",
            ours: 0.55,
            official: None,
        };
        let limit = limit(None, false);
        assert_eq!(Verdict::judge(&figure, Some(&limit)), Verdict::Target);
        assert_eq!(Verdict::judge(&figure, None), Verdict::NoLimit);
    }
}
