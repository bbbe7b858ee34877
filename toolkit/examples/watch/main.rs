//! Shows a channel's state, health, viewers and events in a terminal, as they change.
//!
//! ```text
//! cargo run -p ivs-toolkit --example watch -- CHANNEL_ARN
//! ```
//!
//! Region, credentials and endpoint come from `AWS_REGION`, `AWS_ACCESS_KEY_ID`,
//! `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN` and `AWS_ENDPOINT_URL_IVS`. The key `q` ends the
//! program.

mod channel;
mod view;

use std::env;
use std::error::Error;
use std::io;
use std::pin::pin;
use std::process::ExitCode;
use std::time::Duration;

use ivs_sdk::config::{BehaviorVersion, Credentials, Region};
use ivs_sdk::{Client, Config};
use ivs_toolkit::arn::Arn;
use ivs_toolkit::quota::Quota;
use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use tokio::time::{Instant, sleep, timeout};

use channel::Watched;

/// The time between two refreshes, each of which takes two or three calls.
const REFRESH: Duration = Duration::from_secs(2);

/// The time between two looks at the keyboard, also while the service is asked.
const KEYBOARD: Duration = Duration::from_millis(100);

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let arn = env::args().nth(1).ok_or("usage: watch CHANNEL_ARN")?;
    let client = client(&arn.parse()?)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let mut terminal = ratatui::init();
    let result = runtime.block_on(watch(&mut terminal, &client, Watched::new(arn)));
    ratatui::restore();
    Ok(result?)
}

/// Shows the channel until the user quits.
async fn watch(
    terminal: &mut DefaultTerminal,
    client: &Client,
    mut watched: Watched,
) -> io::Result<()> {
    loop {
        terminal.draw(|frame| view::draw(frame, &watched))?;
        if quits_during(watched.refresh(client)).await? {
            return Ok(());
        }
        let next = Instant::now() + REFRESH;
        while Instant::now() < next {
            terminal.draw(|frame| view::draw(frame, &watched))?;
            if quits()? {
                return Ok(());
            }
            sleep(KEYBOARD).await;
        }
    }
}

/// Completes `work`, or returns `true` at once if the user quits.
async fn quits_during(work: impl Future<Output = ()>) -> io::Result<bool> {
    let mut work = pin!(work);
    while timeout(KEYBOARD, &mut work).await.is_err() {
        if quits()? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Returns `true` if the user has quit.
fn quits() -> io::Result<bool> {
    while event::poll(Duration::ZERO)? {
        if let Event::Key(key) = event::read()?
            && key.kind == KeyEventKind::Press
        {
            let interrupted = key.modifiers.contains(KeyModifiers::CONTROL);
            if key.code == KeyCode::Char('q') || interrupted && key.code == KeyCode::Char('c') {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Returns a client for the region of the channel.
fn client(arn: &Arn) -> Result<Client, Box<dyn Error>> {
    let variable = |name| env::var(name).ok().filter(|value| !value.is_empty());
    let key = variable("AWS_ACCESS_KEY_ID").ok_or("AWS_ACCESS_KEY_ID is not set")?;
    let secret = variable("AWS_SECRET_ACCESS_KEY").ok_or("AWS_SECRET_ACCESS_KEY is not set")?;
    let token = variable("AWS_SESSION_TOKEN");
    let region = variable("AWS_REGION").unwrap_or_else(|| arn.region().to_owned());
    let mut config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .credentials_provider(Credentials::new(key, secret, token, None, "environment"))
        .region(Region::new(region))
        .runtime_plugin(Quota::published());
    if let Some(endpoint) = variable("AWS_ENDPOINT_URL_IVS") {
        config = config.endpoint_url(endpoint);
    }
    Ok(Client::from_conf(config.build()))
}
