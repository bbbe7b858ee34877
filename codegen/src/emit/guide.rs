//! The pages of the guide, which are modules without items.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::inner_docs;
use super::{Files, front_page, modules};
use crate::ir::Client;
use crate::options::Options;

/// Emits `guide.rs` and its submodules, if the guide has pages.
pub(super) fn emit(client: &Client, options: &Options, files: &mut Files) {
    if client.guide.is_empty() {
        return;
    }
    let pages = client.guide.iter().map(|page| {
        let docs = inner_docs(&front_page::filled(&page.docs, options));
        files.rust(format!("src/guide/{}.rs", page.file), docs);
        modules::declaration(&quote!(pub), &page.module, "guide", &page.file)
    });
    let pages: Vec<_> = pages.collect();
    files.rust(
        "src/guide.rs",
        quote! {
            //! A guide to this crate. Its modules are pages, and have no items.

            #(#pages)*
        },
    );
}

/// Returns the declaration of the module, which only rustdoc reads.
pub(super) fn declaration(client: &Client) -> Option<TokenStream> {
    (!client.guide.is_empty()).then(|| {
        quote!(
            #[cfg(doc)]
            pub mod guide;
        )
    })
}
