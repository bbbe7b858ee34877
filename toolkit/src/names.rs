//! Enums of strings that keep the strings they do not know.

/// Defines an enum with a variant for each known string, and `Other` for all others.
macro_rules! names {
    (
        $(#[$attribute:meta])*
        $enum:ident {
            $($(#[$variant_attribute:meta])* $variant:ident = $string:literal,)*
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, Eq, Hash, PartialEq, serde::Deserialize, serde::Serialize)]
        #[serde(from = "String", into = "String")]
        #[non_exhaustive]
        pub enum $enum {
            $($(#[$variant_attribute])* $variant,)*
            /// A string that this version does not know.
            Other(String),
        }

        impl $enum {
            /// Returns the string in the JSON.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $string,)*
                    Self::Other(string) => string,
                }
            }
        }

        impl From<String> for $enum {
            fn from(string: String) -> Self {
                match string.as_str() {
                    $($string => Self::$variant,)*
                    _ => Self::Other(string),
                }
            }
        }

        impl From<$enum> for String {
            fn from(name: $enum) -> Self {
                match name {
                    $enum::Other(string) => string,
                    known => known.as_str().to_owned(),
                }
            }
        }

        impl std::fmt::Display for $enum {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

pub(crate) use names;
