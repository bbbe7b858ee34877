//! What most scripts need: another side in memory, a clock, and settings for a client of both.

use aws_smithy_async::rt::sleep::SharedAsyncSleep;
use aws_smithy_async::time::SharedTimeSource;
use aws_smithy_types::retry::RetryConfig;

use crate::clock::Clock;
use crate::outcome::Outcome;
use crate::peer::{Arrival, Peer, Reply};
use crate::settings::Settings;
use crate::transcript::Transcript;

/// The other side and the settings of its client.
pub struct Stage {
    pub peer: Peer,
    pub clock: Clock,
    pub settings: Settings,
}

impl Stage {
    /// A stage on which `replies` are given.
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

    /// Writes when attempts arrived, what was waited for, and what the caller got. Returns the
    /// attempts.
    pub fn report(&self, t: &mut Transcript, what: &str, outcome: &Outcome) -> Vec<Arrival> {
        t.note(format_args!("{what}, at {:?}", self.clock.elapsed()));
        let arrivals = self.peer.arrivals();
        for arrival in &arrivals {
            let headers = arrival.sent.headers.iter();
            let named =
                headers.filter(|(name, _)| name == "amz-sdk-request" || name == "x-amz-date");
            let named: Vec<_> = named.map(|(_, value)| &**value).collect();
            t.note(format_args!(
                "  attempt at {:?}: {}",
                arrival.at,
                named.join(", ")
            ));
        }
        t.note(format_args!("  waited for {:?}", self.clock.slept()));
        t.outcome(outcome);
        arrivals
    }

    /// As [`report`](Self::report), with all of the requests.
    pub fn report_all(&self, t: &mut Transcript, what: &str, outcome: &Outcome) -> Vec<Arrival> {
        let arrivals = self.report(t, what, outcome);
        for arrival in &arrivals {
            t.request(&arrival.sent);
        }
        arrivals
    }
}

impl Arrival {
    /// The values of the header `name`, or nothing.
    pub fn header(&self, name: &str) -> String {
        let headers = self.sent.headers.iter();
        let values = headers.filter(|(known, _)| known == name);
        values
            .map(|(_, value)| &**value)
            .collect::<Vec<_>>()
            .join(", ")
    }
}
