//! Values of cases as expressions.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use crate::conformance::ir::{Given, Set};
use crate::emit::tokens::{ident, prefixed};
use crate::ir::{BigNumber, Scalar};

/// The calls of setters.
pub(super) fn setters(sets: &[Set]) -> TokenStream {
    let calls = sets.iter().map(|set| {
        let (setter, value) = (prefixed("set_", &set.field), expression(&set.value));
        quote!(.#setter(Some(#value)))
    });
    quote!(#(#calls)*)
}

/// `build()`, which gives the value itself.
pub(super) fn build(fallible: bool) -> TokenStream {
    if fallible {
        quote!(.build().expect("all that is required is set"))
    } else {
        quote!(.build())
    }
}

fn expression(given: &Given) -> TokenStream {
    match given {
        Given::Null => quote!(None),
        Given::Bool(value) => quote!(#value),
        Given::Integer(value) => {
            let value = Literal::i64_unsuffixed(*value);
            quote!(#value)
        }
        Given::Float(scalar, value) => float(*scalar, *value),
        Given::String(text) => quote!(#text.to_owned()),
        Given::Blob(bytes) => {
            let bytes = Literal::byte_string(bytes);
            quote!(sdk::primitives::Blob::new(#bytes))
        }
        Given::Stream(bytes) => {
            let bytes = Literal::byte_string(bytes);
            quote!(sdk::primitives::ByteStream::from_static(#bytes))
        }
        Given::Big(number, text) => {
            let ty = match number {
                BigNumber::Integer => quote!(BigInteger),
                BigNumber::Decimal => quote!(BigDecimal),
            };
            quote!(#text.parse::<sdk::primitives::#ty>().expect("a number"))
        }
        Given::Document(value) => document(value),
        Given::Timestamp(seconds, nanos) => {
            let (seconds, nanos) = (
                Literal::i64_unsuffixed(*seconds),
                Literal::u32_unsuffixed(*nanos),
            );
            quote!(sdk::primitives::DateTime::from_secs_and_nanos(#seconds, #nanos))
        }
        Given::Enum(ty, text) => {
            let ty = ident(ty);
            quote!(sdk::types::#ty::from(#text))
        }
        Given::Structure {
            ty,
            members,
            fallible,
        } => {
            let (ty, setters, build) = (ident(ty), setters(members), build(*fallible));
            quote!(sdk::types::#ty::builder()#setters #build)
        }
        Given::Variant { ty, variant, value } => {
            let (ty, variant) = (ident(ty), ident(variant));
            let value = value.as_ref().map(|value| {
                let value = expression(value);
                quote!((#value))
            });
            quote!(sdk::types::#ty::#variant #value)
        }
        Given::Boxed(value) => {
            let value = expression(value);
            quote!(Box::new(#value))
        }
        Given::List { elements, sparse } => {
            let elements = elements.iter().map(|element| held(element, *sparse));
            quote!(vec![#(#elements),*])
        }
        Given::Map { entries, sparse } => {
            let entries = entries.iter().map(|(key, value)| {
                let (key, value) = (expression(key), held(value, *sparse));
                quote!((#key, #value))
            });
            quote!(std::collections::HashMap::from([#(#entries),*]))
        }
    }
}

/// An element of a list or a value of a map.
fn held(given: &Given, sparse: bool) -> TokenStream {
    let value = expression(given);
    if sparse && !matches!(given, Given::Null) {
        quote!(Some(#value))
    } else {
        value
    }
}

fn float(scalar: Scalar, value: f64) -> TokenStream {
    let ty = match scalar {
        Scalar::F32 => quote!(f32),
        _ => quote!(f64),
    };
    if value.is_nan() {
        quote!(#ty::NAN)
    } else if value == f64::INFINITY {
        quote!(#ty::INFINITY)
    } else if value == f64::NEG_INFINITY {
        quote!(#ty::NEG_INFINITY)
    } else {
        let value = Literal::f64_unsuffixed(value);
        quote!(#value)
    }
}

/// A document is made of the text of its JSON, which reads better than its parts.
fn document(value: &Value) -> TokenStream {
    let text = value.to_string();
    quote!(conformance::document(#text))
}
