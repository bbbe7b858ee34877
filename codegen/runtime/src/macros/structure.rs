//! Structures and their builders.

/// Implements `RequestId` for an output.
///
/// Generated code invokes it as
///
/// ```text
/// restjson1_runtime::output_structure! { output: GetChannelOutput }
/// ```
///
/// which expands to
///
/// ```text
/// impl RequestId for GetChannelOutput {
///     fn request_id(&self) -> Option<&str> { self._request_id.as_deref() }
/// }
/// ```
#[macro_export]
macro_rules! output_structure {
    (output: $output:ident $(,)?) => {
        impl $crate::error::RequestId for $output {
            #[inline]
            fn request_id(&self) -> ::std::option::Option<&str> {
                self._request_id.as_deref()
            }
        }
    };
}

/// Implements reading from JSON for a structure that is a member of other shapes.
///
/// `empty` names the function that returns the value before anything is read. It defaults to
/// `empty`. Generated code invokes the macro as
///
/// ```text
/// restjson1_runtime::readable_structure! { name: Channel }
/// restjson1_runtime::readable_structure! { name: Channel, empty: empty_value }
/// ```
///
/// of which the first expands to
///
/// ```text
/// impl Read for Channel {
///     fn absent() -> Self { Self::empty() }
///     fn slot(&mut self) -> Slot<'_> { Slot::members(self) }
/// }
/// ```
#[macro_export]
macro_rules! readable_structure {
    (name: $name:ident $(,)?) => {
        $crate::readable_structure! { name: $name, empty: empty }
    };
    (name: $name:ident, empty: $empty:ident $(,)?) => {
        #[doc(hidden)]
        impl $crate::json::Read for $name {
            #[inline]
            fn absent() -> Self {
                Self::$empty()
            }

            #[inline]
            fn slot(&mut self) -> $crate::json::Slot<'_> {
                $crate::json::Slot::members(self)
            }
        }
    };
}

/// Implements `Default` and `Debug` for a builder that wraps the structure it builds.
///
/// The initial value is `value`, or the structure in `unset` with all fields set to `None`. With
/// `meta`, the builder of an error has a separate field for metadata, initially `None`. Generated code
/// invokes it as
///
/// ```text
/// restjson1_runtime::value_builder! { builder: StreamKeyBuilder, value: StreamKey::empty() }
/// restjson1_runtime::value_builder! {
///     builder: GoneBuilder,
///     value: Gone::empty(),
///     meta: optional,
/// }
/// restjson1_runtime::value_builder! {
///     builder: GetChannelInputBuilder,
///     unset: super::GetChannelInput { arn },
/// }
/// ```
///
/// of which the last expands to
///
/// ```text
/// impl Default for GetChannelInputBuilder {
///     fn default() -> Self { Self { value: super::GetChannelInput { arn: None } } }
/// }
///
/// impl Debug for GetChannelInputBuilder {
///     // Like the derived `Debug` of the structure, with the builder's name.
/// }
/// ```
#[macro_export]
macro_rules! value_builder {
    (
        builder: $builder:ident,
        unset: $($value:ident)::+ { $($field:ident),* $(,)? }
        $(, meta: $optional:ident)? $(,)?
    ) => {
        $crate::value_builder! {
            builder: $builder,
            value: $($value)::+ { $($field: ::std::option::Option::None),* }
            $(, meta: $optional)?
        }
    };
    (builder: $builder:ident, value: $value:expr, meta: optional $(,)?) => {
        impl ::std::default::Default for $builder {
            #[inline]
            fn default() -> $builder {
                $builder { value: $value, meta: ::std::option::Option::None }
            }
        }

        impl ::std::fmt::Debug for $builder {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::debug::renamed_error(f, stringify!($builder), &self.value, &self.meta)
            }
        }
    };
    (builder: $builder:ident, value: $value:expr $(,)?) => {
        impl ::std::default::Default for $builder {
            #[inline]
            fn default() -> $builder {
                $builder { value: $value }
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
