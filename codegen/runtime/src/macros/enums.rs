//! Enums.

/// Implements the conversions between an enum and strings, based on its method `as_str` and its
/// `From<&str>`.
///
/// Generated code invokes it as
///
/// ```text
/// restjson1_runtime::string_enum! { name: ChannelType }
/// ```
///
/// which expands to
///
/// ```text
/// impl FromStr for ChannelType {
///     type Err = Infallible;
///     fn from_str(value: &str) -> Result<Self, Infallible> { Ok(Self::from(value)) }
/// }
///
/// impl AsRef<str> for ChannelType {
///     fn as_ref(&self) -> &str { self.as_str() }
/// }
///
/// impl Display for ChannelType {
///     fn fmt(&self, f: &mut Formatter<'_>) -> Result { f.write_str(self.as_str()) }
/// }
/// ```
#[macro_export]
macro_rules! string_enum {
    (name: $name:ident $(,)?) => {
        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            #[inline]
            fn from_str(
                value: &str,
            ) -> ::std::result::Result<Self, <Self as ::std::str::FromStr>::Err> {
                ::std::result::Result::Ok(<Self as ::std::convert::From<&str>>::from(value))
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

/// Implements writing an enum to JSON, based on its method `as_str`.
///
/// Generated code invokes it as
///
/// ```text
/// restjson1_runtime::writable_enum! { name: ChannelType }
/// ```
///
/// which expands to
///
/// ```text
/// impl Write for ChannelType {
///     fn write(&self, out: ValueWriter<'_>) -> WriteResult { … }
/// }
/// ```
#[macro_export]
macro_rules! writable_enum {
    (name: $name:ident $(,)?) => {
        #[doc(hidden)]
        impl $crate::json::Write for $name {
            #[inline]
            fn write(&self, out: $crate::json::ValueWriter<'_>) -> $crate::json::WriteResult {
                out.string(self.as_str());
                ::std::result::Result::Ok(())
            }
        }
    };
}

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

#[cfg(test)]
mod tests {
    use crate::json::{ValueWriter, Write as _};

    #[derive(Debug, PartialEq)]
    struct Kind(String);

    impl Kind {
        fn as_str(&self) -> &str {
            &self.0
        }
    }

    impl From<&str> for Kind {
        fn from(value: &str) -> Self {
            Self(value.to_owned())
        }
    }

    crate::string_enum! { name: Kind }
    crate::writable_enum! { name: Kind }

    #[test]
    fn enums_are_parsed_printed_and_written_as_their_string() {
        let value: Kind = "\"A\"".parse().expect("it cannot fail");
        assert_eq!(value, Kind("\"A\"".to_owned()));
        assert_eq!(value.as_ref(), "\"A\"");
        assert_eq!(value.to_string(), "\"A\"");
        let mut json = Vec::new();
        let written = value.write(ValueWriter::new(&mut json));
        written.expect("strings can be written");
        assert_eq!(json, br#""\"A\"""#);
    }
}
