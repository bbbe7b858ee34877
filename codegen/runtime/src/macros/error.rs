//! Errors.
//!
//! The expansions name items of the standard library by path, because a model may have shapes of the
//! same names.

/// Implements the behavior of an operation's error enum.
///
/// `variants` lists all variants except `Unhandled`, with their codes. `retryable` lists those that
/// the model declares retryable, with their kinds; it may be omitted. Generated code invokes the
/// macro as
///
/// ```text
/// restjson1_runtime::error_enum! {
///     error: GetChannelError,
///     operation: "GetChannel",
///     variants: [ThrottlingException("ThrottlingException")],
///     retryable: [ThrottlingException(ThrottlingError)],
/// }
/// ```
///
/// which expands to
///
/// ```text
/// impl GetChannelError {
///     fn inner(&self) -> Inner<'_> {
///         match self {
///             Self::ThrottlingException(error) => Inner::Modeled(error),
///             Self::Unhandled(error) => error.inner(),
///         }
///     }
///
///     pub fn unhandled(source: impl Into<BoxError>) -> Self { … }
///     pub fn generic(meta: ErrorMetadata) -> Self { … }
///     pub fn meta(&self) -> &ErrorMetadata { self.inner().meta() }
/// }
///
/// impl Display for GetChannelError { … }
/// impl Error for GetChannelError { … }
/// impl ProvideErrorMetadata for GetChannelError { … }
/// impl ProvideErrorKind for GetChannelError {
///     fn code(&self) -> Option<&str> { self.inner().meta().code() }
///     fn retryable_error_kind(&self) -> Option<ErrorKind> {
///         match self {
///             Self::ThrottlingException(_) => Some(ErrorKind::ThrottlingError),
///             _ => None,
///         }
///     }
/// }
/// impl CreateUnhandledError for GetChannelError { … }
/// impl RequestId for GetChannelError { … }
/// impl OperationError for GetChannelError {
///     const OPERATION: &str = "GetChannel";
///     fn content(&self) -> Inner<'_> { self.inner() }
///     fn from_unhandled(content: Unhandled) -> Self { … }
///     fn from_code(code: &str, response: &ErrorResponse<'_>) -> Option<Self> {
///         match code {
///             "ThrottlingException" => Some(Self::ThrottlingException(from_response(response))),
///             _ => None,
///         }
///     }
/// }
/// ```
#[allow(
    clippy::crate_in_macro_def,
    reason = "the types are those of the generated crate"
)]
#[macro_export]
macro_rules! error_enum {
    (
        error: $error:ident,
        operation: $operation:literal,
        variants: [$($variant:ident($code:literal $(,)?)),* $(,)?]
        $(, retryable: [$($retryable:ident($kind:ident $(,)?)),+ $(,)?])? $(,)?
    ) => {
        impl $error {
            #[inline]
            fn inner(&self) -> $crate::error::Inner<'_> {
                match self {
                    $(Self::$variant(error) => $crate::error::Inner::Modeled(error),)*
                    Self::Unhandled(error) => error.inner(),
                }
            }

            /// Creates an [`Unhandled`](Self::Unhandled) error from any other error.
            pub fn unhandled(
                source: impl ::std::convert::Into<
                    ::std::boxed::Box<
                        dyn ::std::error::Error
                            + ::std::marker::Send
                            + ::std::marker::Sync
                            + 'static,
                    >,
                >,
            ) -> Self {
                Self::Unhandled(crate::error::sealed_unhandled::Unhandled {
                    source: $crate::explain::Source::new(source),
                    meta: ::std::default::Default::default(),
                })
            }

            /// Creates an [`Unhandled`](Self::Unhandled) error from metadata.
            #[inline]
            pub fn generic(meta: $crate::error::ErrorMetadata) -> Self {
                Self::Unhandled(crate::error::sealed_unhandled::Unhandled {
                    source: $crate::explain::Source::new(meta.clone()),
                    meta,
                })
            }

            /// Returns the metadata that the service sent: code, message, request ID and more.
            #[inline]
            pub fn meta(&self) -> &$crate::error::ErrorMetadata {
                self.inner().meta()
            }
        }

        impl ::std::fmt::Display for $error {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.inner().fmt(f)
            }
        }

        impl ::std::error::Error for $error {
            #[inline]
            fn source(&self) -> ::std::option::Option<&(dyn ::std::error::Error + 'static)> {
                ::std::option::Option::Some(self.inner().source())
            }
        }

        impl $crate::error::ProvideErrorMetadata for $error {
            #[inline]
            fn meta(&self) -> &$crate::error::ErrorMetadata {
                self.inner().meta()
            }
        }

        impl $crate::error::ProvideErrorKind for $error {
            #[inline]
            fn code(&self) -> ::std::option::Option<&str> {
                self.inner().meta().code()
            }

            #[inline]
            fn retryable_error_kind(&self) -> ::std::option::Option<$crate::error::ErrorKind> {
                match self {
                    $($(Self::$retryable(_) => {
                        ::std::option::Option::Some($crate::error::ErrorKind::$kind)
                    })+)?
                    _ => ::std::option::Option::None,
                }
            }
        }

        impl $crate::error::CreateUnhandledError for $error {
            #[inline]
            fn create_unhandled_error(
                source: ::std::boxed::Box<
                    dyn ::std::error::Error
                        + ::std::marker::Send
                        + ::std::marker::Sync
                        + 'static,
                >,
                meta: ::std::option::Option<$crate::error::ErrorMetadata>,
            ) -> Self {
                Self::Unhandled(crate::error::sealed_unhandled::Unhandled {
                    source: $crate::explain::Source::of_call::<Self>(source),
                    meta: meta.unwrap_or_default(),
                })
            }
        }

        impl $crate::error::RequestId for $error {
            #[inline]
            fn request_id(&self) -> ::std::option::Option<&str> {
                $crate::error::RequestId::request_id(self.inner().meta())
            }
        }

        #[doc(hidden)]
        impl $crate::error::OperationError for $error {
            const OPERATION: &'static str = $operation;

            #[inline]
            fn content(&self) -> $crate::error::Inner<'_> {
                self.inner()
            }

            #[inline]
            fn from_unhandled(content: $crate::error::Unhandled) -> Self {
                Self::Unhandled(crate::error::sealed_unhandled::Unhandled {
                    source: content.source,
                    meta: content.metadata,
                })
            }

            #[inline]
            fn from_code(
                code: &str,
                response: &$crate::http::ErrorResponse<'_>,
            ) -> ::std::option::Option<Self> {
                // An operation without errors ignores the response.
                let _ = response;
                match code {
                    $($code => ::std::option::Option::Some(Self::$variant(
                        $crate::http::FromErrorResponse::from_response(response),
                    )),)*
                    _ => ::std::option::Option::None,
                }
            }
        }
    };
}

