//! Paginators.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::with_imports;
use super::own::ShadowedNames;
use super::tokens::{ident, inner_docs, prefixed};
use super::ty;
use crate::ir::{Operation, Pagination, Type};

/// The paginator of an operation that has pages.
pub(super) fn paginator(operation: &Operation) -> TokenStream {
    let Some(pagination) = &operation.pagination else {
        return TokenStream::new();
    };
    let inner = inner_docs(&[format!(
        "The walk over the pages of `{}`.",
        operation.name.wire
    )]);
    let name = prefixed(&operation.name.rust, "Paginator");
    let operation_type = ident(&operation.name.rust);
    let operation_path = quote!(super::#operation_type);
    let builder = prefixed(&operation.input.name.rust, "Builder");
    let builder = quote!(super::builders::#builder);
    let input_token = ident(&operation.input.members[pagination.input_token].name.rust);
    let output_token = ident(&operation.output.members[pagination.output_token].name.rust);
    let page_size = page_size(pagination);
    let (items, items_type) = items(operation, pagination).unzip();
    let stream = stream(operation, &output_path(operation));
    let items = quote! {
        #[doc(hidden)]
        impl paginate::Paginated for #operation_path {
            #[inline]
            fn next_token(output: &Self::Output) -> Option<&str> {
                output.#output_token.as_deref()
            }

            #[inline]
            fn token(input: &mut Self::Input) -> &mut Option<String> {
                &mut input.#input_token
            }
        }

        /// The walk over the answer's pages, each fetched when it is asked for.
        pub struct #name {
            handle: Arc<client::Handle>,
            builder: #builder,
            stop_on_duplicate_token: bool,
        }

        impl #name {
            #[inline]
            pub(crate) fn new(
                handle: Arc<client::Handle>,
                builder: #builder,
            ) -> Self {
                Self {
                    handle,
                    builder,
                    stop_on_duplicate_token: true,
                }
            }

            #page_size

            /// Whether the walk ends at a page whose token is the one it was fetched with, which
            /// would otherwise be fetched for ever. It does unless told otherwise.
            #[inline]
            pub fn stop_on_duplicate_token(mut self, stop_on_duplicate_token: bool) -> Self {
                self.stop_on_duplicate_token = stop_on_duplicate_token;
                self
            }

            /// Starts the walk. Nothing is fetched before the stream is polled.
            #[inline]
            pub fn send(self) -> #stream {
                paginate::pages(
                    #operation_path,
                    self.handle,
                    #operation_path::plugin(),
                    self.builder.build(),
                    self.stop_on_duplicate_token,
                )
            }

            #items
        }

        #items_type
    };
    with_imports(&inner, &ShadowedNames::default(), &items)
}

fn output_path(operation: &Operation) -> TokenStream {
    let output = ident(&operation.output.name.rust);
    quote!(super::#output)
}

fn stream(operation: &Operation, item: &TokenStream) -> TokenStream {
    let error = ident(&operation.error);
    quote!(paginate::PaginationStream<internal::SendResult<#item, super::#error>>)
}

fn page_size(pagination: &Pagination) -> Option<TokenStream> {
    let member = pagination.page_size.as_ref()?;
    let field = ident(&member.name.rust);
    let ty = ty::owned(&member.ty);
    Some(quote! {
        /// How many items a page may have, in the place of what the input says.
        #[inline]
        pub fn page_size(mut self, limit: #ty) -> Self {
            self.builder.value.#field = Some(limit);
            self
        }
    })
}

/// The method that leads to the walk over items, and that walk's type.
fn items(operation: &Operation, pagination: &Pagination) -> Option<(TokenStream, TokenStream)> {
    let paginator = prefixed(&operation.name.rust, "Paginator");
    let name = prefixed(&operation.name.rust, "PaginatorItems");
    let member = &operation.output.members[pagination.items?];
    let Type::List { element, sparse } = &member.ty else {
        return None;
    };
    let field = ident(&member.name.rust);
    let element = ty::owned(element);
    let element = if *sparse {
        quote!(Option<#element>)
    } else {
        element
    };
    let stream = stream(operation, &element);
    let items = if member.optional {
        quote!(page.#field.unwrap_or_default())
    } else {
        quote!(page.#field)
    };
    Some((
        quote! {
            /// The walk over the items of the pages, one after the other.
            #[inline]
            pub fn items(self) -> #name {
                #name(self)
            }
        },
        quote! {
            /// The walk over the items of all pages.
            pub struct #name(#paginator);

            impl #name {
                /// Starts the walk. Nothing is fetched before the stream is polled.
                #[inline]
                pub fn send(self) -> #stream {
                    paginate::items(self.0.send(), |page| #items)
                }
            }
        },
    ))
}
