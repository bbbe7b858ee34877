//! The tests that values survive a round trip through JSON. They call the client crate `sdk`.

use proc_macro2::TokenStream;
use quote::quote;

use super::values::{build, expression, setters};
use crate::conformance::ir::{Place, RoundTrip, Sample};
use crate::emit::tokens::{doc, ident};
use crate::ir::TypedValue;
use crate::options::Options;
use crate::printable::escape;

/// Returns `tests/round_trips.rs`.
pub(super) fn tests(options: &Options, tests: &[RoundTrip]) -> TokenStream {
    let package = ident(&options.lib_name());
    let tests = tests.iter().map(test);
    quote! {
        //! Round trips of values of all types through JSON, with the feature `serde`.
        #![allow(deprecated, reason = "tests may use deprecated items")]

        extern crate #package as sdk;

        #(#tests)*
    }
}

fn test(test: &RoundTrip) -> TokenStream {
    let docs = doc(&format!("The round trip of {}.", escape::code(&test.ty)));
    let function = ident(&test.function);
    let samples = test.samples.iter().map(|sample| self::sample(test, sample));
    quote! {
        #docs
        #[test]
        fn #function() {
            #(#samples)*
        }
    }
}

fn sample(test: &RoundTrip, sample: &Sample) -> TokenStream {
    let value = match (&test.place, &sample.value) {
        (
            Place::Input(module) | Place::Output(module),
            TypedValue::Structure {
                ty,
                members,
                fallible,
            },
        ) => {
            let (module, ty) = (ident(module), ident(ty));
            // All builders of inputs are fallible.
            let is_fallible = *fallible || matches!(test.place, Place::Input(_));
            let (setters, build) = (setters(members), build(is_fallible));
            quote!(sdk::operation::#module::#ty::builder()#setters #build)
        }
        (_, value) => expression(value),
    };
    let (json, is_sensitive) = (sample.json.to_string(), sample.is_sensitive);
    let compare = match test.is_comparable {
        true => quote!(assert_eq!(again, value);),
        false => quote! {
            conformance::assert_json(sdk::serde::with_sensitive(&again), json);
        },
    };
    quote! {
        let value = #value;
        let json = #json;
        conformance::assert_json(sdk::serde::with_sensitive(&value), json);
        conformance::assert_hidden(&value, json, #is_sensitive);
        conformance::assert_hidden(&sdk::serde::without_sensitive(&value), json, #is_sensitive);
        let again = conformance::read_as(&value, json);
        #compare
    }
}
