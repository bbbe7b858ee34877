//! The facts about the members of all types, for optional features.

use std::sync::LazyLock;

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::ident;
use super::{Files, ty};
use crate::ir::{
    Absent, Bounds, Client, Constraints, Literal, Member, MemberRule, Scalar, Structure,
    TimestampFormat, Type, Union, Usage, Variant,
};

static NONE: LazyLock<Constraints> = LazyLock::new(Constraints::default);

/// Emits `members.rs`.
pub(super) fn emit(client: &Client, files: &mut Files) {
    let operations = client.operations.iter();
    let inputs = operations.clone().map(|operation| {
        let module = ident(&operation.module);
        structure(&quote!(operation::#module), &operation.input)
    });
    let outputs = operations.map(|operation| {
        let module = ident(&operation.module);
        structure(&quote!(operation::#module), &operation.output)
    });
    let responses = types(client, |usage| usage.in_responses);
    let requests = types(client, |usage| !usage.in_responses);
    let mut imports = Vec::new();
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
                inputs: [#(#inputs),*],
                outputs: [#(#outputs),*],
                responses: #responses,
                requests: #requests,
            }
        },
    );
}

/// Returns the types with a usage.
fn types(client: &Client, is_included: impl Fn(Usage) -> bool) -> TokenStream {
    let structures = client.structures.iter();
    let structures = structures.filter(|shape| is_included(shape.usage));
    let structures = structures.map(|shape| structure(&quote!(types), shape));
    let unions = client.unions.iter();
    let unions = unions.filter(|shape| is_included(shape.usage)).map(union);
    let enums = client.enums.iter();
    let enums = enums.filter(|shape| is_included(shape.usage)).map(|shape| {
        let (name, sensitive) = (ident(&shape.name.rust), sensitive(shape.sensitive));
        quote!(types::#name #sensitive)
    });
    quote! {
        {
            structures: [#(#structures),*],
            unions: [#(#unions),*],
            enums: [#(#enums),*],
        }
    }
}

/// Returns the mark of a sensitive union or enum.
fn sensitive(sensitive: bool) -> Option<TokenStream> {
    sensitive.then(|| quote!(: Sensitive))
}

fn structure(module: &TokenStream, structure: &Structure) -> TokenStream {
    let name = ident(&structure.name.rust);
    let members = structure.members.iter().enumerate().map(|(index, member)| {
        let field = ident(&member.name.rust);
        let facts = member_facts(structure, index, member);
        let member_with_facts = named(&member.name.wire, facts);
        let default = default(structure, member).map(|value| quote!(= (#value)));
        quote!(#field: #member_with_facts #default)
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
    quote!(#module::#name { #(#members,)* #rules })
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

fn member_facts(structure: &Structure, index: usize, member: &Member) -> Vec<TokenStream> {
    // The client sets an idempotency token that is unset.
    let is_required = member.required && member.optional && !member.idempotency_token;
    let mut facts = Vec::new();
    let is_checked = structure.usage.in_requests;
    facts.extend((is_checked && is_required).then(|| quote!(Required)));
    facts.extend((member.sensitive || structure.sensitive).then(|| quote!(Sensitive)));
    facts.extend(value_facts(
        &member.ty,
        constraints(is_checked, &member.constraints),
    ));
    facts.extend(structure.rules.iter().filter_map(|rule| match rule {
        MemberRule::MaxBytes { member, limit } if *member == index => {
            let limit = proc_macro2::Literal::u64_unsuffixed(*limit);
            Some(quote!(Bytes(#limit)))
        }
        _ => None,
    }));
    facts
}

fn union(union: &Union) -> TokenStream {
    let name = ident(&union.name.rust);
    let variants = union.variants.iter().map(|variant| {
        let ident = ident(&variant.name.rust);
        let wire = &variant.name.wire;
        match &variant.ty {
            None => quote!(#ident: (#wire)),
            Some(ty) => {
                let member = named(wire, variant_facts(union, variant, ty));
                quote!(#ident: #member)
            }
        }
    });
    let sensitive = sensitive(union.sensitive);
    quote!(types::#name #sensitive { #(#variants),* })
}

fn variant_facts(union: &Union, variant: &Variant, ty: &Type) -> Vec<TokenStream> {
    let sensitive = variant.sensitive || union.sensitive;
    let mut facts: Vec<_> = sensitive.then(|| quote!(Sensitive)).into_iter().collect();
    let is_checked = union.usage.in_requests;
    facts.extend(value_facts(
        ty,
        constraints(is_checked, &variant.constraints),
    ));
    facts
}

/// Returns the constraints that are checked: those of values in requests.
fn constraints(is_checked: bool, constraints: &Constraints) -> &Constraints {
    if is_checked { constraints } else { &NONE }
}

/// Returns a member with its facts, as the macro expects it.
fn named(wire: &str, facts: Vec<TokenStream>) -> TokenStream {
    match facts.is_empty() {
        true => quote!(#wire),
        false => quote!([#wire, #(#facts),*]),
    }
}

/// Returns the facts about the values of a type.
fn value_facts(ty: &Type, constraints: &Constraints) -> Vec<TokenStream> {
    let Constraints {
        range,
        length,
        pattern,
        regex,
        unique_items,
        // The service may add values.
        numbers: _,
        element,
        key,
    } = constraints;
    let mut facts = Vec::new();
    facts.extend(match ty {
        Type::Timestamp(TimestampFormat::DateTime) => Some(quote!(DateTime)),
        Type::Timestamp(TimestampFormat::HttpDate) => Some(quote!(HttpDate)),
        _ => None,
    });
    if let Some(Bounds { min, max }) = length {
        let min = proc_macro2::Literal::u64_unsuffixed(min.unwrap_or_default());
        let max = match max {
            Some(max) => {
                let max = proc_macro2::Literal::u64_unsuffixed(*max);
                quote!(#max)
            }
            None => quote!(u64::MAX),
        };
        facts.push(quote!(Length(#min, #max)));
    }
    facts.extend(range.as_ref().map(|range| self::range(ty, range)));
    facts.extend(match (pattern, regex) {
        (Some(pattern), Some(regex)) if pattern == regex => Some(quote!(Pattern(#pattern))),
        (Some(pattern), Some(regex)) => Some(quote!(Translated(#pattern, #regex))),
        _ => None,
    });
    facts.extend(unique_items.then(|| quote!(Unique)));
    let nested = |ty: &Type, constraints: &Option<Box<Constraints>>| {
        let facts = value_facts(ty, constraints.as_deref().unwrap_or(&NONE));
        (!facts.is_empty()).then(|| quote!(&[#(#facts),*]))
    };
    let (keys, each) = match ty {
        Type::List { element: ty, .. } => (None, nested(ty, element)),
        Type::Map { key: ty, value, .. } => (nested(ty, key), nested(value, element)),
        _ => (None, None),
    };
    facts.extend(keys.map(|facts| quote!(Keys(#facts))));
    facts.extend(each.map(|facts| quote!(Each(#facts))));
    facts
}

fn range(ty: &Type, Bounds { min, max }: &Bounds<serde_json::Number>) -> TokenStream {
    let is_integer = |number: &Option<serde_json::Number>| {
        number
            .as_ref()
            .is_none_or(|number| number.as_i64().is_some())
    };
    let is_scalar = matches!(
        ty,
        Type::Scalar(Scalar::I8 | Scalar::I16 | Scalar::I32 | Scalar::I64)
    );
    if is_scalar && is_integer(min) && is_integer(max) {
        let bound = |number: &Option<serde_json::Number>, unset| match number.as_ref() {
            Some(number) => {
                let number = proc_macro2::Literal::i64_unsuffixed(number.as_i64().unwrap_or_default());
                quote!(#number)
            }
            None => unset,
        };
        let (min, max) = (bound(min, quote!(i64::MIN)), bound(max, quote!(i64::MAX)));
        return quote!(Range(#min, #max));
    }
    let bound = |number: &Option<serde_json::Number>, unset| match number.as_ref() {
        Some(number) => {
            let number = proc_macro2::Literal::f64_unsuffixed(number.as_f64().unwrap_or_default());
            quote!(#number)
        }
        None => unset,
    };
    let min = bound(min, quote!(f64::NEG_INFINITY));
    let max = bound(max, quote!(f64::INFINITY));
    quote!(FloatRange(#min, #max))
}
