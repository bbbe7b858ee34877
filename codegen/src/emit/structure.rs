//! Structures: the type and its accessors.

use proc_macro2::TokenStream;
use quote::quote;

use super::names::local;
use super::tokens::{deprecated, doc, docs, ident};
use super::{deserialize, ty};
use crate::identifier::bare;
use crate::ir::{Member, Role, Structure, Type};

/// The string that `Debug` prints instead of a sensitive value.
pub(super) const REDACTED: &str = "*** Sensitive Data Redacted ***";

/// Returns a link to a structure's type.
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

/// Returns the path of a structure's builder, for the file of the structure.
fn builder_path(structure: &Structure) -> TokenStream {
    let name = ident(&structure.builder_name);
    match structure.role {
        Role::Type => quote!(types::builders::#name),
        Role::Error => quote!(types::error::builders::#name),
        // The module of the builders is a submodule of the operation's.
        Role::Input | Role::Output => quote!(builders::#name),
    }
}

/// Returns the type with its accessors.
pub(super) fn definition(structure: &Structure) -> TokenStream {
    let name = local(&structure.name.rust);
    let docs = docs(&structure.docs);
    let deprecated = deprecated(&structure.deprecated);
    let fields = structure.members.iter().map(|member| {
        let docs = self::docs(&member.docs.field);
        let deprecated = self::deprecated(&member.deprecated);
        let field = ident(&member.name.rust);
        let ty = ty::field(member);
        quote!(#docs #deprecated pub #field: #ty,)
    });
    let request_id = (structure.role == Role::Output).then(|| quote!(_request_id: Option<String>,));
    let meta =
        (structure.role == Role::Error).then(|| quote!(pub(crate) meta: error::ErrorMetadata,));
    let accessors = structure.members.iter().map(accessor);
    let debug = redacted(structure, &structure.name.rust);
    // A derived `Debug` is inlined, so applications would compile it for each error of an operation
    // that they call. `error_structure!` implements it instead.
    let implemented = debug.is_some() || structure.message.is_some();
    // A stream can be neither cloned nor compared.
    let derive = match (implemented, structure.streams()) {
        (true, false) => Some(quote!(#[derive(Clone, PartialEq)])),
        (false, false) => Some(quote!(#[derive(Clone, Debug, PartialEq)])),
        (true, true) => None,
        (false, true) => Some(quote!(#[derive(Debug)])),
    };
    let empty = structure.usage.in_responses.then(|| empty(structure));
    let builder = builder_path(structure);
    let builder_docs = doc(&format!("Returns a builder for `{}`.", structure.name.rust));
    let request_id_impls = request_id_impls(structure);
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
        #request_id_impls
    }
}

/// Returns the implementations that give an output its request id.
fn request_id_impls(structure: &Structure) -> Option<TokenStream> {
    let name = local(&structure.name.rust);
    (structure.role == Role::Output).then(|| {
        let empty = (structure.empty_function != "empty").then(|| {
            let empty = ident(&structure.empty_function);
            quote!(, empty: #empty)
        });
        quote!(restjson1_runtime::output_structure! { output: #name #empty })
    })
}

fn accessor(member: &Member) -> TokenStream {
    let docs = docs(&member.docs.field);
    let deprecated = deprecated(&member.deprecated);
    let method = ident(&member.name.rust);
    let (ty, value) = ty::accessor(member);
    let empty = matches!(member.ty, Type::List { .. }) && member.optional;
    let empty = empty.then(|| {
        let lines = [
            String::new(),
            "An unset list gives an empty slice; the field itself is then `None`.".to_owned(),
        ];
        self::docs(&lines)
    });
    let allowed = (member.name.rust == "len").then(|| {
        quote!(#[allow(clippy::len_without_is_empty, reason = "the length is a value of the model")])
    });
    quote! {
        #docs
        #empty
        #deprecated
        #allowed
        #[inline]
        pub fn #method(&self) -> #ty {
            #value
        }
    }
}

/// Returns the function that creates a value before its members are read or set.
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

/// Returns `true` if `Debug` must not print the member.
fn hides(structure: &Structure, member: &Member) -> bool {
    member.sensitive || structure.sensitive
}

/// Returns `true` if `Debug` must not print some members.
pub(super) fn hides_members(structure: &Structure) -> bool {
    let mut members = structure.members.iter();
    members.any(|member| hides(structure, member))
}

/// Returns the `Debug` implementation of a structure, or of its builder, with sensitive members.
///
/// Other structures derive `Debug`. `type_name` is the name of the structure or of the builder.
pub(super) fn redacted(structure: &Structure, type_name: &str) -> Option<TokenStream> {
    hides_members(structure).then(|| debug(structure, type_name))
}

/// Returns a `Debug` implementation that prints like a derived one, except sensitive members.
fn debug(structure: &Structure, type_name: &str) -> TokenStream {
    let name = local(type_name);
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
    quote! {
        impl fmt::Debug for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(#type_name)
                    #(#fields)*
                    #request_id
                    #meta
                    .finish()
            }
        }
    }
}
