//! The files below `types`, and those that name them all.

use quote::quote;

use super::builder::builder;
use super::imports::with_imports;
use super::own::{ShadowedNames, own};
use super::structure::definition;
use super::tokens::{ident, inner_docs, prefixed};
use super::{Files, deserialize, serialize};
use crate::ir::{Client, Structure};

/// The file of one structure below `types`.
pub(super) fn emit(structure: &Structure, files: &mut Files) {
    let definition = definition(structure);
    let name = own(&structure.name.rust);
    let builder = builder(structure, &quote!(#name));
    let read = structure
        .usage
        .in_responses
        .then(|| deserialize::structure(structure));
    let write = structure
        .usage
        .in_requests
        .then(|| serialize::structure(structure));
    let inner = inner_docs(&[format!("`{}`.", structure.name.wire)]);
    let path = format!("src/types/{}.rs", structure.module);
    let items = quote!(#definition #builder #read #write);
    files.rust(
        path,
        with_imports(&inner, &ShadowedNames::of(&structure.name.rust), &items),
    );
}

/// `types.rs` and `types/builders.rs`, for unions and enums as well.
pub(super) fn emit_modules(client: &Client, files: &mut Files) {
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
