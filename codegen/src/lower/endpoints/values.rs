//! Values in the rules: references, templates and literals.

use serde_json::Value;

use super::{Reader, Scope};
use crate::ast::brief;
use crate::diagnostics::Code;
use crate::ir::{
    Condition, Ownership, Parameter, ParameterKind, RuleType, RuleValue, TemplatePart, Typed,
};

impl Reader<'_> {
    /// Lowers a value of any type, which may be unset.
    pub(super) fn value(&mut self, value: &Value, scope: &Scope) -> Option<Typed> {
        if let Some(template) = value.as_str() {
            return self.template(value, template, scope);
        }
        if let Some(literal) = value.as_bool() {
            return Some(boolean(RuleValue::Boolean(literal)));
        }
        if let Some(reference) = value.get("ref")
            && let Some(name) = reference.as_str()
        {
            return self.reference(reference, name, scope);
        }
        if value.get("fn").is_some() {
            return self.call(value, scope);
        }
        if let Some(list) = value.as_array() {
            let elements = list.iter().map(|element| {
                let string = self.string(element, scope)?;
                Some(self.borrowable(string, scope))
            });
            // All elements are lowered before the first problem ends the list.
            let elements: Vec<_> = elements.collect();
            self.needs_library = true;
            return Some(Typed {
                value: RuleValue::List(elements.into_iter().collect::<Option<_>>()?),
                kind: RuleType::Array,
                optional: false,
                ownership: Ownership::Owned,
            });
        }
        let reason = format!("{} is not a value of the rules language", brief(value));
        let help = "write a string, a boolean, a list of strings, `{\"ref\": …}`, or a call with \
                    `fn` and `argv`";
        self.problem(Code::Function, value, reason, help);
        None
    }

    /// Lowers a value that must have the type `kind` and be set.
    pub(super) fn value_of_kind(
        &mut self,
        kind: RuleType,
        value: &Value,
        scope: &Scope,
    ) -> Option<Typed> {
        let typed = self.value(value, scope)?;
        if typed.kind != kind {
            let expected = with_article(kind);
            let reason = format!("the value is {}, not {expected}", with_article(typed.kind));
            let help = format!("use {expected} here");
            self.problem(Code::ValueType, value, reason, help);
            return None;
        }
        self.require_set(value, typed)
    }

    /// Returns `typed` if it is always set, or reports that it may be unset.
    pub(super) fn require_set(&mut self, at: &Value, typed: Typed) -> Option<Typed> {
        if !typed.optional {
            return Some(typed);
        }
        match at.get("ref").and_then(Value::as_str) {
            Some(name) => self.report_maybe_unset(at, name),
            None => {
                let reason = "the value may be unset here";
                let help = "assign the value in an earlier condition, or use `coalesce` with an \
                            alternative";
                self.problem(Code::MaybeUnset, at, reason, help);
            }
        }
        None
    }

    fn report_maybe_unset(&mut self, at: &Value, name: &str) {
        let reason = format!("`{name}` may be unset here");
        let help = format!("add an earlier condition that checks `isSet` of `{name}`");
        self.problem(Code::MaybeUnset, at, reason, help);
    }

    /// Lowers a value that must be a string and be set.
    pub(super) fn string(&mut self, value: &Value, scope: &Scope) -> Option<Typed> {
        self.value_of_kind(RuleType::String, value, scope)
    }

    /// Returns a value that others can borrow from: owned values are bound to a new variable.
    pub(super) fn borrowable(&mut self, typed: Typed, scope: &Scope) -> Typed {
        if typed.ownership != Ownership::Owned {
            return typed;
        }
        let mut number = self.temporaries.len() + 1;
        let is_taken =
            |name: &str| scope.has_rust_name(name) || self.parameters.has_rust_name(name);
        while is_taken(&format!("temporary_{number}")) {
            number += 1;
        }
        let name = format!("temporary_{number}");
        let variable = Typed {
            value: RuleValue::Variable(name.clone()),
            ownership: Ownership::Place,
            ..typed
        };
        self.temporaries.push(Condition::Let { value: typed, name });
        variable
    }

    /// Returns a parameter or variable; an unknown name is reported once.
    pub(super) fn reference(&mut self, at: &Value, name: &str, scope: &Scope) -> Option<Typed> {
        if let Some(variable) = scope.variable(name) {
            return Some(variable.clone());
        }
        if let Some(parameter) = self.parameters.get(name) {
            let is_set = scope.is_set(name);
            return Some(parameter_reference(parameter, is_set));
        }
        if self.reported.insert(name.to_owned()) {
            let names = self.parameters.names().chain(scope.variable_names());
            let names: Vec<_> = names.map(str::to_owned).collect();
            let reason = format!("`{name}` is not a parameter, and no condition assigns it");
            let help = "use one of the rule set's `parameters`, or a variable that an earlier \
                        condition assigns";
            self.problem(Code::UnknownParameter, at, reason, help)
                .did_you_mean(name, names.iter().map(String::as_str));
        }
        None
    }

    /// Lowers a string with `{Name}` and `{Name#path}`, in which literal braces are doubled.
    fn template(&mut self, at: &Value, template: &str, scope: &Scope) -> Option<Typed> {
        let mut parts = Vec::new();
        let mut literal = String::new();
        let mut is_valid = true;
        let mut rest = template;
        while let Some(brace) = rest.find(['{', '}']) {
            literal.push_str(&rest[..brace]);
            let from_brace = &rest[brace..];
            if from_brace.starts_with("{{") || from_brace.starts_with("}}") {
                literal.push_str(&from_brace[..1]);
                rest = &from_brace[2..];
                continue;
            }
            let Some(after_brace) = from_brace.strip_prefix('{') else {
                let help = "write `}}` for a literal brace";
                self.problem(
                    Code::Brace,
                    at,
                    "a closing brace has no opening brace",
                    help,
                );
                return None;
            };
            let Some((reference, after)) = after_brace.split_once('}') else {
                let help = "write `{Name}` or `{Name#path}`";
                self.problem(
                    Code::Brace,
                    at,
                    "an opening brace has no closing brace",
                    help,
                );
                return None;
            };
            rest = after;
            let value = self.template_reference(at, reference, scope);
            is_valid &= value.is_some();
            if !literal.is_empty() {
                parts.push(TemplatePart::Literal(std::mem::take(&mut literal)));
            }
            parts.extend(value.map(TemplatePart::Value));
        }
        literal.push_str(rest);
        if !is_valid {
            return None;
        }
        if parts.is_empty() {
            return Some(string_value(
                RuleValue::String(literal),
                Ownership::Borrowed,
            ));
        }
        if !literal.is_empty() {
            parts.push(TemplatePart::Literal(literal));
        }
        Some(match &mut *parts {
            [TemplatePart::Value(value)] => value.clone(),
            _ => string_value(RuleValue::Template(parts), Ownership::Owned),
        })
    }

    /// Lowers a reference in braces: `Name` or `Name#path`.
    fn template_reference(&mut self, at: &Value, reference: &str, scope: &Scope) -> Option<Typed> {
        let (name, path) = match reference.split_once('#') {
            Some((name, path)) => (name, Some(path)),
            None => (reference, None),
        };
        let holder = self.reference(at, name, scope)?;
        if holder.optional {
            self.report_maybe_unset(at, name);
            return None;
        }
        let value = match path {
            Some(path) => self.attribute(at, holder, path, at)?,
            None => holder,
        };
        if value.kind != RuleType::String {
            let actual = with_article(value.kind);
            let reason = format!("`{{{reference}}}` is {actual}, not a string");
            let help = "use only strings in a template";
            self.problem(Code::ValueType, at, reason, help);
            return None;
        }
        self.require_set(at, value)
    }
}

