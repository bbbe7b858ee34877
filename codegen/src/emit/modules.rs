//! Declarations of modules.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::ident;

/// Returns the declaration of `module`, whose file is `folder/file.rs`.
///
/// If the file has another name than the module, the compiler needs the path, relative to the
/// folder of the file with the declaration.
pub(super) fn declaration(
    visibility: &TokenStream,
    module: &str,
    folder: &str,
    file: &str,
) -> TokenStream {
    let name = ident(module);
    let path = (file != module).then(|| path(&format!("{folder}/{file}.rs")));
    quote!(#path #visibility mod #name;)
}

/// Returns the declaration of `submodule` in `module`, whose file is `file.rs`.
///
/// The compiler looks for modules of a file with an explicit path beside the file, instead of in
/// the folder of the same name.
pub(super) fn submodule(module: &str, file: &str, submodule: &str) -> TokenStream {
    let name = ident(submodule);
    let path = (file != module).then(|| path(&format!("{file}/{submodule}.rs")));
    quote!(#path pub mod #name;)
}

fn path(path: &str) -> TokenStream {
    quote!(#[path = #path])
}
