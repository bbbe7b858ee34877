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
use std::time::{Duration, Instant};

use ivs_sdk::config::{BehaviorVersion, Credentials, Region};
use ivs_sdk::{Client, Config};
use ivs_toolkit::arn::Arn;
use ivs_toolkit::quota::Quota;
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};

use channel::Watched;

/// The time between two refreshes, each of which takes two or three calls.
const REFRESH: Duration = Duration::from_secs(2);

/// The time between two looks at the keyboard.
const KEYBOARD: Duration = Duration::from_millis(100);

fn main() -> Result<(), Box<dyn Error>> {
    let arn = env::args().nth(1).ok_or("usage: watch CHANNEL_ARN")?;
    let client = client(&arn.parse()?)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let mut watched = Watched::new(arn);
    let mut terminal = ratatui::init();
    let result = loop {
        runtime.block_on(watched.refresh(&client));
        let refreshed = Instant::now();
        if let Err(error) = terminal.draw(|frame| view::draw(frame, &watched)) {
            break Err(error);
        }
        match quits_within(refreshed + REFRESH) {
            Ok(true) => break Ok(()),
            Ok(false) => {}
            Err(error) => break Err(error),
        }
    };
    ratatui::restore();
    Ok(result?)
}

/// Waits until `end`, or returns `true` at once if the user quits.
fn quits_within(end: Instant) -> std::io::Result<bool> {
    while Instant::now() < end {
        if !event::poll(KEYBOARD)? {
            continue;
        }
        match event::read()? {
            Event::Key(key) if key.kind == KeyEventKind::Press => {
                let interrupted = key.modifiers.contains(KeyModifiers::CONTROL);
                if key.code == KeyCode::Char('q') || interrupted && key.code == KeyCode::Char('c') {
                    return Ok(true);
                }
            }
            // The terminal has another size: draw at once.
            Event::Resize(..) => return Ok(false),
            _ => {}
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
