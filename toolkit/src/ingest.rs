//! Addresses that encoders send to.
//!
//! A channel has bare host names (`ingestEndpoint`, `srt.endpoint`); encoders need a URL with a
//! port, a path and the stream key.

use std::fmt;
use std::num::NonZeroU32;

/// The highest priority of a takeover: 2³¹ − 1.
const MAX_PRIORITY: u32 = 2_147_483_647;

/// The address that an encoder sends to. It contains the stream key, so `Debug` hides it.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::ingest::IngestUrl;
///
/// let endpoint = "a1b2c3.global-contribute.live-video.net";
/// let url = IngestUrl::rtmps(endpoint, "sk_us-west-2_abcd_secret");
/// assert_eq!(
///     url.expose(),
///     "rtmps://a1b2c3.global-contribute.live-video.net:443/app/sk_us-west-2_abcd_secret",
/// );
/// let shown = format!("{url:?}");
/// assert_eq!(shown, "IngestUrl(\"rtmps://a1b2c3.global-contribute.live-video.net:443/…\")");
/// ```
#[derive(Clone, Eq, PartialEq)]
pub struct IngestUrl {
    /// The part before the stream key.
    server: String,
    /// The part that contains secrets.
    secret: String,
}

impl IngestUrl {
    /// Returns the address for RTMPS, which every channel accepts.
    ///
    /// `endpoint` is the channel's `ingestEndpoint`, `stream_key` the value of its stream key.
    pub fn rtmps(endpoint: &str, stream_key: &str) -> Self {
        Self {
            server: format!("rtmps://{endpoint}:443/"),
            secret: format!("app/{stream_key}"),
        }
    }

    /// Returns the address for RTMP without TLS.
    ///
    /// Only channels with `insecureIngest` accept it.
    ///
    /// # Examples
    ///
    /// ```
    /// use ivs_toolkit::ingest::IngestUrl;
    ///
    /// let url = IngestUrl::rtmp("a.live-video.net", "sk");
    /// assert_eq!(url.expose(), "rtmp://a.live-video.net/app/sk");
    /// ```
    pub fn rtmp(endpoint: &str, stream_key: &str) -> Self {
        Self {
            server: format!("rtmp://{endpoint}/"),
            secret: format!("app/{stream_key}"),
        }
    }

    /// Returns the address for SRT.
    ///
    /// `endpoint` is the channel's `srt.endpoint`, `passphrase` its `srt.passphrase`: required
    /// unless the channel has `insecureIngest`, and absent if it has.
    ///
    /// # Examples
    ///
    /// ```
    /// use ivs_toolkit::ingest::IngestUrl;
    ///
    /// let url = IngestUrl::srt("a.srt.live-video.net", "sk", Some("phrase"));
    /// assert_eq!(url.expose(), "srt://a.srt.live-video.net:9000?streamid=sk&passphrase=phrase");
    /// ```
    pub fn srt(endpoint: &str, stream_key: &str, passphrase: Option<&str>) -> Self {
        Self::srt_stream(endpoint, stream_key, passphrase)
    }

    /// Returns the address for RTMPS that takes over a running stream.
    ///
    /// The stream goes on under the same id if `priority` is higher than the last one, and
    /// resolution, codecs and number of tracks are the same. Priorities are forgotten when the
    /// stream ends.
    pub fn rtmps_takeover(endpoint: &str, stream_key: &str, priority: Priority) -> Self {
        let mut url = Self::rtmps(endpoint, stream_key);
        url.secret.push_str(&format!("?priority={}", priority.0));
        url
    }

    /// Returns the address for SRT that takes over a running stream, as
    /// [`rtmps_takeover`](Self::rtmps_takeover).
    pub fn srt_takeover(
        endpoint: &str,
        stream_key: &str,
        passphrase: Option<&str>,
        priority: Priority,
    ) -> Self {
        let stream = format!("#!::u={stream_key},priority={}", priority.0);
        Self::srt_stream(endpoint, &stream, passphrase)
    }

    fn srt_stream(endpoint: &str, stream: &str, passphrase: Option<&str>) -> Self {
        let mut secret = format!("?streamid={stream}");
        if let Some(passphrase) = passphrase {
            secret.push_str("&passphrase=");
            secret.push_str(passphrase);
        }
        Self {
            server: format!("srt://{endpoint}:9000"),
            secret,
        }
    }

