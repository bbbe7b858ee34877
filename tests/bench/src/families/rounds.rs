//! Measures that are not the same in each run: both sides in turn, several times.

use anyhow::Result;

use crate::context::Context;
use crate::measure::{Figure, Measure};
use crate::programs::Side;

/// Runs `measure` for our side and the official one in turn, as often as the command line says, or
/// `usual` times.
pub(super) fn rounds(
    context: &Context<'_>,
    measure: &'static Measure,
    usual: usize,
    mut run: impl FnMut(Side) -> Result<f64>,
) -> Result<Vec<[f64; 2]>> {
    let count = context.cli.runs().unwrap_or(usual);
    let round = |number| -> Result<[f64; 2]> {
        let progress = |side: Side| {
            let (name, side) = (measure.name, side.name());
            let text = format!("{name}: {side}, run {} of {count}", number + 1);
            context.progress.say(&text);
        };
        progress(Side::Ours);
        let ours = run(Side::Ours)?;
        progress(Side::Official);
        Ok([ours, run(Side::Official)?])
    };
    (0..count).map(round).collect()
}

/// The least of each side: what else the machine does only ever adds.
pub(super) fn best(measure: &'static Measure, rounds: &[[f64; 2]]) -> Figure {
    let least = |side: usize| {
        rounds
            .iter()
            .map(|round| round[side])
            .fold(f64::INFINITY, f64::min)
    };
    Figure::of(measure, least(0), least(1))
}

/// The round with the median ratio.
pub(super) fn median(measure: &'static Measure, rounds: &[[f64; 2]]) -> Option<Figure> {
    let mut sorted = rounds.to_vec();
    sorted.sort_by(|a, b| (a[0] / a[1]).total_cmp(&(b[0] / b[1])));
    let [ours, official] = sorted.get(sorted.len() / 2)?;
    Some(Figure::of(measure, *ours, *official))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::named;

    const ROUNDS: [[f64; 2]; 3] = [[2.0, 10.0], [1.0, 11.0], [3.0, 9.0]];

    #[test]
    fn the_best_is_the_least_of_each_side() {
        let figure = best(named("dev").unwrap(), &ROUNDS);
        assert_eq!((figure.ours, figure.official), (1.0, Some(9.0)));
    }

    #[test]
    fn the_median_is_a_round_that_was_run() {
        let figure = median(named("throughput").unwrap(), &ROUNDS).unwrap();
        assert_eq!((figure.ours, figure.official), (2.0, Some(10.0)));
        assert_eq!(median(named("throughput").unwrap(), &[]), None);
    }
}
