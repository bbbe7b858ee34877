//! Generates the driver, which converts values to operation inputs, calls operations by name, and
//! converts outputs and modeled errors to JSON.
//!
//! The driver is generated from the model with the generator's Rust names. It is compiled once
//! against each crate, because both have the same API.
#![forbid(unsafe_code)]

use std::path::Path;
use std::{env, fs};

use codegen::ir::{Client, Member, Operation, Scalar, Structure, Type};
use codegen::{Options, RUNTIME_VERSION, RuntimeDependency, Source, Sources, client};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

const MODEL: &str = "../../model/ivs.json";
const PARTITIONS: &str = "../../model/partitions.json";

fn main() {
    for path in [MODEL, PARTITIONS] {
        println!("cargo:rerun-if-changed={path}");
    }
    let read =
        |path: &str| fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let (model, partitions) = (read(MODEL), read(PARTITIONS));
    let source = |name, text| Source { name, text };
    let sources = Sources {
        model: source(MODEL, &model),
        overlays: Vec::new(),
        partitions: source(PARTITIONS, &partitions),
    };
    let options = Options {
        crate_name: "sdk".to_owned(),
        crate_version: "0.0.0".to_owned(),
        runtime: RuntimeDependency::Version(RUNTIME_VERSION.to_owned()),
        allowed_traits: Vec::new(),
        skip_unsupported: false,
    };
    let client = client(&sources, &options).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    let file = syn::parse2(driver(&client)).expect("the driver is valid Rust");
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(
        Path::new(&out).join("driver.rs"),
        prettyplease::unparse(&file),
    )
    .expect("the driver is written");
}