/// Implements the conversions from an operation's error and its `SdkError` to the crate's error.
///
/// `variants` are those that both enums have, except `Unhandled`. Generated code invokes it as
///
/// ```text
/// restjson1_runtime::error_from! {
///     crate_error: Error,
///     operation_error: operation::get_channel::GetChannelError,
///     variants: [AccessDeniedException],
/// }
/// ```
///
/// which expands to
///
/// ```text
/// impl From<operation::get_channel::GetChannelError> for Error {
///     fn from(error: operation::get_channel::GetChannelError) -> Self {
///         match error {
///             GetChannelError::AccessDeniedException(inner) => Self::AccessDeniedException(inner),
///             GetChannelError::Unhandled(inner) => Self::Unhandled(inner),
///         }
///     }
/// }
///
/// impl<R> From<SdkError<operation::get_channel::GetChannelError, R>> for Error {
///     fn from(error: SdkError<…>) -> Self { Self::from_sdk_error(error) }
/// }
/// ```
#[macro_export]
macro_rules! error_from {
    (
        crate_error: $all:ident,
        operation_error: operation::$module:ident::$error:ident,
        variants: [$($variant:ident),* $(,)?] $(,)?
    ) => {
        impl ::std::convert::From<operation::$module::$error> for $all {
            #[inline]
            fn from(error: operation::$module::$error) -> Self {
                match error {
                    $(operation::$module::$error::$variant(inner) => Self::$variant(inner),)*
                    operation::$module::$error::Unhandled(inner) => Self::Unhandled(inner),
                }
            }
        }

        impl<R> ::std::convert::From<$crate::error::SdkError<operation::$module::$error, R>> for $all
        where
            R: ::std::marker::Send + ::std::marker::Sync + ::std::fmt::Debug + 'static,
        {
            fn from(error: $crate::error::SdkError<operation::$module::$error, R>) -> Self {
                Self::from_sdk_error(error)
            }
        }
    };
}

