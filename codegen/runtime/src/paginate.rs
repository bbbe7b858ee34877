//! Paginators.

mod cycle;
mod position;
#[cfg(feature = "futures-stream")]
mod stream;

use std::sync::Arc;

pub use aws_smithy_async::future::pagination_stream::PaginationStream;
use aws_smithy_async::future::pagination_stream::fn_stream::FnStream;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
use aws_smithy_types::error::operation::BuildError;

use self::cycle::Detector;
pub use self::cycle::TokenCycle;
pub use self::position::Position;
#[cfg(feature = "futures-stream")]
pub use self::stream::Pages;
use crate::client::{Call, Handle};
use crate::config::ConfigBuilder;
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

/// The settings of a paginator.
#[derive(Debug)]
pub struct Settings {
    /// `true` if a repeated token ends the stream.
    pub stop_on_duplicate_token: bool,
    /// The overrides of the client's settings for the requests of all pages.
    pub config_override: Option<ConfigBuilder>,
    /// The maximum number of items; for paginators over items only.
    pub limit: Option<usize>,
    /// The token of the first page; `None` if it is that of the input.
    pub first_token: Option<String>,
    /// The position of the stream, shared with the caller.
    pub position: Position,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            stop_on_duplicate_token: true,
            config_override: None,
            limit: None,
            first_token: None,
            position: Position::default(),
        }
    }
}

/// Returns a stream of all pages from `input` on, each fetched when it is polled.
///
/// The stream ends with a page without a next token, or with an error. If the settings stop at
/// duplicate tokens, it also ends with a page whose next token equals the token that it was
/// requested with; a longer cycle of tokens ends with the error [`TokenCycle`].
pub fn pages<O: Paginated>(
    _operation: O,
    handle: Arc<Handle>,
    plugin: &'static OperationPlugin,
    input: Result<O::Input, BuildError>,
    settings: Settings,
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
            if let Some(token) = settings.first_token {
                *O::token(&mut input) = Some(token);
            }
            let mut cycles = Detector::default();
            loop {
                let overrides = settings.config_override.clone();
                let call = Call::<O>::with_plugin(
                    &handle,
                    plugin,
                    input.clone(),
                    overrides,
                    feature.clone(),
                );
                let page = call.await;
                let next = page.as_ref().ok().and_then(O::next_token);
                let next = next.filter(|token| !token.is_empty()).map(str::to_owned);
                let token = O::token(&mut input);
                let repeated = settings.stop_on_duplicate_token && next == *token;
                let done = next.is_none() || repeated;
                if page.is_ok() {
                    settings.position.set(token.take(), next.clone());
                }
                let cycle = next.as_deref().and_then(|token| cycles.next(token));
                *token = next;
                // Sending fails if the stream was dropped.
                if stream.send(page).await.is_err() || done {
                    return;
                }
                if let Some(cycle) = cycle.filter(|_| settings.stop_on_duplicate_token) {
                    let error = SdkError::construction_failure(cycle);
                    let _ = stream.send(Err(error)).await;
                    return;
                }
            }
        })
    }))
}

/// Returns a stream of the items of `pages`: all, or the first `limit`.
///
/// No page is fetched after the last item. The items before an error are yielded first.
pub fn items<P, T, E>(
    mut pages: PaginationStream<Result<P, E>>,
    items: fn(P) -> Vec<T>,
    limit: Option<usize>,
) -> PaginationStream<Result<T, E>>
where
    P: Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let mut left = limit.unwrap_or(usize::MAX);
    PaginationStream::new(FnStream::new(move |stream| {
        Box::pin(async move {
            while left > 0 {
                let page = match pages.next().await {
                    Some(Ok(page)) => items(page),
                    Some(Err(error)) => {
                        let _ = stream.send(Err(error)).await;
                        return;
                    }
                    None => return,
                };
                for item in page.into_iter().take(left) {
                    if limit.is_some() {
                        left -= 1;
                    }
                    if stream.send(Ok(item)).await.is_err() {
                        return;
                    }
                }
            }
        })
    }))
}

#[cfg(test)]
mod tests;
