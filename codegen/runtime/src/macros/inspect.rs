//! Facts about the members of types, for features that look into any value.

/// Implements `Inspect` for all types of a crate, and `Structure` for the structures.
///
/// A member is its name on the wire, in a list with its facts if it has any. `..` precedes facts
/// that concern several members. A union's variant without a value is in parentheses. Generated code
/// invokes it as
///
/// ```text
/// restjson1_runtime::inspected! {
///     inputs: [
///         operation::list_beds::ListBedsInput {
///             name: ["name", Length(1, 8)],
///             kind: ["kind", Required],
///             ..[AtMostOne(&["name", "kind"])]
///         },
///     ],
///     structures: [types::Bed { name: "name" }],
///     unions: [types::Choice { Bed: "bed", None: ("none") }],
///     enums: [types::Kind],
/// }
/// ```
///
/// which expands to the implementations and to
///
/// ```text
/// /// Returns an input as a structure; `None` if it is the input of another service.
/// pub(crate) fn input(input: &Input) -> Option<&dyn Structure> { … }
/// ```
#[macro_export]
macro_rules! inspected {
    (
        inputs: [$($input:ty { $($input_member:tt)* }),* $(,)?],
        structures: [$($structure:ty { $($member:tt)* }),* $(,)?],
        unions: [$($union:ty { $($variant:ident: $case:tt),* $(,)? }),* $(,)?],
        enums: [$($enum:ty),* $(,)?] $(,)?
    ) => {
        /// Returns an input as a structure; `None` if it is the input of another service.
        #[cfg(feature = "check")]
        pub(crate) fn input(
            input: &$crate::client::Input,
        ) -> ::std::option::Option<&dyn $crate::inspect::Structure> {
            $(if let ::std::option::Option::Some(input) = input.downcast_ref::<$input>() {
                return ::std::option::Option::Some(input);
            })*
            let _ = input;
            ::std::option::Option::None
        }

        $($crate::inspected! { @structure $input { $($input_member)* } })*
        $($crate::inspected! { @structure $structure { $($member)* } })*
        $(
            #[doc(hidden)]
            impl $crate::inspect::Inspect for $union {
                fn value(&self) -> $crate::inspect::Value<'_> {
                    #[allow(unused_imports, reason = "not all members have facts")]
                    use $crate::inspect::Fact::*;
                    $($crate::inspected! { @variant self, $variant: $case })*
                    $crate::inspect::Value::UnknownVariant
                }
            }
        )*
        $(
            #[doc(hidden)]
            impl $crate::inspect::Inspect for $enum {
                fn value(&self) -> $crate::inspect::Value<'_> {
                    $crate::inspect::Value::String(self.as_str())
                }
            }
        )*
    };
    (@structure $name:ty { $($field:ident: $member:tt),* $(,)? $(..[$($fact:expr),* $(,)?])? }) => {
        #[doc(hidden)]
        impl $crate::inspect::Inspect for $name {
            fn value(&self) -> $crate::inspect::Value<'_> {
                $crate::inspect::Value::Structure(self)
            }
        }

        #[doc(hidden)]
        impl $crate::inspect::Structure for $name {
            fn members(&self) -> &'static [$crate::inspect::Member] {
                #[allow(unused_imports, reason = "not all members have facts")]
                use $crate::inspect::Fact::*;
                &[$($crate::inspected! { @member $member }),*]
            }

            fn values(&self) -> ::std::vec::Vec<$crate::inspect::Value<'_>> {
                vec![$($crate::inspect::Inspect::value(&self.$field)),*]
            }

            fn facts(&self) -> &'static [$crate::inspect::Fact] {
                #[allow(unused_imports, reason = "few structures have facts")]
                use $crate::inspect::Fact::*;
                &[$($($fact),*)?]
            }
        }
    };
    (@member $wire:literal) => {
        $crate::inspect::Member { name: $wire, facts: &[] }
    };
    (@member [$wire:literal $(, $fact:expr)* $(,)?]) => {
        $crate::inspect::Member { name: $wire, facts: &[$($fact),*] }
    };
    (@variant $self:ident, $variant:ident: ($wire:literal)) => {
        if matches!($self, Self::$variant) {
            return $crate::inspect::Value::Variant(&$crate::inspected! { @member $wire }, None);
        }
    };
    (@variant $self:ident, $variant:ident: $member:tt) => {
        if let Self::$variant(value) = $self {
            return $crate::inspect::Value::Variant(
                &$crate::inspected! { @member $member },
                ::std::option::Option::Some(value),
            );
        }
    };
}

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
