//! Paginators.

use std::sync::Arc;

pub use aws_smithy_async::future::pagination_stream::PaginationStream;
use aws_smithy_async::future::pagination_stream::TryFlatMap;
use aws_smithy_async::future::pagination_stream::fn_stream::FnStream;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
use aws_smithy_types::error::operation::BuildError;

use crate::client::{Call, Handle};
use crate::features::paginator_plugin;
use crate::operation::Operation;
use crate::plugin::OperationPlugin;

/// An operation with paginated output.
pub trait Paginated: Operation<Input: Clone> {
    /// Returns the token of the next page.
    fn next_token(output: &Self::Output) -> Option<&str>;

    /// Returns the member for the token of the page to fetch.
    fn token(input: &mut Self::Input) -> &mut Option<String>;
}

/// The result of fetching a page.
pub type Page<O> =
    Result<<O as Operation>::Output, SdkError<<O as Operation>::Error, HttpResponse>>;

/// Returns a stream of all pages from `input` on, each fetched when it is polled.
///
/// The stream ends with a page without a next token, or with an error. If
/// `stop_on_duplicate_token` is set, it also ends with a page whose next token equals the token
/// that it was requested with.
pub fn pages<O: Paginated>(
    _operation: O,
    handle: Arc<Handle>,
    plugin: &'static OperationPlugin,
    input: Result<O::Input, BuildError>,
    stop_on_duplicate_token: bool,
) -> PaginationStream<Page<O>> {
    let feature = SharedRuntimePlugin::new(paginator_plugin());
    PaginationStream::new(FnStream::new(move |stream| {
        Box::pin(async move {
            let mut input = match input {
                Ok(input) => input,
                Err(error) => {
                    let error = SdkError::construction_failure(error);
                    let _ = stream.send(Err(error)).await;
                    return;
                }
            };
            loop {
                let call = Call::<O>::with_plugin(&handle, plugin, input.clone(), feature.clone());
                let page = call.await;
                let next = page.as_ref().ok().and_then(O::next_token);
                let next = next.filter(|token| !token.is_empty());
                let token = O::token(&mut input);
                let repeated = stop_on_duplicate_token && next == token.as_deref();
                let done = next.is_none() || repeated;
                *token = next.map(str::to_owned);
                // Sending fails if the stream was dropped.
                if stream.send(page).await.is_err() || done {
                    return;
                }
            }
        })
    }))
}

/// Returns a stream of the items of `pages`.
pub fn items<P, T, E>(
    pages: PaginationStream<Result<P, E>>,
    items: fn(P) -> Vec<T>,
) -> PaginationStream<Result<T, E>>
where
    P: Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    TryFlatMap::new(pages).flat_map(items)
}

#[cfg(test)]
mod tests;
