//! Paginators as streams of the crate `futures-core`.

use std::pin::Pin;
use std::task::{Context, Poll};

use aws_smithy_async::future::pagination_stream::PaginationStream;
use futures_core::Stream;

/// The pages or items of a paginator as a [`Stream`].
#[derive(Debug)]
#[must_use = "streams do nothing unless polled"]
pub struct Pages<T>(PaginationStream<T>);

impl<T> From<PaginationStream<T>> for Pages<T> {
    fn from(stream: PaginationStream<T>) -> Self {
        Self(stream)
    }
}

impl<T> Unpin for Pages<T> {}

impl<T> Stream for Pages<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        self.0.poll_next(context)
    }
}
