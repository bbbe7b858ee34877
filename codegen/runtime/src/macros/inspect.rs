//! Facts about the members of types, for features that look into any value.

/// Implements `Inspect` for all types of a crate, `Structure` for the structures and, with the
/// feature `serde`, serialization.
///
/// `modules` are those of operations and of types. A member is its name on the wire, in a list with
/// its facts if it has any, or the name of one of the members in `shared`. `=` precedes the value of
/// a request's member that is not set; it defaults to the empty value. `..` precedes facts that
/// concern several members. A union's variant without a value is in parentheses. `responses` are the
/// types that can be read from JSON, `requests` all others; `as Sensitive` marks an enum,
/// `..[Sensitive]` a union. Generated code invokes the macro as
///
/// ```text
/// restjson1_runtime::inspected! {
///     modules: [operation, types],
///     inputs: [
///         list_beds::ListBedsInput {
///             name: NAME,
///             kind: ["kind", Required],
///             ..[AtMostOne(&["name", "kind"])]
///         },
///     ],
///     outputs: [list_beds::ListBedsOutput { beds: "beds" }],
///     responses: Types {
///         structures: [Bed { name: NAME }],
///         unions: [],
///         enums: [Kind],
///     },
///     requests: Types {
///         structures: [Filter { limit: "limit" = (10) }],
///         unions: [Choice { Bed: "bed", None: ("none") }],
///         enums: [Code as Sensitive],
///     },
///     shared: Members { NAME: ["name", Length(1, 8)] },
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
        modules: [$operation:ident, $types:ident],
        inputs: $inputs:tt,
        outputs: $outputs:tt,
        responses: Types $responses:tt,
        requests: Types $requests:tt,
        shared: Members $shared:tt $(,)?
    ) => {
        $crate::inspected! { @shared $shared }
        $crate::inspected! { @inputs $operation $inputs }
        $crate::inspected! { @structures request $operation $inputs }
        $crate::inspected! { @structures output $operation $outputs }
        $crate::inspected! { @types response $types $responses }
        $crate::inspected! { @types request $types $requests }
    };
    (@inputs $module:ident [$($($input:ident)::+ { $($member:tt)* }),* $(,)?]) => {
        /// Returns an input as a structure; `None` if it is the input of another service.
        #[cfg(feature = "check")]
        pub(crate) fn input(
            input: &$crate::client::Input,
        ) -> ::std::option::Option<&dyn $crate::inspect::Structure> {
            $(if let ::std::option::Option::Some(input) = input.downcast_ref::<$module::$($input)::+>() {
                return ::std::option::Option::Some(input);
            })*
            let _ = input;
            ::std::option::Option::None
        }
    };
    (@shared { $($name:ident: $member:tt),* $(,)? }) => {
        $(
            const $name: $crate::inspect::Member = {
                use $crate::inspect::Fact::*;
                $crate::inspected! { @member $member }
            };
        )*
    };
    (
        @structures $place:ident $module:ident
        [$($($structure:ident)::+ { $($member:tt)* }),* $(,)?]
    ) => {
        $(
            $crate::inspected! { @structure $module::$($structure)::+ { $($member)* } }
            #[cfg(feature = "serde")]
            $crate::serializable! { $place $module::$($structure)::+ { $($member)* } }
        )*
    };
    (
        @types $place:ident $module:ident {
            structures: $structures:tt,
            unions: [$($union:ident {
                $($variant:ident: $case:tt),* $(,)? $(..[$union_fact:ident])?
            }),* $(,)?],
            enums: [$($enum:ident $(as $enum_fact:ident)?),* $(,)?] $(,)?
        }
    ) => {
        $crate::inspected! { @structures $place $module $structures }
        $(
            #[doc(hidden)]
            impl $crate::inspect::Inspect for $module::$union {
                fn value(&self) -> $crate::inspect::Value<'_> {
                    #[allow(unused_imports, reason = "not all members have facts")]
                    use $crate::inspect::Fact::*;
                    $($crate::inspected! { @variant self, $variant: $case })*
                    $crate::inspect::Value::UnknownVariant
                }
            }

            #[cfg(feature = "serde")]
            $crate::serializable! {
                @union $place $module::$union { $($variant: $case),* } $($union_fact)?
            }
        )*
        $(
            #[doc(hidden)]
            impl $crate::inspect::Inspect for $module::$enum {
                fn value(&self) -> $crate::inspect::Value<'_> {
                    $crate::inspect::Value::String(self.as_str())
                }
            }

            #[cfg(feature = "serde")]
            $crate::serializable! { @enum $place $module::$enum $(, $enum_fact)? }
        )*
    };
    (
        @structure $name:ty {
            $($field:ident: $member:tt $(= ($default:expr))?),* $(,)? $(..[$($fact:expr),* $(,)?])?
        }
    ) => {
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
    (@member $shared:ident) => {
        $shared
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
