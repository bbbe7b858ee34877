//! Paginators.

use proc_macro2::TokenStream;
use quote::quote;

use super::names::with_imports;
use super::tokens::{bare, doc, docs, ident, inner_docs};
use super::ty;
use crate::ir::{Operation, Pagination, PathField, Type};

/// Returns the file of an operation's paginator; it is empty if the operation is not paginated.
pub(super) fn paginator(operation: &Operation) -> TokenStream {
    let Some(pagination) = &operation.pagination else {
        return TokenStream::new();
    };
    let inner = inner_docs(&[format!("Paginator for `{}`.", operation.name.wire)]);
    let name = ident(&pagination.paginator);
    let docs = docs(&[
        format!(
            "Paginator for [`{}`](crate::client::Client::{}).",
            operation.name.wire,
            bare(&operation.method_name)
        ),
        String::new(),
        "Each page is fetched when the stream is polled for it.".to_owned(),
    ]);
    let operation_type = ident(&operation.name.rust);
    let operation_path = quote!(super::#operation_type);
    let builder = ident(&operation.input.builder_name);
    let builder = quote!(super::builders::#builder);
    let input_token = ident(&operation.input.members[pagination.input_token].name.rust);
    let next_token = next_token(&pagination.output_token);
    let page_size = page_size(pagination);
    let (items, items_type) = items(operation, pagination).unzip();
    let stream = stream(operation, &output_path(operation));
    let module = quote! {
        #[doc(hidden)]
        impl paginate::Paginated for #operation_path {
            #[inline]
            fn next_token(output: &Self::Output) -> Option<&str> {
                #next_token
            }

            #[inline]
            fn token(input: &mut Self::Input) -> &mut Option<String> {
                &mut input.#input_token
            }
        }

        #docs
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

            /// Sets whether to stop when the service repeats a token; the default is `true`.
            ///
            /// If it is `false`, a repeated token fetches the same page forever.
            #[inline]
            pub fn stop_on_duplicate_token(mut self, stop_on_duplicate_token: bool) -> Self {
                self.stop_on_duplicate_token = stop_on_duplicate_token;
                self
            }

            /// Returns the stream of pages. No request is sent before the stream is polled.
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
    with_imports(&inner, &[], module)
}

/// Returns the token at the end of a path in `output`, as an `Option`.
fn next_token(path: &[PathField]) -> TokenStream {
    let groups: Vec<_> = groups(path).collect();
    let mut tokens = quote!(output);
    for (index, group) in groups.iter().enumerate() {
        let fields = fields(group);
        let is_last = index + 1 == groups.len();
        tokens = match (index, is_last, ends_optional(group)) {
            (0, true, true) => quote!(#tokens #fields .as_deref()),
            (0, true, false) => quote!(Some(#tokens #fields .as_str())),
            (0, false, _) => quote!(#tokens #fields .as_ref()),
            (_, true, true) => quote!(#tokens.and_then(|part| part #fields .as_deref())),
            (_, true, false) => quote!(#tokens.map(|part| part #fields .as_str())),
            (_, false, _) => quote!(#tokens.and_then(|part| part #fields .as_ref())),
        };
    }
    tokens
}

/// Returns the list or map at the end of a path in `page`, which is moved out of it.
fn take(path: &[PathField]) -> TokenStream {
    let mut tokens = quote!(page);
    let mut is_optional = false;
    for (index, group) in groups(path).enumerate() {
        let fields = fields(group);
        tokens = match (index, ends_optional(group)) {
            (0, _) => quote!(#tokens #fields),
            (_, true) => quote!(#tokens.and_then(|part| part #fields)),
            (_, false) => quote!(#tokens.map(|part| part #fields)),
        };
        is_optional |= index > 0 || ends_optional(group);
    }
    match is_optional {
        true => quote!(#tokens.unwrap_or_default()),
        false => tokens,
    }
}

/// Returns the parts of a path that end with an optional member, and the rest.
fn groups(path: &[PathField]) -> impl Iterator<Item = &[PathField]> {
    path.split_inclusive(|field| field.optional)
}

fn ends_optional(group: &[PathField]) -> bool {
    group.last().is_some_and(|field| field.optional)
}

fn fields(group: &[PathField]) -> TokenStream {
    let fields = group.iter().map(|field| ident(&field.rust));
    quote!(#(.#fields)*)
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
        /// Sets the maximum number of items in a page, overriding the value in the input.
        #[inline]
        pub fn page_size(mut self, limit: #ty) -> Self {
            self.builder.value.#field = Some(limit);
            self
        }
    })
}

/// Returns the method that creates the paginator over items, and the paginator's type.
fn items(operation: &Operation, pagination: &Pagination) -> Option<(TokenStream, TokenStream)> {
    let items = pagination.items.as_ref()?;
    let (name, paginator) = (ident(&items.paginator), ident(&pagination.paginator));
    let docs = doc(&format!(
        "Paginator over the items of `{}`.",
        operation.name.wire
    ));
    let optional = |ty: &Type, is_optional: bool| {
        let ty = ty::owned(ty);
        match is_optional {
            true => quote!(Option<#ty>),
            false => ty,
        }
    };
    let collection = take(&items.path);
    let (item, items) = match &items.ty {
        Type::List { element, sparse } => (optional(element, *sparse), collection),
        Type::Map { key, value, sparse } => {
            let (key, value) = (ty::owned(key), optional(value, *sparse));
            (
                quote!((#key, #value)),
                quote!(#collection.into_iter().collect()),
            )
        }
        _ => return None,
    };
    let stream = stream(operation, &item);
    Some((
        quote! {
            /// Creates a paginator over the items of all pages.
            #[inline]
            pub fn items(self) -> #name {
                #name(self)
            }
        },
        quote! {
            #docs
            pub struct #name(#paginator);

            impl #name {
                /// Returns the stream of items. No request is sent before the stream is polled.
                #[inline]
                pub fn send(self) -> #stream {
                    paginate::items(self.0.send(), |page| #items)
                }
            }
        },
    ))
}
