//! Runs each script with both clients: requests and results must be the same.

use std::any::Any;
use std::collections::BTreeSet;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::bail;
use similar::TextDiff;

use crate::transcript::Transcript;
use crate::{metrics, official, ours};

/// A scenario that drives a client and writes what it observes to a transcript.
pub struct Script {
    pub name: &'static str,
    pub time: Time,
    pub run: Run,
}

/// The function of a script.
pub type Run = for<'a> fn(&'a mut Transcript) -> Pin<Box<dyn Future<Output = ()> + 'a>>;

/// The clock and runtime that a script runs with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Time {
    /// Paused time that advances when all tasks wait.
    Virtual,
    /// Real time, for sockets.
    Real,
    /// Real time on several threads.
    Threads,
}

/// The scripts in which the clients must differ, with the reasons.
const EXPECTED_DIFFERENCES: &[(&str, &str)] = &[
    ("errors::converted_without_code", LOST_METADATA),
    ("malformed::endpoint_url", INVALID_URL),
    ("paginators::cycles", TOKEN_CYCLES),
    ("secrets::unsent", INVALID_URL),
    ("shared_config::empty_variables", EMPTY_VARIABLES),
];

const LOST_METADATA: &str = "if a response has no code or cannot be read, the official client's \
    error has no code, message or request id. Ours keeps those that could be read";

const TOKEN_CYCLES: &str = "if page tokens form a cycle, the official client fetches the same pages \
    forever. Ours ends with an error that names the token";

const EMPTY_VARIABLES: &str = "an empty environment variable, such as `AWS_ENDPOINT_URL_IVS=` in a \
    compose file, makes each call of the official client fail or panic. For ours it is unset";

const INVALID_URL: &str = "the official client panics on an empty `endpoint_url`; for other \
    invalid URLs its error shows the request body, including secrets. Ours reports what is wrong \
    with the URL";

/// The time after which a script fails, measured by the script's clock.
const LIMIT: Duration = Duration::from_secs(24 * 60 * 60);

/// The message of the last panic, recorded by the panic hook.
static PANIC: Mutex<Option<String>> = Mutex::new(None);

/// Runs the scripts whose name contains `only`; with `show`, prints our client's transcripts.
///
/// # Errors
/// Returns an error if the clients differ unexpectedly, a check fails, or no script matches.
pub fn run(only: Option<&str>, show: bool) -> anyhow::Result<()> {
    std::panic::set_hook(Box::new(|info| {
        *PANIC.lock().unwrap_or_else(PoisonError::into_inner) = Some(info.to_string());
    }));
    metrics::install()?;
    let start = Instant::now();
    let (mut scripts, mut lines, mut failed) = (0, 0, Vec::new());
    let pairs = official::scripts::all()
        .into_iter()
        .zip(ours::scripts::all());
    for (theirs, mine) in pairs {
        if only.is_some_and(|only| !theirs.name.contains(only)) {
            continue;
        }
        scripts += 1;
        match compare(&theirs, &mine, show) {
            Ok(count) => lines += count,
            Err(error) => {
                println!("behaviour: {} FAILED\n{error}", theirs.name);
                failed.push(theirs.name);
            }
        }
    }
    let seconds = start.elapsed().as_secs();
    println!("behaviour: {scripts} scripts, {lines} lines, {seconds} s");
    if scripts == 0 {
        bail!("behaviour: no script matches");
    }
    if !failed.is_empty() {
        bail!("behaviour: {} failed: {}", failed.len(), failed.join(", "));
    }
    Ok(())
}

