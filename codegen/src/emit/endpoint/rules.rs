//! The rules as nested conditions.

use proc_macro2::{Spacing, Span, TokenStream, TokenTree};
use quote::quote;
use syn::Lifetime;

use super::parts::parts;
use super::values::{borrowed, fails, raw};
use crate::emit::tokens::{ident, mentions};
use crate::ir::{Condition, Endpoint, Outcome, Ownership, Rule, RuleType, RuleValue, Typed};

/// Returns `config/endpoint/rules.rs`.
pub(super) fn rules(endpoint: &Endpoint) -> TokenStream {
    let body = all(&endpoint.rules, 0, true);
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
    let allowed = (endpoint.needs_library || compares(&body)).then(|| {
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

/// Returns `true` if the tokens contain `==` or `!=`.
fn compares(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => compares(&group.stream()),
        TokenTree::Punct(punct) => {
            matches!(punct.as_char(), '=' | '!') && punct.spacing() == Spacing::Joint
        }
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    })
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

/// The maximum number of conditions in one `if`, and of blocks that a rule nests.
///
/// A rule with more is printed as statements in one block, because syntax trees of any depth would
/// overflow the stack of the compiler, and of the generator.
const MAX_CONDITIONS: usize = 16;
const MAX_BLOCKS: usize = 2;

/// Returns the statements that apply the first matching rule, or return an error if there is none.
///
/// If the rules are the `tail` of the function, the last one ends it without `return`.
fn all(rules: &[Rule], depth: usize, tail: bool) -> TokenStream {
    let mut tokens = TokenStream::new();
    for rule in rules {
        if rule.conditions.iter().all(is_let) {
            // The rule always applies, so those after it never do.
            let lets = rule.conditions.iter().map(binding);
            let outcome = outcome(&rule.outcome, depth, tail);
            tokens.extend(quote!(#(#lets)* #outcome));
            return tokens;
        }
        let groups: Vec<_> = groups(&rule.conditions).collect();
        let checks = groups.iter().filter(|group| !is_let(&group[0]));
        let is_flat = checks.clone().count() > MAX_BLOCKS
            || checks.clone().any(|group| group.len() > MAX_CONDITIONS);
        let rule_tokens = match is_flat {
            true => flat(rule, depth),
            false => nested(&groups, outcome(&rule.outcome, depth + 1, false)),
        };
        tokens.extend(match !is_flat && is_let(&rule.conditions[0]) {
            // The block hides the rule's variables from the next rule.
            true => quote!({ #rule_tokens }),
            false => rule_tokens,
        });
    }
    tokens.extend(leave(quote!(rule_error("No endpoint rule matched")), tail));
    tokens
}

fn is_let(condition: &Condition) -> bool {
    matches!(condition, Condition::Let { .. })
}

/// Returns the groups of adjacent conditions that are all `Let`, or all not.
fn groups(conditions: &[Condition]) -> impl Iterator<Item = &[Condition]> {
    conditions.chunk_by(|a, b| is_let(a) == is_let(b))
}

/// Returns the outcome of a rule, nested in its conditions.
fn nested(groups: &[&[Condition]], outcome: TokenStream) -> TokenStream {
    let mut tokens = outcome;
    for group in groups.iter().rev() {
        tokens = if is_let(&group[0]) {
            let lets = group.iter().map(binding);
            quote!(#(#lets)* #tokens)
        } else {
            let conditions = group.iter().map(condition);
            quote!(if #(#conditions)&&* { #tokens })
        };
    }
    tokens
}

/// Returns a rule as a block of statements, which the first condition that fails leaves.
fn flat(rule: &Rule, depth: usize) -> TokenStream {
    let label = Lifetime::new(&format!("'rule_{depth}"), Span::call_site());
    let statements = rule.conditions.iter().map(|condition| match condition {
        Condition::Let { .. } => binding(condition),
        Condition::Set {
            value,
            name: Some(name),
        } => {
            let (name, value) = (ident(name), optional(value));
            quote!(let Some(#name) = #value else { break #label; };)
        }
        Condition::Set { value, name: None } => {
            let value = raw(value);
            quote!(if #value.is_none() { break #label; })
        }
        Condition::Holds(value) => {
            let fails = fails(value);
            quote!(if #fails { break #label; })
        }
    });
    let statements: Vec<_> = statements.collect();
    let outcome = outcome(&rule.outcome, depth + 1, false);
    quote!(#label: { #(#statements)* #outcome })
}

/// Returns the statement that binds the value of a `Let`.
fn binding(condition: &Condition) -> TokenStream {
    let Condition::Let { value, name } = condition else {
        return TokenStream::new();
    };
    let name = ident(name);
    let value = match value.ownership {
        Ownership::Place => borrowed(value),
        _ => raw(value),
    };
    quote!(let #name = #value;)
}

fn outcome(outcome: &Outcome, depth: usize, tail: bool) -> TokenStream {
    match outcome {
        Outcome::Rules(rules) => all(rules, depth, tail),
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
        // `Let` is printed as a statement, so no `if` contains it.
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