fn driver(client: &Client) -> TokenStream {
    let operations = client.operations.iter().map(operation);
    let arms = client.operations.iter().map(|operation| {
        let (wire, function) = (&operation.name.wire, ident(&operation.module));
        quote!(#wire => Box::pin(#function(client, input)),)
    });
    let structures = client
        .structures
        .iter()
        .filter(|structure| structure.usage.in_requests);
    let structures = structures.map(structure);
    let outputs = client
        .structures
        .iter()
        .filter(|structure| structure.usage.in_responses);
    let outputs = outputs.map(|structure| {
        let name = ident(&structure.name.rust);
        to_json(structure, &quote!(sdk::types::#name))
    });
    let errors = client.errors.iter().map(|structure| {
        let name = ident(&structure.name.rust);
        to_json(structure, &quote!(sdk::types::error::#name))
    });
    quote! {
        /// Calls `operation` with `input`.
        pub fn call<'a>(
            client: &'a sdk::Client,
            operation: &str,
            input: &'a Value,
        ) -> Pin<Box<dyn Future<Output = Outcome> + 'a>> {
            match operation {
                #(#arms)*
                other => panic!("no operation {other}"),
            }
        }

        #(#operations)*
        #(#structures)*
        #(#outputs)*
        #(#errors)*
    }
}

fn operation(operation: &Operation) -> TokenStream {
    let module = ident(&operation.module);
    let builder = ident(&format!("{}Builder", operation.input.name.rust));
    let setters = setters(&operation.input.members, &quote!(input));
    let output = ident(&operation.output.name.rust);
    let output = to_json(&operation.output, &quote!(sdk::operation::#module::#output));
    let output_function = json_function(&operation.output);
    let error = ident(&operation.error);
    let errors = operation.errors.iter().map(|variant| {
        let name = ident(&variant.name.rust);
        let function = ident(&format!("json_{}", variant.name.rust));
        quote!(Some(sdk::operation::#module::#error::#name(error)) => Some(#function(error)),)
    });
    quote! {
        #output

        async fn #module(client: &sdk::Client, input: &Value) -> Outcome {
            let build = || -> Result<_, BuildError> {
                let builder = sdk::operation::#module::builders::#builder::default();
                Ok(builder #(#setters)*)
            };
            match build() {
                Ok(builder) => {
                    let result = builder.send_with(client).await;
                    let members = match &result {
                        Ok(output) => Some(#output_function(output)),
                        Err(error) => match error.as_service_error() {
                            #(#errors)*
                            _ => None,
                        },
                    };
                    Outcome { members, ..Outcome::new(result) }
                }
                Err(error) => Outcome::build_error(&error),
            }
        }
    }
}

fn structure(structure: &Structure) -> TokenStream {
    let name = ident(&structure.name.rust);
    let function = ident(&format!("type_{}", structure.name.rust));
    let setters = setters(&structure.members, &quote!(value));
    let build = match structure.fallible {
        true => quote!(builder.build()),
        false => quote!(Ok(builder.build())),
    };
    quote! {
        fn #function(value: &Value) -> Result<sdk::types::#name, BuildError> {
            let builder = sdk::types::#name::builder() #(#setters)*;
            #build
        }
    }
}

fn setters(members: &[Member], holder: &TokenStream) -> Vec<TokenStream> {
    let setters = members.iter().map(|member| {
        let bare = member.name.rust.trim_start_matches("r#");
        let (set, name) = (ident(&format!("set_{bare}")), &member.model);
        let value = value(&member.ty, &quote!(value));
        quote!(.#set(match #holder.member(#name) { Some(value) => Some(#value), None => None }))
    });
    setters.collect()
}

/// Returns the expression that converts the `Value` in `from` to the type `ty`.
fn value(ty: &Type, from: &TokenStream) -> TokenStream {
    match ty {
        Type::Scalar(Scalar::Bool) => quote!(#from.boolean()),
        Type::Scalar(Scalar::I32) => quote!(#from.integer() as i32),
        Type::Scalar(Scalar::I64) => quote!(#from.integer()),
        Type::String => quote!(#from.string().to_owned()),
        Type::Timestamp(_) => quote!(#from.timestamp()),
        Type::Enum(reference) => {
            let name = ident(&reference.rust);
            quote!(sdk::types::#name::from(#from.string()))
        }
        Type::Structure(reference) if !reference.boxed => {
            let function = ident(&format!("type_{}", reference.rust));
            quote!(#function(#from)?)
        }
        Type::List {
            element,
            sparse: false,
        } => {
            let element = value(element, &quote!(value));
            quote!({
                let values = #from.list().iter().map(|value| Ok(#element));
                values.collect::<Result<Vec<_>, BuildError>>()?
            })
        }
        Type::Map {
            key,
            value,
            sparse: false,
        } if **key == Type::String && **value == Type::String => {
            quote!(#from.map().clone())
        }
        other => panic!("values of type {other:?} are not supported yet"),
    }
}

fn json_function(structure: &Structure) -> Ident {
    ident(&format!("json_{}", structure.name.rust))
}

/// Returns the function that converts a structure of type `ty` to JSON.
fn to_json(structure: &Structure, ty: &TokenStream) -> TokenStream {
    let function = json_function(structure);
    let members = structure.members.iter().map(|member| {
        let bare = member.name.rust.trim_start_matches("r#");
        let field = Ident::new_raw(bare, Span::call_site());
        let (name, value) = (&member.model, json(&member.ty, &quote!(value)));
        let insert = quote!(members.insert(#name.to_owned(), #value););
        match member.optional {
            true => quote!(if let Some(value) = &structure.#field { #insert }),
            false => quote!({ let value = &structure.#field; #insert }),
        }
    });
    if structure.members.is_empty() {
        return quote!(fn #function(_: &#ty) -> Json { Json::Object(Map::new()) });
    }
    quote! {
        fn #function(structure: &#ty) -> Json {
            let mut members = Map::new();
            #(#members)*
            Json::Object(members)
        }
    }
}

/// Returns the expression that converts the reference `from` to a value of type `ty` to JSON.
fn json(ty: &Type, from: &TokenStream) -> TokenStream {
    match ty {
        Type::Scalar(_) => quote!(Json::from(*#from)),
        Type::String => quote!(Json::from(#from.as_str())),
        Type::Timestamp(_) => quote!(timestamp(#from)),
        Type::Enum(_) => quote!(Json::from(#from.as_str())),
        Type::Structure(reference) => {
            let function = ident(&format!("json_{}", reference.rust));
            quote!(#function(#from))
        }
        Type::List {
            element,
            sparse: false,
        } => {
            let element = json(element, &quote!(value));
            quote!(#from.iter().map(|value| #element).collect::<Json>())
        }
        Type::Map {
            key,
            value,
            sparse: false,
        } if **key == Type::String => {
            let value = json(value, &quote!(value));
            quote!(#from.iter().map(|(key, value)| (key.as_str(), #value)).collect::<Json>())
        }
        other => panic!("values of type {other:?} are not supported yet"),
    }
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
