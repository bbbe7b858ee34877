//! The structures below `types`, and the modules that re-export them.

use proc_macro2::TokenStream;
use quote::quote;

use super::builder::builder;
use super::names::{local, with_imports};
use super::structure::definition;
use super::tokens::ident;
use super::{Files, deserialize, modules, serialize};
use crate::ir::{Client, Structure};

/// Emits the file of a structure below `types`.
pub(super) fn emit(structure: &Structure, files: &mut Files) {
    let definition = definition(structure);
    let name = local(&structure.name.rust);
    let builder = builder(structure, &quote!(#name));
    let read = structure
        .usage
        .in_responses
        .then(|| deserialize::structure(structure));
    let write = structure
        .usage
        .in_requests
        .then(|| serialize::structure(structure));
    let path = format!("src/types/{}.rs", structure.module_file);
    let items = quote!(#definition #builder #read #write);
    files.rust(
        path,
        with_imports(&TokenStream::new(), &[&structure.name.rust], items),
    );
}

/// Emits `types.rs`, which also re-exports unions and enums, and `types/builders.rs`.
pub(super) fn emit_modules(client: &Client, files: &mut Files) {
    let structures = client.structures.iter();
    let structures = structures.map(|s| (&s.module, &s.module_file, &s.name.rust));
    let unions = client.unions.iter();
    let unions = unions.map(|s| (&s.module, &s.module_file, &s.name.rust));
    let enums = client.enums.iter();
    let enums = enums.map(|s| (&s.module, &s.module_file, &s.name.rust));
    let mut names: Vec<_> = structures.chain(unions).chain(enums).collect();
    names.sort();
    let modules = names
        .iter()
        .map(|(module, file, _)| modules::declaration(&quote!(), module, "types", file));
    let uses = names.iter().map(|(module, _, name)| {
        let (module, name) = (ident(module), ident(name));
        quote!(pub use self::#module::#name;)
    });
    files.rust(
        "src/types.rs",
        quote! {
            //! Structures, unions and enums in inputs and outputs.
            //!
            //! The service may add members and values, so matches need a wildcard arm, and structures
            //! are constructed with the function `builder` of the type. The builders are in
            //! [`builders`], the errors of operations in [`error`].

            pub mod builders;
            pub mod error;
            #(#modules)*
            #(#uses)*
        },
    );
    let builders = client.structures.iter().map(|structure| {
        let module = ident(&structure.module);
        let name = ident(&structure.builder_name);
        quote!(pub use super::#module::#name;)
    });
    files.rust(
        "src/types/builders.rs",
        quote! {
            //! Builders for structures.
            #(#builders)*
        },
    );
}
