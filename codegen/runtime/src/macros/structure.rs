//! Structures and their builders.

/// An output knows the id that the service gave the request.
#[macro_export]
macro_rules! output_structure {
    ($output:ident) => {
        impl $crate::error::RequestId for $output {
            #[inline]
            fn request_id(&self) -> ::std::option::Option<&str> {
                self._request_id.as_deref()
            }
        }
    };
}

/// A structure that is read as a part of others.
#[macro_export]
macro_rules! readable {
    ($structure:ident) => {
        $crate::readable!($structure, empty);
    };
    ($structure:ident, $empty:ident) => {
        #[doc(hidden)]
        impl $crate::json::Read for $structure {
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

/// A builder that holds the structure that it builds: made of an empty value, or of one in which the
/// fields named are unset.
#[macro_export]
macro_rules! value_builder {
    ($builder:ident, unset $($value:ident)::+ { $($field:ident),* }) => {
        $crate::value_builder!(
            $builder,
            $($value)::+ { $($field: ::std::option::Option::None),* }
        );
    };
    ($builder:ident, $empty:expr) => {
        impl ::std::default::Default for $builder {
            #[inline]
            fn default() -> $builder {
                $builder { value: $empty }
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
