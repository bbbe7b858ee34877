//! Serialization of all types.

/// Implements `Serialize` and `Deserialize` for a type, for the macro `inspected!`.
///
/// The arguments are `response` for a type that the JSON parser reads, `request` for one that it
/// does not read, or `output`, and the type's entry in `inspected!`. The macro expands to
///
/// ```text
/// impl Shape for Bed {}
///
/// impl Serialize for Bed {
///     fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> { … }
/// }
///
/// impl<'de> Deserialize<'de> for Bed {
///     fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> { … }
/// }
/// ```
///
/// and, for `request`, to what the macros `readable_structure!`, `readable_members!` and
/// `readable_enum!` implement for the others. Outputs get a look-up of all their members, which
/// includes those in headers.
#[macro_export]
macro_rules! serializable {
    (request $name:ty { $($member:tt)* }) => {
        $crate::serializable! { @serde $name, value }
        $crate::serializable! { @readable $name { $($member)* } }
    };
    (response $name:ty { $($member:tt)* }) => {
        $crate::serializable! { @serde $name, value }
    };
    (output $name:ty { $($field:ident: $member:tt),* $(,)? }) => {
        $crate::serializable! { @serde $name, output }

        #[doc(hidden)]
        impl $crate::serde::Output for $name {
            $crate::serializable! { @member $($field: $member),* }
        }
    };
    (@serde $name:ty, $read:ident $(, $fact:ident)?) => {
        #[doc(hidden)]
        impl $crate::serde::Shape for $name {
            $(const FACTS: &'static [$crate::inspect::Fact] = &[$crate::inspect::Fact::$fact];)?
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::serde::serialize(self, serializer)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::serde::$read(deserializer)
            }
        }
    };
    (
        @readable $name:ty {
            $($field:ident: $member:tt $(= ($default:expr))?),* $(,)? $(..$facts:tt)?
        }
    ) => {
        #[doc(hidden)]
        impl $crate::json::Read for $name {
            fn absent() -> Self {
                Self { $($field: $crate::serializable!(@absent $($default)?)),* }
            }

            fn slot(&mut self) -> $crate::json::Slot<'_> {
                $crate::json::Slot::members(self)
            }
        }

        #[doc(hidden)]
        impl $crate::json::Members for $name {
            $crate::serializable! { @member $($field: $member),* }
        }
    };
    (@absent) => {
        $crate::json::Read::absent()
    };
    (@absent $default:expr) => {
        $default
    };
    (@member $($field:ident: $member:tt),*) => {
        fn member(&mut self, name: &str) -> ::std::option::Option<$crate::json::Slot<'_>> {
            #[allow(unused_imports, reason = "not all members have facts")]
            use $crate::inspect::Fact::*;
            $(if name == $crate::serializable!(@name $member) {
                let slot = $crate::json::Read::slot(&mut self.$field);
                return ::std::option::Option::Some($crate::serializable!(@slot slot, $member));
            })*
            let _ = name;
            ::std::option::Option::None
        }
    };
    (@union response $name:ty { $($case:tt)* } $($fact:ident)?) => {
        $crate::serializable! { @serde $name, value $(, $fact)? }
    };
    (@union request $name:ty { $($variant:ident: $case:tt),* } $($fact:ident)?) => {
        $crate::serializable! { @serde $name, value $(, $fact)? }

        #[doc(hidden)]
        impl $crate::json::Read for $name {
            fn absent() -> Self {
                Self::Unknown
            }

            fn slot(&mut self) -> $crate::json::Slot<'_> {
                $crate::json::Slot::union(self)
            }
        }

        #[doc(hidden)]
        impl $crate::json::Union for $name {
            fn variant(&mut self, name: &str) -> ::std::option::Option<$crate::json::Slot<'_>> {
                #[allow(unused_imports, reason = "not all members have facts")]
                use $crate::inspect::Fact::*;
                $(if name == $crate::serializable!(@name $case) {
                    $crate::serializable! { @case self, $variant: $case }
                })*
                let _ = name;
                *self = Self::Unknown;
                ::std::option::Option::None
            }
        }
    };
    (@case $self:ident, $variant:ident: ($wire:literal)) => {
        *$self = Self::$variant;
        return ::std::option::Option::None;
    };
    (@case $self:ident, $variant:ident: $member:tt) => {
        *$self = Self::$variant($crate::json::Read::absent());
        return match $self {
            Self::$variant(value) => {
                let slot = $crate::json::Read::slot(value);
                ::std::option::Option::Some($crate::serializable!(@slot slot, $member))
            }
            _ => ::std::option::Option::None,
        };
    };
    (@enum response $name:ty $(, $fact:ident)?) => {
        $crate::serializable! { @serde $name, value $(, $fact)? }
    };
    (@enum request $name:ty $(, $fact:ident)?) => {
        $crate::serializable! { @serde $name, value $(, $fact)? }

        #[doc(hidden)]
        impl $crate::json::Read for $name {
            fn absent() -> Self {
                <Self as ::std::convert::From<&str>>::from($crate::json::NO_VALUE)
            }

            fn slot(&mut self) -> $crate::json::Slot<'_> {
                $crate::json::Slot::parsed(self)
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
    (@name $shared:ident) => { $shared.name };
    (@name $wire:literal) => { $wire };
    (@name ($wire:literal)) => { $wire };
    (@name [$wire:literal $(, $fact:expr)* $(,)?]) => { $wire };
    (@slot $slot:ident, $shared:ident) => {
        $crate::serde::in_format($slot, $shared.facts)
    };
    (@slot $slot:ident, $wire:literal) => { $slot };
    (@slot $slot:ident, [$wire:literal $(, $fact:expr)* $(,)?]) => {
        $crate::serde::in_format($slot, &[$($fact),*])
    };
}
