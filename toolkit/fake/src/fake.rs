//! A fake service: its state, the wire side before it, and the ways to call it.

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::SystemTime;

use bytes::Bytes;
use http::Request;
use ivs_sdk::config::retry::RetryPartition;
use ivs_sdk::config::{BehaviorVersion, Credentials as SdkCredentials, Region};

use crate::connector::Connector;
use crate::control_http;
use crate::handler::Handler;
use crate::server::Server;
use crate::service::{Clock, Control, Options, Quotas, Service, StateFileError};
use crate::wire::{Auth, Credentials, Reply, Table, Wire};

/// The credentials that a strict fake knows, and that [`Fake::config`] uses.
const KEY: &str = "ivs-fake";

/// The account of all callers.
const ACCOUNT: &str = "123456789012";

/// An Amazon IVS in this process.
///
/// Clones share one state. Fakes are independent of each other: each test can start one.
///
/// # Examples
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), ivs_sdk::Error> {
/// let fake = ivs_fake::Fake::start();
/// let client = ivs_sdk::Client::from_conf(fake.config().build());
/// client.create_channel().name("lobby").send().await?;
/// assert_eq!(fake.control().overview().channels[0].name, "lobby");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Fake {
    inner: Arc<Inner>,
}

/// Settings of a fake.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    options: Options,
    strict: bool,
    state_file: Option<PathBuf>,
}

struct Inner {
    wire: Wire<Service>,
    /// The retry quota of clients of this fake, which those of other fakes do not share.
    retry_partition: RetryPartition,
}

impl Fake {
    /// Starts a fake with the default settings.
    pub fn start() -> Self {
        Self::with(Service::new(Options::default()), None, false)
    }

    /// Returns the default settings.
    pub fn builder() -> Builder {
        Builder::default()
    }

    fn with(service: Service, seed: Option<u64>, strict: bool) -> Self {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let auth = match strict {
            true => Auth::only(credentials(), ACCOUNT),
            false => Auth::any(ACCOUNT),
        };
        let wire = Wire::new(Arc::clone(&TABLE), service, auth, seed);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let retry_partition = RetryPartition::new(format!("ivs-fake-{number}"));
        Self {
            inner: Arc::new(Inner {
                wire,
                retry_partition,
            }),
        }
    }

    /// Returns the configuration of a client whose calls this fake handles, without a socket.
    ///
    /// Everything can be changed, for example the region: each has its own resources.
    pub fn config(&self) -> ivs_sdk::config::Builder {
        ivs_sdk::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("us-east-1"))
            .credentials_provider(SdkCredentials::new(KEY, KEY, None, None, "ivs-fake"))
            .retry_partition(self.inner.retry_partition.clone())
            .http_client(self.connector())
    }

    /// Returns an HTTP client for any client on the AWS SDK's runtime crates.
    pub fn connector(&self) -> Connector {
        Connector::new(Arc::clone(&self.inner) as Arc<dyn Handler>)
    }

    /// Returns the control interface: encoders, viewers, time, faults and events.
    pub fn control(&self) -> Control<'_> {
        self.inner.wire.behaviour().control()
    }

    /// Waits until the state file, if there is one, has all changes. Blocks the thread.
    ///
    /// Dropping the last clone, connector and server writes the file too, but reports no error.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn save(&self) -> Result<(), StateFileError> {
        self.inner.wire.behaviour().save()
    }

    /// Serves the fake on a free port of 127.0.0.1, until the server is dropped.
    ///
    /// # Errors
    /// If there is no free port.
    ///
    /// # Panics
    /// Outside of a Tokio runtime.
    pub async fn serve(&self) -> io::Result<Server> {
        self.serve_on(0).await
    }

    /// Serves the fake on this port of 127.0.0.1; 0 stands for a free one.
    ///
    /// # Errors
    /// If the port is taken.
    ///
    /// # Panics
    /// Outside of a Tokio runtime.
    pub async fn serve_on(&self, port: u16) -> io::Result<Server> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        Server::start(address, Arc::clone(&self.inner) as Arc<dyn Handler>).await
    }
}

impl fmt::Debug for Fake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fake")
    }
}

/// Returns the credentials that a strict fake knows.
pub fn credentials() -> Credentials {
    Credentials {
        access_key: KEY.to_owned(),
        secret_key: KEY.to_owned(),
    }
}

impl Builder {
    /// Sets the seed that makes ids, keys and request ids repeatable.
    pub fn seed(mut self, seed: u64) -> Self {
        self.options.seed = Some(seed);
        self
    }

    /// Sets the source of time.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.options.clock = clock;
        self
    }

    /// Sets the quotas that are enforced.
    pub fn quotas(mut self, quotas: Quotas) -> Self {
        self.options.quotas = quotas;
        self
    }

    /// Sets all settings of the service.
    pub fn options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// Rejects requests that are not signed with the credentials of [`credentials`].
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Keeps the state in a file, which [`Fake::save`] and the end of the fake bring up to date.
    pub fn state_file(mut self, file: impl Into<PathBuf>) -> Self {
        self.state_file = Some(file.into());
        self
    }

    /// Starts the fake.
    ///
    /// # Errors
    /// If the state file cannot be read or replaced. It stays as it is.
    pub fn start(self) -> Result<Fake, StateFileError> {
        let seed = self.options.seed;
        let service = match self.state_file {
            Some(file) => Service::open(self.options, file)?,
            None => Service::new(self.options),
        };
        Ok(Fake::with(service, seed, self.strict))
    }
}

impl Handler for Inner {
    fn handle(&self, request: &Request<Bytes>) -> Reply {
        let route = request.uri().path().strip_prefix(control_http::PREFIX);
        match route {
            Some(route) => {
                let control = self.wire.behaviour().control();
                control_http::handle(control, route, request)
            }
            None => self.wire.handle(request, SystemTime::now()),
        }
    }
}

/// The table of the service, which all fakes of the process share.
static TABLE: LazyLock<Arc<Table>> = LazyLock::new(|| {
    let table = Table::parse(include_str!("wire/ivs.json"));
    // A test parses this file.
    table.unwrap_or_else(|error| panic!("{error}"))
});

#[cfg(test)]
mod tests;
