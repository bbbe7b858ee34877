//! Waiters: a fluent builder for each, and the function that decides when the wait ends.

mod accept;
mod operands;
mod predicates;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::names::with_imports;
use super::tokens::{deprecated, docs, ident, inner_docs, prefixed};
use super::{Files, examples, modules};
use crate::identifier::bare;
use crate::ir::{Client, Operation, Waiter};
use crate::options::Options;

/// Returns the waiters with their operations, by module name.
fn all(client: &Client) -> Vec<(&Operation, &Waiter)> {
    let operations = client.operations.iter();
    let all = operations.flat_map(|operation| {
        let waiters = operation.waiters.iter();
        waiters.map(move |waiter| (operation, waiter))
    });
    let mut all: Vec<_> = all.collect();
    all.sort_by(|a, b| a.1.module.cmp(&b.1.module));
    all
}

/// Emits `waiters.rs` and its submodules.
pub(super) fn emit(client: &Client, options: &Options, files: &mut Files) {
    let waiters = all(client);
    if waiters.is_empty() {
        return;
    }
    let modules = waiters.iter().map(|(_, waiter)| {
        modules::declaration(&quote!(pub), &waiter.module, "waiters", &waiter.module_file)
    });
    files.rust(
        "src/waiters.rs",
        quote! {
            //! Fluent builders, outputs and errors of the methods of
            //! [`Waiters`](crate::client::Waiters), and the limits of a wait.

            pub use restjson1_runtime::waiters::{AcceptorState, Progress, Wait};
            #[cfg(feature = "futures-stream")]
            pub use restjson1_runtime::waiters::{Update, Updates};

            #(#modules)*
        },
    );
    for (operation, waiter) in &waiters {
        let summary = waiter.docs.iter().take_while(|line| !line.is_empty());
        let inner = inner_docs(&summary.cloned().collect::<Vec<_>>());
        let items = module(operation, waiter, options);
        files.rust(
            format!("src/waiters/{}.rs", waiter.module_file),
            with_imports(&inner, &[], items),
        );
    }
}

/// Returns the trait that adds the waiters to the client.
pub(super) fn client_trait(client: &Client) -> Option<TokenStream> {
    let waiters = all(client);
    if waiters.is_empty() {
        return None;
    }
    let methods = waiters.iter().map(|(_, waiter)| {
        let method = prefixed("wait_until_", &waiter.module);
        let module = ident(&waiter.module);
        let builder = ident(&waiter.fluent_builder);
        let docs = docs(&waiter.docs);
        let deprecated = deprecated(&waiter.deprecated);
        let builder = quote!(crate::waiters::#module::#builder);
        let declared = quote! {
            #docs
            #deprecated
            fn #method(&self) -> #builder;
        };
        let implemented = quote! {
            #[inline]
            fn #method(&self) -> #builder {
                #builder::new(self.handle.clone())
            }
        };
        (declared, implemented)
    });
    let (declared, implemented): (Vec<_>, Vec<_>) = methods.unzip();
    Some(quote! {
        /// Methods that poll until a resource reaches a state.
        ///
        /// Import this trait to use them.
        pub trait Waiters {
            #(#declared)*
        }

        impl Waiters for Client {
            #(#implemented)*
        }
    })
}

fn module(operation: &Operation, waiter: &Waiter, options: &Options) -> TokenStream {
    let builder = ident(&waiter.fluent_builder);
    let (poll, error) = (ident(&waiter.final_poll), ident(&waiter.error));
    let module = ident(&operation.module);
    let path = quote!(crate::operation::#module);
    let name = ident(&operation.name.rust);
    let input = ident(&operation.input.builder_name);
    let input = quote!(#path::builders::#input);
    let output = ident(&operation.output.name.rust);
    let output = quote!(#path::#output);
    let operation_error = ident(&operation.error);
    let operation_error = quote!(#path::#operation_error);
    let (min, max, successes) = (
        Literal::u64_unsuffixed(waiter.min_delay),
        Literal::u64_unsuffixed(waiter.max_delay),
        Literal::u32_unsuffixed(waiter.successes),
    );
    let accept = accept::accept(operation, waiter);
    let note = waiter.deprecated.as_ref();
    let deprecated = note.map(|note| quote!(deprecated: #note,));
    let method = bare(&waiter.module);
    let examples = docs(&examples::waits(operation, waiter, &options.lib_name()));
    quote! {
        restjson1_runtime::waiter! {
            #examples
            builder: #builder,
            method: #method,
            #deprecated
            accept: accept,
            min_delay: #min,
            max_delay: #max,
            successes: #successes,
            operation: #path::#name,
            input: #input,
            output: #output,
            error: #operation_error,
            final_poll: #poll,
            wait_error: #error,
        }

        #accept
    }
}
