//! Fluent builders.

/// Implements a fluent builder, except its setters: access to the input, and sending the request.
///
/// `builder` is the builder of the input; `input` is `value` if it contains the input, and `build` if
/// it must be built. `method` is the client's method that returns the fluent builder. Generated code
/// invokes the macro as
///
/// ```text
/// restjson1_runtime::fluent_builder! {
///     fluent: GetChannelFluentBuilder,
///     builder: GetChannelInputBuilder,
///     input: value,
///     method: get_channel,
///     operation: super::GetChannel,
///     output: super::GetChannelOutput,
///     error: super::GetChannelError,
/// }
/// ```
///
/// which expands to
///
/// ```text
/// impl GetChannelFluentBuilder {
///     pub(crate) fn new(handle: &Arc<Handle>) -> Self { … }
///     pub fn as_input(&self) -> &GetChannelInputBuilder { &self.value.0 }
///     pub fn send(self) -> impl Future<Output = Result<GetChannelOutput, SdkError<…>>> { … }
///     #[cfg(feature = "blocking")]
///     pub fn send_blocking(self) -> Result<GetChannelOutput, SdkError<…>> { … }
///     pub fn customize(self) -> CustomizableOperation<…> { CustomizableOperation::new(self) }
/// }
///
/// impl Debug for GetChannelFluentBuilder { … }
///
/// impl FluentBuilder for GetChannelFluentBuilder {
///     fn call(self, config_override: ConfigBuilder) -> Call<GetChannel> { … }
/// }
///
/// impl GetChannelInputBuilder {
///     // Moves the input into `client.get_channel()` and sends it.
///     pub fn send_with(self, client: &Client) -> impl Future<…> { … }
/// }
/// ```
#[allow(
    clippy::crate_in_macro_def,
    reason = "the types are those of the generated crate"
)]
#[macro_export]
macro_rules! fluent_builder {
    (
        fluent: $fluent:ident,
        builder: $builder:ident,
        input: $input:ident,
        method: $method:ident,
        operation: $operation:ty,
        output: $output:ty,
        error: $error:ty $(,)?
    ) => {
        impl $fluent {
            #[inline]
            pub(crate) fn new(handle: &::std::sync::Arc<$crate::client::Handle>) -> Self {
                Self {
                    sender: $crate::client::Sender::new(handle),
                    value: Default::default(),
                }
            }

            /// Returns the input set so far.
            #[inline]
            pub fn as_input(&self) -> &$builder {
                &self.value.0
            }

            /// Sends the request and returns the output.
            ///
            /// # Errors
            /// If the operation fails. An unset member that is bound to the URI is a construction
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
                $crate::fluent_builder!(@$input $operation, self)
            }

            /// Sends the request and waits for the output, in synchronous code.
            ///
            /// # Errors
            /// If the operation fails. In an async task it is a construction failure, and nothing
            /// is sent.
            #[cfg(feature = "blocking")]
            #[inline]
            pub fn send_blocking(self) -> $crate::client::CallResult<$output, $error> {
                $crate::blocking::wait(self.send())
            }

            /// Returns a builder for interceptors and settings that only apply to this request.
            #[inline]
            pub fn customize(
                self,
            ) -> crate::client::customize::CustomizableOperation<$output, $error, Self> {
                crate::client::customize::CustomizableOperation::new(self)
            }
        }

        impl ::std::fmt::Debug for $fluent {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(stringify!($fluent))
                    .field("handle", &self.sender.handle)
                    .field("inner", &self.value)
                    .field("config_override", &self.sender.config_override)
                    .finish()
            }
        }

        #[doc(hidden)]
        impl $crate::client::FluentBuilder for $fluent {
            type Operation = $operation;

            #[inline]
            fn call(
                mut self,
                config_override: $crate::config::ConfigBuilder,
            ) -> $crate::client::Call<$operation> {
                self.sender.override_config(config_override);
                $crate::fluent_builder!(@$input $operation, self)
            }
        }

        $crate::fluent_builder! { @fields $input $builder $operation }

        impl $builder {
            /// Sends the request with `client` and returns the output.
            ///
            /// # Errors
            /// If the operation fails. An unset member that is bound to the URI is a construction
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
                fluent_builder.value.0 = self;
                fluent_builder.send()
            }
        }
    };
    (@fields value $builder:ident $operation:ty) => {
        #[doc(hidden)]
        impl $crate::held::InputBuilder for $builder {
            type Fields = <$operation as $crate::operation::Operation>::Input;

            #[inline]
            fn fields(&self) -> &Self::Fields {
                &self.value
            }

            #[inline]
            fn fields_mut(&mut self) -> &mut Self::Fields {
                &mut self.value
            }
        }
    };
    (@fields build $builder:ident $operation:ty) => {
        #[doc(hidden)]
        impl $crate::held::InputBuilder for $builder {
            type Fields = Self;

            #[inline]
            fn fields(&self) -> &Self {
                self
            }

            #[inline]
            fn fields_mut(&mut self) -> &mut Self {
                self
            }
        }
    };
    (@value $operation:ty, $fluent:ident) => {
        $crate::client::Call::<$operation>::new(
            $fluent.sender,
            <$operation>::plugin,
            $fluent.value.0.value,
        )
    };
    (@build $operation:ty, $fluent:ident) => {
        $crate::client::Call::<$operation>::of(
            $fluent.sender,
            <$operation>::plugin,
            $fluent.value.0.build(),
        )
    };
}

/// Implements the same setters and getters for the builder of an input and for the builders that
/// hold it.
///
/// In all of them, a member is a field of the field `value`. Generated code invokes it as
///
/// ```text
/// restjson1_runtime::setters! {
///     impl (GetChannelInputBuilder, GetChannelFluentBuilder) {
///         pub fn arn(mut self, input: impl Into<String>) -> Self {
///             self.value.arn = Some(input.into());
///             self
///         }
///     }
/// }
/// ```
///
/// which expands to an `impl` with this content for each of the types.
#[macro_export]
macro_rules! setters {
    (impl ($($builder:ty),+ $(,)?) $methods:tt) => {
        $(impl $builder $methods)+
    };
}
