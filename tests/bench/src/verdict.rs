//! What a figure is worth.

use std::fmt;

use crate::limits::Limit;
use crate::measure::Figure;

/// A figure against its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// As good as can be hoped for.
    Stretch,
    /// What was set out to do.
    Target,
    /// Not that, but what is allowed for a reason.
    Allowed,
    /// Past the limit.
    Missed,
    /// There is nothing to hold it to.
    Shown,
}

impl Verdict {
    /// The verdict on `figure`.
    pub(crate) fn of(figure: &Figure, limit: Option<&Limit>) -> Self {
        let Some(limit) = limit else {
            return Self::Shown;
        };
        let value = figure.ratio().unwrap_or(figure.ours);
        if limit.stretch.is_some_and(|bound| limit.holds(value, bound)) {
            Self::Stretch
        } else if limit.holds(value, limit.target) {
            Self::Target
        } else if limit.holds(value, limit.bound()) {
            Self::Allowed
        } else {
            Self::Missed
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Stretch => "stretch",
            Self::Target => "target",
            Self::Allowed => "allowed",
            Self::Missed => "MISSED",
            Self::Shown => "",
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
            at_least,
        }
    }

    fn verdict(ours: f64, limit: &Limit) -> Verdict {
        let figure = Figure {
            measure: "lines",
            ours,
            official: Some(100.0),
        };
        Verdict::of(&figure, Some(limit))
    }

    #[test]
    fn the_bounds_themselves_hold() {
        let limit = limit(None, false);
        assert_eq!(verdict(50.0, &limit), Verdict::Stretch);
        assert_eq!(verdict(60.0, &limit), Verdict::Target);
        assert_eq!(verdict(60.1, &limit), Verdict::Missed);
    }

    #[test]
    fn a_limit_of_its_own_allows_more_than_the_target() {
        let limit = limit(Some(0.7), false);
        assert_eq!(verdict(60.0, &limit), Verdict::Target);
        assert_eq!(verdict(70.0, &limit), Verdict::Allowed);
        assert_eq!(verdict(70.1, &limit), Verdict::Missed);
    }

    #[test]
    fn of_some_more_is_better() {
        let limit = limit(None, true);
        assert_eq!(verdict(130.0, &limit), Verdict::Stretch);
        assert_eq!(verdict(115.0, &limit), Verdict::Target);
        assert_eq!(verdict(114.0, &limit), Verdict::Missed);
    }

    #[test]
    fn what_has_no_official_side_is_held_to_itself() {
        let figure = Figure {
            measure: "lines",
            ours: 0.55,
            official: None,
        };
        let limit = limit(None, false);
        assert_eq!(Verdict::of(&figure, Some(&limit)), Verdict::Target);
        assert_eq!(Verdict::of(&figure, None), Verdict::Shown);
    }
}
