//! Operations.

/// Implements the type of an operation: its constructor, its plugin and `RuntimePlugin`.
///
/// Generated code invokes it as
///
/// ```text
/// restjson1_runtime::operation_type! { operation: GetChannel }
/// ```
///
/// which expands to
///
/// ```text
/// impl GetChannel {
///     pub fn new() -> Self { Self }
///     // Created once per process.
///     pub(crate) fn plugin() -> &'static OperationPlugin { … }
/// }
///
/// impl RuntimePlugin for GetChannel {
///     // `config` and `runtime_components` of `Self::plugin()`.
/// }
/// ```
#[macro_export]
macro_rules! operation_type {
    (operation: $operation:ident $(,)?) => {
        impl $operation {
            /// Creates a value of this type, which has no state.
            #[inline]
            pub fn new() -> Self {
                Self
            }

            #[inline]
            pub(crate) fn plugin() -> &'static $crate::plugin::OperationPlugin {
                static PLUGIN: $crate::plugin::PluginCell = $crate::plugin::PluginCell::new();
                // A function passed to `get` is compiled only for operations that are used. The
                // static would compile it for all, in the generated crate.
                PLUGIN.get($crate::plugin::OperationPlugin::of::<$operation>)
            }
        }

        impl $crate::plugin::RuntimePlugin for $operation {
            #[inline]
            fn config(&self) -> ::std::option::Option<$crate::plugin::FrozenLayer> {
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

/// Expands to the names of an operation: [`Operation::NAMES`](crate::operation::Operation::NAMES).
///
/// `id` is the ID of the service in names of tracing spans. Generated code invokes it as
///
/// ```text
/// const NAMES: operation::Names = restjson1_runtime::operation_names! {
///     service: config::SERVICE,
///     id: "ivs",
///     operation: "GetChannel",
///     method: "POST",
/// };
/// ```
///
/// which expands to
///
/// ```text
/// Names {
///     service: config::SERVICE,
///     operation: "GetChannel",
///     method: "POST",
///     span: "ivs.GetChannel",
///     module: module_path!(),
///     endpoint_interceptor: "GetChannelEndpointParamsInterceptor",
///     telemetry_interceptor: "GetChannelTelemetryInputCaptureInterceptor",
/// }
/// ```
#[macro_export]
macro_rules! operation_names {
    (
        service: $service:expr,
        id: $id:literal,
        operation: $operation:literal,
        method: $method:literal $(,)?
    ) => {
        $crate::operation::Names {
            service: $service,
            operation: $operation,
            method: $method,
            span: concat!($id, ".", $operation),
            module: module_path!(),
            endpoint_interceptor: concat!($operation, "EndpointParamsInterceptor"),
            telemetry_interceptor: concat!($operation, "TelemetryInputCaptureInterceptor"),
        }
    };
}
