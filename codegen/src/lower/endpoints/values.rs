//! Values in the rules: references, and texts with values in them.

use serde_json::Value;

use super::{Reader, Scope};
use crate::ast::brief;
use crate::diagnostics::Code;
use crate::ir::{
    Condition, Ownership, Parameter, ParameterKind, RuleType, RuleValue, TemplatePart, Typed,
};

impl Reader<'_> {
    /// A value of any type, which may be unset.
    pub(super) fn value(&mut self, value: &Value, scope: &Scope) -> Option<Typed> {
        if let Some(text) = value.as_str() {
            return self.template(value, text, scope);
        }
        if let Some(flag) = value.as_bool() {
            return Some(boolean(RuleValue::Boolean(flag)));
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
            let texts = list.iter().map(|text| {
                let text = self.text(text, scope)?;
                Some(self.lasting(text, scope))
            });
            let texts: Vec<_> = texts.collect();
            self.needs_library = true;
            return Some(Typed {
                value: RuleValue::List(texts.into_iter().collect::<Option<_>>()?),
                kind: RuleType::Array,
                optional: false,
                ownership: Ownership::Owned,
            });
        }
        let reason = format!("{} is not a value of the rules language", brief(value));
        let help = "write a text, a boolean, a list of texts, `{\"ref\": …}` or a call with `fn` and `argv`";
        self.problem(Code::Function, value, reason, help);
        None
    }

    /// A value of this type, which is always set.
    pub(super) fn of(&mut self, kind: RuleType, value: &Value, scope: &Scope) -> Option<Typed> {
        let typed = self.value(value, scope)?;
        if typed.kind != kind {
            let reason = format!("it is {}, not {}", word(typed.kind), word(kind));
            let help = format!("give {} here", word(kind));
            self.problem(Code::ValueType, value, reason, help);
            return None;
        }
        self.set(value, typed)
    }

    /// A value that is always set.
    pub(super) fn set(&mut self, at: &Value, typed: Typed) -> Option<Typed> {
        if !typed.optional {
            return Some(typed);
        }
        match at.get("ref").and_then(Value::as_str) {
            Some(name) => self.maybe_unset(at, name),
            None => {
                let reason = "a value is used where it may not be set";
                let help = "assign it in a condition before, or give `coalesce` another value";
                self.problem(Code::MaybeUnset, at, reason, help);
            }
        }
        None
    }

    fn maybe_unset(&mut self, at: &Value, name: &str) {
        let reason = format!("`{name}` is used where it may not be set");
        let help = format!("put a condition before: `isSet` of `{name}`");
        self.problem(Code::MaybeUnset, at, reason, help);
    }

    /// A text, which is always set.
    pub(super) fn text(&mut self, value: &Value, scope: &Scope) -> Option<Typed> {
        self.of(RuleType::String, value, scope)
    }

    /// A value that something is borrowed from: one that is just made gets a variable.
    pub(super) fn lasting(&mut self, typed: Typed, scope: &Scope) -> Typed {
        if typed.ownership != Ownership::Owned {
            return typed;
        }
        let mut number = self.made.len() + 1;
        let is_taken = |name: &str| {
            let is = |value: &Typed| value.value == RuleValue::Variable(name.to_owned());
            scope.variables.values().any(is)
                || self.parameters.iter().any(|one| one.name.rust == name)
        };
        while is_taken(&format!("made_{number}")) {
            number += 1;
        }
        let name = format!("made_{number}");
        let variable = Typed {
            value: RuleValue::Variable(name.clone()),
            ownership: Ownership::Place,
            ..typed
        };
        self.made.push(Condition::Let { value: typed, name });
        variable
    }

    /// A parameter or variable. One that there is not is reported once.
    pub(super) fn reference(&mut self, at: &Value, name: &str, scope: &Scope) -> Option<Typed> {
        if let Some(variable) = scope.variables.get(name) {
            return Some(variable.clone());
        }
        let known = |parameter: &&Parameter| parameter.name.wire == name;
        if let Some(parameter) = self.parameters.iter().find(known) {
            return Some(of_parameter(parameter, scope.set.contains(name)));
        }
        if self.reported.insert(name.to_owned()) {
            let parameters = self.parameters.iter().map(|own| own.name.wire.clone());
            let names: Vec<_> = parameters.chain(scope.variables.keys().cloned()).collect();
            let reason = format!("`{name}` is not a parameter, and no condition assigns to it");
            let help = "refer to one of `parameters`, or to what a condition before assigns to";
            self.problem(Code::UnknownParameter, at, reason, help)
                .did_you_mean(name, names.iter().map(String::as_str));
        }
        None
    }

    /// A text with `{Name}` and `{Name#path}` in it; braces that stand for themselves are doubled.
    fn template(&mut self, at: &Value, text: &str, scope: &Scope) -> Option<Typed> {
        let mut parts = Vec::new();
        let mut literal = String::new();
        let mut all_fit = true;
        let mut rest = text;
        while let Some(brace) = rest.find(['{', '}']) {
            literal.push_str(&rest[..brace]);
            let doubled = ["{{", "}}"]
                .into_iter()
                .find(|two| rest[brace..].starts_with(two));
            if let Some(two) = doubled {
                literal.push_str(&two[1..]);
                rest = &rest[brace + 2..];
                continue;
            }
            let inner = rest[brace..]
                .strip_prefix('{')
                .and_then(|it| it.split_once('}'));
            let Some((name, after)) = inner else {
                let (reason, help) = match rest[brace..].starts_with('{') {
                    true => ("a brace has no end", "close it: `{Name}` or `{Name#path}`"),
                    false => ("a brace has no beginning", "write `}}` for a brace itself"),
                };
                self.problem(Code::Brace, at, reason, help);
                return None;
            };
            rest = after;
            let value = self.placeholder(at, name, scope);
            all_fit &= value.is_some();
            if !literal.is_empty() {
                parts.push(TemplatePart::Literal(std::mem::take(&mut literal)));
            }
            parts.extend(value.map(TemplatePart::Value));
        }
        literal.push_str(rest);
        if !all_fit {
            return None;
        }
        if parts.is_empty() {
            return Some(text_of(RuleValue::String(literal), Ownership::Borrowed));
        }
        if !literal.is_empty() {
            parts.push(TemplatePart::Literal(literal));
        }
        Some(match &mut *parts {
            [TemplatePart::Value(only)] => only.clone(),
            _ => text_of(RuleValue::Template(parts), Ownership::Owned),
        })
    }

    /// The value of what stands in braces.
    fn placeholder(&mut self, at: &Value, inner: &str, scope: &Scope) -> Option<Typed> {
        let (name, path) = match inner.split_once('#') {
            Some((name, path)) => (name, Some(path)),
            None => (inner, None),
        };
        let value = self.reference(at, name, scope)?;
        if value.optional {
            self.maybe_unset(at, name);
            return None;
        }
        let value = match path {
            Some(path) => self.attribute(at, value, path, at)?,
            None => value,
        };
        if value.kind != RuleType::String {
            let reason = format!("`{{{inner}}}` is {}, not a text", word(value.kind));
            let help = "put texts only into a text";
            self.problem(Code::ValueType, at, reason, help);
            return None;
        }
        self.set(at, value)
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

pub(super) fn text_of(value: RuleValue, form: Ownership) -> Typed {
    Typed {
        value,
        kind: RuleType::String,
        optional: false,
        ownership: form,
    }
}

/// A parameter; one that is known to be set has a variable of its name.
fn of_parameter(parameter: &Parameter, is_set: bool) -> Typed {
    let rust = parameter.name.rust.clone();
    let kind = match parameter.kind {
        ParameterKind::String => RuleType::String,
        ParameterKind::Boolean => RuleType::Boolean,
        ParameterKind::StringArray => RuleType::Array,
    };
    let (value, form) = match (parameter.required, is_set) {
        (true, _) => (RuleValue::Parameter(rust), Ownership::Place),
        (false, true) => (RuleValue::Variable(rust), Ownership::Reference),
        (false, false) => (RuleValue::Parameter(rust), Ownership::Place),
    };
    Typed {
        value,
        kind,
        optional: !parameter.required && !is_set,
        ownership: match kind {
            RuleType::Boolean => Ownership::Borrowed,
            _ => form,
        },
    }
}

/// A type in a sentence.
pub(super) fn word(kind: RuleType) -> &'static str {
    match kind {
        RuleType::String => "a text",
        RuleType::Boolean => "a boolean",
        RuleType::Array => "a list",
        RuleType::Partition => "a partition",
        RuleType::Arn => "an ARN",
        RuleType::Url => "a URL",
    }
}
