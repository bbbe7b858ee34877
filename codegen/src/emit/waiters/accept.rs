//! The function that maps the result of a request to a waiter's state.

use proc_macro2::TokenStream;
use quote::quote;

use super::operands::{operand, strings};
use super::predicates::yields;
use crate::emit::tokens::{ident, mentions};
use crate::ir::{Acceptor, Matcher, Operation, State, Waiter};

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
        #[inline]
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
        Matcher::Boolean(predicate, expected) => of_output(yields(predicate, *expected)),
        Matcher::String(value, expected) => {
            let operand = operand(value);
            of_output(quote!((#operand == Some(#expected))))
        }
        Matcher::AllStrings(path, expected) => {
            let strings = strings(path);
            of_output(quote!({
                let mut strings = #strings.peekable();
                strings.peek().is_some() && strings.all(|string| string == #expected)
            }))
        }
        Matcher::AnyString(path, expected) => {
            let strings = strings(path);
            of_output(quote!(#strings.any(|string| string == #expected)))
        }
    };
    quote! {
        if #condition {
            return waiters::AcceptorState::#state;
        }
    }
}

/// Returns a condition that also requires that there is an output.
fn of_output(condition: TokenStream) -> TokenStream {
    match mentions(&condition, "output") {
        true => quote!(let Ok(output) = result && #condition),
        false => quote!(result.is_ok() && #condition),
    }
}
