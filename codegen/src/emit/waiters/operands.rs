//! Operands and paths in the conditions of waiters.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::tokens::ident;
use crate::ir::{Operand, Path, PathStep, Scalar, Type};

/// Returns a value as an `Option` of a string, a boolean or, for any number, an `f64`.
pub(super) fn operand(operand: &Operand) -> TokenStream {
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
        Operand::Length(path) if path.several => {
            // The elements of a list that is null are not none, but null.
            let is_each = |step: &PathStep| *step == PathStep::Each;
            let first = path.steps.iter().position(is_each).unwrap_or_default();
            let (to_list, from_list) = path.steps.split_at(first);
            let list = follow(&start(path), to_list);
            // Required members at the end of the path do not change the count.
            let changes_count = |step: &PathStep| match step {
                PathStep::Each => true,
                PathStep::Member { optional, .. } => *optional,
            };
            let end = from_list
                .iter()
                .rposition(changes_count)
                .unwrap_or_default()
                + 1;
            let count = match &from_list[..end] {
                [PathStep::Each] => quote!(list.len()),
                steps => {
                    let values = follow(&quote!(list), steps);
                    quote!(#values.count())
                }
            };
            quote!(#list.map(|list| #count as f64))
        }
        Operand::Length(path) => {
            let value = values(path);
            match path.ty {
                Type::String => quote!(#value.map(|value| value.chars().count() as f64)),
                _ => quote!(#value.map(|value| value.len() as f64)),
            }
        }
    }
}

/// Returns an iterator over the strings at the end of a path.
pub(super) fn strings(path: &Path) -> TokenStream {
    let values = values(path);
    quote!(#values.map(AsRef::<str>::as_ref))
}

/// Returns the values at the end of a path.
///
/// They are an `Option` of a reference or, if the path leads to several values, an iterator.
pub(super) fn values(path: &Path) -> TokenStream {
    follow(&start(path), &path.steps)
}

fn start(path: &Path) -> TokenStream {
    match path.from_input {
        true => quote!(input),
        false => quote!(output),
    }
}

/// Returns the values at the end of steps from a reference.
fn follow(start: &TokenStream, steps: &[PathStep]) -> TokenStream {
    let mut value = start.clone();
    // The start is a plain reference; later steps continue from an `Option`.
    let (mut is_plain, mut several) = (true, false);
    for step in steps {
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
