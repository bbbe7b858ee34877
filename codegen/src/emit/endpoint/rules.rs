//! The rules as nested conditions.

use proc_macro2::TokenStream;
use quote::quote;

use super::parts::parts;
use super::values::{borrowed, raw};
use crate::emit::tokens::{ident, mentions};
use crate::ir::{Condition, Endpoint, Outcome, Ownership, Rule, RuleType, RuleValue, Typed};

/// Returns `config/endpoint/rules.rs`.
pub(super) fn rules(endpoint: &Endpoint) -> TokenStream {
    let body = all(&endpoint.rules, true);
    let params = match mentions(&body, "params") {
        true => quote!(params),
        false => quote!(_),
    };
    let (rule_error, error_import) = mentions(&body, "rule_error").then(rule_error).unzip();
    let functions = mentions(&body, "endpoint").then(|| {
        quote!(
            use restjson1_runtime::endpoint;
        )
    });
    let partitions = mentions(&body, "PARTITIONS").then(|| {
        quote!(
            use super::partitions::PARTITIONS;
        )
    });
    let document = mentions(&body, "Document").then(|| {
        quote!(
            use aws_smithy_types::Document;
        )
    });
    let types = match mentions(&body, "EndpointAuthScheme") {
        true => quote!({Endpoint, EndpointAuthScheme}),
        false => quote!(Endpoint),
    };
    let allowed = endpoint.needs_library.then(|| {
        quote!(
            #![allow(
                clippy::eq_op,
                clippy::nonminimal_bool,
                clippy::useless_vec,
                reason = "the model decides the conditions"
            )]
        )
    });
    quote! {
        //! The model's endpoint rules.
        #allowed

        #error_import
        use aws_smithy_runtime_api::box_error::BoxError;
        #document
        use aws_smithy_types::endpoint::#types;
        #functions
        use super::Params;
        #partitions

        /// Returns the endpoint that the rules select.
        pub(super) fn resolve(#params: &Params) -> Result<Endpoint, BoxError> {
            #body
        }

        #rule_error
    }
}

/// Returns the function that creates errors, and its import.
fn rule_error() -> (TokenStream, TokenStream) {
    let function = quote! {
        fn rule_error(reason: &str) -> Result<Endpoint, BoxError> {
            Err(ResolveEndpointError::message(reason).into())
        }
    };
    let import = quote!(
        use aws_smithy_http::endpoint::ResolveEndpointError;
    );
    (function, import)
}

/// Returns the statements that apply the first matching rule, or return an error if there is none.
///
/// If the rules are the `tail` of the function, the last one ends it without `return`.
fn all(rules: &[Rule], tail: bool) -> TokenStream {
    let mut tokens = TokenStream::new();
    for rule in rules {
        let is_let = |condition: &Condition| matches!(condition, Condition::Let { .. });
        if rule.conditions.iter().all(is_let) {
            // The rule always applies, so those after it never do.
            tokens.extend(nested(&rule.conditions, &rule.outcome, tail));
            return tokens;
        }
        let rule_tokens = nested(&rule.conditions, &rule.outcome, false);
        tokens.extend(match rule.conditions.first().is_some_and(is_let) {
            // The block hides the rule's variables from the next rule.
            true => quote!({ #rule_tokens }),
            false => rule_tokens,
        });
    }
    tokens.extend(leave(quote!(rule_error("No endpoint rule matched")), tail));
    tokens
}

/// Returns the outcome of a rule, nested in its conditions.
fn nested(conditions: &[Condition], outcome: &Outcome, tail: bool) -> TokenStream {
    let [first, rest @ ..] = conditions else {
        return self::outcome(outcome, tail);
    };
    if let Condition::Let { value, name } = first {
        let name = ident(name);
        let value = match value.ownership {
            Ownership::Place => borrowed(value),
            _ => raw(value),
        };
        let rest = nested(rest, outcome, tail);
        return quote!(let #name = #value; #rest);
    }
    let is_let = |condition: &Condition| matches!(condition, Condition::Let { .. });
    let end = conditions.iter().position(is_let);
    let (checked, rest) = conditions.split_at(end.unwrap_or(conditions.len()));
    let checked = checked.iter().map(condition);
    let rest = nested(rest, outcome, false);
    quote!(if #(#checked)&&* { #rest })
}

fn outcome(outcome: &Outcome, tail: bool) -> TokenStream {
    match outcome {
        Outcome::Rules(rules) => all(rules, tail),
        Outcome::Endpoint(endpoint) => leave(parts(endpoint), tail),
        Outcome::Error(reason) => {
            let reason = borrowed(reason);
            leave(quote!(rule_error(#reason)), tail)
        }
    }
}

fn condition(condition: &Condition) -> TokenStream {
    match condition {
        Condition::Set { value, name: None } => {
            let value = raw(value);
            quote!(#value.is_some())
        }
        Condition::Set {
            value,
            name: Some(name),
        } => {
            let (name, value) = (ident(name), optional(value));
            quote!(let Some(#name) = #value)
        }
        Condition::Holds(value) if value.optional => {
            let value = raw(value);
            quote!(#value == Some(true))
        }
        // `nested` emits `Let` as a statement, so no `if` contains it.
        Condition::Holds(value) | Condition::Let { value, .. } => raw(value),
    }
}

/// Returns an optional value for a pattern; a parameter is borrowed.
fn optional(value: &Typed) -> TokenStream {
    let raw = raw(value);
    match (&value.value, value.kind) {
        (RuleValue::Parameter(_), RuleType::String | RuleType::Array) => quote!(&#raw),
        _ => raw,
    }
}

/// Returns the tail expression of the function, or a `return` statement.
fn leave(value: TokenStream, tail: bool) -> TokenStream {
    if tail { value } else { quote!(return #value;) }
}
