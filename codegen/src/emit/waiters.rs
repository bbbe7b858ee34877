//! Waiters: a fluent builder for each, and the function that decides when the wait ends.

mod accept;
mod operands;
mod predicates;

use proc_macro2::TokenStream;
use quote::quote;

use super::names::with_imports;
use super::tokens::{bare, deprecated, docs, ident, inner_docs, prefixed};
use super::{Files, fluent, modules};
use crate::ir::{Client, Operation, Waiter};
use crate::printable::escape;

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
pub(super) fn emit(client: &Client, files: &mut Files) {
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
            //! [`Waiters`](crate::client::Waiters).

            #(#modules)*
        },
    );
    for (operation, waiter) in &waiters {
        let inner = inner_docs(&[format!("Waiter {}.", escape::code(&waiter.name))]);
        let items = module(operation, waiter);
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

fn module(operation: &Operation, waiter: &Waiter) -> TokenStream {
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
    let setters = fluent::setters(&operation.input);
    let (min, max) = (waiter.min_delay, waiter.max_delay);
    let accept = accept::accept(operation, waiter);
    let deprecated = deprecated(&waiter.deprecated);
    let builder_docs = docs(&[
        format!(
            "Fluent builder for [`wait_until_{0}`](crate::client::Waiters::wait_until_{0}):",
            bare(&waiter.module)
        ),
        "set the members, then call [`wait`](Self::wait).".to_owned(),
    ]);
    let wait_docs = docs(&waiter.docs);
    quote! {
        #builder_docs
        #deprecated
        #[derive(Clone, Debug)]
        #[must_use = "no request is sent before `wait` is awaited"]
        pub struct #builder {
            handle: Arc<client::Handle>,
            inner: #input,
        }

        impl #builder {
            #[inline]
            pub(crate) fn new(handle: Arc<client::Handle>) -> Self {
                Self {
                    handle,
                    inner: Default::default(),
                }
            }

            /// Returns the builder of the input.
            #[inline]
            pub fn as_input(&self) -> &#input {
                &self.inner
            }

            #wait_docs
            ///
            /// # Errors
            /// Returns an error if a request fails unexpectedly, if the resource reaches a failure
            /// state, or if the wait takes longer than `max_wait`.
            #[inline]
            pub fn wait(
                self,
                max_wait: std::time::Duration,
            ) -> impl Future<Output = Result<#poll, #error>> + Send {
                let delays = waiters::Delays { min: #min, max: #max };
                waiters::wait(
                    #path::#name,
                    self.handle,
                    #path::#name::plugin(),
                    self.inner.build(),
                    max_wait,
                    delays,
                    accept,
                )
            }

            #(#setters)*
        }

        #accept

        /// The result of the last request of a successful wait.
        pub type #poll = waiters::FinalPoll<
            #output,
            crate::error::SdkError<#operation_error>,
        >;

        /// The error of a wait.
        pub type #error = waiters::WaiterError<#output, #operation_error>;
    }
}
