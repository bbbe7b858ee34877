//! Predicates, whose values are not only `true` and `false`.

use proc_macro2::TokenStream;
use quote::quote;

use super::operands::{operand, values};
use crate::ir::{Comparison, Operand, Predicate, Scalar, Type};

/// Returns the condition that the predicate yields exactly this boolean.
pub(super) fn yields(predicate: &Predicate, expected: bool) -> TokenStream {
    if !predicate.can_be(expected) {
        return quote!(false);
    }
    match predicate {
        Predicate::Compare(comparison, a, b) => compare(*comparison, a, b, expected),
        Predicate::Value(path) if expected => {
            let value = values(path);
            quote!(#value.copied().unwrap_or_default())
        }
        Predicate::Value(path) => {
            let value = values(path);
            quote!((#value.copied() == Some(false)))
        }
        Predicate::And(operands) => match (&**operands, expected) {
            (operands, false) => first_false(operands),
            ([first @ .., last], true) => {
                let first = first.iter().map(truthy);
                let last = yields(last, true);
                quote!((#(#first &&)* #last))
            }
            ([], true) => quote!(false),
        },
        Predicate::Or(operands) => match (&**operands, expected) {
            (operands, true) => first_true(operands),
            ([first @ .., last], false) => {
                let first = first.iter().map(falsy);
                let last = yields(last, false);
                quote!((#(#first &&)* #last))
            }
            ([], false) => quote!(false),
        },
        Predicate::Not(inner) if expected => falsy(inner),
        Predicate::Not(inner) => truthy(inner),
    }
}

/// Returns the condition that the first operand of `&&` that is not truthy is `false`.
///
/// Halving the list keeps the expression's depth and size small.
fn first_false(operands: &[Predicate]) -> TokenStream {
    if let [only] = operands {
        return yields(only, false);
    }
    let (left, right) = operands.split_at(operands.len() / 2);
    let can_be_false = |side: &[Predicate]| side.iter().any(|operand| operand.can_be(false));
    let is_true = left.iter().map(truthy);
    match (can_be_false(left), can_be_false(right)) {
        (true, true) if left.iter().all(Predicate::is_false_unless_truthy) => {
            let (left, right) = (first_false(left), first_false(right));
            quote!((#left || #right))
        }
        (true, true) => {
            let (left, right) = (first_false(left), first_false(right));
            quote!((#left || (#(#is_true &&)* #right)))
        }
        (true, false) => first_false(left),
        (false, _) => {
            let right = first_false(right);
            quote!((#(#is_true &&)* #right))
        }
    }
}

/// Returns the condition that the first operand of `||` that is truthy is `true`.
fn first_true(operands: &[Predicate]) -> TokenStream {
    if let [only] = operands {
        return yields(only, true);
    }
    if operands.iter().all(Predicate::is_true_if_truthy) {
        let operands = operands.iter().map(|operand| yields(operand, true));
        return quote!((#(#operands)||*));
    }
    let (left, right) = operands.split_at(operands.len() / 2);
    let can_be_true = |side: &[Predicate]| side.iter().any(|operand| operand.can_be(true));
    let is_false = left.iter().map(falsy);
    match (can_be_true(left), can_be_true(right)) {
        (true, true) => {
            let (left, right) = (first_true(left), first_true(right));
            quote!((#left || (#(#is_false &&)* #right)))
        }
        (true, false) => first_true(left),
        (false, _) => {
            let right = first_true(right);
            quote!((#(#is_false &&)* #right))
        }
    }
}

/// Returns the condition that the predicate is neither null, nor `false`, nor empty.
fn truthy(predicate: &Predicate) -> TokenStream {
    match predicate {
        Predicate::Compare(..) => yields(predicate, true),
        Predicate::Value(path) => {
            let mut value = values(path);
            match &path.ty {
                _ if path.several => quote!(#value.next().is_some()),
                Type::Scalar(Scalar::Bool) => quote!(#value.copied().unwrap_or_default()),
                Type::Scalar(_) => quote!(#value.is_some()),
                ty => {
                    if matches!(ty, Type::String | Type::Enum(_)) {
                        value = quote!(#value.map(AsRef::<str>::as_ref));
                    }
                    quote!(#value.is_some_and(|value| !value.is_empty()))
                }
            }
        }
        Predicate::And(operands) => {
            let operands = operands.iter().map(truthy);
            quote!((#(#operands)&&*))
        }
        Predicate::Or(operands) => {
            let operands = operands.iter().map(truthy);
            quote!((#(#operands)||*))
        }
        Predicate::Not(inner) => falsy(inner),
    }
}

fn falsy(predicate: &Predicate) -> TokenStream {
    match predicate {
        Predicate::Not(inner) => truthy(inner),
        _ => {
            let predicate = truthy(predicate);
            quote!(!#predicate)
        }
    }
}

/// Returns the condition that a comparison yields this boolean: an order of null yields null.
fn compare(comparison: Comparison, a: &Operand, b: &Operand, expected: bool) -> TokenStream {
    let (a, b) = (operand(a), operand(b));
    let order = match comparison {
        Comparison::Equal if expected => return quote!((#a == #b)),
        Comparison::NotEqual if expected => return quote!((#a != #b)),
        Comparison::Equal => return quote!((#a != #b)),
        Comparison::NotEqual => return quote!((#a == #b)),
        Comparison::Less => quote!(a < b),
        Comparison::LessOrEqual => quote!(a <= b),
        Comparison::Greater => quote!(a > b),
        Comparison::GreaterOrEqual => quote!(a >= b),
    };
    match expected {
        true => quote!(#a.zip(#b).is_some_and(|(a, b)| #order)),
        false => quote!((#a.zip(#b).map(|(a, b)| #order) == Some(false))),
    }
}
