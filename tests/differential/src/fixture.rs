//! The fixture of most scripts: an in-memory peer, a clock, and client settings that use both.

use aws_smithy_async::rt::sleep::SharedAsyncSleep;
use aws_smithy_async::time::SharedTimeSource;
use aws_smithy_types::retry::RetryConfig;

use crate::clock::Clock;
use crate::outcome::Outcome;
use crate::peer::{Arrival, Peer, Reply};
use crate::settings::Settings;
use crate::transcript::Transcript;

/// A peer, a clock, and the settings of a client that uses them.
pub struct Fixture {
    pub peer: Peer,
    pub clock: Clock,
    pub settings: Settings,
}

impl Fixture {
    /// Creates a fixture whose peer gives `replies`.
    pub fn new(replies: impl IntoIterator<Item = Reply>) -> Self {
        let clock = Clock::start();
        let peer = Peer::new(clock.clone(), replies);
        let (mut settings, _) = Settings::fixed(peer.clone());
        settings.time = SharedTimeSource::new(clock.clone());
        settings.sleep = SharedAsyncSleep::new(clock.clone());
        settings.retries = RetryConfig::standard().with_use_static_exponential_base(true);
        Self {
            peer,
            clock,
            settings,
        }
    }

    /// Writes the arrivals, sleeps and outcome of a call, and returns the arrivals.
    pub fn report(&self, t: &mut Transcript, title: &str, outcome: &Outcome) -> Vec<Arrival> {
        t.note(format_args!("{title}, at {:?}", self.clock.elapsed()));
        let arrivals = self.peer.take_arrivals();
        for arrival in &arrivals {
            let headers = arrival.request.headers.iter();
            let reported =
                headers.filter(|(name, _)| name == "amz-sdk-request" || name == "x-amz-date");
            let values: Vec<_> = reported.map(|(_, value)| &**value).collect();
            t.note(format_args!(
                "  attempt at {:?}: {}",
                arrival.at,
                values.join(", ")
            ));
        }
        t.note(format_args!("  waited for {:?}", self.clock.take_sleeps()));
        t.outcome(outcome);
        arrivals
    }

    /// Does the same as [`report`](Self::report), and also writes the complete requests.
    pub fn report_all(&self, t: &mut Transcript, title: &str, outcome: &Outcome) -> Vec<Arrival> {
        let arrivals = self.report(t, title, outcome);
        for arrival in &arrivals {
            t.request(&arrival.request);
        }
        arrivals
    }
}

impl Arrival {
    /// Returns the values of the header `name`, joined by commas; empty if it is missing.
    pub fn header(&self, name: &str) -> String {
        let headers = self.request.headers.iter();
        let values = headers.filter(|(known, _)| known == name);
        values
            .map(|(_, value)| &**value)
            .collect::<Vec<_>>()
            .join(", ")
    }
}
