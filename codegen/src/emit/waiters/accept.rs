//! The function that maps the result of a request to a waiter's state.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::tokens::{ident, mentions};
use crate::ir::{
    Acceptor, Comparison, Matcher, Operand, Operation, Path, PathStep, Predicate, Scalar, State,
    Type, Waiter,
};

/// Returns the function `accept`.
pub(super) fn accept(operation: &Operation, waiter: &Waiter) -> TokenStream {
    let module = ident(&operation.module);
    let input = ident(&operation.input.name.rust);
    let output = ident(&operation.output.name.rust);
    let error = ident(&operation.error);
    let acceptors: Vec<_> = waiter.acceptors.iter().map(acceptor).collect();
    let acceptors = quote!(#(#acceptors)*);
    let argument = match mentions(&acceptors, "input") {
        true => quote!(input),
        false => quote!(_),
    };
    quote! {
        #[allow(
            clippy::nonminimal_bool,
            clippy::unnecessary_map_on_constructor,
            reason = "the model decides the conditions"
        )]
        fn accept(
            #argument: &crate::operation::#module::#input,
            result: Result<
                &crate::operation::#module::#output,
                &crate::operation::#module::#error,
            >,
        ) -> waiters::AcceptorState {
            #acceptors
            waiters::AcceptorState::NoAcceptorsMatched
        }
    }
}

fn acceptor(acceptor: &Acceptor) -> TokenStream {
    let state = ident(match acceptor.state {
        State::Success => "Success",
        State::Failure => "Failure",
        State::Retry => "Retry",
    });
    let condition = match &acceptor.matcher {
        Matcher::Success(true) => quote!(result.is_ok()),
        Matcher::Success(false) => quote!(result.is_err()),
        Matcher::Error(code) => quote! {
            result.is_err_and(|error| error.meta().code() == Some(#code))
        },
        Matcher::Holds(predicate) => {
            let condition = self::predicate(predicate);
            match mentions(&condition, "output") {
                true => quote!(let Ok(output) = result && #condition),
                false => quote!(result.is_ok() && #condition),
            }
        }
    };
    quote! {
        if #condition {
            return waiters::AcceptorState::#state;
        }
    }
}

fn predicate(predicate: &Predicate) -> TokenStream {
    match predicate {
        Predicate::Compare(comparison, a, b) => compare(*comparison, a, b),
        Predicate::True(path) => {
            let value = values(path);
            quote!(#value.copied().unwrap_or_default())
        }
        Predicate::All(path, expected) => {
            let strings = strings(path);
            quote!({
                let mut strings = #strings.peekable();
                strings.peek().is_some() && strings.all(|string| string == #expected)
            })
        }
        Predicate::Any(path, expected) => {
            let strings = strings(path);
            quote!(#strings.any(|string| string == #expected))
        }
        Predicate::And(all) => {
            let all = all.iter().map(self::predicate);
            quote!((#(#all)&&*))
        }
        Predicate::Or(any) => {
            let any = any.iter().map(self::predicate);
            quote!((#(#any)||*))
        }
        Predicate::Not(negated) => {
            let negated = self::predicate(negated);
            quote!(!#negated)
        }
    }
}

fn compare(comparison: Comparison, a: &Operand, b: &Operand) -> TokenStream {
    let (a, b) = (operand(a), operand(b));
    match comparison {
        Comparison::Equal => quote!((#a == #b)),
        Comparison::NotEqual => quote!((#a != #b)),
        // A missing value is neither less nor greater.
        Comparison::Less => quote!(#a.zip(#b).is_some_and(|(a, b)| a < b)),
        Comparison::LessOrEqual => quote!(#a.zip(#b).is_some_and(|(a, b)| a <= b)),
        Comparison::Greater => quote!(#a.zip(#b).is_some_and(|(a, b)| a > b)),
        Comparison::GreaterOrEqual => quote!(#a.zip(#b).is_some_and(|(a, b)| a >= b)),
    }
}

/// Returns a value as an `Option` of a string, a boolean or, for any number, an `f64`.
fn operand(operand: &Operand) -> TokenStream {
    match operand {
        Operand::String(string) => quote!(Some(#string)),
        Operand::Bool(value) => quote!(Some(#value)),
        Operand::Number(number) => {
            let number = proc_macro2::Literal::f64_suffixed(*number);
            quote!(Some(#number))
        }
        Operand::Path(path) => {
            let value = values(path);
            match &path.ty {
                Type::Scalar(Scalar::Bool) => quote!(#value.copied()),
                Type::Scalar(Scalar::F64) => quote!(#value.copied()),
                Type::Scalar(_) => quote!(#value.map(|value| *value as f64)),
                _ => quote!(#value.map(AsRef::<str>::as_ref)),
            }
        }
        Operand::Length(path) => {
            let value = values(path);
            match (&path.ty, path.several) {
                (_, true) => quote!(Some(#value.count() as f64)),
                (Type::String, false) => quote!(#value.map(|value| value.chars().count() as f64)),
                (_, false) => quote!(#value.map(|value| value.len() as f64)),
            }
        }
    }
}

fn strings(path: &Path) -> TokenStream {
    let values = values(path);
    quote!(#values.map(AsRef::<str>::as_ref))
}

/// Returns the values at the end of a path.
///
/// They are an `Option` of a reference or, if the path leads to several values, an iterator.
fn values(path: &Path) -> TokenStream {
    let mut value = match path.from_input {
        true => quote!(input),
        false => quote!(output),
    };
    // The input or output is a plain reference; later steps continue from an `Option`.
    let (mut is_plain, mut several) = (true, false);
    for step in &path.steps {
        value = match step {
            PathStep::Each => {
                let each = match (is_plain, several) {
                    (true, _) => quote!(#value.iter()),
                    (false, false) => quote!(#value.into_iter().flatten()),
                    (false, true) => quote!(#value.flatten()),
                };
                several = true;
                each
            }
            PathStep::Member {
                rust,
                optional,
                boxed,
            } => {
                let field = ident(rust);
                let take = match (optional, boxed) {
                    (true, true) => quote!(as_deref()),
                    _ => quote!(as_ref()),
                };
                match (is_plain, *optional, several) {
                    (true, true, _) => quote!(#value.#field.#take),
                    (true, false, _) => quote!(Some(&#value.#field)),
                    (false, true, false) => quote!(#value.and_then(|value| value.#field.#take)),
                    (false, true, true) => quote!(#value.filter_map(|value| value.#field.#take)),
                    (false, false, _) => quote!(#value.map(|value| &value.#field)),
                }
            }
        };
        is_plain = false;
    }
    value
}
