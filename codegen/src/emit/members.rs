//! The facts about the members of all types, for optional features.

mod facts;
mod shared;

use proc_macro2::TokenStream;
use quote::quote;

use self::shared::Shared;
use super::tokens::{ident, mentions};
use super::{Files, ty};
use crate::ir::{Absent, Client, Literal, Member, MemberRule, Structure, Union, Usage};

/// Emits `members.rs`.
pub(super) fn emit(client: &Client, files: &mut Files) {
    let operations = client.operations.iter();
    let nested = client.structures.iter();
    let structures = operations.clone().map(|operation| &operation.input);
    let shared = &Shared::new(structures.chain(nested).flat_map(|structure| {
        let members = structure.members.iter().enumerate();
        members.map(|(index, member)| (&*member.name.rust, self::member(structure, index, member)))
    }));
    let inputs = operations.clone().map(|operation| {
        let module = ident(&operation.module);
        structure(&quote!(#module::), &operation.input, shared)
    });
    let outputs = operations.map(|operation| {
        let module = ident(&operation.module);
        structure(&quote!(#module::), &operation.output, shared)
    });
    let responses = types(client, shared, |usage| usage.in_responses);
    let requests = types(client, shared, |usage| !usage.in_responses);
    let definitions = shared.definitions();
    let mut imports = Vec::new();
    if mentions(&requests, "HashMap") {
        imports.push(quote!(
            use std::collections::HashMap;
        ));
    }
    if !client.operations.is_empty() {
        imports.push(quote!(
            use crate::operation;
        ));
    }
    if !(client.structures.is_empty() && client.unions.is_empty() && client.enums.is_empty()) {
        imports.push(quote!(
            use crate::types;
        ));
    }
    files.rust(
        "src/members.rs",
        quote! {
            //! The members of all types, with the facts that the features `check` and `serde` need.

            #(#imports)*

            restjson1_runtime::inspected! {
                modules: [operation, types],
                inputs: [#(#inputs),*],
                outputs: [#(#outputs),*],
                responses: Types #responses,
                requests: Types #requests,
                shared: Members { #(#definitions),* },
            }
        },
    );
}

/// Returns the types with a usage.
fn types(client: &Client, shared: &Shared, is_included: impl Fn(Usage) -> bool) -> TokenStream {
    let structures = client.structures.iter();
    let structures = structures.filter(|shape| is_included(shape.usage));
    let structures = structures.map(|shape| structure(&quote!(), shape, shared));
    let unions = client.unions.iter();
    let unions = unions.filter(|shape| is_included(shape.usage)).map(union);
    let enums = client.enums.iter();
    let enums = enums.filter(|shape| is_included(shape.usage)).map(|shape| {
        let name = ident(&shape.name.rust);
        let sensitive = shape.sensitive.then(|| quote!(as Sensitive));
        quote!(#name #sensitive)
    });
    quote! {
        {
            structures: [#(#structures),*],
            unions: [#(#unions),*],
            enums: [#(#enums),*],
        }
    }
}

fn structure(path: &TokenStream, structure: &Structure, shared: &Shared) -> TokenStream {
    let name = ident(&structure.name.rust);
    let members = structure.members.iter().enumerate().map(|(index, member)| {
        let field = ident(&member.name.rust);
        let name_and_facts = shared.reference(self::member(structure, index, member));
        let default = default(structure, member).map(|value| quote!(= (#value)));
        quote!(#field: #name_and_facts #default)
    });
    let members: Vec<_> = members.collect();
    let rules: Vec<_> = structure
        .rules
        .iter()
        .filter_map(|rule| match rule {
            MemberRule::AtMostOne(members) => {
                let names = members
                    .iter()
                    .map(|index| &structure.members[*index].name.wire);
                Some(quote!(AtMostOne(&[#(#names),*])))
            }
            MemberRule::MaxBytes { .. } => None,
        })
        .collect();
    let rules = (!rules.is_empty()).then(|| quote!(..[#(#rules),*]));
    quote!(#path #name { #(#members,)* #rules })
}

fn member(structure: &Structure, index: usize, member: &Member) -> TokenStream {
    named(&member.name.wire, facts::member(structure, index, member))
}

/// Returns the value of a member that is not set, if the structure has no function for it and the
/// value is not the empty one.
fn default(structure: &Structure, member: &Member) -> Option<TokenStream> {
    match &member.absent {
        Absent::Default(literal)
            if !structure.usage.in_responses && !member.optional && *literal != Literal::Zero =>
        {
            Some(ty::literal(&member.ty, literal))
        }
        _ => None,
    }
}

fn union(union: &Union) -> TokenStream {
    let name = ident(&union.name.rust);
    let variants = union.variants.iter().map(|variant| {
        let ident = ident(&variant.name.rust);
        let wire = &variant.name.wire;
        match &variant.ty {
            None => quote!(#ident: (#wire)),
            Some(ty) => {
                let member = named(wire, facts::variant(union, variant, ty));
                quote!(#ident: #member)
            }
        }
    });
    let sensitive = union.sensitive.then(|| quote!(..[Sensitive]));
    quote!(#name { #(#variants,)* #sensitive })
}

/// Returns a member with its facts, as the macro expects it.
fn named(wire: &str, facts: Vec<TokenStream>) -> TokenStream {
    match facts.is_empty() {
        true => quote!(#wire),
        false => quote!([#wire, #(#facts),*]),
    }
}
