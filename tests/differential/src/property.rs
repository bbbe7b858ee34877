//! A property test runner: generates cases from a seed, compares them and shrinks failures.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::time::Instant;

use anyhow::bail;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestCaseError, TestRunner};
use similar::TextDiff;

/// Generates `cases` cases with `strategy` and compares each.
///
/// # Errors
/// Returns an error with the first case in which the clients differ, shrunk.
pub fn run<S, F>(
    name: &str,
    cases: u32,
    seed: Option<u64>,
    strategy: &S,
    operation: impl Fn(&S::Value) -> &'static str,
    compare: F,
) -> anyhow::Result<()>
where
    S: Strategy,
    F: AsyncFn(S::Value) -> Result<(), TestCaseError>,
{
    let seed = seed.unwrap_or_else(fresh_seed);
    println!("{name}: {cases} cases, seed {seed}");
    let start = Instant::now();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let counts = RefCell::new(BTreeMap::new());
    let mut runner = TestRunner::new(Config {
        cases,
        failure_persistence: None,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(seed),
        max_shrink_iters: 50_000,
        ..Config::default()
    });
    let result = runner.run(strategy, |case| {
        *counts.borrow_mut().entry(operation(&case)).or_insert(0_u32) += 1;
        runtime.block_on(compare(case))
    });
    let counts = counts.into_inner();
    let run: u32 = counts.values().sum();
    let seconds = start.elapsed().as_secs();
    println!(
        "{name}: {run} cases run, {} operations, {seconds} s",
        counts.len()
    );
    match result {
        Ok(()) => Ok(()),
        Err(error) => bail!("{name}: seed {seed}: {error}"),
    }
}

fn fresh_seed() -> u64 {
    let since_epoch = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let nanos = since_epoch.map_or(0, |duration| duration.as_nanos());
    u64::try_from(nanos & u128::from(u64::MAX)).unwrap_or_default()
}

/// Compares the observations of both clients.
///
/// # Errors
/// Returns an error with a diff if they differ.
pub fn compare<T: Debug + PartialEq>(official: &T, ours: &T) -> Result<(), TestCaseError> {
    if official == ours {
        return Ok(());
    }
    let (official, ours) = (format!("{official:#?}"), format!("{ours:#?}"));
    let diff = TextDiff::from_lines(&official, &ours)
        .unified_diff()
        .context_radius(2)
        .header("official", "ours")
        .to_string();
    Err(TestCaseError::fail(format!("the clients differ\n{diff}")))
}
