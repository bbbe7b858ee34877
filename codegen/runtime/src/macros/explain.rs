//! Explanations of errors.

/// Defines the enum `ErrorKind` and the trait `ErrorExt` of a crate.
///
/// `kinds` are the kinds that only this service has, with documentation, `codes` the kinds of
/// declared errors, `hints` the hints for an operation (`""`: all) and an error code or kind. The
/// example in the documentation calls the method `example`. Generated code invokes it as
///
/// ```text
/// restjson1_runtime::error_ext! {
///     crate_name: "ivs_sdk",
///     example: "list_channels",
///     kinds: [ChannelNotBroadcasting("The channel has no live stream.")],
///     codes: [("ConflictException", Conflict)],
///     hints: [("ListChannels", "ConflictException", "Use one filter.")],
/// }
/// ```
///
/// which expands to
///
/// ```text
/// pub enum ErrorKind { ChannelNotBroadcasting, AccessDenied, … }
/// pub trait ErrorExt: Explain { fn kind(&self) -> ErrorKind { … } … }
/// impl<T: Explain> ErrorExt for T {}
/// ```
#[macro_export]
macro_rules! error_ext {
    (
        crate_name: $crate_name:literal,
        $(example: $example:literal,)?
        kinds: [$($kind:ident($docs:literal)),* $(,)?],
        codes: [$(($code:literal, $declared:ident $(,)?)),* $(,)?],
        hints: [$(($operation:literal, $error:literal, $hint:literal $(,)?)),* $(,)?] $(,)?
    ) => {
        /// The kind of an error: what a caller can do about it.
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum ErrorKind {
            $(#[doc = $docs] $kind,)*
            /// The caller lacks a permission.
            AccessDenied,
            /// The state of a resource forbids the request.
            Conflict,
            /// No connection could be established, or it broke.
            Connection,
            /// The request could not be built, so it was not sent.
            Construction,
            /// The credentials are missing, expired or invalid.
            Credentials,
            /// The response could not be read.
            MalformedResponse,
            /// A resource does not exist.
            NotFound,
            /// Any other error.
            Other,
            /// A quota of the account is exhausted.
            QuotaExceeded,
            /// The service failed or is busy.
            ServiceUnavailable,
            /// Too many requests were sent.
            Throttled,
            /// There was no response in time.
            Timeout,
            /// A value in the request is invalid.
            Validation,
        }

        $crate::error_ext! {
            @from AccessDenied Conflict Connection Construction Credentials MalformedResponse
            NotFound Other QuotaExceeded ServiceUnavailable Throttled Timeout Validation
        }

        static ERROR_FACTS: $crate::explain::Facts<ErrorKind> = $crate::explain::Facts {
            kinds: &[$(($code, ErrorKind::$declared)),*],
            hints: &[$($crate::explain::Hint {
                operation: $operation,
                error: $error,
                text: $hint,
            }),*],
        };

        /// Explanations of errors: of an operation's [`SdkError`], its error, and the crate's
        /// [`Error`](crate::Error).
        $(
            ///
            /// # Examples
            /// ```no_run
            #[doc = concat!("use ", $crate_name, "::error::{ErrorExt as _, ErrorKind};")]
            ///
            #[doc = concat!("# async fn example(client: &", $crate_name, "::Client) {")]
            #[doc = concat!("if let Err(error) = client.", $example, "().send().await {")]
            ///     match error.kind() {
            ///         ErrorKind::Throttled => println!("try again later"),
            ///         _ => eprintln!("{}", error.report()),
            ///     }
            /// }
            /// # }
            /// ```
        )?
        pub trait ErrorExt: $crate::explain::Explain {
            /// Returns the kind of the error.
            fn kind(&self) -> ErrorKind {
                self.failure().kind(&ERROR_FACTS)
            }

            /// Returns `true` if the same call may succeed later, without a change of the request or
            /// the account.
            fn is_retryable(&self) -> bool {
                self.failure().is_retryable()
            }

            /// Returns `false` if the service cannot have acted, because the request was not sent.
            ///
            /// `true` means that the service may have acted, or that this cannot be known. It is about
            /// the last attempt. Earlier attempts may have been sent unless the setting
            /// `only_safe_retries` is on.
            fn was_sent(&self) -> bool {
                self.failure().was_sent()
            }

            /// Returns the operation's name in the model, or `None` if the error does not hold it:
            /// an error of the service that was converted to the crate's `Error`.
            fn operation(&self) -> ::std::option::Option<&'static str> {
                self.failure().operation()
            }

            /// Returns the number of requests that the call sent, or `None` if the last one had no
            /// error response.
            fn attempts(&self) -> ::std::option::Option<u32> {
                self.failure().attempts()
            }

            /// Returns the response, with status, headers and body, if the error holds it.
            fn raw(&self) -> ::std::option::Option<&$crate::client::HttpResponse> {
                self.failure().raw()
            }

            /// Returns one paragraph with all that is known: operation, kind, code, message,
            /// request ID, attempts, duration, causes, and a hint.
            ///
            /// It contains neither the body of the response nor a value of the request.
            fn report(&self) -> ::std::string::String {
                self.failure().report(&ERROR_FACTS)
            }
        }

        impl<T: $crate::explain::Explain> ErrorExt for T {}
    };
    (@from $($kind:ident)*) => {
        #[doc(hidden)]
        impl ::std::convert::From<$crate::explain::StandardKind> for ErrorKind {
            fn from(kind: $crate::explain::StandardKind) -> Self {
                match kind {
                    $($crate::explain::StandardKind::$kind => Self::$kind,)*
                }
            }
        }
    };
}
