//! Both clients through the same scripts: the same on the other side, the same for the caller.

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
use crate::{meters, official, ours};

/// What happens to a client, and what is written down of it.
pub struct Script {
    pub name: &'static str,
    pub time: Time,
    pub run: Run,
}

/// How a script is run.
pub type Run = for<'a> fn(&'a mut Transcript) -> Pin<Box<dyn Future<Output = ()> + 'a>>;

/// The time that a script runs in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Time {
    /// Goes on when all wait, by as much as they wait for.
    Virtual,
    /// The world's, for what happens on sockets.
    Real,
    /// The world's, on several threads.
    Threads,
}

/// The scripts in which the clients differ on purpose, and why; each must differ.
const EXCUSES: &[(&str, &str)] = &[
    ("malformed::endpoint", BAD_URL),
    ("secrets::unsent", BAD_URL),
];

const BAD_URL: &str = "the official client panics at an empty `endpoint_url`, and shows the \
    request's body, secrets and all, in the error about one that it cannot read; ours says what \
    is wrong with the URL";

/// No script takes as long, in the time that it runs in.
const LIMIT: Duration = Duration::from_secs(24 * 60 * 60);

/// The last panic, for a script that panics has no other way to say why.
static PANIC: Mutex<Option<String>> = Mutex::new(None);

/// Runs the scripts whose name contains `only`; with `show`, prints what was written.
///
/// # Errors
/// When clients differ, or a script does not hold.
pub fn run(only: Option<&str>, show: bool) -> anyhow::Result<()> {
    std::panic::set_hook(Box::new(|info| {
        *PANIC.lock().unwrap_or_else(PoisonError::into_inner) = Some(info.to_string());
    }));
    meters::listen_for_ever()?;
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
        bail!("behaviour: there is no such script");
    }
    if !failed.is_empty() {
        bail!("behaviour: {} failed: {}", failed.len(), failed.join(", "));
    }
    Ok(())
}

/// Runs one script with both clients; returns how much it wrote.
fn compare(theirs: &Script, mine: &Script, show: bool) -> anyhow::Result<usize> {
    let name = theirs.name;
    let start = Instant::now();
    let official = play(theirs)?;
    let ours = play(mine)?;
    if show {
        println!("{}", ours.lines().join("\n"));
    }
    for (side, transcript) in [("official", &official), ("ours", &ours)] {
        if !transcript.broken().is_empty() {
            let broken: BTreeSet<_> = transcript.broken().iter().collect();
            let difference = difference(&official, &ours);
            bail!("{side} does not hold: {broken:#?}\n{difference}");
        }
    }
    let count = official.lines().len();
    let excuse = EXCUSES.iter().find(|(script, _)| *script == name);
    let verdict = verdict(&official, &ours, excuse.map(|(_, reason)| *reason))?;
    println!(
        "behaviour: {name} {verdict} ({count} lines, {} ms)",
        start.elapsed().as_millis()
    );
    Ok(count)
}

/// What two transcripts come to.
///
/// # Errors
/// When nothing was compared, when they differ without an excuse, and when they do not with one.
fn verdict(
    official: &Transcript,
    ours: &Transcript,
    excuse: Option<&str>,
) -> anyhow::Result<String> {
    if official.lines().is_empty() {
        bail!("the script wrote nothing: nothing was compared");
    }
    let same = official.lines() == ours.lines();
    match excuse {
        None if same => Ok("ok".to_owned()),
        None => bail!("{}", difference(official, ours)),
        Some(_) if same => bail!("the clients are excused from being the same, and are the same"),
        Some(reason) => Ok(format!("differs on purpose: {reason}")),
    }
}

fn difference(official: &Transcript, ours: &Transcript) -> String {
    let text = |transcript: &Transcript| transcript.lines().join("\n") + "\n";
    let (official, ours) = (text(official), text(ours));
    let diff = TextDiff::from_lines(&official, &ours);
    let mut diff = diff.unified_diff();
    diff.context_radius(3)
        .header("official", "ours")
        .to_string()
}

fn play(script: &Script) -> anyhow::Result<Transcript> {
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
    let played = std::panic::catch_unwind(AssertUnwindSafe(|| {
        let script = (script.run)(&mut transcript);
        runtime.block_on(async { tokio::time::timeout(LIMIT, script).await })
    }));
    match played {
        Ok(Ok(())) => Ok(transcript),
        Ok(Err(_)) => bail!("the script does not end\n{}", transcript.lines().join("\n")),
        Err(payload) => bail!("{}\n{}", panicked(&*payload), transcript.lines().join("\n")),
    }
}

/// What a panic said.
pub fn panicked(payload: &(dyn Any + Send)) -> String {
    let told = PANIC.lock().unwrap_or_else(PoisonError::into_inner).take();
    told.unwrap_or_else(|| match payload.downcast_ref::<&str>() {
        Some(text) => (*text).to_owned(),
        None => "a panic without a text".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Transcript, verdict};

    fn transcript(lines: &[&str]) -> Transcript {
        let mut transcript = Transcript::default();
        for line in lines {
            transcript.note(line);
        }
        transcript
    }

    #[test]
    fn what_is_not_compared_or_not_the_same_fails() {
        let (none, one, other) = (transcript(&[]), transcript(&["1"]), transcript(&["2"]));
        for (official, ours, excuse, good) in [
            (&none, &none, None, false),
            (&one, &one, None, true),
            (&one, &other, None, false),
            (&one, &none, None, false),
            (&one, &other, Some("because"), true),
            (&one, &one, Some("because"), false),
        ] {
            let verdict = verdict(official, ours, excuse);
            assert_eq!(verdict.is_ok(), good, "{official:?} {ours:?}: {verdict:?}");
        }
    }
}
