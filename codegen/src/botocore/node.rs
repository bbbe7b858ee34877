//! Values of a file, with their places.

use serde_json::{Map, Value};

use crate::ast::brief;
use crate::diagnostics::{Code, Diagnostics, Step};

/// A value of a botocore file, with the path to it.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    pub(super) value: &'a Value,
    path: Vec<Step>,
}

impl<'a> Node<'a> {
    pub(super) fn root(value: &'a Value) -> Self {
        Self {
            value,
            path: Vec::new(),
        }
    }

    fn step(&self, step: impl Into<Step>, value: &'a Value) -> Self {
        let mut path = self.path.clone();
        path.push(step.into());
        Self { value, path }
    }

    /// Returns the value of a key; `None` if it is missing.
    pub(super) fn get(&self, key: &str) -> Option<Self> {
        self.value.get(key).map(|value| self.step(key, value))
    }

    /// Reports a diagnostic about this value.
    pub(super) fn report(
        &self,
        code: Code,
        reason: impl Into<String>,
        help: &str,
        diagnostics: &mut Diagnostics,
    ) {
        let diagnostic = diagnostics.file(code, reason, help);
        diagnostic.below(self.path.iter().cloned());
    }

    fn report_form(&self, expected: &str, diagnostics: &mut Diagnostics) {
        let reason = format!("{} is not {expected}", brief(self.value));
        let help = "use the file as botocore publishes it";
        self.report(Code::Form, reason, help, diagnostics);
    }

    /// Reports the keys that are not known: their facts would be lost.
    pub(super) fn only(&self, known: &[&[&str]], diagnostics: &mut Diagnostics) {
        for (key, child) in self.entries(diagnostics) {
            if !known.iter().any(|keys| keys.contains(&key)) {
                let reason = format!("the key `{key}` is unknown here");
                let help = "add it to `codegen/src/botocore`, with the fact that it states";
                let diagnostic = diagnostics.file(Code::UnknownKey, reason, help);
                let known = known.iter().flat_map(|keys| keys.iter().copied());
                diagnostic.below(child.path).key().did_you_mean(key, known);
            }
        }
    }

    /// Returns the entries of an object; other values are reported.
    pub(super) fn entries(&self, diagnostics: &mut Diagnostics) -> Vec<(&'a str, Self)> {
        let Some(object) = self.value.as_object() else {
            self.report_form("an object", diagnostics);
            return Vec::new();
        };
        let entries = object.iter();
        entries
            .map(|(key, value)| (key.as_str(), self.step(key.as_str(), value)))
            .collect()
    }

    /// Returns the elements of the list at a key; none if the key is missing.
    pub(super) fn elements(&self, key: &str, diagnostics: &mut Diagnostics) -> Vec<Self> {
        let Some(list) = self.get(key) else {
            return Vec::new();
        };
        let Some(values) = list.value.as_array() else {
            list.report_form("a list", diagnostics);
            return Vec::new();
        };
        let values = values.iter().enumerate();
        values
            .map(|(index, value)| list.step(index, value))
            .collect()
    }

    /// Returns the strings of the list at a key; none if the key is missing.
    pub(super) fn strings(&self, key: &str, diagnostics: &mut Diagnostics) -> Vec<&'a str> {
        let elements = self.elements(key, diagnostics).into_iter();
        elements
            .filter_map(|element| element.as_string(diagnostics))
            .collect()
    }

    /// Returns this value as a string; other values are reported.
    pub(super) fn as_string(&self, diagnostics: &mut Diagnostics) -> Option<&'a str> {
        let string = self.value.as_str();
        if string.is_none() {
            self.report_form("a string", diagnostics);
        }
        string
    }

    /// Returns the string at a key, if it is present.
    pub(super) fn string(&self, key: &str, diagnostics: &mut Diagnostics) -> Option<&'a str> {
        self.get(key)?.as_string(diagnostics)
    }

    /// Returns the string at a key; a missing one is reported.
    pub(super) fn required(&self, key: &str, diagnostics: &mut Diagnostics) -> Option<&'a str> {
        if self.value.is_object() && self.get(key).is_none() {
            let reason = format!("the key `{key}` is missing");
            let help = "use the file as botocore publishes it";
            self.report(Code::Form, reason, help, diagnostics);
        }
        self.string(key, diagnostics)
    }

    /// Returns `true` if the key is present and `true`.
    pub(super) fn flag(&self, key: &str, diagnostics: &mut Diagnostics) -> bool {
        let Some(node) = self.get(key) else {
            return false;
        };
        let flag = node.value.as_bool();
        if flag.is_none() {
            node.report_form("`true` or `false`", diagnostics);
        }
        flag.unwrap_or_default()
    }
}

/// Adds `"target": id` as the only key of an object.
pub(super) fn target(id: &str) -> Value {
    Value::Object(Map::from_iter([("target".to_owned(), id.into())]))
}

/// Returns an empty object, the value of traits without one.
pub(super) fn empty() -> Value {
    Value::Object(Map::new())
}
