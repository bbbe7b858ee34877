//! The expected values of outputs and errors, as assertions.

use std::collections::BTreeSet;

use super::layout::{Code, Method, binding, statement};
use super::literals::{atom, call, method, some, string};
use super::values::Printer;
use crate::identifier::bare;
use crate::ir::{FieldValue, TypedValue};

/// Printer of assertions about the fields of a value and of the values in it.
pub(super) struct Asserts<'p, 'a> {
    pub(super) printer: &'p mut Printer<'a>,
    /// Groups of statements, with blank lines between them.
    pub(super) groups: Vec<Vec<String>>,
    /// The names of variables that are still used.
    pub(super) variables: BTreeSet<String>,
}

/// A value that contains others: its fields are compared one by one.
enum Nested<'v> {
    Structure(&'v [FieldValue]),
    Structures(&'v [TypedValue]),
    Map(&'v [(TypedValue, TypedValue)], bool),
}

impl<'v> Nested<'v> {
    fn new(value: &'v TypedValue) -> Option<Self> {
        match value {
            TypedValue::Structure { members, .. } => Some(Self::Structure(members)),
            TypedValue::Boxed(value) => Self::new(value),
            TypedValue::List {
                elements,
                sparse: false,
            } if matches!(elements.first(), Some(TypedValue::Structure { .. })) => {
                Some(Self::Structures(elements))
            }
            TypedValue::Map { entries, sparse } if !value.has_nan() => {
                Some(Self::Map(entries, *sparse))
            }
            _ => None,
        }
    }
}

impl Asserts<'_, '_> {
    /// Compares the fields of the structure that the expression `owner` returns.
    pub(super) fn fields(&mut self, owner: &str, fields: &[FieldValue]) {
        let is_nested = |field: &&FieldValue| Nested::new(&field.value).is_some();
        let is_stream = |field: &&FieldValue| matches!(field.value, TypedValue::Stream(_));
        for field in fields.iter().filter(|field| !is_nested(field)) {
            if !is_stream(&field) {
                let assertion = self.assertion(owner, field);
                self.add(statement(&assertion));
            }
        }
        for field in fields {
            if let Some(nested) = Nested::new(&field.value) {
                self.nested(owner, field, &nested);
            }
        }
        // Collecting a stream consumes it, so the other fields have been compared before.
        for field in fields {
            if let TypedValue::Stream(bytes) = &field.value {
                self.stream(owner, field, bytes);
            }
        }
    }

    fn add(&mut self, statement: String) {
        match self.groups.last_mut() {
            Some(group) => group.push(statement),
            None => self.groups.push(vec![statement]),
        }
    }

    /// Returns the comparison of a field.
    fn assertion(&mut self, owner: &str, field: &FieldValue) -> Code {
        let actual = getter(owner, field);
        let is_optional = field.optional;
        let expected = match &field.value {
            TypedValue::Bool(value) if !is_optional => {
                let not = if *value { "" } else { "!" };
                let actual = atom(format!("{not}{}", actual.one_line()));
                return call("assert!", vec![actual]);
            }
            value if value.has_nan() => {
                // NaN is not equal to itself.
                let expected = self.expected(value, is_optional);
                let debug = |value| call("format!", vec![string("{:?}"), value]);
                return call("assert_eq!", vec![debug(actual), debug(expected)]);
            }
            TypedValue::List { elements, .. } if elements.is_empty() => {
                let actual = atom(format!("{}.is_empty()", actual.one_line()));
                return call("assert!", vec![actual]);
            }
            value => self.expected(value, is_optional),
        };
        call("assert_eq!", vec![actual, expected])
    }

    /// Returns the expected result of a getter.
    fn expected(&mut self, value: &TypedValue, is_optional: bool) -> Code {
        let expected = match value {
            TypedValue::List { elements, sparse } => {
                let is_string = |value: &TypedValue| matches!(value, TypedValue::String(_));
                let elements = match !sparse && elements.iter().all(is_string) {
                    true => elements.iter().map(plain_string).collect(),
                    false => self.printer.elements(elements, *sparse),
                };
                let prefix = "";
                return Code::List { prefix, elements };
            }
            TypedValue::String(string) => self::string(string),
            TypedValue::Bool(_) | TypedValue::Integer(_) | TypedValue::Float(..) => {
                self.printer.owned(value)
            }
            // The getter of an optional value dereferences the box.
            TypedValue::Boxed(value) if is_optional => reference(self.printer.owned(value)),
            value => reference(self.printer.owned(value)),
        };
        if is_optional {
            some(expected)
        } else {
            expected
        }
    }

    fn nested(&mut self, owner: &str, field: &FieldValue, nested: &Nested<'_>) {
        let is_list = matches!(nested, Nested::Structures(_));
        let mut value = getter(owner, field);
        if field.optional && !is_list {
            let message = format!("{} is set", bare(&field.field));
            if let Code::Chain { methods, .. } = &mut value {
                methods.push(method("expect", vec![string(&message)]));
            }
        }
        let variable = self.variable(&field.field);
        let declaration = binding(&variable, &value);
        match nested {
            Nested::Structure([]) => {
                let variable = format!("_{}", bare(&variable));
                self.groups.push(vec![binding(&variable, &value)]);
            }
            Nested::Structure(fields) => {
                self.groups.push(vec![declaration]);
                self.fields(&variable, fields);
            }
            Nested::Structures(elements) => {
                self.groups.push(vec![declaration]);
                self.length(&variable, elements.len());
                for (index, element) in elements.iter().enumerate() {
                    if let Some(Nested::Structure(fields)) = Nested::new(element) {
                        self.groups.push(Vec::new());
                        self.fields(&format!("{variable}[{index}]"), fields);
                    }
                }
            }
            Nested::Map(entries, sparse) => {
                self.groups.push(vec![declaration]);
                self.length(&variable, entries.len());
                for (key, value) in *entries {
                    self.entry(&variable, key, value, *sparse);
                }
            }
        }
        self.variables.remove(&variable);
    }

    /// Compares the length of a list or map.
    fn length(&mut self, variable: &str, length: usize) {
        let assertion = match length {
            0 => call("assert!", vec![atom(format!("{variable}.is_empty()"))]),
            length => {
                let actual = atom(format!("{variable}.len()"));
                call("assert_eq!", vec![actual, atom(length)])
            }
        };
        self.add(statement(&assertion));
    }

    /// Compares an entry of the map in `variable`.
    fn entry(&mut self, variable: &str, key: &TypedValue, value: &TypedValue, sparse: bool) {
        let key = match key {
            TypedValue::String(key) => string(key),
            key => reference(self.printer.owned(key)),
        };
        let actual = format!("{variable}[{}]", key.one_line());
        let expected = match value {
            TypedValue::Structure { members, .. } if !sparse => {
                return self.fields(&actual, members);
            }
            TypedValue::String(value) if !sparse => string(value),
            value => self.printer.element(value, sparse),
        };
        let assertion = call("assert_eq!", vec![atom(actual), expected]);
        self.add(statement(&assertion));
    }

    /// Compares the contents of a stream.
    fn stream(&mut self, owner: &str, field: &FieldValue, bytes: &[u8]) {
        let variable = self.variable(&field.field);
        let collected = Code::Chain {
            root: format!("{owner}.{}", field.field),
            methods: vec![
                method("collect", Vec::new()),
                Method {
                    name: "await".to_owned(),
                    arguments: None,
                    tries: true,
                },
                method("into_bytes", Vec::new()),
            ],
        };
        let expected = atom(proc_macro2::Literal::byte_string(bytes));
        let actual = atom(format!("{variable}.as_ref()"));
        self.groups.push(vec![
            binding(&variable, &collected),
            statement(&call("assert_eq!", vec![actual, expected])),
        ]);
        self.variables.remove(&variable);
    }

    /// Returns a name for the value of a field. It may shadow a variable that is no longer used.
    fn variable(&mut self, field: &str) -> String {
        let mut name = field.to_owned();
        let mut number = 2;
        while !self.variables.insert(name.clone()) {
            name = format!("{}_{number}", bare(field));
            number += 1;
        }
        name
    }
}

/// Returns the call of a field's getter.
fn getter(owner: &str, field: &FieldValue) -> Code {
    Code::Chain {
        root: owner.to_owned(),
        methods: vec![method(&field.field, Vec::new())],
    }
}

fn reference(value: Code) -> Code {
    match value {
        Code::Atom(text) => atom(format!("&{text}")),
        value @ Code::Lines(_) => value,
        Code::Call {
            function,
            arguments,
        } => call(&format!("&{function}"), arguments),
        Code::Chain { root, methods } => Code::Chain {
            root: format!("&{root}"),
            methods,
        },
        value @ (Code::List { .. } | Code::Tuple(_)) => atom(format!("&{}", value.one_line())),
    }
}

fn plain_string(value: &TypedValue) -> Code {
    match value {
        TypedValue::String(value) => string(value),
        _ => atom("None"),
    }
}
