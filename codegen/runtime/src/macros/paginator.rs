//! Paginators.

/// Defines the paginator of an operation and, if its pages have items, the one over items.
///
/// `page_size` is the field of the input with the maximum number of items in a page, and its type;
/// `take` takes the items out of a page. Both are optional, and so are examples for the paginator's
/// documentation, as doc comments at the beginning. Generated code invokes it as
///
/// ```text
/// restjson1_runtime::paginator! {
///     paginator: ListChannelsPaginator,
///     operation_link: "[`ListChannels`](crate::client::Client::list_channels)",
///     operation: super::ListChannels,
///     builder: super::builders::ListChannelsInputBuilder,
///     output: super::ListChannelsOutput,
///     error: super::ListChannelsError,
///     page_size: (max_results, i32),
///     items: ListChannelsPaginatorItems,
///     take: |page| -> Vec<types::ChannelSummary> { page.channels },
/// }
/// ```
///
/// which expands to
///
/// ```text
/// pub struct ListChannelsPaginator { … }
/// impl ListChannelsPaginator {
///     pub fn page_size(self, limit: i32) -> Self { … }
///     pub fn resume_from(self, token: impl Into<String>) -> Self { … }
///     pub fn position(&self) -> Position { … }
///     pub fn customize(self, customize: impl FnOnce(CustomizableOperation<…>) -> …) -> Self { … }
///     pub fn stop_on_duplicate_token(self, stop_on_duplicate_token: bool) -> Self { … }
///     pub fn send(self) -> PaginationStream<…> { … }
///     pub fn stream(self) -> Pages<…> { … }  // with the feature `futures-stream`
///     pub fn items(self) -> ListChannelsPaginatorItems { … }
/// }
/// pub struct ListChannelsPaginatorItems(ListChannelsPaginator);
/// impl ListChannelsPaginatorItems {
///     pub fn limit(self, count: usize) -> Self { … }
///     pub fn send(self) -> PaginationStream<…> { … }
///     pub fn stream(self) -> Pages<…> { … }  // with the feature `futures-stream`
/// }
/// ```
#[allow(
    clippy::crate_in_macro_def,
    reason = "the types are those of the generated crate"
)]
#[macro_export]
macro_rules! paginator {
    (
        $(#[$examples:meta])*
        paginator: $paginator:ident,
        operation_link: $link:literal,
        operation: $operation:path,
        builder: $builder:path,
        output: $output:path,
        error: $error:path
        $(, page_size: ($page_size:ident, $size:ty))?
        $(, items: $items:ident, take: |$page:ident| -> Vec<$item:ty> $take:block)? $(,)?
    ) => {
        #[doc = concat!("Paginator for ", $link, ".")]
        ///
        /// Each page is fetched when the stream is polled for it.
        $(#[$examples])*
        #[must_use = "no request is sent before `send` is called and the stream is polled"]
        pub struct $paginator {
            handle: ::std::sync::Arc<$crate::client::Handle>,
            builder: $builder,
            settings: $crate::paginate::Settings,
        }

        impl $paginator {
            #[inline]
            pub(crate) fn new(
                handle: ::std::sync::Arc<$crate::client::Handle>,
                builder: $builder,
            ) -> Self {
                Self {
                    handle,
                    builder,
                    settings: ::std::default::Default::default(),
                }
            }

            $(
                /// Sets the maximum number of items in a page, overriding the value in the input.
                #[inline]
                pub fn page_size(mut self, limit: $size) -> Self {
                    self.builder.value.$page_size = ::std::option::Option::Some(limit);
                    self
                }
            )?

            /// Begins with the page that has this token, overriding the value in the input.
            ///
            /// Of an earlier stream, [`Position::token`] returns the token of the page at hand,
            /// [`Position::next_token`] that of the page after it.
            ///
            /// [`Position::token`]: restjson1_runtime::paginate::Position::token
            /// [`Position::next_token`]: restjson1_runtime::paginate::Position::next_token
            pub fn resume_from(
                mut self,
                token: impl ::std::convert::Into<::std::string::String>,
            ) -> Self {
                self.settings.first_token = ::std::option::Option::Some(token.into());
                self
            }

            /// Returns the position of the stream, which can be read while the stream is in use.
            #[inline]
            pub fn position(&self) -> $crate::paginate::Position {
                self.settings.position.clone()
            }

            /// Adds interceptors and overrides of settings to the request of each page.
            ///
            /// It replaces those of earlier calls.
            pub fn customize(
                mut self,
                customize: impl ::std::ops::FnOnce(
                    crate::client::customize::CustomizableOperation<$output, $error, ()>,
                ) -> crate::client::customize::CustomizableOperation<
                    $output,
                    $error,
                    (),
                >,
            ) -> Self {
                let customized = customize(
                    crate::client::customize::CustomizableOperation::new(()),
                );
                self.settings.config_override =
                    ::std::option::Option::Some(customized.into_parts().0.into_inner());
                self
            }

            /// Sets whether to stop when the service repeats a token; the default is `true`.
            ///
            /// The stream then ends after a page whose next token is the one that it was requested
            /// with. A longer cycle of tokens ends with an error that names the token. If it is
            /// `false`, repeated tokens fetch the same pages forever.
            #[inline]
            pub fn stop_on_duplicate_token(mut self, stop_on_duplicate_token: bool) -> Self {
                self.settings.stop_on_duplicate_token = stop_on_duplicate_token;
                self
            }

            /// Returns the stream of pages. No request is sent before the stream is polled.
            #[inline]
            pub fn send(
                self,
            ) -> $crate::paginate::PaginationStream<
                crate::client::customize::internal::SendResult<$output, $error>,
            > {
                $crate::paginate::pages(
                    $operation,
                    self.handle,
                    <$operation>::plugin(),
                    self.builder.build(),
                    self.settings,
                )
            }

            /// Like [`send`](Self::send), for synchronous code: returns an iterator.
            #[cfg(feature = "blocking")]
            #[inline]
            pub fn send_blocking(self) -> $crate::blocking::Pages<$output, $error> {
                $crate::blocking::Pages::new(self.send())
            }

            /// Like [`send`](Self::send), for crates that use the trait `Stream`.
            #[cfg(feature = "futures-stream")]
            #[inline]
            pub fn stream(
                self,
            ) -> $crate::paginate::Pages<
                crate::client::customize::internal::SendResult<$output, $error>,
            > {
                self.send().into()
            }

            $(
                /// Creates a paginator over the items of all pages.
                #[inline]
                pub fn items(self) -> $items {
                    $items(self)
                }
            )?
        }

        $(
            #[doc = concat!("Paginator over the items of ", $link, ".")]
            #[must_use = "no request is sent before `send` is called and the stream is polled"]
            pub struct $items($paginator);

            impl $items {
                /// Ends the stream after `count` items. No page is fetched after the last one.
                #[inline]
                pub fn limit(mut self, count: usize) -> Self {
                    self.0.settings.limit = ::std::option::Option::Some(count);
                    self
                }

                /// Returns the stream of items. No request is sent before the stream is polled.
                #[inline]
                pub fn send(
                    self,
                ) -> $crate::paginate::PaginationStream<
                    crate::client::customize::internal::SendResult<$item, $error>,
                > {
                    let limit = self.0.settings.limit;
                    $crate::paginate::items(self.0.send(), |$page| $take, limit)
                }

                /// Like [`send`](Self::send), for synchronous code: returns an iterator.
                #[cfg(feature = "blocking")]
                #[inline]
                pub fn send_blocking(self) -> $crate::blocking::Pages<$item, $error> {
                    $crate::blocking::Pages::new(self.send())
                }

                /// Like [`send`](Self::send), for crates that use the trait `Stream`.
                #[cfg(feature = "futures-stream")]
                #[inline]
                pub fn stream(
                    self,
                ) -> $crate::paginate::Pages<
                    crate::client::customize::internal::SendResult<$item, $error>,
                > {
                    self.send().into()
                }
            }
        )?
    };
}
