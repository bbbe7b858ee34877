//! Errors.
//!
//! Rust's own names stand with their paths: a model may have shapes that are called like them.

/// The behaviour of an operation's error enum, all of it by way of its `inner`.
#[macro_export]
macro_rules! error_enum {
    ($error:ident $(, $($variant:ident is $kind:ident),+)?) => {
        impl $error {
            /// An [`Unhandled`](Self::Unhandled) error made of any other.
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
                Self::Unhandled($crate::unhandled!(
                    source.into(),
                    ::std::default::Default::default()
                ))
            }

            /// An [`Unhandled`](Self::Unhandled) error with metadata.
            #[inline]
            pub fn generic(meta: $crate::error::ErrorMetadata) -> Self {
                Self::Unhandled($crate::unhandled!(meta.clone().into(), meta))
            }

            /// Code, message, request id and more, as far as the service gave them.
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
                    $($(Self::$variant(_) => {
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
                Self::Unhandled($crate::unhandled!(source, meta.unwrap_or_default()))
            }
        }

        impl $crate::error::RequestId for $error {
            #[inline]
            fn request_id(&self) -> ::std::option::Option<&str> {
                $crate::error::RequestId::request_id(self.inner().meta())
            }
        }
    };
}

/// How an operation's error, and a call that failed with it, become the crate's error.
#[macro_export]
macro_rules! error_from {
    ($all:ident, operation::$module:ident::$error:ident $(, $variant:ident)*) => {
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
                Self::of_call(error)
            }
        }
    };
}

/// The content of an `Unhandled` variant.
#[allow(
    clippy::crate_in_macro_def,
    reason = "the types are those of the generated crate"
)]
#[macro_export]
macro_rules! unhandled {
    ($source:expr, $meta:expr) => {
        crate::error::sealed_unhandled::Unhandled {
            source: $source,
            meta: $meta,
        }
    };
}

/// The behaviour of an error's structure, whose message is an `Option` or, `required`, a `String`; a
/// `sensitive` one is not printed, and may be either.
#[macro_export]
macro_rules! error_structure {
    ($error:ident, $name:literal) => {
        impl ::std::fmt::Display for $error {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str($name)?;
                match &self.message {
                    ::std::option::Option::Some(message) => write!(f, ": {message}"),
                    ::std::option::Option::None => ::std::result::Result::Ok(()),
                }
            }
        }

        $crate::error_structure!(@common $error);
    };
    ($error:ident, $name:literal, required) => {
        impl ::std::fmt::Display for $error {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                write!(f, concat!($name, ": {}"), self.message)
            }
        }

        $crate::error_structure!(@common $error);
    };
    ($error:ident, $name:literal, sensitive) => {
        impl ::std::fmt::Display for $error {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(concat!($name, ": *** Sensitive Data Redacted ***"))
            }
        }

        $crate::error_structure!(@common $error);
    };
    (@common $error:ident) => {
        impl ::std::error::Error for $error {}

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
}

#[cfg(test)]
mod tests {
    use crate::error::{ErrorMetadata, ProvideErrorMetadata, RequestId};

    #[derive(Debug)]
    struct Lenient {
        message: Option<String>,
        meta: ErrorMetadata,
    }

    crate::error_structure!(Lenient, "LenientException");

    #[derive(Debug)]
    struct Strict {
        message: String,
        meta: ErrorMetadata,
    }

    crate::error_structure!(Strict, "StrictException", required);

    #[derive(Debug)]
    struct Secret {
        meta: ErrorMetadata,
    }

    crate::error_structure!(Secret, "SecretException", sensitive);

    #[test]
    fn an_error_shows_its_name_and_message() {
        let meta = ErrorMetadata::builder()
            .code("C")
            .custom("aws_request_id", "id");
        let mut lenient = Lenient {
            message: None,
            meta: meta.build(),
        };
        assert_eq!(lenient.to_string(), "LenientException");
        assert_eq!(
            (lenient.code(), lenient.request_id()),
            (Some("C"), Some("id"))
        );
        lenient.message = Some("m".to_owned());
        assert_eq!(lenient.to_string(), "LenientException: m");
        let strict = Strict {
            message: "m".to_owned(),
            meta: ErrorMetadata::default(),
        };
        assert_eq!(strict.to_string(), "StrictException: m");
        assert_eq!((strict.code(), strict.request_id()), (None, None));
        let secret = Secret {
            meta: ErrorMetadata::default(),
        };
        let redacted = "SecretException: *** Sensitive Data Redacted ***";
        assert_eq!(secret.to_string(), redacted);
    }
}
