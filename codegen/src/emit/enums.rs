//! Enums: the known values, and a variant for unknown ones.

use proc_macro2::TokenStream;
use quote::quote;

use super::Files;
use super::names::{local, with_imports};
use super::structure::REDACTED;
use super::tokens::{deprecated, docs, ident};
use crate::ir::{Client, Enum};

/// The deprecation note of the variant for unknown values.
const UNKNOWN_NOTE: &str =
    "match unknown values with a wildcard arm and `as_str`; later versions may add variants";

/// Emits the file of each enum.
pub(super) fn emit(client: &Client, files: &mut Files) {
    for shape in &client.enums {
        let definition = definition(shape);
        let debug = shape.sensitive.then(|| redacted(shape));
        let traits = traits(shape);
        let path = format!("src/types/{}.rs", shape.module_file);
        let items = quote!(#definition #debug #traits);
        files.rust(
            path,
            with_imports(&TokenStream::new(), &[&shape.name.rust], items),
        );
    }
}

fn definition(shape: &Enum) -> TokenStream {
    let name = local(&shape.name.rust);
    let unknown = ident(&shape.unknown);
    let docs = docs(&shape.docs);
    let deprecated = deprecated(&shape.deprecated);
    let unknown_docs = self::docs(&[
        String::new(),
        "The service may add values: match with a wildcard arm, and use [`as_str`](Self::as_str) to"
            .to_owned(),
        "tell unknown values apart.".to_owned(),
    ]);
    let variants = shape.values.iter().map(|value| {
        let docs = self::docs(&value.docs);
        let deprecated = self::deprecated(&value.deprecated);
        let variant = local(&value.name.rust);
        quote!(#docs #deprecated #variant,)
    });
    let idents: Vec<_> = shape
        .values
        .iter()
        .map(|value| ident(&value.name.rust))
        .collect();
    let wires: Vec<_> = shape.values.iter().map(|value| &value.name.wire).collect();
    let strings = &shape.wire_values;
    let debug = (!shape.sensitive).then(|| quote!(Debug,));
    quote! {
        #docs
        #unknown_docs
        #deprecated
        #[derive(Clone, #debug Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A value that this version of the crate does not know.
            #[deprecated(note = #UNKNOWN_NOTE)]
            #unknown(UnknownVariantValue),
        }

        impl #name {
            /// Returns the value's string on the wire.
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#idents => #wires,)*
                    Self::#unknown(value) => value.as_str(),
                }
            }

            /// Returns the strings of the known values, sorted.
            #[inline]
            pub const fn values() -> &'static [&'static str] {
                &[#(#strings),*]
            }

            /// Parses a known value.
            ///
            /// # Errors
            /// Returns an error if the string is none of [`values`](Self::values).
            #[inline]
            pub fn try_parse(value: &str) -> Result<Self, UnknownVariantError> {
                match Self::from(value) {
                    Self::#unknown(_) => Err(UnknownVariantError::new(value)),
                    known => Ok(known),
                }
            }
        }

        impl From<&str> for #name {
            #[inline]
            fn from(value: &str) -> Self {
                match value {
                    #(#wires => Self::#idents,)*
                    other => Self::#unknown(UnknownVariantValue::new(other)),
                }
            }
        }

        restjson1_runtime::string_enum! { name: #name }
    }
}

/// Returns the `Debug` implementation of a sensitive enum, which prints not even known values.
fn redacted(shape: &Enum) -> TokenStream {
    let name = local(&shape.name.rust);
    quote! {
        impl fmt::Debug for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(#REDACTED)
            }
        }
    }
}

/// Returns the implementations that read and write values.
fn traits(shape: &Enum) -> TokenStream {
    let name = local(&shape.name.rust);
    let unknown = ident(&shape.unknown);
    let read = shape.usage.in_responses.then(|| {
        quote! {
            restjson1_runtime::readable_enum! { name: #name, unknown: #unknown }
        }
    });
    let write = shape.usage.in_requests.then(|| {
        quote! {
            restjson1_runtime::writable_enum! { name: #name }
        }
    });
    let bound = shape.usage.in_bindings.then(|| {
        quote! {
            #[doc(hidden)]
            impl http::ToHttpString for #name {
                #[inline]
                fn to_http_string(&self) -> std::borrow::Cow<'_, str> {
                    std::borrow::Cow::Borrowed(self.as_str())
                }
            }
        }
    });
    quote!(#read #write #bound)
}
