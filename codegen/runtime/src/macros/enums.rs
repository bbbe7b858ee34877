//! Enums.

/// Implements reading an enum from JSON.
///
/// `unknown` is the variant for unknown values. Generated code invokes it as
///
/// ```text
/// restjson1_runtime::readable_enum! { name: ChannelType, unknown: Unknown }
/// ```
///
/// which expands to
///
/// ```text
/// impl Read for ChannelType {
///     fn absent() -> Self { Self::Unknown(UnknownVariantValue::unset()) }
///     fn slot(&mut self) -> Slot<'_> { Slot::parsed(self) }
///     fn optional_slot(value: &mut Option<Self>) -> Slot<'_> { … }
/// }
///
/// impl FromJsonString for ChannelType {
///     fn set(&mut self, string: &str) { *self = Self::from(string); }
///     fn reset(&mut self) { *self = Self::absent(); }
/// }
/// ```
#[allow(
    clippy::crate_in_macro_def,
    reason = "the types are those of the generated crate"
)]
#[macro_export]
macro_rules! readable_enum {
    (name: $name:ident, unknown: $unknown:ident $(,)?) => {
        #[doc(hidden)]
        impl $crate::json::Read for $name {
            #[inline]
            fn absent() -> Self {
                Self::$unknown(crate::primitives::sealed_enum_unknown::UnknownVariantValue::unset())
            }

            #[inline]
            fn slot(&mut self) -> $crate::json::Slot<'_> {
                $crate::json::Slot::parsed(self)
            }

            #[inline(never)]
            fn optional_slot(value: &mut ::std::option::Option<Self>) -> $crate::json::Slot<'_> {
                $crate::json::Slot::new($crate::json::Target::Optional(value))
            }
        }

        #[doc(hidden)]
        impl $crate::json::FromJsonString for $name {
            fn set(&mut self, string: &str) {
                *self = <Self as ::std::convert::From<&str>>::from(string);
            }

            fn reset(&mut self) {
                *self = <Self as $crate::json::Read>::absent();
            }
        }
    };
}
