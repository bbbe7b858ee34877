//! Waiters.

/// Defines the fluent builder of a waiter, except its setters, and the types of its results.
///
/// `method` is the end of the name of the client's method, `accept` the function that decides the
/// state after a call. Examples for the builder's documentation are doc comments at the beginning.
/// Generated code invokes it as
///
/// ```text
/// restjson1_runtime::waiter! {
///     builder: StreamLiveFluentBuilder,
///     method: "stream_live",
///     accept: accept,
///     min_delay: 2,
///     max_delay: 120,
///     successes: 1,
///     operation: crate::operation::get_stream::GetStream,
///     input: crate::operation::get_stream::builders::GetStreamInputBuilder,
///     output: crate::operation::get_stream::GetStreamOutput,
///     error: crate::operation::get_stream::GetStreamError,
///     final_poll: StreamLiveFinalPoll,
///     wait_error: WaitUntilStreamLiveError,
/// }
/// ```
///
/// which expands to
///
/// ```text
/// pub struct StreamLiveFluentBuilder { … }
/// impl StreamLiveFluentBuilder {
///     pub(crate) fn new(handle: Arc<Handle>) -> Self { … }
///     pub fn as_input(&self) -> &GetStreamInputBuilder { … }
///     pub fn wait(self, wait: impl Into<Wait>) -> impl Future<…> { … }
///     pub fn stream(self, wait: impl Into<Wait>) -> Updates<…> { … }  // with `futures-stream`
/// }
/// pub type StreamLiveFinalPoll = …;
/// pub type WaitUntilStreamLiveError = …;
/// ```
#[cfg(feature = "waiters")]
#[macro_export]
macro_rules! waiter {
    (
        $(#[$examples:meta])*
        builder: $builder:ident,
        method: $method:literal,
        $(deprecated: $note:literal,)?
        accept: $accept:path,
        min_delay: $min:literal,
        max_delay: $max:literal,
        successes: $successes:literal,
        operation: $operation:path,
        input: $input:path,
        output: $output:path,
        error: $error:path,
        final_poll: $poll:ident,
        wait_error: $wait_error:ident $(,)?
    ) => {
        #[doc = concat!(
            "Fluent builder for [`wait_until_", $method, "`](crate::client::Waiters::wait_until_",
            $method, "):",
        )]
        /// set the members, then call [`wait`](Self::wait).
        $(#[$examples])*
        $(#[deprecated(note = $note)])?
        #[derive(Clone, Debug)]
        #[must_use = "no request is sent before `wait` is awaited"]
        pub struct $builder {
            handle: ::std::sync::Arc<$crate::client::Handle>,
            pub(crate) value: $crate::held::Held<$input>,
        }

        impl $builder {
            #[inline]
            pub(crate) fn new(handle: ::std::sync::Arc<$crate::client::Handle>) -> Self {
                Self {
                    handle,
                    value: ::std::default::Default::default(),
                }
            }

            /// Returns the builder of the input.
            #[inline]
            pub fn as_input(&self) -> &$input {
                &self.value.0
            }

            #[doc = concat!(
                "Sends requests until the state of [`wait_until_", $method,
                "`](crate::client::Waiters::wait_until_", $method, ") is reached.",
            )]
            ///
            /// `wait` is the maximum time as a `Duration`, or a
            /// [`Wait`](restjson1_runtime::waiters::Wait) with more settings: a deadline, delays
            /// between requests, successes in a row, and an observer.
            ///
            /// # Errors
            /// Returns an error if a request fails unexpectedly, if the resource reaches a failure
            /// state, or if the time is over.
            #[inline]
            pub fn wait(
                self,
                wait: impl ::std::convert::Into<$crate::waiters::Wait>,
            ) -> impl ::std::future::Future<Output = ::std::result::Result<$poll, $wait_error>>
            + ::std::marker::Send {
                $crate::waiters::wait(
                    $operation,
                    self.handle,
                    <$operation>::plugin(),
                    self.value.0.build(),
                    wait.into(),
                    $crate::waiters::Defaults {
                        min_delay: $min,
                        max_delay: $max,
                        successes: $successes,
                    },
                    $accept,
                )
            }

            /// Like [`wait`](Self::wait), as a stream of the progress that ends with the result.
            #[cfg(feature = "futures-stream")]
            #[inline]
            pub fn stream(
                self,
                wait: impl ::std::convert::Into<$crate::waiters::Wait>,
            ) -> $crate::waiters::Updates<::std::result::Result<$poll, $wait_error>> {
                $crate::waiters::Updates::new(wait.into(), |wait| self.wait(wait))
            }

            /// Like [`wait`](Self::wait), for synchronous code.
            ///
            /// # Errors
            /// As `wait`. In an async task it is a construction failure, and nothing is sent.
            #[cfg(feature = "blocking")]
            #[inline]
            pub fn wait_blocking(
                self,
                wait: impl ::std::convert::Into<$crate::waiters::Wait>,
            ) -> ::std::result::Result<$poll, $wait_error> {
                $crate::blocking::wait_for_state(self.wait(wait))
            }
        }

        /// The result of the last request of a successful wait.
        pub type $poll = $crate::waiters::FinalPoll<
            $output,
            $crate::error::SdkError<$error, $crate::client::HttpResponse>,
        >;

        /// The error of a wait.
        pub type $wait_error = $crate::waiters::WaiterError<$output, $error>;
    };
}
