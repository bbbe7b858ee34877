//! Structures: type, accessors, builder, and how they travel.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::tokens::{doc, docs, ident, inner_docs, prefixed};
use super::imports::with_imports;
use super::{Files, deserialize, serialize, ty};
use crate::ir::{Absent, Client, Literal, Member, Role, Structure, Type};

const REDACTED: &str = "*** Sensitive Data Redacted ***";

/// `types/*.rs` of structures; the module file is the enums' and unions' as well.
pub(super) fn emit(client: &Client, files: &mut Files) {
    for structure in &client.structures {
        let own = definition(structure);
        let name = ident(&structure.name.rust);
        let builder = builder(structure, &quote!(#name));
        let read = structure.usage.read.then(|| deserialize::structure(structure));
        let write = structure.usage.written.then(|| serialize::structure(structure));
        let inner = inner_docs(&[format!("`{}`.", structure.name.wire)]);
        let path = format!("src/types/{}.rs", structure.module);
        let items = quote!(#own #builder #read #write);
        files.rust(path, with_imports(&inner, &items));
    }
    let names = client.structures.iter().map(|s| (&s.module, &s.name.rust));
    let names = names.chain(client.unions.iter().map(|s| (&s.module, &s.name.rust)));
    let names = names.chain(client.enums.iter().map(|s| (&s.module, &s.name.rust)));
    let mut names: Vec<_> = names.collect();
    names.sort();
    let modules = names.iter().map(|(module, _)| ident(module));
    let uses = names.iter().map(|(module, name)| {
        let (module, name) = (ident(module), ident(name));
        quote!(pub use self::#module::#name;)
    });
    files.rust(
        "src/types.rs",
        quote! {
            //! The data that inputs and outputs are made of.

            /// The builders of the structures.
            pub mod builders;
            /// The errors that operations declare.
            pub mod error;
            #(mod #modules;)*
            #(#uses)*
        },
    );
    let builders = client.structures.iter().map(|structure| {
        let module = ident(&structure.module);
        let name = prefixed(&structure.name.rust, "Builder");
        quote!(pub use super::#module::#name;)
    });
    files.rust(
        "src/types/builders.rs",
        quote! {
            //! The builders of the structures.
            #(#builders)*
        },
    );
}

/// The public path of a structure's type, as text for a link.
fn link(structure: &Structure) -> String {
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
    let name = ident(&structure.name.rust);
    let docs = docs(&structure.docs);
    let fields = structure.members.iter().map(|member| {
        let docs = self::docs(&member.docs);
        let field = ident(&member.name.rust);
        let ty = ty::field(member);
        quote!(#docs pub #field: #ty,)
    });
    let request_id = (structure.role == Role::Output).then(|| quote!(_request_id: Option<String>,));
    let meta = (structure.role == Role::Error)
        .then(|| quote!(pub(crate) meta: error::ErrorMetadata,));
    let accessors = structure.members.iter().map(accessor);
    let debug = redacted(structure, "");
    let derive = if debug.is_some() {
        quote!(Clone, PartialEq)
    } else {
        quote!(Clone, Debug, PartialEq)
    };
    let is_made_empty = structure.usage.read || holds_value(structure);
    let empty = is_made_empty.then(|| empty(structure));
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
        #[derive(#derive)]
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
    let name = ident(&structure.name.rust);
    (structure.role == Role::Output).then(|| quote!(restjson1_runtime::output_structure!(#name);))
}

fn accessor(member: &Member) -> TokenStream {
    let docs = docs(&member.docs);
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
    let meta = (structure.role == Role::Error)
        .then(|| quote!(meta: error::ErrorMetadata::default(),));
    quote! {
        #[inline]
        pub(crate) fn empty() -> Self {
            Self { #(#fields)* #request_id #meta }
        }
    }
}

/// Whether a builder can hold the structure itself: nothing in it has a value before it is set.
fn holds_value(structure: &Structure) -> bool {
    structure.members.iter().all(|member| member.optional)
}

/// The builder.
pub(super) fn builder(structure: &Structure, target: &TokenStream) -> TokenStream {
    let name = prefixed(&structure.name.rust, "Builder");
    let docs = doc(&format!("A builder of {}.", link(structure)));
    let definition = if holds_value(structure) {
        wrapper(structure, &name, target)
    } else {
        fields(structure, &name)
    };
    let setters = structure.members.iter().map(|member| setters(structure, member));
    let meta_setters = (structure.role == Role::Error).then(|| meta_setters(structure));
    let build = build(structure, target);
    quote! {
        #docs
        #definition

        impl #name {
            #(#setters)*
            #meta_setters
            #build
        }
    }
}

/// A builder that holds the structure.
fn wrapper(structure: &Structure, name: &Ident, target: &TokenStream) -> TokenStream {
    // What an answer must hold is there before it is read, but not before it is built.
    let preset = |member: &&Member| member.absent == Absent::EmptyStructure;
    let unset: Vec<_> = structure
        .members
        .iter()
        .filter(preset)
        .map(|member| ident(&member.name.rust))
        .collect();
    let value = if unset.is_empty() {
        quote!(#target::empty())
    } else {
        quote!(#target { #(#unset: None,)* ..#target::empty() })
    };
    quote! {
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            pub(crate) value: #target,
        }

        restjson1_runtime::value_builder!(#name, #value);
    }
}

/// A builder with a field for each member.
fn fields(structure: &Structure, name: &Ident) -> TokenStream {
    let fields = structure.members.iter().map(|member| {
        let field = ident(&member.name.rust);
        let ty = ty::owned(&member.ty);
        quote!(#field: Option<#ty>,)
    });
    let request_id = (structure.role == Role::Output).then(|| quote!(_request_id: Option<String>,));
    let meta =
        (structure.role == Role::Error).then(|| quote!(meta: Option<error::ErrorMetadata>,));
    let debug = redacted(structure, "Builder");
    let debug_derive = debug.is_none().then(|| quote!(Debug,));
    quote! {
        #[derive(Clone, #debug_derive Default, PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields)*
            #request_id
            #meta
        }

        #debug
    }
}

/// Where a builder holds a member.
fn place(structure: &Structure, field: &Ident) -> TokenStream {
    if holds_value(structure) { quote!(self.value.#field) } else { quote!(self.#field) }
}

/// The three methods of a member.
fn setters(structure: &Structure, member: &Member) -> TokenStream {
    let field = ident(&member.name.rust);
    let place = place(structure, &field);
    let (set, get) = (
        prefixed("set_", &member.name.rust),
        prefixed("get_", &member.name.rust),
    );
    let ty = ty::owned(&member.ty);
    let plain = plain_setter(member, &place);
    let set_docs = doc(&format!("Sets or unsets `{field}`."));
    let get_docs = doc(&format!("What `{field}` is set to."));
    quote! {
        #plain

        #set_docs
        #[inline]
        pub fn #set(mut self, input: Option<#ty>) -> Self {
            #place = input;
            self
        }

        #get_docs
        #[inline]
        pub fn #get(&self) -> &Option<#ty> {
            &#place
        }
    }
}

fn plain_setter(member: &Member, place: &TokenStream) -> TokenStream {
    let field = ident(&member.name.rust);
    let inline = inline(&member.ty);
    let (parameters, statement, note) = match &member.ty {
        Type::List { element, sparse } => {
            let (parameter, value) = element_setter(element, *sparse, "input");
            (
                quote!(input: #parameter),
                quote!(#place.get_or_insert_default().push(#value);),
                Some("Each call adds an element."),
            )
        }
        Type::Map { key, value, sparse } => {
            let (key, key_value) = ty::setter(key, "k");
            let (parameter, value) = element_setter(value, *sparse, "v");
            (
                quote!(k: #key, v: #parameter),
                quote!(#place.get_or_insert_default().insert(#key_value, #value);),
                Some("Each call adds an entry."),
            )
        }
        ty => {
            let (parameter, value) = ty::setter(ty, "input");
            (quote!(input: #parameter), quote!(#place = Some(#value);), None)
        }
    };
    let note = note.map(|note| docs(&[String::new(), note.to_owned()]));
    let docs = docs(&member.docs);
    quote! {
        #docs
        #note
        #inline
        pub fn #field(mut self, #parameters) -> Self {
            #statement
            self
        }
    }
}

/// `#[inline]` on a setter, unless it is generic and so compiled where it is called anyway.
pub(super) fn inline(ty: &Type) -> Option<TokenStream> {
    let is_generic = |ty: &Type| match ty {
        Type::String => true,
        Type::Enum(reference) | Type::Structure(reference) | Type::Union(reference) => {
            reference.boxed
        }
        _ => false,
    };
    let generic = match ty {
        Type::List { element, sparse } => !sparse && is_generic(element),
        Type::Map { key, value, sparse } => is_generic(key) || (!sparse && is_generic(value)),
        ty => is_generic(ty),
    };
    (!generic).then(|| quote!(#[inline]))
}

/// The parameter for an element, and the value made of it; a sparse one may be `None`.
pub(super) fn element_setter(ty: &Type, sparse: bool, name: &str) -> (TokenStream, TokenStream) {
    if sparse {
        let ty = ty::owned(ty);
        let name = ident(name);
        return (quote!(Option<#ty>), quote!(#name));
    }
    ty::setter(ty, name)
}

fn meta_setters(structure: &Structure) -> TokenStream {
    let (set, set_or_unset) = if holds_value(structure) {
        (quote!(self.value.meta = meta;), quote!(self.value.meta = meta.unwrap_or_default();))
    } else {
        (quote!(self.meta = Some(meta);), quote!(self.meta = meta;))
    };
    quote! {
        /// Sets the error's metadata.
        #[inline]
        pub fn meta(mut self, meta: error::ErrorMetadata) -> Self {
            #set
            self
        }

        /// Sets or unsets the error's metadata.
        #[inline]
        pub fn set_meta(&mut self, meta: Option<error::ErrorMetadata>) -> &mut Self {
            #set_or_unset
            self
        }
    }
}

fn build(structure: &Structure, target: &TokenStream) -> TokenStream {
    let type_name = &structure.name.rust;
    let value = if holds_value(structure) {
        quote!(self.value)
    } else {
        let fields = structure.members.iter().map(|member| built(type_name, member));
        let request_id =
            (structure.role == Role::Output).then(|| quote!(_request_id: self._request_id,));
        let meta =
            (structure.role == Role::Error).then(|| quote!(meta: self.meta.unwrap_or_default(),));
        quote!(#target { #(#fields)* #request_id #meta })
    };
    if structure.fallible || structure.role == Role::Input {
        let lines = [
            format!("The finished `{type_name}`."),
            String::new(),
            "# Errors".to_owned(),
            if structure.fallible {
                "When a required member is unset.".to_owned()
            } else {
                "None so far; the service may come to require a member.".to_owned()
            },
        ];
        let docs = docs(&lines);
        quote! {
            #docs
            #[inline]
            pub fn build(self) -> Result<#target, error::BuildError> {
                Ok(#value)
            }
        }
    } else {
        let docs = doc(&format!("The finished `{type_name}`."));
        quote! {
            #docs
            #[inline]
            pub fn build(self) -> #target {
                #value
            }
        }
    }
}

/// A member's value, of what its builder holds.
fn built(type_name: &str, member: &Member) -> TokenStream {
    let field = ident(&member.name.rust);
    if member.optional {
        return quote!(#field: self.#field,);
    }
    match &member.default {
        Some(Literal::Zero) => quote!(#field: self.#field.unwrap_or_default(),),
        Some(literal) => {
            let literal = ty::literal(&member.ty, literal);
            quote!(#field: self.#field.unwrap_or_else(|| #literal),)
        }
        None => {
            let name = bare(&member.name.rust);
            let details =
                format!("{name} was not specified but it is required when building {type_name}");
            quote! {
                #field: self
                    .#field
                    .ok_or_else(|| error::BuildError::missing_field(#name, #details))?,
            }
        }
    }
}

/// An identifier without `r#`.
fn bare(rust: &str) -> &str {
    rust.strip_prefix("r#").unwrap_or(rust)
}

fn hides(structure: &Structure, member: &Member) -> bool {
    member.sensitive || structure.sensitive
}

/// How a structure or its builder is printed that has something to hide; others derive it.
fn redacted(structure: &Structure, suffix: &str) -> Option<TokenStream> {
    if !structure.members.iter().any(|member| hides(structure, member)) {
        return None;
    }
    let name = prefixed(&structure.name.rust, suffix);
    let text = name.to_string();
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
    let request_id = (structure.role == Role::Output)
        .then(|| quote!(.field("_request_id", &self._request_id)));
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
