//! Values of the rules, as expressions.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::tokens::ident;
use crate::ir::{Function, Ownership, RuleType, RuleValue, TemplatePart, Typed};

/// Returns the value, owned or borrowed as its `ownership` states.
pub(super) fn raw(typed: &Typed) -> TokenStream {
    match &typed.value {
        RuleValue::String(string) => quote!(#string),
        RuleValue::Boolean(flag) => quote!(#flag),
        RuleValue::Parameter(name) => {
            let name = ident(name);
            quote!(params.#name)
        }
        RuleValue::Variable(name) => {
            let name = ident(name);
            quote!(#name)
        }
        RuleValue::Field(value, field) => {
            let (value, field) = (raw(value), ident(field));
            quote!(#value.#field)
        }
        RuleValue::Item(list, index) => {
            let (list, index) = (borrowed(list), Literal::i32_unsuffixed(*index));
            quote!(endpoint::item(#list, #index))
        }
        RuleValue::Template(parts) => template(parts),
        RuleValue::List(strings) if strings.is_empty() => quote!(Vec::<&str>::new()),
        RuleValue::List(strings) => {
            let strings = strings.iter().map(as_str);
            quote!(vec![#(#strings),*])
        }
        RuleValue::IsSet(value) => {
            let value = raw(value);
            quote!(#value.is_some())
        }
        RuleValue::Not(value) => not(value),
        RuleValue::Equal(left, right) => equal(left, right, &quote!(==)),
        RuleValue::Choice(condition, yes, no) => {
            let condition = raw(condition);
            let [yes, no] =
                [yes, no].map(|value| converted(value, typed.ownership, typed.optional));
            quote!(endpoint::choose(#condition, #yes, #no))
        }
        RuleValue::First(values) => first(values, typed),
        RuleValue::Call(function) => call(function),
    }
}

/// Returns the value as the argument of a function: strings and lists by reference.
pub(super) fn borrowed(typed: &Typed) -> TokenStream {
    let raw = raw(typed);
    match (typed.kind, typed.ownership) {
        (RuleType::Boolean, _) | (_, Ownership::Borrowed | Ownership::Reference) => raw,
        (_, Ownership::Owned | Ownership::Place) => quote!(&#raw),
    }
}

/// Returns a string as an owned `String`.
pub(super) fn owned(typed: &Typed) -> TokenStream {
    let raw = raw(typed);
    match typed.ownership {
        Ownership::Owned => raw,
        Ownership::Place => quote!(#raw.clone()),
        Ownership::Borrowed | Ownership::Reference => quote!(#raw.to_owned()),
    }
}

/// Returns a string that is not optional, as `&str`.
fn as_str(string: &Typed) -> TokenStream {
    let tokens = raw(string);
    match string.ownership {
        Ownership::Reference | Ownership::Place => quote!(#tokens.as_str()),
        Ownership::Borrowed | Ownership::Owned => tokens,
    }
}

/// Returns the condition that a boolean is not true.
pub(super) fn fails(boolean: &Typed) -> TokenStream {
    match &boolean.value {
        _ if boolean.optional => {
            let value = raw(boolean);
            quote!(#value != Some(true))
        }
        RuleValue::Not(inner) if inner.optional => {
            let value = raw(inner);
            quote!(#value != Some(false))
        }
        RuleValue::Not(inner) => raw(inner),
        _ => not(boolean),
    }
}

fn not(negated: &Typed) -> TokenStream {
    match &negated.value {
        RuleValue::Equal(left, right) => equal(left, right, &quote!(!=)),
        RuleValue::IsSet(value) => {
            let value = raw(value);
            quote!(#value.is_none())
        }
        _ if negated.optional => {
            let value = raw(negated);
            quote!(#value == Some(false))
        }
        _ => {
            let value = raw(negated);
            quote!(!#value)
        }
    }
}

/// Returns a comparison. If one side is a `&String` and the other a `String`, the first is
/// dereferenced.
fn equal(left: &Typed, right: &Typed, operator: &TokenStream) -> TokenStream {
    let is_owned = |side: &Typed| matches!(side.ownership, Ownership::Owned | Ownership::Place);
    let is_comparison =
        |side: &Typed| matches!(side.value, RuleValue::Equal(..) | RuleValue::Not(_));
    let operand = |side: &Typed, other: &Typed| {
        let tokens = raw(side);
        match side.kind {
            RuleType::Boolean if is_comparison(side) => quote!((#tokens)),
            RuleType::Boolean => tokens,
            _ if side.ownership == Ownership::Reference && is_owned(other) => quote!(*#tokens),
            _ => tokens,
        }
    };
    let (left, right) = (operand(left, right), operand(right, left));
    quote!(#left #operator #right)
}

fn first(values: &[Typed], result: &Typed) -> TokenStream {
    let mut tokens = TokenStream::new();
    for (index, value) in values.iter().enumerate() {
        let converted = converted(value, result.ownership, value.optional);
        tokens.extend(match (index, value.optional) {
            (0, _) => converted,
            (_, true) => quote!(.or(#converted)),
            (_, false) if value.value == RuleValue::List(Vec::new()) => {
                quote!(.unwrap_or_default())
            }
            (_, false) => quote!(.unwrap_or(#converted)),
        });
    }
    tokens
}

/// Returns the value with this ownership and optionality.
///
/// Each value is printed once, or nested calls would take exponential time.
fn converted(value: &Typed, ownership: Ownership, optional: bool) -> TokenStream {
    let is_owned = ownership == Ownership::Owned;
    let is_parameter = matches!(value.value, RuleValue::Parameter(_));
    let tokens = match (value.kind, value.ownership, value.optional) {
        (RuleType::String, form, true) => {
            let tokens = raw(value);
            let string = match is_parameter {
                true => quote!(#tokens.as_deref()),
                false => tokens,
            };
            match is_owned && form != Ownership::Owned {
                true => quote!(#string.map(str::to_owned)),
                false => string,
            }
        }
        (RuleType::String, _, false) if is_owned => owned(value),
        (RuleType::String, _, false) => as_str(value),
        (RuleType::Array, _, true) if is_parameter => {
            let tokens = raw(value);
            quote!(#tokens.as_deref().map(endpoint::as_strs))
        }
        (RuleType::Array, Ownership::Reference | Ownership::Place, false) => {
            let list = borrowed(value);
            quote!(endpoint::as_strs(#list))
        }
        (RuleType::Arn | RuleType::Url, Ownership::Reference | Ownership::Place, false) => {
            let tokens = raw(value);
            quote!(#tokens.clone())
        }
        _ => raw(value),
    };
    match optional && !value.optional {
        true => quote!(Some(#tokens)),
        false => tokens,
    }
}

fn call(function: &Function) -> TokenStream {
    let number = |number: &usize| Literal::usize_unsuffixed(*number);
    match function {
        Function::Partition(region) => {
            let region = borrowed(region);
            quote!(endpoint::partition(PARTITIONS, #region))
        }
        Function::ParseArn(arn) => {
            let arn = borrowed(arn);
            quote!(endpoint::parse_arn(#arn))
        }
        Function::ParseUrl(url) => {
            let url = borrowed(url);
            quote!(endpoint::parse_url(#url))
        }
        Function::UriEncode(string) => {
            let string = borrowed(string);
            quote!(endpoint::uri_encode(#string))
        }
        Function::HostLabel(string, dots) => {
            let (string, dots) = (borrowed(string), borrowed(dots));
            quote!(endpoint::is_valid_host_label(#string, #dots))
        }
        Function::HostableBucket(string, dots) => {
            let (string, dots) = (borrowed(string), borrowed(dots));
            quote!(endpoint::is_virtual_hostable_s3_bucket(#string, #dots))
        }
        Function::Substring(string, start, end, reverse) => {
            let (string, reverse) = (borrowed(string), borrowed(reverse));
            let (start, end) = (number(start), number(end));
            quote!(endpoint::substring(#string, #start, #end, #reverse))
        }
        Function::Split(string, delimiter, limit) => {
            let (string, delimiter) = (borrowed(string), borrowed(delimiter));
            let limit = number(limit);
            quote!(endpoint::split(#string, #delimiter, #limit))
        }
    }
}

fn template(parts: &[TemplatePart]) -> TokenStream {
    let mut format = String::new();
    let mut values = Vec::new();
    for part in parts {
        match part {
            TemplatePart::Literal(literal) => {
                format.push_str(&literal.replace('{', "{{").replace('}', "}}"));
            }
            TemplatePart::Value(value) => match &value.value {
                // Format strings capture variables by name.
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
