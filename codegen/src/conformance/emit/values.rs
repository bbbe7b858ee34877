//! Values in cases, as Rust expressions.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use crate::emit::tokens::{ident, prefixed};
use crate::ir::{BigNumber, FieldValue, Scalar, TypedValue};

/// Returns the calls of setters, each starting with a dot.
pub(super) fn setters(calls: &[FieldValue]) -> TokenStream {
    let calls = calls.iter().map(|call| {
        let (setter, value) = (prefixed("set_", &call.field), expression(&call.value));
        quote!(.#setter(Some(#value)))
    });
    quote!(#(#calls)*)
}

/// Returns the call of `build` and, if it is `fallible`, of `expect`.
pub(super) fn build(fallible: bool) -> TokenStream {
    if fallible {
        quote!(.build().expect("all required members are set"))
    } else {
        quote!(.build())
    }
}

/// Returns a value.
pub(super) fn expression(value: &TypedValue) -> TokenStream {
    match value {
        TypedValue::Null => quote!(None),
        TypedValue::Bool(value) => quote!(#value),
        TypedValue::Integer(value) => {
            let value = Literal::i64_unsuffixed(*value);
            quote!(#value)
        }
        TypedValue::Float(scalar, value) => float_literal(*scalar, *value),
        TypedValue::String(string) => quote!(#string.to_owned()),
        TypedValue::Blob(bytes) => {
            let bytes = Literal::byte_string(bytes);
            quote!(sdk::primitives::Blob::new(#bytes))
        }
        TypedValue::Stream(bytes) => {
            let bytes = Literal::byte_string(bytes);
            quote!(sdk::primitives::ByteStream::from_static(#bytes))
        }
        TypedValue::Big(number, digits) => {
            let ty = match number {
                BigNumber::Integer => quote!(BigInteger),
                BigNumber::Decimal => quote!(BigDecimal),
            };
            quote!(#digits.parse::<sdk::primitives::#ty>().expect("a number"))
        }
        TypedValue::Document(value) => document(value),
        TypedValue::Timestamp(seconds, nanos) => {
            let (seconds, nanos) = (
                Literal::i64_unsuffixed(*seconds),
                Literal::u32_unsuffixed(*nanos),
            );
            quote!(sdk::primitives::DateTime::from_secs_and_nanos(#seconds, #nanos))
        }
        TypedValue::Enum { ty, wire, .. } => {
            let ty = ident(ty);
            quote!(sdk::types::#ty::from(#wire))
        }
        TypedValue::Structure {
            ty,
            members,
            fallible,
        } => {
            let (ty, setters, build) = (ident(ty), setters(members), build(*fallible));
            quote!(sdk::types::#ty::builder()#setters #build)
        }
        TypedValue::Variant { ty, variant, value } => {
            let (ty, variant) = (ident(ty), ident(variant));
            let value = value.as_ref().map(|value| {
                let value = expression(value);
                quote!((#value))
            });
            quote!(sdk::types::#ty::#variant #value)
        }
        TypedValue::Boxed(value) => {
            let value = expression(value);
            quote!(Box::new(#value))
        }
        TypedValue::List { elements, sparse } => {
            let elements = elements.iter().map(|value| element(value, *sparse));
            quote!(vec![#(#elements),*])
        }
        TypedValue::Map { entries, sparse } => {
            let entries = entries.iter().map(|(key, value)| {
                let (key, value) = (expression(key), element(value, *sparse));
                quote!((#key, #value))
            });
            quote!(std::collections::HashMap::from([#(#entries),*]))
        }
    }
}

/// Returns an element of a list, or a value of a map.
fn element(value: &TypedValue, sparse: bool) -> TokenStream {
    let expression = expression(value);
    if sparse && !matches!(value, TypedValue::Null) {
        quote!(Some(#expression))
    } else {
        expression
    }
}

fn float_literal(scalar: Scalar, value: f64) -> TokenStream {
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

/// Returns a document parsed from JSON, which reads better than nested constructors.
fn document(value: &Value) -> TokenStream {
    let json = value.to_string();
    quote!(conformance::document(#json))
}
