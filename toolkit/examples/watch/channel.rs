//! The watched channel.

use std::collections::VecDeque;

use ivs_sdk::Client;
use ivs_sdk::error::ErrorExt as _;
use ivs_sdk::types::{Stream, StreamEvent};
use ivs_toolkit::recipes::{self, LiveStatus};

/// The number of viewer counts that are kept for the chart.
const HISTORY: usize = 300;

/// A channel, as it was at the last refresh.
pub(crate) struct Watched {
    pub(crate) arn: String,
    pub(crate) name: String,
    pub(crate) status: Option<LiveStatus>,
    /// The viewers at the last refreshes, oldest first.
    pub(crate) viewers: VecDeque<u64>,
    /// The events of the latest session, newest first.
    pub(crate) events: Vec<StreamEvent>,
    pub(crate) error: Option<String>,
}

impl Watched {
    pub(crate) fn new(arn: String) -> Self {
        Self {
            arn,
            name: String::new(),
            status: None,
            viewers: VecDeque::new(),
            events: Vec::new(),
            error: None,
        }
    }

    /// Asks the service. After an error, the last state stays and the error is shown.
    pub(crate) async fn refresh(&mut self, client: &Client) {
        self.error = self.ask(client).await.err();
    }

    async fn ask(&mut self, client: &Client) -> Result<(), String> {
        if self.status.is_none() {
            let channel = client.get_channel().arn(&self.arn).send().await;
            let channel = channel.map_err(|error| error.report().to_string())?;
            let name = channel.channel.and_then(|channel| channel.name);
            self.name = name.unwrap_or_default();
        }
        let status = recipes::live_status(client, &self.arn).await;
        let status = status.map_err(|error| match error {
            recipes::Error::Service(error) => error.report().to_string(),
            error => error.to_string(),
        })?;
        self.count(match &status {
            LiveStatus::Live(stream) => stream.viewer_count(),
            _ => 0,
        });
        self.status = Some(status);
        let session = client
            .get_stream_session()
            .channel_arn(&self.arn)
            .send()
            .await;
        match session {
            Ok(output) => {
                let session = output.stream_session;
                self.events = session.and_then(|s| s.truncated_events).unwrap_or_default();
            }
            // A channel that was never live has no session.
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(|e| e.is_resource_not_found_exception()) => {}
            Err(error) => return Err(error.report().to_string()),
        }
        Ok(())
    }

    /// Adds a viewer count. The service counts −1 if it could not count in time.
    fn count(&mut self, viewers: i64) {
        let last = self.viewers.back().copied().unwrap_or(0);
        self.viewers
            .push_back(u64::try_from(viewers).unwrap_or(last));
        if self.viewers.len() > HISTORY {
            self.viewers.pop_front();
        }
    }

    /// Returns the live stream.
    pub(crate) fn stream(&self) -> Option<&Stream> {
        match &self.status {
            Some(LiveStatus::Live(stream)) => Some(stream),
            _ => None,
        }
    }
}
