//! Values of the rules as expressions.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::tokens::ident;
use crate::ir::{Function, Ownership, RuleType, RuleValue, TemplatePart, Typed};

/// The value as it is held.
pub(super) fn raw(typed: &Typed) -> TokenStream {
    match &typed.value {
        RuleValue::String(text) => quote!(#text),
        RuleValue::Boolean(flag) => quote!(#flag),
        RuleValue::Parameter(name) => {
            let name = ident(name);
            quote!(params.#name)
        }
        RuleValue::Variable(name) => {
            let name = ident(name);
            quote!(#name)
        }
        RuleValue::Field(of, field) => {
            let (of, field) = (raw(of), ident(field));
            quote!(#of.#field)
        }
        RuleValue::Item(of, index) => {
            let (of, index) = (borrowed(of), Literal::isize_unsuffixed(*index));
            quote!(endpoint::item(#of, #index))
        }
        RuleValue::Template(parts) => template(parts),
        RuleValue::List(texts) if texts.is_empty() => quote!(Vec::<&str>::new()),
        RuleValue::List(texts) => {
            let texts = texts.iter().map(as_str);
            quote!(vec![#(#texts),*])
        }
        RuleValue::IsSet(of) => {
            let of = raw(of);
            quote!(#of.is_some())
        }
        RuleValue::Not(of) => not(of),
        RuleValue::Equal(left, right) => equal(left, right, &quote!(==)),
        RuleValue::Choice(condition, yes, no) => {
            let condition = raw(condition);
            let (yes, no) = (alike(yes, typed), alike(no, typed));
            quote!(endpoint::choose(#condition, #yes, #no))
        }
        RuleValue::First(values) => first(values, typed),
        RuleValue::Call(function) => call(function),
    }
}

/// The value as functions take it: texts and lists by reference.
pub(super) fn borrowed(typed: &Typed) -> TokenStream {
    let raw = raw(typed);
    match (typed.kind, typed.ownership) {
        (RuleType::Boolean, _) | (_, Ownership::Borrowed | Ownership::Reference) => raw,
        (_, Ownership::Owned | Ownership::Place) => quote!(&#raw),
    }
}

/// A text that its taker owns.
pub(super) fn owned(typed: &Typed) -> TokenStream {
    let raw = raw(typed);
    match typed.ownership {
        Ownership::Owned => raw,
        Ownership::Place => quote!(#raw.clone()),
        Ownership::Borrowed | Ownership::Reference => quote!(#raw.to_owned()),
    }
}

/// A text that is set, as `&str`.
fn as_str(text: &Typed) -> TokenStream {
    let tokens = raw(text);
    match text.ownership {
        Ownership::Reference | Ownership::Place => quote!(#tokens.as_str()),
        Ownership::Borrowed | Ownership::Owned => tokens,
    }
}

fn not(of: &Typed) -> TokenStream {
    match &of.value {
        RuleValue::Equal(left, right) => equal(left, right, &quote!(!=)),
        RuleValue::IsSet(value) => {
            let value = raw(value);
            quote!(#value.is_none())
        }
        _ if of.optional => {
            let of = raw(of);
            quote!(#of == Some(false))
        }
        _ => {
            let of = raw(of);
            quote!(!#of)
        }
    }
}

/// A comparison. Of a reference to a `String` and a `String`, the reference is followed.
fn equal(left: &Typed, right: &Typed, operator: &TokenStream) -> TokenStream {
    let is_owned = |side: &Typed| matches!(side.ownership, Ownership::Owned | Ownership::Place);
    let is_comparison =
        |side: &Typed| matches!(side.value, RuleValue::Equal(..) | RuleValue::Not(_));
    let side = |own: &Typed, other: &Typed| {
        let tokens = raw(own);
        match own.kind {
            RuleType::Boolean if is_comparison(own) => quote!((#tokens)),
            RuleType::Boolean => tokens,
            _ if own.ownership == Ownership::Reference && is_owned(other) => quote!(*#tokens),
            _ => tokens,
        }
    };
    let (left, right) = (side(left, right), side(right, left));
    quote!(#left #operator #right)
}

fn first(values: &[Typed], result: &Typed) -> TokenStream {
    let mut tokens = TokenStream::new();
    for (index, value) in values.iter().enumerate() {
        let one = alike(
            value,
            &Typed {
                optional: value.optional,
                ..result.clone()
            },
        );
        tokens.extend(match (index, value.optional) {
            (0, _) => one,
            (_, true) => quote!(.or(#one)),
            (_, false) if value.value == RuleValue::List(Vec::new()) => {
                quote!(.unwrap_or_default())
            }
            (_, false) => quote!(.unwrap_or(#one)),
        });
    }
    tokens
}

/// The value in the form of `result`, one of whose values it is.
fn alike(value: &Typed, result: &Typed) -> TokenStream {
    let tokens = raw(value);
    let is_parameter = matches!(value.value, RuleValue::Parameter(_));
    let tokens = match (value.kind, value.ownership, value.optional) {
        (RuleType::Boolean | RuleType::Partition, ..) => tokens,
        (RuleType::String, form, true) => {
            let text = match is_parameter {
                true => quote!(#tokens.as_deref()),
                false => tokens,
            };
            match result.ownership == Ownership::Owned && form != Ownership::Owned {
                true => quote!(#text.map(str::to_owned)),
                false => text,
            }
        }
        (RuleType::String, _, false) if result.ownership == Ownership::Owned => owned(value),
        (RuleType::String, _, false) => as_str(value),
        (RuleType::Array, _, true) if is_parameter => {
            quote!(#tokens.as_deref().map(endpoint::as_strs))
        }
        (RuleType::Array, Ownership::Reference | Ownership::Place, false) => {
            let list = borrowed(value);
            quote!(endpoint::as_strs(#list))
        }
        (RuleType::Arn | RuleType::Url, Ownership::Reference | Ownership::Place, false) => {
            quote!(#tokens.clone())
        }
        (RuleType::Array | RuleType::Arn | RuleType::Url, ..) => tokens,
    };
    match result.optional && !value.optional {
        true => quote!(Some(#tokens)),
        false => tokens,
    }
}

fn call(function: &Function) -> TokenStream {
    let arguments = function.arguments().into_iter().map(borrowed);
    let arguments: Vec<_> = arguments.collect();
    let number = |number: &usize| Literal::usize_unsuffixed(*number);
    match function {
        Function::Partition(_) => quote!(endpoint::partition(PARTITIONS, #(#arguments),*)),
        Function::ParseArn(_) => quote!(endpoint::parse_arn(#(#arguments),*)),
        Function::ParseUrl(_) => quote!(endpoint::parse_url(#(#arguments),*)),
        Function::UriEncode(_) => quote!(endpoint::uri_encode(#(#arguments),*)),
        Function::HostLabel(..) => quote!(endpoint::is_valid_host_label(#(#arguments),*)),
        Function::HostableBucket(..) => {
            quote!(endpoint::is_virtual_hostable_s3_bucket(#(#arguments),*))
        }
        Function::Substring(text, start, end, reverse) => {
            let (text, reverse) = (borrowed(text), borrowed(reverse));
            let (start, end) = (number(start), number(end));
            quote!(endpoint::substring(#text, #start, #end, #reverse))
        }
        Function::Split(text, delimiter, limit) => {
            let (text, delimiter, limit) = (borrowed(text), borrowed(delimiter), number(limit));
            quote!(endpoint::split(#text, #delimiter, #limit))
        }
    }
}

fn template(parts: &[TemplatePart]) -> TokenStream {
    let mut format = String::new();
    let mut values = Vec::new();
    for part in parts {
        match part {
            TemplatePart::Literal(text) => {
                format.push_str(&text.replace('{', "{{").replace('}', "}}"));
            }
            TemplatePart::Value(value) => match &value.value {
                // A variable can stand in the text itself.
                RuleValue::Variable(name) => format.push_str(&format!("{{{name}}}")),
                _ => {
                    format.push_str("{}");
                    values.push(raw(value));
                }
            },
        }
    }
    quote!(format!(#format #(, #values)*))
}
