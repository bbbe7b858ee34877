//! Structures: type and accessors.

use proc_macro2::TokenStream;
use quote::quote;

use super::own::own;
use super::tokens::{bare, deprecated, doc, docs, ident, prefixed};
use super::{deserialize, ty};
use crate::ir::{Member, Role, Structure, Type};

/// What stands in the place of a secret.
pub(super) const REDACTED: &str = "*** Sensitive Data Redacted ***";

/// The public path of a structure's type, as text for a link.
pub(super) fn link(structure: &Structure) -> String {
    let name = &structure.name.rust;
    match structure.role {
        Role::Type => format!("[`{name}`](crate::types::{name})"),
        Role::Error => format!("[`{name}`](crate::types::error::{name})"),
        Role::Input | Role::Output => {
            format!("[`{name}`](crate::operation::{}::{name})", structure.module)
        }
    }
}

/// The public path of a structure's type or, with `suffix`, of its builder.
pub(super) fn type_path(structure: &Structure, suffix: &str) -> TokenStream {
    let name = prefixed(&structure.name.rust, suffix);
    let module = ident(&structure.module);
    let builders = (!suffix.is_empty()).then(|| quote!(builders::));
    match structure.role {
        Role::Type => quote!(types::#builders #name),
        Role::Error => quote!(types::error::#builders #name),
        Role::Input | Role::Output => quote!(crate::operation::#module::#builders #name),
    }
}

/// The type with its accessors.
pub(super) fn definition(structure: &Structure) -> TokenStream {
    let name = own(&structure.name.rust);
    let docs = docs(&structure.docs);
    let deprecated = deprecated(&structure.deprecated);
    let fields = structure.members.iter().map(|member| {
        let docs = self::docs(&member.docs);
        let deprecated = self::deprecated(&member.deprecated);
        let field = ident(&member.name.rust);
        let ty = ty::field(member);
        quote!(#docs #deprecated pub #field: #ty,)
    });
    let request_id = (structure.role == Role::Output).then(|| quote!(_request_id: Option<String>,));
    let meta =
        (structure.role == Role::Error).then(|| quote!(pub(crate) meta: error::ErrorMetadata,));
    let accessors = structure.members.iter().map(accessor);
    let debug = redacted(structure, "");
    // Of a stream there is but one.
    let derive = match (debug.is_some(), structure.streams()) {
        (true, false) => Some(quote!(#[derive(Clone, PartialEq)])),
        (false, false) => Some(quote!(#[derive(Clone, Debug, PartialEq)])),
        (true, true) => None,
        (false, true) => Some(quote!(#[derive(Debug)])),
    };
    let empty = structure.usage.in_responses.then(|| empty(structure));
    // Beside an operation's types lies the module of their builders.
    let builder = match structure.role {
        Role::Input | Role::Output => {
            let name = prefixed(&structure.name.rust, "Builder");
            quote!(builders::#name)
        }
        Role::Type | Role::Error => type_path(structure, "Builder"),
    };
    let builder_docs = doc(&format!("A builder of `{}`.", structure.name.rust));
    let identified = identified(structure);
    quote! {
        #docs
        #deprecated
        #derive
        #[non_exhaustive]
        pub struct #name {
            #(#fields)*
            #request_id
            #meta
        }

        impl #name {
            #(#accessors)*

            #builder_docs
            #[inline]
            pub fn builder() -> #builder {
                #builder::default()
            }

            #empty
        }

        #debug
        #identified
    }
}

/// Outputs know the request's id.
fn identified(structure: &Structure) -> Option<TokenStream> {
    let name = own(&structure.name.rust);
    (structure.role == Role::Output)
        .then(|| quote!(restjson1_runtime::output_structure! { output: #name }))
}

fn accessor(member: &Member) -> TokenStream {
    let docs = docs(&member.docs);
    let deprecated = deprecated(&member.deprecated);
    let method = ident(&member.name.rust);
    let (ty, value) = ty::accessor(member);
    let empty = matches!(member.ty, Type::List { .. }) && member.optional;
    let empty = empty.then(|| {
        let lines = [
            String::new(),
            "Empty where nothing was sent; the field itself tells the difference.".to_owned(),
        ];
        self::docs(&lines)
    });
    quote! {
        #docs
        #empty
        #deprecated
        #[inline]
        pub fn #method(&self) -> #ty {
            #value
        }
    }
}

/// The value in which nothing is read or set yet.
fn empty(structure: &Structure) -> TokenStream {
    let fields = structure.members.iter().map(deserialize::absent_field);
    let request_id = (structure.role == Role::Output).then(|| quote!(_request_id: None,));
    let meta =
        (structure.role == Role::Error).then(|| quote!(meta: error::ErrorMetadata::default(),));
    let name = ident(&structure.empty_function);
    quote! {
        #[inline]
        pub(crate) fn #name() -> Self {
            Self { #(#fields)* #request_id #meta }
        }
    }
}

/// Whether a member is not to be printed.
pub(super) fn hides(structure: &Structure, member: &Member) -> bool {
    member.sensitive || structure.sensitive
}

/// How a structure or its builder is printed that has something to hide; others derive it.
pub(super) fn redacted(structure: &Structure, suffix: &str) -> Option<TokenStream> {
    if !structure
        .members
        .iter()
        .any(|member| hides(structure, member))
    {
        return None;
    }
    let text = format!("{}{suffix}", structure.name.rust);
    let name = own(&text);
    let fields = structure.members.iter().map(|member| {
        let field = ident(&member.name.rust);
        let label = bare(&member.name.rust);
        let value = if hides(structure, member) {
            quote!(&#REDACTED)
        } else {
            quote!(&self.#field)
        };
        quote!(.field(#label, #value))
    });
    let request_id =
        (structure.role == Role::Output).then(|| quote!(.field("_request_id", &self._request_id)));
    let meta = (structure.role == Role::Error).then(|| quote!(.field("meta", &self.meta)));
    Some(quote! {
        impl fmt::Debug for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(#text)
                    #(#fields)*
                    #request_id
                    #meta
                    .finish()
            }
        }
    })
}