/// Implements the behavior of a modeled error's structure.
///
/// `message` is `optional` if the field `message` is an `Option<String>`, `required` if it is a
/// `String`, and `sensitive` if it must not be printed. `fields` lists all fields except the
/// metadata, to implement `Debug` like a derived one, but not inlined. `text` returns the service's
/// message from a member that the metadata ignores. Both may be omitted. Generated code invokes the
/// macro as
///
/// ```text
/// restjson1_runtime::error_structure! {
///     error: ConflictException,
///     name: "ConflictException",
///     message: optional,
///     fields: [exception_message, message],
///     text: |error| error.exception_message.as_deref(),
/// }
/// ```
///
/// which expands to
///
/// ```text
/// impl Debug for ConflictException { … }
/// impl Display for ConflictException {
///     // `ConflictException`, followed by `: ` and the message if it is set.
/// }
/// impl Error for ConflictException {}
/// impl RequestId for ConflictException { … }
/// impl ProvideErrorMetadata for ConflictException {
///     fn meta(&self) -> &ErrorMetadata { &self.meta }
/// }
/// ```
#[macro_export]
macro_rules! error_structure {
    (
        error: $error:ident,
        name: $name:literal,
        message: $message:ident
        $(, fields: [$($field:ident),* $(,)?])?
        $(, text: $text:expr)? $(,)?
    ) => {
        $crate::error_structure! { @display $message, $error, $name }
        $($crate::error_structure! { @debug $error, $name, $($field)* })?

        impl ::std::error::Error for $error {}

        #[doc(hidden)]
        impl $crate::error::Modeled for $error {
            #[inline]
            fn as_error(&self) -> &(dyn ::std::error::Error + 'static) {
                self
            }

            #[inline]
            fn metadata(&self) -> &$crate::error::ErrorMetadata {
                &self.meta
            }

            $(
                fn text(&self) -> ::std::option::Option<&str> {
                    let text: fn(&Self) -> ::std::option::Option<&str> = $text;
                    text(self)
                }
            )?
        }

        impl $crate::error::RequestId for $error {
            #[inline]
            fn request_id(&self) -> ::std::option::Option<&str> {
                $crate::error::RequestId::request_id(&self.meta)
            }
        }

        impl $crate::error::ProvideErrorMetadata for $error {
            #[inline]
            fn meta(&self) -> &$crate::error::ErrorMetadata {
                &self.meta
            }
        }
    };
    (@display optional, $error:ident, $name:literal) => {
        impl ::std::fmt::Display for $error {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str($name)?;
                match &self.message {
                    ::std::option::Option::Some(message) => write!(f, ": {message}"),
                    ::std::option::Option::None => ::std::result::Result::Ok(()),
                }
            }
        }
    };
    (@display required, $error:ident, $name:literal) => {
        impl ::std::fmt::Display for $error {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                write!(f, concat!($name, ": {}"), self.message)
            }
        }
    };
    (@display sensitive, $error:ident, $name:literal) => {
        impl ::std::fmt::Display for $error {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(concat!($name, ": *** Sensitive Data Redacted ***"))
            }
        }
    };
    (@debug $error:ident, $name:literal, $($field:ident)*) => {
        impl ::std::fmt::Debug for $error {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct($name)
                    $(.field($crate::debug::label(stringify!($field)), &self.$field))*
                    .field("meta", &self.meta)
                    .finish()
            }
        }
    };
}

#[cfg(test)]
mod tests;
