//! Waiters: a fluent builder each, and what ends the wait.

mod accept;

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::with_imports;
use super::own::ShadowedNames;
use super::tokens::{bare, deprecated, docs, ident, inner_docs, prefixed};
use super::{Files, fluent};
use crate::ir::{Client, Operation, Waiter};

/// The waiters, each with its operation, by module name.
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

/// `waiters.rs` and what is below.
pub(super) fn emit(client: &Client, files: &mut Files) {
    let waiters = all(client);
    if waiters.is_empty() {
        return;
    }
    let modules = waiters.iter().map(|(_, waiter)| {
        let docs = docs(&[format!("The waiter `{}`.", waiter.name.wire)]);
        let module = ident(&waiter.module);
        quote!(#docs pub mod #module;)
    });
    files.rust(
        "src/waiters.rs",
        quote! {
            //! What waits for something to be so: the methods of the trait
            //! [`Waiters`](crate::client::Waiters).

            #(#modules)*
        },
    );
    for (operation, waiter) in &waiters {
        let inner = inner_docs(&[format!("The waiter `{}`.", waiter.name.wire)]);
        let items = whole(operation, waiter);
        files.rust(
            format!("src/waiters/{}.rs", waiter.module),
            with_imports(&inner, &ShadowedNames::default(), &items),
        );
    }
}

/// The trait that adds the waiters to the client.
pub(super) fn client_trait(client: &Client) -> Option<TokenStream> {
    let waiters = all(client);
    if waiters.is_empty() {
        return None;
    }
    let parts = waiters.iter().map(|(_, waiter)| {
        let method = prefixed("wait_until_", &waiter.module);
        let module = ident(&waiter.module);
        let builder = prefixed(&waiter.name.rust, "FluentBuilder");
        let docs = docs(&waiter.docs);
        let deprecated = deprecated(&waiter.deprecated);
        let builder = quote!(crate::waiters::#module::#builder);
        let declared = quote! {
            #docs
            #deprecated
            fn #method(&self) -> #builder;
        };
        let made = quote! {
            #[inline]
            fn #method(&self) -> #builder {
                #builder::new(self.handle.clone())
            }
        };
        (declared, made)
    });
    let (declared, made): (Vec<_>, Vec<_>) = parts.unzip();
    Some(quote! {
        /// What waits for something to be so. To be imported where it is used.
        pub trait Waiters {
            #(#declared)*
        }

        impl Waiters for Client {
            #(#made)*
        }
    })
}

fn whole(operation: &Operation, waiter: &Waiter) -> TokenStream {
    let builder = prefixed(&waiter.name.rust, "FluentBuilder");
    let (poll, error) = (
        prefixed(&waiter.name.rust, "FinalPoll"),
        prefixed("WaitUntil", &format!("{}Error", waiter.name.rust)),
    );
    let module = ident(&operation.module);
    let path = quote!(crate::operation::#module);
    let name = ident(&operation.name.rust);
    let input = prefixed(&operation.input.name.rust, "Builder");
    let input = quote!(#path::builders::#input);
    let output = ident(&operation.output.name.rust);
    let output = quote!(#path::#output);
    let failure = ident(&operation.error);
    let failure = quote!(#path::#failure);
    let setters = operation.input.members.iter().map(fluent::setters);
    let (min, max) = (waiter.min_delay, waiter.max_delay);
    let accept = accept::accept(operation, waiter);
    let deprecated = deprecated(&waiter.deprecated);
    let lines = docs(&[
        format!(
            "A wait of [`wait_until_{0}`](crate::client::Waiters::wait_until_{0}) that is being put",
            bare(&waiter.module)
        ),
        "together.".to_owned(),
        String::new(),
        "Set the members, then [`wait`](Self::wait).".to_owned(),
    ]);
    let wait_docs = docs(&waiter.docs);
    quote! {
        #lines
        #deprecated
        #[derive(Clone, Debug)]
        #[must_use = "nothing is called before `wait`"]
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

            /// The input, as far as it is set.
            #[inline]
            pub fn as_input(&self) -> &#input {
                &self.inner
            }

            #wait_docs
            ///
            /// # Errors
            /// When it fails, is in vain, or takes longer than `max_wait`.
            #[inline]
            pub fn wait(
                self,
                max_wait: std::time::Duration,
            ) -> impl Future<Output = Result<#poll, #error>> + Send {
                let delays = waiters::Delays { min: #min, max: #max };
                waiters::wait(
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

        /// What the last call came to, where the wait was not in vain.
        pub type #poll = waiters::FinalPoll<
            #output,
            crate::error::SdkError<#failure>,
        >;

        /// How the wait fails.
        pub type #error = waiters::WaiterError<#output, #failure>;
    }
}
