//! The interceptor of the feature `check`.

/// Defines the interceptor that checks the inputs of a crate.
///
/// Generated code invokes it as
///
/// ```text
/// restjson1_runtime::check_interceptor! { input: crate::members::input }
/// ```
///
/// which expands to
///
/// ```text
/// pub struct CheckInputs;
/// impl Intercept for CheckInputs { … }
/// ```
#[macro_export]
macro_rules! check_interceptor {
    (input: $input:path $(,)?) => {
        /// An interceptor that fails a call before it is sent if its input breaks a rule.
        ///
        /// The call fails as a construction failure, whose chain of sources has the
        /// [`Violations`].
        #[derive(Clone, Copy, Debug, Default)]
        pub struct CheckInputs;

        impl $crate::check::Intercept for CheckInputs {
            fn name(&self) -> &'static str {
                "CheckInputs"
            }

            fn read_before_serialization(
                &self,
                context: &$crate::check::BeforeSerialization<'_>,
                _: &$crate::check::RuntimeComponents,
                _: &mut $crate::check::ConfigBag,
            ) -> ::std::result::Result<(), $crate::error::BoxError> {
                $crate::check::input($input(context.input()))
            }
        }
    };
}
