//! The parts of generated types that are the same for each, but for names.
//!
//! A generated file shows what is its own: members, variants, bindings. What it shares with its
//! like is written once, here. The macros stand on what every generated crate has: `crate::Client`,
//! `crate::config::Builder`, `crate::client::customize`, `crate::error::sealed_unhandled`.

/// An operation's type: its constructor, its plugin made once a process, and the trait by which a
/// user can hand it to the orchestrator.
#[macro_export]
macro_rules! operation_type {
    ($operation:ident) => {
        impl $operation {
            /// The operation.
            #[inline]
            pub fn new() -> Self {
                Self
            }

            #[inline]
            pub(crate) fn plugin() -> &'static $crate::plugin::OperationPlugin {
                static PLUGIN: ::std::sync::OnceLock<$crate::plugin::OperationPlugin> =
                    ::std::sync::OnceLock::new();
                PLUGIN.get_or_init($crate::plugin::OperationPlugin::of::<$operation>)
            }
        }

        impl $crate::plugin::RuntimePlugin for $operation {
            #[inline]
            fn config(&self) -> Option<$crate::plugin::FrozenLayer> {
                Self::plugin().config()
            }

            #[inline]
            fn runtime_components(
                &self,
                current: &$crate::plugin::RuntimeComponentsBuilder,
            ) -> ::std::borrow::Cow<'_, $crate::plugin::RuntimeComponentsBuilder> {
                Self::plugin().runtime_components(current)
            }
        }
    };
}

/// An operation's names, for [`Operation::NAMES`](crate::operation::Operation::NAMES).
#[macro_export]
macro_rules! operation_names {
    ($service:expr, $operation:literal, $method:literal) => {
        $crate::operation::Names {
            service: $service,
            operation: $operation,
            method: $method,
            endpoint_interceptor: concat!($operation, "EndpointParamsInterceptor"),
            telemetry_interceptor: concat!($operation, "TelemetryInputCaptureInterceptor"),
        }
    };
}

/// The span that a call's log lines stand in.
#[macro_export]
macro_rules! operation_span {
    ($service:literal, $operation:literal, $id:expr) => {
        $crate::tracing::debug_span!(
            concat!($service, ".", $operation),
            "rpc.service" = $service,
            "rpc.method" = $operation,
            "sdk_invocation_id" = $id,
            "rpc.system" = "aws-api",
        )
    };
}

