//! The service that a program calls: Amazon IVS, or a fake.

use std::env;
use std::error::Error;
use std::path::Path;
use std::time::Duration;

use aws_config::{BehaviorVersion, Region, SdkConfig};
use ivs_fake::{Encoder, Fake, Server};
use ivs_sdk::Client;
use ivs_sdk::config::Credentials;

/// The variables that configure a client. Their presence means that the service is to be called.
const VARIABLES: &[&str] = &[
    "AWS_ACCESS_KEY_ID",
    "AWS_CONFIG_FILE",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_DEFAULT_REGION",
    "AWS_ENDPOINT_URL",
    "AWS_ENDPOINT_URL_IVS",
    "AWS_PROFILE",
    "AWS_REGION",
    "AWS_SHARED_CREDENTIALS_FILE",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
];

/// The time from the creation of a channel of the fake to its broadcast.
const UNTIL_LIVE: Duration = Duration::from_secs(3);

/// The length of a broadcast of the fake.
const BROADCAST: Duration = Duration::from_secs(4);

/// The broadcasts of the fake's channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broadcasts {
    /// All channels stay offline.
    None,
    /// The prepared channel is live.
    Running,
    /// Each channel is live from 3 to 7 seconds after its creation.
    Soon,
}

/// The service that a program calls.
#[derive(Debug)]
pub struct Service {
    /// The configuration of clients.
    pub config: SdkConfig,
    /// The ARN of the channel that the fake has; `None` for Amazon IVS.
    pub channel: Option<String>,
    _server: Option<Server>,
}

impl Service {
    /// Returns the service that the environment configures. If nothing is configured, starts a fake
    /// with a channel.
    ///
    /// # Errors
    /// If the fake cannot be started.
    pub async fn from_env(broadcasts: Broadcasts) -> Result<Self, Box<dyn Error>> {
        if is_configured() {
            return Ok(Self {
                config: aws_config::load_defaults(BehaviorVersion::latest()).await,
                channel: None,
                _server: None,
            });
        }
        let fake = Fake::start();
        let server = fake.serve().await?;
        eprintln!("AWS is not configured: calling a fake service.");
        eprintln!("{}/_fake/ shows and controls it.", server.endpoint());
        let credentials = ivs_fake::credentials();
        let (key, secret) = (credentials.access_key, credentials.secret_key);
        let config = aws_config::defaults(BehaviorVersion::latest())
            .region(Region::from_static("us-east-1"))
            .credentials_provider(Credentials::new(key, secret, None, None, "ivs-fake"))
            .endpoint_url(server.endpoint())
            .load()
            .await;
        let created = Client::new(&config).create_channel().name("lobby");
        let created = created.send().await?.channel;
        let channel = created.and_then(|channel| channel.arn);
        let channel = channel.ok_or("the channel has no ARN")?;
        match broadcasts {
            Broadcasts::None => {}
            Broadcasts::Running => {
                fake.control().go_live(&channel, Encoder::default())?;
            }
            Broadcasts::Soon => drop(tokio::spawn(broadcast(fake))),
        }
        Ok(Self {
            config,
            channel: Some(channel),
            _server: Some(server),
        })
    }
}

/// Returns `true` if the environment or files configure a client.
fn is_configured() -> bool {
    let home = env::home_dir().unwrap_or_default();
    let files = ["config", "credentials"].map(|name| home.join(".aws").join(name));
    VARIABLES.iter().any(|name| env::var_os(name).is_some())
        || files.iter().any(|file| Path::exists(file))
}

/// Lets an encoder broadcast on each channel.
async fn broadcast(fake: Fake) {
    let mut known = Vec::new();
    loop {
        for channel in fake.control().overview().channels {
            if !known.contains(&channel.arn) {
                known.push(channel.arn.clone());
                tokio::spawn(broadcast_once(fake.clone(), channel.arn));
            }
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Lets an encoder broadcast on a channel. Errors only mean that someone else controls the channel.
async fn broadcast_once(fake: Fake, channel: String) {
    tokio::time::sleep(UNTIL_LIVE).await;
    let _ = fake.control().go_live(&channel, Encoder::default());
    let _ = fake.control().viewers(&channel, 12);
    tokio::time::sleep(BROADCAST).await;
    let _ = fake.control().end(&channel);
}
