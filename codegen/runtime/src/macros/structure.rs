//! Structures and their builders.

/// Implements `RequestId` and `Empty` for an output.
///
/// `empty` names the function that returns the value before anything is read. It defaults to
/// `empty`. Generated code invokes the macro as
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
///
/// impl Empty for GetChannelOutput {
///     fn empty() -> Self { Self::empty() }
/// }
/// ```
#[macro_export]
macro_rules! output_structure {
    (output: $output:ident $(,)?) => {
        $crate::output_structure! { output: $output, empty: empty }
    };
    (output: $output:ident, empty: $empty:ident $(,)?) => {
        impl $crate::error::RequestId for $output {
            #[inline]
            fn request_id(&self) -> ::std::option::Option<&str> {
                self._request_id.as_deref()
            }
        }

        #[doc(hidden)]
        impl $crate::operation::Empty for $output {
            #[inline]
            fn empty() -> Self {
                <$output>::$empty()
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

/// Implements the look-up of a structure's members by their names in JSON.
///
/// Maps from strings to strings come after `..`. Generated code invokes it as
///
/// ```text
/// restjson1_runtime::readable_members! { members: Channel { arn: "arn", ..[tags = "tags"] } }
/// ```
///
/// which expands to
///
/// ```text
/// impl Members for Channel {
///     fn member(&mut self, name: &str) -> Option<Slot<'_>> {
///         match name {
///             "arn" => Some(self.arn.slot()),
///             "tags" => Some(string_map::optional_slot(&mut self.tags)),
///             _ => None,
///         }
///     }
/// }
/// ```
#[macro_export]
macro_rules! readable_members {
    (
        members: $name:ident {
            $($field:ident: $wire:literal),* $(,)?
            $(..[$($map:ident = $map_wire:literal),* $(,)?])?
        } $(,)?
    ) => {
        #[doc(hidden)]
        impl $crate::json::Members for $name {
            #[inline]
            fn member(&mut self, name: &str) -> ::std::option::Option<$crate::json::Slot<'_>> {
                ::std::option::Option::Some(match name {
                    $($wire => $crate::json::Read::slot(&mut self.$field),)*
                    $($($map_wire => $crate::string_map::optional_slot(&mut self.$map),)*)?
                    _ => return ::std::option::Option::None,
                })
            }
        }
    };
}

/// Implements `Default` and `Debug` for a builder that wraps the structure it builds.
///
/// The initial value is `value`, or the structure in `unset` with all fields set to `None`.
/// Generated code invokes it as
///
/// ```text
/// restjson1_runtime::value_builder! { builder: StreamKeyBuilder, value: StreamKey::empty() }
/// restjson1_runtime::value_builder! {
///     builder: GetChannelInputBuilder,
///     unset: super::GetChannelInput { arn },
/// }
/// ```
///
/// of which the second expands to
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
    (builder: $builder:ident, unset: $($value:ident)::+ { $($field:ident),* $(,)? } $(,)?) => {
        $crate::value_builder! {
            builder: $builder,
            value: $($value)::+ { $($field: ::std::option::Option::None),* }
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

/// Implements `Default`, `Debug` and the methods for metadata of a builder that wraps the error it
/// builds, with a separate field for metadata.
///
/// The initial value is `value`, without metadata. Generated code invokes it as
///
/// ```text
/// restjson1_runtime::error_builder! {
///     builder: ConflictExceptionBuilder,
///     error: ConflictException,
///     value: ConflictException::empty(),
/// }
/// ```
///
/// which expands to
///
/// ```text
/// impl ConflictExceptionBuilder {
///     pub fn meta(mut self, meta: ErrorMetadata) -> Self { … }
///     pub fn set_meta(&mut self, meta: Option<ErrorMetadata>) -> &mut Self { … }
///     pub fn build(self) -> ConflictException { … }
/// }
///
/// impl Default for ConflictExceptionBuilder {
///     fn default() -> Self { Self { value: ConflictException::empty(), meta: None } }
/// }
///
/// impl Debug for ConflictExceptionBuilder {
///     // As if it were derived for a field for each member, and for `meta`.
/// }
/// ```
#[macro_export]
macro_rules! error_builder {
    (builder: $builder:ident, error: $error:ident, value: $value:expr $(,)?) => {
        impl $builder {
            /// Sets the error's metadata.
            #[inline]
            pub fn meta(mut self, meta: $crate::error::ErrorMetadata) -> Self {
                self.meta = ::std::option::Option::Some(meta);
                self
            }

            /// Sets or unsets the error's metadata.
            #[inline]
            pub fn set_meta(
                &mut self,
                meta: ::std::option::Option<$crate::error::ErrorMetadata>,
            ) -> &mut Self {
                self.meta = meta;
                self
            }

            #[doc = concat!("Builds the `", stringify!($error), "`.")]
            #[inline]
            pub fn build(self) -> $error {
                $error {
                    meta: self.meta.unwrap_or_default(),
                    ..self.value
                }
            }
        }

        impl ::std::default::Default for $builder {
            #[inline]
            fn default() -> $builder {
                $builder {
                    value: $value,
                    meta: ::std::option::Option::None,
                }
            }
        }

        impl ::std::fmt::Debug for $builder {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::debug::renamed_error(f, stringify!($builder), &self.value, &self.meta)
            }
        }
    };
}
