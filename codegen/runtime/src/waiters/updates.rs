//! The progress of a wait as a stream of the crate `futures-core`.

use std::collections::VecDeque;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use futures_core::Stream;

use super::{Progress, Wait};

/// An update about a wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Update<T> {
    /// The progress after a poll.
    Polled(Progress),
    /// The result of the wait, which is the last update.
    Ended(T),
}

/// The progress of a wait as a [`Stream`]: an update after each poll, and at last the result.
///
/// No request is sent before the stream is polled, and the wait ends if the stream is dropped.
#[must_use = "streams do nothing unless polled"]
pub struct Updates<T> {
    /// The future of the wait; `None` once it has ended.
    wait: Option<Pin<Box<dyn Future<Output = T> + Send>>>,
    /// The polls that the stream has not returned.
    polls: Arc<Mutex<VecDeque<Progress>>>,
    /// The result, until the stream returns it.
    result: Option<T>,
}

impl<T> Updates<T> {
    /// Creates the stream of the wait that `start` begins. An observer of `wait` is still called.
    pub fn new<F>(wait: Wait, start: impl FnOnce(Wait) -> F) -> Self
    where
        F: Future<Output = T> + Send + 'static,
    {
        let polls = Arc::<Mutex<VecDeque<Progress>>>::default();
        let observed = polls.clone();
        let wait =
            wait.also_on_poll(move |progress| lock(&observed, |polls| polls.push_back(*progress)));
        Self {
            wait: Some(Box::pin(start(wait))),
            polls,
            result: None,
        }
    }

    fn next_poll(&self) -> Option<Progress> {
        lock(&self.polls, VecDeque::pop_front)
    }
}

/// Accesses the polls, which are complete even if another thread panicked.
fn lock<R>(
    polls: &Mutex<VecDeque<Progress>>,
    access: impl FnOnce(&mut VecDeque<Progress>) -> R,
) -> R {
    access(&mut polls.lock().unwrap_or_else(PoisonError::into_inner))
}

impl<T> Unpin for Updates<T> {}

impl<T> Stream for Updates<T> {
    type Item = Update<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Update<T>>> {
        if let Some(progress) = self.next_poll() {
            return Poll::Ready(Some(Update::Polled(progress)));
        }
        if let Some(wait) = &mut self.wait
            && let Poll::Ready(result) = wait.as_mut().poll(context)
        {
            self.wait = None;
            self.result = Some(result);
        }
        match (self.next_poll(), self.result.take()) {
            (Some(progress), result) => {
                self.result = result;
                Poll::Ready(Some(Update::Polled(progress)))
            }
            (None, Some(result)) => Poll::Ready(Some(Update::Ended(result))),
            (None, None) if self.wait.is_some() => Poll::Pending,
            (None, None) => Poll::Ready(None),
        }
    }
}

impl<T> fmt::Debug for Updates<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let has_ended = self.wait.is_none();
        let mut debug = f.debug_struct("Updates");
        debug.field("has_ended", &has_ended).finish_non_exhaustive()
    }
}
