//! The facts about members.

use std::sync::LazyLock;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::ir::{
    Bounds, Constraints, Member, MemberRule, Scalar, Structure, TimestampFormat, Type, Union,
    Variant,
};

static NONE: LazyLock<Constraints> = LazyLock::new(Constraints::default);

/// Returns the facts about a member of a structure.
pub(super) fn member(structure: &Structure, index: usize, member: &Member) -> Vec<TokenStream> {
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
            let limit = Literal::u64_unsuffixed(*limit);
            Some(quote!(Bytes(#limit)))
        }
        _ => None,
    }));
    facts
}

/// Returns the facts about a variant with a value of the type `ty`.
pub(super) fn variant(union: &Union, variant: &Variant, ty: &Type) -> Vec<TokenStream> {
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
        let min = Literal::u64_unsuffixed(min.unwrap_or_default());
        let max = match max {
            Some(max) => {
                let max = Literal::u64_unsuffixed(*max);
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
                let number = Literal::i64_unsuffixed(number.as_i64().unwrap_or_default());
                quote!(#number)
            }
            None => unset,
        };
        let (min, max) = (bound(min, quote!(i64::MIN)), bound(max, quote!(i64::MAX)));
        return quote!(Range(#min, #max));
    }
    let bound = |number: &Option<serde_json::Number>, unset| match number.as_ref() {
        Some(number) => {
            let number = Literal::f64_unsuffixed(number.as_f64().unwrap_or_default());
            quote!(#number)
        }
        None => unset,
    };
    let min = bound(min, quote!(f64::NEG_INFINITY));
    let max = bound(max, quote!(f64::INFINITY));
    quote!(FloatRange(#min, #max))
}
