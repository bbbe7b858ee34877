//! The interceptors of an operation.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeSerializationInterceptorContextRef, FinalizerInterceptorContextMut, Input,
};
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::telemetry::RequestedTelemetryAttributes;

use crate::endpoint::{InvalidUrlSource, with_region};
use crate::explain::store_attempts;
use crate::operation::{Attributes, Descriptor};

/// An interceptor of one operation.
///
/// Both have one type, because the hooks are compiled for each type.
#[derive(Debug)]
pub(super) enum OperationInterceptor {
    /// Records the input members requested for telemetry.
    TelemetryCapture(&'static Descriptor),
    /// Sets the parameters of the endpoint rules, and counts the attempts that failed.
    EndpointParams(&'static Descriptor),
}

#[dyn_dispatch_hint]
impl Intercept for OperationInterceptor {
    fn name(&self) -> &'static str {
        match self {
            Self::TelemetryCapture(descriptor) => descriptor.names.telemetry_interceptor,
            Self::EndpointParams(descriptor) => descriptor.names.endpoint_interceptor,
        }
    }

    fn read_before_execution(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        match self {
            Self::TelemetryCapture(descriptor) => {
                capture_telemetry(descriptor, context.input(), config);
                Ok(())
            }
            Self::EndpointParams(descriptor) => {
                store_endpoint_params(descriptor, context.input(), config)
            }
        }
    }

    // Each interceptor costs all hooks of all calls, so one also counts the attempts.
    fn modify_before_attempt_completion(
        &self,
        context: &mut FinalizerInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Self::EndpointParams(_) = self
            && let Some(response) = context.response_mut()
            && !response.status().is_success()
        {
            store_attempts(response, config);
        }
        Ok(())
    }
}

fn capture_telemetry(descriptor: &Descriptor, input: &Input, config: &mut ConfigBag) {
    let requested = config.load::<RequestedTelemetryAttributes>();
    let Some(requested) = requested.filter(|requested| !requested.is_empty()) else {
        return;
    };
    let mut attributes = Attributes::new(requested);
    (descriptor.capture)(input, &mut attributes);
    let captured = attributes.finish();
    config.interceptor_state().store_put(captured);
}

fn store_endpoint_params(
    descriptor: &Descriptor,
    input: &Input,
    config: &mut ConfigBag,
) -> Result<(), BoxError> {
    let params = descriptor.endpoint_params(input, config);
    let mut params = params.map_err(|error| with_region(error, config))?;
    if let Some(source) = config.load::<InvalidUrlSource>() {
        params.set_property(source.clone());
    }
    config.interceptor_state().store_put(params);
    Ok(())
}

#[cfg(test)]
mod tests {
    use aws_smithy_runtime_api::client::endpoint::EndpointResolverParams;
    use aws_smithy_runtime_api::client::interceptors::Intercept;
    use aws_smithy_runtime_api::client::interceptors::context::{Input, InterceptorContext};
    use aws_smithy_types::config_bag::{ConfigBag, Layer};
    use aws_smithy_types::telemetry::{CapturedTelemetryAttributes, RequestedTelemetryAttributes};

    use super::OperationInterceptor;
    use crate::testing::Greet;

    /// Returns the configuration after `interceptor` has read an input.
    fn intercepted(interceptor: &dyn Intercept, requested: &[&str]) -> ConfigBag {
        let context = InterceptorContext::new(Input::erase(Greet::input()));
        let mut layer = Layer::new("test");
        layer.store_put(RequestedTelemetryAttributes::new(requested));
        let mut config = ConfigBag::of_layers(vec![layer]);
        let result = interceptor.read_before_execution(&(&context).into(), &mut config);
        result.expect("no error");
        config
    }

    #[test]
    fn only_requested_members_are_captured() {
        let capture = OperationInterceptor::TelemetryCapture(Greet::plugin().descriptor());
        for (requested, expected) in [
            (&["name", "other"][..], Some(Some("you"))),
            (&["other"], Some(None)),
            (&[], None),
        ] {
            let config = intercepted(&capture, requested);
            let captured = config.load::<CapturedTelemetryAttributes>();
            assert_eq!(
                captured.map(|members| members.get("name")),
                expected,
                "{requested:?}"
            );
        }
    }

    #[test]
    fn endpoint_parameters_are_stored_in_the_configuration() {
        let interceptor = OperationInterceptor::EndpointParams(Greet::plugin().descriptor());
        let config = intercepted(&interceptor, &[]);
        let params = config.load::<EndpointResolverParams>().expect("parameters");
        assert_eq!(params.get::<Option<String>>(), Some(&None));
    }
}
