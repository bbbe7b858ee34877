//! Imports, identifiers and types.

use quote::quote;

use crate::emit::names::{local, with_imports};
use crate::emit::tokens::{docs, ident, prefixed};
use crate::emit::ty;
use crate::ir::{Literal, Scalar, Type, TypeRef};

/// Returns the imports of a file with `items`, without spaces.
fn imports(items: &proc_macro2::TokenStream) -> Vec<String> {
    let text = with_imports(&quote!(), &[], items.clone()).to_string();
    let imports = text
        .split_inclusive(';')
        .filter(|line| line.trim().starts_with("use "));
    imports.map(|line| line.replace(' ', "")).collect()
}

#[test]
fn shadowed_names_have_paths() {
    let (option, arc, vec) = (local("Option"), local("Arc"), local("Vec"));
    let plain = local("Plain");
    let items = quote! {
        enum #option { #arc(Arc<u8>), #vec }
        impl #plain { fn f(self) -> Option<types::Option> { a.Option }  type Option = Vec; }
    };
    let text = with_imports(&quote!(), &["Option"], items).to_string();
    let expected = quote! {
        use std::sync::Arc;
        use crate::types;
        enum Option { Arc(Arc<u8>), Vec }
        impl Plain {
            fn f(self) -> std::option::Option<types::Option> { a.Option }
            type Option = Vec;
        }
    };
    assert_eq!(text, expected.to_string());
}

#[test]
fn imports_are_exactly_the_used_names() {
    for (items, expected) in [
        (
            quote!(
                struct A;
            ),
            &[][..],
        ),
        (
            quote!(
                struct A {
                    a: HashMap<String, u8>,
                }
            ),
            &["usestd::collections::HashMap;"],
        ),
        (
            quote!(
                fn f(a: json::Slot, b: error::BoxError) -> types::B {}
            ),
            &["userestjson1_runtime::{error,json};", "usecrate::types;"],
        ),
        (quote!(impl fmt::Debug for A {}), &["usestd::fmt;"]),
        // Later segments of paths, fields and methods need no import.
        (
            quote!(
                fn f() {
                    std::fmt::x();
                    a.json();
                    a.types
                }
            ),
            &[],
        ),
        (
            quote!(
                fn f(x: aws_smithy_types::error::X, config: u8) {}
            ),
            &[],
        ),
        (
            quote!(
                struct A {
                    types: types::B,
                }
            ),
            &["usecrate::types;"],
        ),
        (
            quote!(
                mod a {
                    fn f() {
                        client::x()
                    }
                }
            ),
            &["userestjson1_runtime::client;"],
        ),
    ] {
        assert_eq!(imports(&items), expected, "{items}");
    }
}

#[test]
fn identifiers_may_be_raw() {
    assert_eq!(ident("r#type").to_string(), "r#type");
    assert_eq!(ident("self_").to_string(), "self_");
    assert_eq!(prefixed("set_", "r#type").to_string(), "set_type");
}

#[test]
fn documentation_lines_start_with_a_space() {
    let lines = ["a \"b\"", "", "r#\"c\"#", "d\te"].map(str::to_owned);
    let expected = quote! {
        #[doc = r#" a "b""#]
        #[doc = ""]
        #[doc = " r#\"c\"#"]
        #[doc = r#" d e"#]
    };
    assert_eq!(docs(&lines).to_string(), expected.to_string());
}

#[test]
fn types_and_defaults_are_written_in_rust() {
    let kind = Type::Enum(TypeRef {
        rust: "Kind".to_owned(),
        boxed: false,
    });
    let list = Type::List {
        element: Box::new(Type::Blob),
        sparse: true,
    };
    let string = || Literal::String("a".to_owned());
    for (ty, owned, literal, value) in [
        (
            Type::Scalar(Scalar::Bool),
            quote!(bool),
            Literal::Zero,
            quote!(false),
        ),
        (
            Type::Scalar(Scalar::Bool),
            quote!(bool),
            Literal::True,
            quote!(true),
        ),
        (
            Type::Scalar(Scalar::I16),
            quote!(i16),
            Literal::Integer(3),
            quote!(3),
        ),
        (
            Type::Scalar(Scalar::F32),
            quote!(f32),
            Literal::Zero,
            quote!(0.0),
        ),
        (
            Type::Scalar(Scalar::F64),
            quote!(f64),
            Literal::Float(1.0),
            quote!(1.0),
        ),
        (
            Type::String,
            quote!(String),
            Literal::Zero,
            quote!(String::new()),
        ),
        (
            Type::String,
            quote!(String),
            string(),
            quote!("a".to_owned()),
        ),
        (
            kind,
            quote!(types::Kind),
            string(),
            quote!(types::Kind::from("a")),
        ),
        (
            list,
            quote!(Vec<Option<aws_smithy_types::Blob>>),
            Literal::Zero,
            quote!(Vec::new()),
        ),
    ] {
        let text = |tokens: proc_macro2::TokenStream| tokens.to_string().replace(' ', "");
        assert_eq!(text(ty::owned(&ty)), text(owned));
        assert_eq!(text(ty::literal(&ty, &literal)), text(value));
    }
}