pub(super) fn boolean(value: RuleValue) -> Typed {
    Typed {
        value,
        kind: RuleType::Boolean,
        optional: false,
        ownership: Ownership::Borrowed,
    }
}

pub(super) fn string_value(value: RuleValue, ownership: Ownership) -> Typed {
    Typed {
        value,
        kind: RuleType::String,
        optional: false,
        ownership,
    }
}

/// Returns a reference to a parameter, or to its variable if it is optional and known to be set.
fn parameter_reference(parameter: &Parameter, is_set: bool) -> Typed {
    let rust = parameter.name.rust.clone();
    let kind = match parameter.kind {
        ParameterKind::String => RuleType::String,
        ParameterKind::Boolean => RuleType::Boolean,
        ParameterKind::StringArray => RuleType::Array,
    };
    let (value, ownership) = if is_set && !parameter.required {
        (RuleValue::Variable(rust), Ownership::Reference)
    } else {
        (RuleValue::Parameter(rust), Ownership::Place)
    };
    Typed {
        value,
        kind,
        optional: !parameter.required && !is_set,
        ownership: match kind {
            RuleType::Boolean => Ownership::Borrowed,
            _ => ownership,
        },
    }
}

/// Returns the type with its article, for messages.
pub(super) fn with_article(kind: RuleType) -> &'static str {
    match kind {
        RuleType::String => "a string",
        RuleType::Boolean => "a boolean",
        RuleType::Array => "a list",
        RuleType::Partition => "a partition",
        RuleType::Arn => "an ARN",
        RuleType::Url => "a URL",
    }
}