    /// Returns the complete address, with its secrets.
    pub fn expose(&self) -> String {
        let Self { server, secret } = self;
        format!("{server}{secret}")
    }
}

impl fmt::Debug for IngestUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IngestUrl")
            .field(&format_args!("\"{}…\"", self.server))
            .finish()
    }
}

/// The priority of an encoder that takes over a stream, from 1 to 2,147,483,647.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::ingest::{IngestUrl, Priority};
///
/// let priority = Priority::new(2).expect("in range");
/// let endpoint = "a1b2c3.global-contribute.live-video.net";
/// let url = IngestUrl::rtmps_takeover(endpoint, "sk_a", priority);
/// assert!(url.expose().ends_with("/app/sk_a?priority=2"));
/// assert_eq!(Priority::new(0), None);
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Priority(NonZeroU32);

impl Priority {
    /// Returns the priority, or `None` if it is out of range.
    pub fn new(priority: u32) -> Option<Self> {
        NonZeroU32::new(priority)
            .filter(|priority| priority.get() <= MAX_PRIORITY)
            .map(Self)
    }
}

/// Returns the address for RTMPS of a channel of the client; `None` if endpoint or key are absent.
///
/// `CreateChannel` returns both; `GetChannel` and `GetStreamKey` return one each.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::ingest::{ingest_url, srt_url};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), ivs_sdk::Error> {
/// # let fake = ivs_fake::Fake::start();
/// # let client = ivs_sdk::Client::from_conf(fake.config().build());
/// let created = client.create_channel().send().await?;
/// if let (Some(channel), Some(key)) = (created.channel(), created.stream_key()) {
///     let url = ingest_url(channel, key).expect("both are present");
///     assert!(url.expose().starts_with("rtmps://"));
///     let url = srt_url(channel, key).expect("both are present");
///     assert!(url.expose().contains("&passphrase="));
/// }
/// # Ok(())
/// # }
/// ```
#[cfg(feature = "recipes")]
pub fn ingest_url(
    channel: &ivs_sdk::types::Channel,
    key: &ivs_sdk::types::StreamKey,
) -> Option<IngestUrl> {
    Some(IngestUrl::rtmps(channel.ingest_endpoint()?, key.value()?))
}

/// Returns the address for SRT of a channel of the client; `None` if endpoint or key are absent.
///
/// It has the channel's passphrase, unless the channel has `insecureIngest`. Example:
/// [`ingest_url`].
#[cfg(feature = "recipes")]
pub fn srt_url(
    channel: &ivs_sdk::types::Channel,
    key: &ivs_sdk::types::StreamKey,
) -> Option<IngestUrl> {
    let srt = channel.srt()?;
    let passphrase = srt.passphrase().filter(|_| !channel.insecure_ingest());
    Some(IngestUrl::srt(srt.endpoint()?, key.value()?, passphrase))
}

#[cfg(test)]
mod tests {
    use super::{IngestUrl, Priority};

    #[test]
    fn every_protocol_has_its_form() {
        let priority = Priority::new(7).expect("in range");
        let cases = [
            (IngestUrl::rtmp("h", "k"), "rtmp://h/app/k"),
            (IngestUrl::rtmps("h", "k"), "rtmps://h:443/app/k"),
            (
                IngestUrl::rtmps_takeover("h", "k", priority),
                "rtmps://h:443/app/k?priority=7",
            ),
            (IngestUrl::srt("h", "k", None), "srt://h:9000?streamid=k"),
            (
                IngestUrl::srt("h", "k", Some("p")),
                "srt://h:9000?streamid=k&passphrase=p",
            ),
            (
                IngestUrl::srt_takeover("h", "k", Some("p"), priority),
                "srt://h:9000?streamid=#!::u=k,priority=7&passphrase=p",
            ),
        ];
        for (url, expected) in cases {
            assert_eq!(url.expose(), expected);
        }
    }

    #[test]
    fn debug_shows_no_secret() {
        let shown = format!("{:?}", IngestUrl::srt("host", "sk_key", Some("phrase")));
        assert_eq!(shown, "IngestUrl(\"srt://host:9000…\")");
    }

    #[test]
    fn priorities_have_a_range() {
        assert!(Priority::new(0).is_none());
        assert!(Priority::new(2_147_483_647).is_some());
        assert!(Priority::new(2_147_483_648).is_none());
    }
}
