//! A credentials provider that returns prepared results and counts its loads.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, Result, future};

use crate::clock::START;

/// The result of one load.
#[derive(Clone, Copy, Debug)]
pub enum Provided {
    /// Credentials with this key that expire this many seconds after the clock's start, or never.
    Key(&'static str, Option<u64>),
    /// Credentials that never expire, after a delay.
    Late(Duration, &'static str),
    NotLoaded,
    Invalid,
    ProviderError,
    Unhandled,
    TimedOut,
    Never,
}

/// A provider that returns results in order and then repeats the last.
#[derive(Clone, Debug)]
pub struct Provider(Arc<Mutex<(VecDeque<Provided>, usize)>>);

impl Provider {
    pub fn new(results: impl IntoIterator<Item = Provided>) -> Self {
        Self(Arc::new(Mutex::new((results.into_iter().collect(), 0))))
    }

    /// Returns the number of loads.
    pub fn loads(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).1
    }

    fn next(&self) -> Provided {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.1 += 1;
        match state.0.len() {
            1 => state.0[0],
            _ => state.0.pop_front().expect("several results"),
        }
    }
}

impl Provided {
    async fn load(self) -> Result {
        match self {
            Self::Key(key, seconds) => Ok(credentials(key, seconds)),
            Self::Late(duration, key) => {
                tokio::time::sleep(duration).await;
                Ok(credentials(key, None))
            }
            Self::NotLoaded => Err(CredentialsError::not_loaded("no credentials")),
            Self::Invalid => Err(CredentialsError::invalid_configuration("invalid profile")),
            Self::ProviderError => Err(CredentialsError::provider_error("service down")),
            Self::Unhandled => Err(CredentialsError::unhandled("unexpected")),
            Self::TimedOut => Err(CredentialsError::provider_timed_out(Duration::from_secs(3))),
            Self::Never => std::future::pending().await,
        }
    }
}

fn credentials(key: &str, seconds: Option<u64>) -> Credentials {
    let expiry = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(START + seconds);
    Credentials::new(key, "secret", None, seconds.map(expiry), "test")
}

impl ProvideCredentials for Provider {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.next().load())
    }
}
