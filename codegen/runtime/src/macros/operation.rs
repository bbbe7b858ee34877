//! Operations.

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
                static PLUGIN: $crate::plugin::PluginCell = $crate::plugin::PluginCell::new();
                // Named here and not in the static, which would compile each operation with the
                // crate in the place of its users.
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

/// An operation's names, for [`Operation::NAMES`](crate::operation::Operation::NAMES).
#[macro_export]
macro_rules! operation_names {
    ($service:expr, $id:literal, $operation:literal, $method:literal) => {
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