/// The behaviour of an operation's error enum, all of it by way of its `inner`.
#[macro_export]
macro_rules! error_enum {
    ($error:ident $(, $($variant:ident is $kind:ident),+)?) => {
        impl $error {
            /// An [`Unhandled`](Self::Unhandled) error made of any other.
            pub fn unhandled(
                source: impl Into<Box<dyn ::std::error::Error + Send + Sync + 'static>>,
            ) -> Self {
                Self::Unhandled($crate::unhandled!(source.into(), Default::default()))
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
            fn source(&self) -> Option<&(dyn ::std::error::Error + 'static)> {
                Some(self.inner().source())
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
            fn code(&self) -> Option<&str> {
                self.inner().meta().code()
            }

            #[inline]
            fn retryable_error_kind(&self) -> Option<$crate::error::ErrorKind> {
                match self {
                    $($(Self::$variant(_) => Some($crate::error::ErrorKind::$kind),)+)?
                    _ => None,
                }
            }
        }

        impl $crate::error::CreateUnhandledError for $error {
            #[inline]
            fn create_unhandled_error(
                source: Box<dyn ::std::error::Error + Send + Sync + 'static>,
                meta: Option<$crate::error::ErrorMetadata>,
            ) -> Self {
                Self::Unhandled($crate::unhandled!(source, meta.unwrap_or_default()))
            }
        }

        impl $crate::error::RequestId for $error {
            #[inline]
            fn request_id(&self) -> Option<&str> {
                $crate::error::RequestId::request_id(self.inner().meta())
            }
        }
    };
}

/// The content of an `Unhandled` variant.
#[macro_export]
macro_rules! unhandled {
    ($source:expr, $meta:expr) => {
        crate::error::sealed_unhandled::Unhandled {
            source: $source,
            meta: $meta,
        }
    };
}

/// The behaviour of an error's structure.
#[macro_export]
macro_rules! error_structure {
    ($error:ident, $name:literal) => {
        impl ::std::fmt::Display for $error {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str($name)?;
                match &self.message {
                    Some(message) => write!(f, ": {message}"),
                    None => Ok(()),
                }
            }
        }

        impl ::std::error::Error for $error {}

        impl $crate::error::RequestId for $error {
            #[inline]
            fn request_id(&self) -> Option<&str> {
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

/// An output knows the id that the service gave the request.
#[macro_export]
macro_rules! output_structure {
    ($output:ident) => {
        impl $crate::error::RequestId for $output {
            #[inline]
            fn request_id(&self) -> Option<&str> {
                self._request_id.as_deref()
            }
        }
    };
}

/// A structure that is read as a part of others.
#[macro_export]
macro_rules! readable {
    ($structure:ident) => {
        #[doc(hidden)]
        impl $crate::json::Read for $structure {
            #[inline]
            fn absent() -> Self {
                Self::empty()
            }

            #[inline]
            fn slot(&mut self) -> $crate::json::Slot<'_> {
                $crate::json::Slot::members(self)
            }
        }
    };
}

/// A builder that holds the structure that it builds.
#[macro_export]
macro_rules! value_builder {
    ($builder:ident, $empty:expr) => {
        impl Default for $builder {
            #[inline]
            fn default() -> $builder {
                $builder { value: $empty }
            }
        }

        impl ::std::fmt::Debug for $builder {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::debug::renamed(f, stringify!($builder), &self.value)
            }
        }
    };
}

/// A fluent builder, but for the setters: what it holds, and how the call is made.
#[macro_export]
macro_rules! fluent_builder {
    ($fluent:ident, $builder:ident, $method:ident, $operation:ty, $output:ty, $error:ty) => {
        impl $fluent {
            #[inline]
            pub(crate) fn new(handle: ::std::sync::Arc<$crate::client::Handle>) -> Self {
                Self {
                    handle,
                    inner: Default::default(),
                    config_override: None,
                }
            }

            /// The input, as far as it is set.
            #[inline]
            pub fn as_input(&self) -> &$builder {
                &self.inner
            }

            /// Makes the call.
            ///
            /// # Errors
            /// As the operation; when a member that the URI needs is unset, as a construction
            /// failure.
            #[inline]
            pub fn send(
                self,
            ) -> impl ::std::future::Future<
                Output = Result<
                    $output,
                    $crate::error::SdkError<$error, $crate::client::HttpResponse>,
                >,
            > + Send {
                $crate::client::Call::new(
                    &self.handle,
                    <$operation>::plugin(),
                    self.inner.build(),
                    self.config_override.map(crate::config::Builder::into_inner),
                )
            }

            /// The call with interceptors or settings of its own.
            #[inline]
            pub fn customize(
                self,
            ) -> crate::client::customize::CustomizableOperation<$output, $error, Self> {
                crate::client::customize::CustomizableOperation::new(self)
            }
        }

        impl crate::client::customize::internal::CustomizableSend<$output, $error> for $fluent {
            #[inline]
            fn send(
                mut self,
                config_override: crate::config::Builder,
            ) -> $crate::client::BoxFuture<$crate::client::CallResult<$output, $error>> {
                self.config_override = Some(config_override);
                Box::pin(Self::send(self))
            }
        }

        impl $builder {
            /// Makes the call with what is set, through `client`.
            ///
            /// # Errors
            /// As the operation; when a member that the URI needs is unset, as a construction
            /// failure.
            #[inline]
            pub fn send_with(
                self,
                client: &crate::client::Client,
            ) -> impl ::std::future::Future<
                Output = Result<
                    $output,
                    $crate::error::SdkError<$error, $crate::client::HttpResponse>,
                >,
            > + Send {
                let mut fluent_builder = client.$method();
                fluent_builder.inner = self;
                fluent_builder.send()
            }
        }
    };
}
