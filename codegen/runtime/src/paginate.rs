//! The walk over an answer's pages.

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

/// An operation whose answer comes in pages.
pub trait Paginated: Operation<Input: Clone> {
    /// The token that the page ends with.
    fn next_token(output: &Self::Output) -> Option<&str>;

    /// Where the token of the page to fetch goes.
    fn token(input: &mut Self::Input) -> &mut Option<String>;
}

/// The outcome of fetching one page.
pub type Page<O> =
    Result<<O as Operation>::Output, SdkError<<O as Operation>::Error, HttpResponse>>;

/// All pages from `input` on, each fetched when it is asked for.
///
/// The walk ends with a page that has no token or an empty one, with an error, and, where
/// `stop_on_duplicate_token` is on, with a page whose token is the one it was fetched with.
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
                let call = Ok(input.clone());
                let page: Page<O> =
                    Call::with(&handle, plugin, call, None, Some(feature.clone())).await;
                let next = page.as_ref().ok().and_then(O::next_token);
                let next = next.filter(|token| !token.is_empty());
                let token = O::token(&mut input);
                let repeated = stop_on_duplicate_token && next == token.as_deref();
                let done = next.is_none() || repeated;
                *token = next.map(str::to_owned);
                // An error means that nobody listens any more.
                if stream.send(page).await.is_err() || done {
                    return;
                }
            }
        })
    }))
}

/// The items of `pages`, one after the other.
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
