//! Repeated runs of measures whose figures vary, both sides in turn.

use anyhow::Result;

use crate::context::Context;
use crate::measure::{Figure, Measure};
use crate::programs::Side;

/// Runs `measure` for our side and the official side in turn, as often as `--runs` requests or
/// `default` times; returns the values of both sides per round.
pub(super) fn rounds<T>(
    context: &Context<'_>,
    measure: &'static Measure,
    default: usize,
    mut run: impl FnMut(Side) -> Result<T>,
) -> Result<Vec<[T; 2]>> {
    let count = context.cli.runs().unwrap_or(default);
    let round = |number| -> Result<[T; 2]> {
        let mut report_and_run = |side: Side| {
            let (name, side_name) = (measure.name, side.name());
            let activity = format!("{name}: {side_name}, run {} of {count}", number + 1);
            context.progress.report(&activity);
            run(side)
        };
        Ok([report_and_run(Side::Ours)?, report_and_run(Side::Official)?])
    };
    (0..count).map(round).collect()
}

/// Returns the minimum of each side, because other load on the machine only adds time.
pub(super) fn minimum(measure: &'static Measure, rounds: &[[f64; 2]]) -> Figure {
    let minimum = |side: usize| {
        rounds
            .iter()
            .map(|round| round[side])
            .fold(f64::INFINITY, f64::min)
    };
    Figure::new(measure, minimum(0), minimum(1))
}

/// Returns the round with the median ratio, or `None` if there are no rounds.
pub(super) fn median(measure: &'static Measure, rounds: &[[f64; 2]]) -> Option<Figure> {
    let mut sorted = rounds.to_vec();
    sorted.sort_by(|a, b| (a[0] / a[1]).total_cmp(&(b[0] / b[1])));
    let [ours, official] = sorted.get(sorted.len() / 2)?;
    Some(Figure::new(measure, *ours, *official))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::named;

    const ROUNDS: [[f64; 2]; 3] = [[2.0, 10.0], [1.0, 11.0], [3.0, 9.0]];

    #[test]
    fn the_minimum_is_taken_of_each_side() {
        let figure = minimum(named("dev").unwrap(), &ROUNDS);
        assert_eq!((figure.ours, figure.official), (1.0, Some(9.0)));
    }

    #[test]
    fn the_median_is_one_of_the_rounds() {
        let figure = median(named("throughput").unwrap(), &ROUNDS).unwrap();
        assert_eq!((figure.ours, figure.official), (2.0, Some(10.0)));
        assert_eq!(median(named("throughput").unwrap(), &[]), None);
    }
}
