//! Unions: a variant for each member, and one for unknown members.

use proc_macro2::TokenStream;
use quote::quote;

use super::names::{local, with_imports};
use super::structure::REDACTED;
use super::tokens::{deprecated, doc, docs, ident, prefixed};
use super::{Files, deserialize, serialize, ty};
use crate::ir::{Client, Union, Variant};

/// Emits the file of each union.
pub(super) fn emit(client: &Client, files: &mut Files) {
    for union in &client.unions {
        let definition = definition(union);
        let debug = debug(union);
        let read = union.usage.in_responses.then(|| read(union));
        let write = union.usage.in_requests.then(|| write(union));
        let path = format!("src/types/{}.rs", union.module_file);
        let items = quote!(#definition #debug #read #write);
        files.rust(
            path,
            with_imports(&TokenStream::new(), &[&union.name.rust], items),
        );
    }
}

fn hides(union: &Union) -> bool {
    union.sensitive || union.variants.iter().any(|variant| variant.sensitive)
}

fn definition(union: &Union) -> TokenStream {
    let name = local(&union.name.rust);
    let docs = docs(&union.docs);
    let deprecated = deprecated(&union.deprecated);
    let derive = (!hides(union)).then(|| quote!(, Debug));
    let variants = union.variants.iter().map(|variant| {
        let docs = self::docs(&variant.docs);
        let deprecated = self::deprecated(&variant.deprecated);
        let ident = local(&variant.name.rust);
        let ty = variant.ty.as_ref().map(ty::owned).map(|ty| quote!((#ty)));
        quote!(#docs #deprecated #ident #ty,)
    });
    let methods = union.variants.iter().map(methods);
    quote! {
        #docs
        #deprecated
        #[derive(Clone, PartialEq #derive)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A variant that this version of the crate does not know. It cannot be sent.
            #[non_exhaustive]
            Unknown,
        }

        impl #name {
            #(#methods)*

            /// Returns `true` if the variant is [`Unknown`](Self::Unknown).
            #[inline]
            pub fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown)
            }
        }
    }
}

fn methods(variant: &Variant) -> TokenStream {
    let ident = ident(&variant.name.rust);
    let (is, as_) = (
        prefixed("is_", &variant.method),
        prefixed("as_", &variant.method),
    );
    let as_docs = docs(&[
        format!(
            "Returns the value if the variant is [`{0}`](Self::{0}).",
            variant.name.rust
        ),
        String::new(),
        "# Errors".to_owned(),
        "Returns the union itself if it has another variant.".to_owned(),
    ]);
    let is_docs = doc(&format!(
        "Returns `true` if the variant is [`{0}`](Self::{0}).",
        variant.name.rust
    ));
    let deprecated = deprecated(&variant.deprecated);
    let (ty, value, pattern) = match &variant.ty {
        Some(ty) => {
            let ty = ty::owned(ty);
            (quote!(&#ty), quote!(value), quote!((value)))
        }
        None => (quote!(()), quote!(()), quote!()),
    };
    let any = variant.ty.as_ref().map(|_| quote!((_)));
    quote! {
        #as_docs
        #deprecated
        #[inline]
        pub fn #as_(&self) -> Result<#ty, &Self> {
            match self {
                Self::#ident #pattern => Ok(#value),
                _ => Err(self),
            }
        }

        #is_docs
        #deprecated
        #[inline]
        pub fn #is(&self) -> bool {
            matches!(self, Self::#ident #any)
        }
    }
}

fn debug(union: &Union) -> Option<TokenStream> {
    if !hides(union) {
        return None;
    }
    let name = local(&union.name.rust);
    if union.sensitive {
        return Some(quote! {
            impl fmt::Debug for #name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(#REDACTED)
                }
            }
        });
    }
    let arms = union.variants.iter().map(|variant| {
        let ident = ident(&variant.name.rust);
        let name = &variant.name.rust;
        match (&variant.ty, variant.sensitive) {
            (None, _) => quote!(Self::#ident => f.write_str(#name),),
            (Some(_), true) => quote! {
                Self::#ident(_) => {
                    f.debug_tuple(#name).field(&#REDACTED).finish()
                }
            },
            (Some(_), false) => quote! {
                Self::#ident(value) => f.debug_tuple(#name).field(value).finish(),
            },
        }
    });
    Some(quote! {
        impl fmt::Debug for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    #(#arms)*
                    Self::Unknown => f.write_str("Unknown"),
                }
            }
        }
    })
}

fn read(union: &Union) -> TokenStream {
    let name = local(&union.name.rust);
    let holds_values = union.variants.iter().any(|variant| variant.ty.is_some());
    let import = holds_values.then(|| {
        quote!(
            use json::Read;
        )
    });
    let arms = union.variants.iter().map(|variant| {
        let wire = &variant.name.wire;
        let ident = ident(&variant.name.rust);
        let Some(ty) = &variant.ty else {
            return quote! {
                #wire => {
                    *self = Self::#ident;
                    None
                }
            };
        };
        let format = deserialize::timestamps(ty);
        quote! {
            #wire => {
                *self = Self::#ident(Read::absent());
                match self {
                    Self::#ident(value) => Some(value.slot() #format),
                    _ => None,
                }
            }
        }
    });
    quote! {
        #[doc(hidden)]
        impl json::Read for #name {
            #[inline]
            fn absent() -> Self {
                Self::Unknown
            }

            #[inline]
            fn slot(&mut self) -> json::Slot<'_> {
                json::Slot::union(self)
            }
        }

        #[doc(hidden)]
        impl json::Union for #name {
            #[inline]
            fn variant(&mut self, name: &str) -> Option<json::Slot<'_>> {
                #import
                match name {
                    #(#arms)*
                    _ => {
                        *self = Self::Unknown;
                        None
                    }
                }
            }
        }
    }
}

fn write(union: &Union) -> TokenStream {
    let name = local(&union.name.rust);
    let union_name = &union.name.rust;
    let arms = union.variants.iter().map(|variant| {
        let wire = &variant.name.wire;
        let ident = ident(&variant.name.rust);
        let (pattern, value) = match &variant.ty {
            None => (None, quote!(&json::NoMembers)),
            Some(ty) => (
                Some(quote!((value))),
                serialize::in_format(ty, quote!(value)),
            ),
        };
        quote!(Self::#ident #pattern => out.members(&[(#wire, #value)]),)
    });
    serialize::implementation(
        &name,
        &quote! {
            match self {
                #(#arms)*
                Self::Unknown => Err(error::SerializationError::unknown_variant(#union_name)),
            }
        },
    )
}
