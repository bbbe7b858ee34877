//! Values in examples, as expressions.

use std::collections::BTreeSet;

use proc_macro2::Literal;
use serde_json::Value;

use super::layout::{Code, Method};
use super::literals::{atom, bytes, call, float, grouped, literal, method, some, string, tried};
use crate::identifier::prefixed;
use crate::ir::{BigNumber, FieldValue, TypedValue};

/// The names that examples use without a path: a generated type with such a name needs its path.
const USED_NAMES: [&str; 16] = [
    "BigDecimal",
    "BigInteger",
    "Blob",
    "Box",
    "ByteStream",
    "Config",
    "DateTime",
    "Document",
    "Duration",
    "HashMap",
    "Number",
    "RetryConfig",
    "SystemTime",
    "Update",
    "Vec",
    "Wait",
];

/// Printer of expressions, which collects the imports that they need.
pub(super) struct Printer<'a> {
    /// The crate's name in code.
    pub(super) package: &'a str,
    /// The paths to import.
    pub(super) imports: BTreeSet<String>,
}

impl Printer<'_> {
    /// Returns the calls of setters for the fields.
    pub(super) fn setters(&mut self, fields: &[FieldValue]) -> Vec<Method> {
        let fields = fields.iter();
        fields.flat_map(|field| self.setter(field)).collect()
    }

    /// Returns the calls of the setter: one for each element of a list or entry of a map.
    fn setter(&mut self, field: &FieldValue) -> Vec<Method> {
        let is_empty = match &field.value {
            TypedValue::List { elements, .. } => elements.is_empty(),
            TypedValue::Map { entries, .. } => entries.is_empty(),
            _ => false,
        };
        if is_empty {
            let name = prefixed("set_", &field.field);
            let value = some(self.owned(&field.value));
            return vec![method(&name, vec![value])];
        }
        let name = &field.field;
        match &field.value {
            TypedValue::List { elements, sparse } => {
                let elements = elements.iter();
                let calls = elements.map(|value| {
                    let value = self.parameter_element(value, *sparse);
                    method(name, vec![value])
                });
                calls.collect()
            }
            TypedValue::Map { entries, sparse } => {
                let entries = entries.iter();
                let calls = entries.map(|(key, value)| {
                    let key = self.parameter(key);
                    let value = self.parameter_element(value, *sparse);
                    method(name, vec![key, value])
                });
                calls.collect()
            }
            value => vec![method(name, vec![self.parameter(value)])],
        }
    }

    /// Returns a value as argument of a setter, which converts strings and boxes values.
    fn parameter(&mut self, value: &TypedValue) -> Code {
        match value {
            TypedValue::String(value) => string(value),
            TypedValue::Boxed(value) => self.parameter(value),
            value => self.owned(value),
        }
    }

    fn parameter_element(&mut self, value: &TypedValue, sparse: bool) -> Code {
        match sparse {
            true => self.element(value, sparse),
            false => self.parameter(value),
        }
    }

    /// Returns an element of a list, or a value of a map.
    pub(super) fn element(&mut self, value: &TypedValue, sparse: bool) -> Code {
        let code = self.owned(value);
        match value {
            TypedValue::Null => code,
            _ if sparse => some(code),
            _ => code,
        }
    }

    /// Returns an owned value.
    pub(super) fn owned(&mut self, value: &TypedValue) -> Code {
        match value {
            TypedValue::Null => atom("None"),
            TypedValue::Bool(value) => atom(value),
            TypedValue::Integer(value) => atom(grouped(&value.to_string())),
            TypedValue::Float(scalar, value) => float(*scalar, *value),
            TypedValue::String(string) => Code::Chain {
                root: literal(string),
                methods: vec![method("to_owned", Vec::new())],
            },
            TypedValue::Blob(value) => call(&self.primitive("Blob", "new"), vec![bytes(value)]),
            TypedValue::Stream(bytes) => call(
                &self.primitive("ByteStream", "from_static"),
                vec![atom(Literal::byte_string(bytes))],
            ),
            TypedValue::Big(number, digits) => {
                let name = match number {
                    BigNumber::Integer => "BigInteger",
                    BigNumber::Decimal => "BigDecimal",
                };
                self.import("primitives", name);
                let parse = format!("parse::<{name}>");
                Code::Chain {
                    root: literal(digits),
                    methods: vec![tried(method(&parse, Vec::new()))],
                }
            }
            TypedValue::Document(value) => self.document(value),
            TypedValue::Timestamp(seconds, 0) => call(
                &self.primitive("DateTime", "from_secs"),
                vec![atom(grouped(&seconds.to_string()))],
            ),
            TypedValue::Timestamp(seconds, nanos) => call(
                &self.primitive("DateTime", "from_secs_and_nanos"),
                [seconds.to_string(), nanos.to_string()]
                    .map(|number| atom(grouped(&number)))
                    .into(),
            ),
            TypedValue::Enum {
                ty,
                variant: Some(variant),
                ..
            } => atom(format!("{}::{variant}", self.type_path(ty))),
            TypedValue::Enum { ty, wire, .. } => {
                call(&format!("{}::from", self.type_path(ty)), vec![string(wire)])
            }
            TypedValue::Structure {
                ty,
                members,
                fallible,
            } => {
                let mut methods = self.setters(members);
                let mut build = method("build", Vec::new());
                build.tries = *fallible;
                methods.push(build);
                Code::Chain {
                    root: format!("{}::builder()", self.type_path(ty)),
                    methods,
                }
            }
            TypedValue::Variant { ty, variant, value } => {
                let path = format!("{}::{variant}", self.type_path(ty));
                match value {
                    None => atom(path),
                    Some(value) => call(&path, vec![self.owned(value)]),
                }
            }
            TypedValue::Boxed(value) => call("Box::new", vec![self.owned(value)]),
            TypedValue::List { elements, .. } if elements.is_empty() => atom("Vec::new()"),
            TypedValue::List { elements, sparse } => Code::List {
                prefix: "vec!",
                elements: self.elements(elements, *sparse),
            },
            TypedValue::Map { entries, sparse } => {
                self.imports.insert("std::collections::HashMap".to_owned());
                if entries.is_empty() {
                    return atom("HashMap::new()");
                }
                let entries = entries.iter().map(|(key, value)| {
                    Code::Tuple(vec![self.owned(key), self.element(value, *sparse)])
                });
                let entries = Code::List {
                    prefix: "",
                    elements: entries.collect(),
                };
                call("HashMap::from", vec![entries])
            }
        }
    }

    /// Returns the elements of a list.
    pub(super) fn elements(&mut self, elements: &[TypedValue], sparse: bool) -> Vec<Code> {
        let elements = elements.iter();
        elements.map(|value| self.element(value, sparse)).collect()
    }

    fn document(&mut self, value: &Value) -> Code {
        self.imports.insert("aws_smithy_types::Document".to_owned());
        let mut number = |kind: &str, value: &dyn std::fmt::Display| {
            self.imports.insert("aws_smithy_types::Number".to_owned());
            let number = call(&format!("Number::{kind}"), vec![atom(value)]);
            call("Document::Number", vec![number])
        };
        match value {
            Value::Null => atom("Document::Null"),
            Value::Bool(value) => call("Document::Bool", vec![atom(value)]),
            Value::Number(value) => match (value.as_u64(), value.as_i64(), value.as_f64()) {
                (Some(value), ..) => number("PosInt", &value),
                (_, Some(value), _) => number("NegInt", &value),
                (.., value) => {
                    let value = Literal::f64_unsuffixed(value.unwrap_or_default());
                    number("Float", &value)
                }
            },
            Value::String(value) => call("Document::from", vec![string(value)]),
            Value::Array(values) if values.is_empty() => {
                call("Document::Array", vec![atom("Vec::new()")])
            }
            Value::Array(values) => {
                let elements = values.iter().map(|value| self.document(value)).collect();
                let list = Code::List {
                    prefix: "vec!",
                    elements,
                };
                call("Document::Array", vec![list])
            }
            Value::Object(values) => {
                self.imports.insert("std::collections::HashMap".to_owned());
                if values.is_empty() {
                    return call("Document::Object", vec![atom("HashMap::new()")]);
                }
                let entries = values.iter().map(|(key, value)| {
                    let key = self.owned(&TypedValue::String(key.clone()));
                    Code::Tuple(vec![key, self.document(value)])
                });
                let entries = Code::List {
                    prefix: "",
                    elements: entries.collect(),
                };
                let map = call("HashMap::from", vec![entries]);
                call("Document::Object", vec![map])
            }
        }
    }

    /// Imports a primitive type, and returns the path of its function.
    fn primitive(&mut self, name: &str, function: &str) -> String {
        self.import("primitives", name);
        format!("{name}::{function}")
    }

    /// Returns the path of a generated type, which is imported if its name has no other meaning.
    fn type_path(&mut self, ty: &str) -> String {
        if USED_NAMES.contains(&ty) {
            return format!("{}::types::{ty}", self.package);
        }
        self.import("types", ty);
        ty.to_owned()
    }

    /// Imports an item of the crate.
    pub(super) fn import(&mut self, module: &str, name: &str) {
        let path = format!("{}::{module}::{name}", self.package);
        self.imports.insert(path);
    }
}
