//! Paginators.

use proc_macro2::TokenStream;
use quote::quote;

use super::names::with_imports;
use super::tokens::{docs, ident, inner_docs};
use super::{examples, ty};
use crate::identifier::bare;
use crate::ir::{Operation, Pagination, PathField, Type};
use crate::options::Options;

/// Returns the file of an operation's paginator; it is empty if the operation is not paginated.
pub(super) fn paginator(operation: &Operation, options: &Options) -> TokenStream {
    let Some(pagination) = &operation.pagination else {
        return TokenStream::new();
    };
    let inner = inner_docs(&[format!("Paginator for `{}`.", operation.name.wire)]);
    let name = ident(&pagination.paginator);
    let link = format!(
        "[`{}`](crate::client::Client::{})",
        operation.name.wire,
        bare(&operation.method_name)
    );
    let operation_type = ident(&operation.name.rust);
    let builder = ident(&operation.input.builder_name);
    let (output, error) = (ident(&operation.output.name.rust), ident(&operation.error));
    let input_token = ident(&operation.input.members[pagination.input_token].name.rust);
    let next_token = next_token(&pagination.output_token);
    let page_size = pagination.page_size.as_ref().map(|member| {
        let (field, ty) = (ident(&member.name.rust), ty::owned(&member.ty));
        quote!(page_size: (#field, #ty),)
    });
    let items = items(pagination);
    let examples = docs(&examples::pages(operation, pagination, &options.lib_name()));
    let module = quote! {
        #[doc(hidden)]
        impl paginate::Paginated for super::#operation_type {
            #[inline]
            fn next_token(output: &Self::Output) -> Option<&str> {
                #next_token
            }

            #[inline]
            fn token(input: &mut Self::Input) -> &mut Option<String> {
                &mut input.#input_token
            }
        }

        restjson1_runtime::paginator! {
            #examples
            paginator: #name,
            operation_link: #link,
            operation: super::#operation_type,
            builder: super::builders::#builder,
            output: super::#output,
            error: super::#error,
            #page_size
            #items
        }
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

/// Returns the arguments of the macro about the paginator over items.
fn items(pagination: &Pagination) -> Option<TokenStream> {
    let items = pagination.items.as_ref()?;
    let name = ident(&items.paginator);
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
    Some(quote! {
        items: #name,
        take: |page| -> Vec<#item> { #items },
    })
}
