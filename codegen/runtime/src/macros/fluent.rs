//! Calls that are being put together.

/// A fluent builder, but for the setters: what it holds, and how the call is made.
#[allow(
    clippy::crate_in_macro_def,
    reason = "the types are those of the generated crate"
)]
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