/// Runs one script with both clients and returns the number of transcript lines.
fn compare(theirs: &Script, mine: &Script, show: bool) -> anyhow::Result<usize> {
    let name = theirs.name;
    let start = Instant::now();
    let official = execute(theirs)?;
    let ours = execute(mine)?;
    if show {
        println!("{}", ours.lines().join("\n"));
    }
    for (side, transcript) in [("official", &official), ("ours", &ours)] {
        if !transcript.failed_checks().is_empty() {
            let failed: BTreeSet<_> = transcript.failed_checks().iter().collect();
            let difference = difference(&official, &ours);
            bail!("{side}: failed checks: {failed:#?}\n{difference}");
        }
    }
    let count = official.lines().len();
    let expected = EXPECTED_DIFFERENCES
        .iter()
        .find(|(script, _)| *script == name);
    let result = compare_transcripts(&official, &ours, expected.map(|(_, reason)| *reason))?;
    println!(
        "behaviour: {name} {result} ({count} lines, {} ms)",
        start.elapsed().as_millis()
    );
    Ok(count)
}

/// Compares two transcripts and returns the result as a message.
///
/// # Errors
/// Returns an error if the transcripts are empty, differ without an expected difference, or are
/// equal despite one.
fn compare_transcripts(
    official: &Transcript,
    ours: &Transcript,
    expected_difference: Option<&str>,
) -> anyhow::Result<String> {
    if official.lines().is_empty() {
        bail!("the script wrote no lines, so nothing was compared");
    }
    let same = official.lines() == ours.lines();
    match expected_difference {
        None if same => Ok("ok".to_owned()),
        None => bail!("{}", difference(official, ours)),
        Some(_) if same => bail!("the clients are expected to differ but behave the same"),
        Some(reason) => Ok(format!("differs as expected: {reason}")),
    }
}

fn difference(official: &Transcript, ours: &Transcript) -> String {
    let join = |transcript: &Transcript| transcript.lines().join("\n") + "\n";
    let (official, ours) = (join(official), join(ours));
    let diff = TextDiff::from_lines(&official, &ours);
    let mut diff = diff.unified_diff();
    diff.context_radius(3)
        .header("official", "ours")
        .to_string()
}

fn execute(script: &Script) -> anyhow::Result<Transcript> {
    let mut builder = match script.time {
        Time::Threads => tokio::runtime::Builder::new_multi_thread(),
        Time::Virtual | Time::Real => tokio::runtime::Builder::new_current_thread(),
    };
    builder.enable_all();
    if script.time == Time::Virtual {
        builder.start_paused(true);
    }
    let runtime = builder.build()?;
    let mut transcript = Transcript::default();
    let result = std::panic::catch_unwind(AssertUnwindSafe(|| {
        let future = (script.run)(&mut transcript);
        runtime.block_on(async { tokio::time::timeout(LIMIT, future).await })
    }));
    match result {
        Ok(Ok(())) => Ok(transcript),
        Ok(Err(_)) => bail!("the script timed out\n{}", transcript.lines().join("\n")),
        Err(payload) => bail!(
            "{}\n{}",
            panic_message(&*payload),
            transcript.lines().join("\n")
        ),
    }
}

/// Returns the message of the last panic, with its location if the hook recorded it.
pub fn panic_message(payload: &(dyn Any + Send)) -> String {
    let recorded = PANIC.lock().unwrap_or_else(PoisonError::into_inner).take();
    recorded.unwrap_or_else(|| match payload.downcast_ref::<&str>() {
        Some(message) => (*message).to_owned(),
        None => "a panic without a message".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Transcript, compare_transcripts};

    fn transcript(lines: &[&str]) -> Transcript {
        let mut transcript = Transcript::default();
        for line in lines {
            transcript.note(line);
        }
        transcript
    }

    #[test]
    fn empty_or_unexpectedly_different_transcripts_fail() {
        let (empty, first, second) = (transcript(&[]), transcript(&["1"]), transcript(&["2"]));
        for (official, ours, expected_difference, passes) in [
            (&empty, &empty, None, false),
            (&first, &first, None, true),
            (&first, &second, None, false),
            (&first, &empty, None, false),
            (&first, &second, Some("because"), true),
            (&first, &first, Some("because"), false),
        ] {
            let result = compare_transcripts(official, ours, expected_difference);
            assert_eq!(result.is_ok(), passes, "{official:?} {ours:?}: {result:?}");
        }
    }
}
