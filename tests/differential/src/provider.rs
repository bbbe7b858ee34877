//! A credentials provider that gives what it was told to, and counts.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, Result, future};

use crate::clock::START;

/// What a provider gives.
#[derive(Clone, Copy, Debug)]
pub enum Gives {
    /// Credentials of this key, good for so many seconds from the start of the clock.
    Key(&'static str, Option<u64>),
    /// The same after a while.
    Late(Duration, &'static str),
    NotLoaded,
    Invalid,
    Provider,
    Unhandled,
    TimedOut,
    Never,
}

/// The provider. What it gives last it gives for ever.
#[derive(Clone, Debug)]
pub struct Provider(Arc<Mutex<(VecDeque<Gives>, usize)>>);

impl Provider {
    pub fn new(gives: impl IntoIterator<Item = Gives>) -> Self {
        Self(Arc::new(Mutex::new((gives.into_iter().collect(), 0))))
    }

    /// How often it was asked.
    pub fn asked(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).1
    }

    fn next(&self) -> Gives {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.1 += 1;
        match state.0.len() {
            1 => state.0[0],
            _ => state.0.pop_front().expect("something to give"),
        }
    }
}

impl Gives {
    async fn give(self) -> Result {
        match self {
            Self::Key(key, seconds) => Ok(credentials(key, seconds)),
            Self::Late(duration, key) => {
                tokio::time::sleep(duration).await;
                Ok(credentials(key, None))
            }
            Self::NotLoaded => Err(CredentialsError::not_loaded("none in the drawer")),
            Self::Invalid => Err(CredentialsError::invalid_configuration("a drawer of sand")),
            Self::Provider => Err(CredentialsError::provider_error("the drawer is stuck")),
            Self::Unhandled => Err(CredentialsError::unhandled("no drawer")),
            Self::TimedOut => Err(CredentialsError::provider_timed_out(Duration::from_secs(3))),
            Self::Never => std::future::pending().await,
        }
    }
}

fn credentials(key: &str, seconds: Option<u64>) -> Credentials {
    let expiry = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(START + seconds);
    Credentials::new(key, "secret", None, seconds.map(expiry), "drawer")
}

impl ProvideCredentials for Provider {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.next().give())
    }
}
