//! The position of a paginator.

use std::sync::{Arc, Mutex, PoisonError};

/// The position of a paginator's stream, which can be read while the stream is in use.
///
/// To continue later or in another process, store [`token`](Self::token) to get the page at hand
/// again, or [`next_token`](Self::next_token) to begin after it.
#[derive(Clone, Debug, Default)]
pub struct Position(Arc<Mutex<Tokens>>);

#[derive(Debug, Default)]
struct Tokens {
    page: Option<String>,
    next: Option<String>,
}

impl Position {
    /// Returns the token of the page at hand: the last one that the stream has fetched.
    ///
    /// It is `None` before the first page and for a first page that was requested without a token.
    pub fn token(&self) -> Option<String> {
        self.read(|tokens| tokens.page.clone())
    }

    /// Returns the token of the page after the page at hand, or `None` if there is no such page.
    pub fn next_token(&self) -> Option<String> {
        self.read(|tokens| tokens.next.clone())
    }

    pub(super) fn set(&self, page: Option<String>, next: Option<String>) {
        // The tokens are always complete, even if another thread panicked.
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Tokens { page, next };
    }

    fn read<T>(&self, read: impl FnOnce(&Tokens) -> T) -> T {
        read(&self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
