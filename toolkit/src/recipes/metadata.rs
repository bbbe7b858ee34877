//! Timed metadata.

use std::collections::VecDeque;
use std::time::{Duration, SystemTime};

use aws_smithy_async::rt::sleep::AsyncSleep as _;
use ivs_sdk::Client;
use ivs_sdk::config::SharedAsyncSleep;

use super::Error;

/// The longest metadata, in bytes.
const MAX_BYTES: usize = 1_024;

/// The calls per second that the service permits for a channel.
const PER_SECOND: usize = 5;

const SECOND: Duration = Duration::from_secs(1);

/// Sends metadata to the viewers of a live channel, in this order, at most five in any second.
///
/// Each item has 1 to 1,024 bytes of UTF-8. Viewers get it at the point of the video at which it
/// was sent, and so do those of a recording.
///
/// Other senders to the channel, and earlier calls of this recipe, are not counted: the plugin
/// `quota::Quota` counts all calls of its clients.
///
/// An item may reach viewers twice if its call is retried, or the recipe is repeated after an
/// error: put an id into the item if that matters.
///
/// # Errors
/// If an item is empty or too long, nothing is sent. If a call fails, for example because the
/// channel is offline, the items before it were sent.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::recipes::put_metadata;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let fake = ivs_fake::Fake::start();
/// # let client = ivs_sdk::Client::from_conf(fake.config().build());
/// # client.create_channel().send().await?;
/// # let channel = fake.control().overview().channels.remove(0).arn;
/// # fake.control().go_live(&channel, ivs_fake::Encoder::default())?;
/// put_metadata(&client, &channel, ["goal", "corner"]).await?;
/// # Ok(())
/// # }
/// ```
pub async fn put_metadata<I>(client: &Client, channel_arn: &str, items: I) -> Result<(), Error>
where
    I: IntoIterator<Item: Into<String>>,
{
    let items: Vec<String> = items.into_iter().map(Into::into).collect();
    for (index, item) in items.iter().enumerate() {
        let bytes = item.len();
        if bytes == 0 || bytes > MAX_BYTES {
            return Err(Error::MetadataSize { index, bytes });
        }
    }
    let mut pace = Pace::new(client);
    for item in items {
        pace.wait().await;
        let call = client
            .put_metadata()
            .channel_arn(channel_arn)
            .metadata(item);
        call.send().await?;
    }
    Ok(())
}

/// Spaces calls, by the clock and the sleep of the client.
struct Pace<'a> {
    client: &'a Client,
    sleep: Option<SharedAsyncSleep>,
    sent: VecDeque<SystemTime>,
}

impl<'a> Pace<'a> {
    fn new(client: &'a Client) -> Self {
        Self {
            client,
            sleep: client.config().sleep_impl(),
            sent: VecDeque::new(),
        }
    }

    fn now(&self) -> SystemTime {
        let time_source = self.client.config().time_source();
        time_source.map_or_else(SystemTime::now, |time_source| time_source.now())
    }

    /// Waits until fewer than five calls were made in the last second. Without a sleep
    /// implementation, the service throttles the calls and the client retries them.
    async fn wait(&mut self) {
        if self.sent.len() == PER_SECOND
            && let Some(first) = self.sent.pop_front()
            && let Ok(delay) = (first + SECOND).duration_since(self.now())
            && let Some(sleep) = &self.sleep
        {
            // A clock that was set back must not make the delay longer.
            sleep.sleep(delay.min(SECOND)).await;
        }
        self.sent.push_back(self.now());
    }
}
