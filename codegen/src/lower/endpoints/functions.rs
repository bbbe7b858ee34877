//! Calls of the functions of the rules language and of its library for AWS.

use serde_json::Value;

use super::values::{boolean, text_of, word};
use super::{Reader, Scope};
use crate::ast::brief;
use crate::diagnostics::Code;
use crate::ir::{Function, Ownership, RuleType, RuleValue, Typed};

/// The functions, with what they take.
const FUNCTIONS: [(&str, &str); 15] = [
    ("aws.isVirtualHostableS3Bucket", "a text and a boolean"),
    ("aws.parseArn", "a text"),
    ("aws.partition", "a text"),
    ("booleanEquals", "two booleans"),
    ("coalesce", "two or more values of one type"),
    ("getAttr", "a value and a path: a text"),
    ("isSet", "a value"),
    ("isValidHostLabel", "a text and a boolean"),
    ("ite", "a boolean and two values of one type"),
    ("not", "a boolean"),
    ("parseURL", "a text"),
    ("split", "a text, a delimiter and a limit: a number"),
    ("stringEquals", "two texts"),
    ("substring", "a text, two numbers and a boolean"),
    ("uriEncode", "a text"),
];

impl Reader<'_> {
    /// What a function gives.
    pub(super) fn call(&mut self, call: &Value, scope: &Scope) -> Option<Typed> {
        let name = self.needed(call, "fn")?;
        let arguments = self.list(call, "argv")?;
        let function = name.as_str().unwrap_or_default();
        match (function, &**arguments) {
            ("isSet", [value]) => {
                let asked = self.value(value, scope)?;
                if !asked.optional {
                    self.always_set(value, "the value");
                    return None;
                }
                Some(boolean(RuleValue::IsSet(Box::new(asked))))
            }
            ("not", [value]) => {
                let value = self.of(RuleType::Boolean, value, scope)?;
                Some(not(value))
            }
            ("booleanEquals", [left, right]) => {
                let (left, right) = self.both(RuleType::Boolean, left, right, scope)?;
                Some(match (&left.value, &right.value) {
                    (RuleValue::Boolean(true), _) => right,
                    (RuleValue::Boolean(false), _) => not(right),
                    (_, RuleValue::Boolean(true)) => left,
                    (_, RuleValue::Boolean(false)) => not(left),
                    _ => boolean(RuleValue::Equal(Box::new(left), Box::new(right))),
                })
            }
            ("stringEquals", [left, right]) => {
                let (left, right) = self.both(RuleType::String, left, right, scope)?;
                Some(boolean(RuleValue::Equal(Box::new(left), Box::new(right))))
            }
            ("getAttr", [of, at @ Value::String(path)]) => {
                let value = self.value(of, scope)?;
                let value = self.set(of, value)?;
                let value = self.lasting(value, scope);
                self.attribute(at, value, path, of)
            }
            ("coalesce", values) if values.len() > 1 => self.first(values, scope),
            ("ite", [condition, yes, no]) => self.choice(condition, [yes, no], scope),
            _ => self.named(call, function, arguments, scope),
        }
    }

    /// What a function of the runtime crate gives.
    fn named(
        &mut self,
        call: &Value,
        function: &str,
        arguments: &[Value],
        scope: &Scope,
    ) -> Option<Typed> {
        self.needs_library |= !matches!(function, "aws.partition" | "isValidHostLabel");
        let lasting = |reader: &mut Self, value: &Value| {
            let value = reader.text(value, scope)?;
            Some(Box::new(reader.lasting(value, scope)))
        };
        let record = |function, kind, form| Typed {
            value: RuleValue::Call(function),
            kind,
            optional: true,
            ownership: form,
        };
        Some(match (function, arguments) {
            ("aws.partition", [region]) => {
                let region = Box::new(self.text(region, scope)?);
                record(
                    Function::Partition(region),
                    RuleType::Partition,
                    Ownership::Borrowed,
                )
            }
            ("aws.parseArn", [text]) => {
                let text = lasting(self, text)?;
                record(Function::ParseArn(text), RuleType::Arn, Ownership::Owned)
            }
            ("parseURL", [text]) => {
                let text = lasting(self, text)?;
                record(Function::ParseUrl(text), RuleType::Url, Ownership::Owned)
            }
            ("uriEncode", [text]) => {
                let text = Box::new(self.text(text, scope)?);
                text_of(RuleValue::Call(Function::UriEncode(text)), Ownership::Owned)
            }
            ("substring", [text, start, end, reverse]) => {
                let text = lasting(self, text);
                let (start, end) = (self.number(start), self.number(end));
                let reverse = Box::new(self.of(RuleType::Boolean, reverse, scope)?);
                let function = Function::Substring(text?, start?, end?, reverse);
                record(function, RuleType::String, Ownership::Borrowed)
            }
            ("split", [text, delimiter, limit]) => {
                let text = lasting(self, text);
                let delimiter = self.text(delimiter, scope);
                let limit = self.number(limit)?;
                Typed {
                    value: RuleValue::Call(Function::Split(text?, Box::new(delimiter?), limit)),
                    kind: RuleType::Array,
                    optional: false,
                    ownership: Ownership::Owned,
                }
            }
            ("isValidHostLabel" | "aws.isVirtualHostableS3Bucket", [text, dots]) => {
                let text = self.text(text, scope);
                let dots = Box::new(self.of(RuleType::Boolean, dots, scope)?);
                let text = Box::new(text?);
                boolean(RuleValue::Call(match function {
                    "isValidHostLabel" => Function::HostLabel(text, dots),
                    _ => Function::HostableBucket(text, dots),
                }))
            }
            _ => return self.unknown(call, function),
        })
    }

    fn unknown(&mut self, call: &Value, function: &str) -> Option<Typed> {
        if let Some((_, takes)) = FUNCTIONS.iter().find(|(known, _)| *known == function) {
            let reason = format!("`{function}` is called with other values than it takes");
            let help = format!("`{function}` takes {takes}");
            self.problem(Code::Function, call, reason, help);
            return None;
        }
        let at = call.get("fn").unwrap_or(call);
        let names = FUNCTIONS.map(|(name, _)| name);
        let reason = format!("a condition calls {}, which there is not", brief(at));
        let help = format!("the functions are {}", names.join(", "));
        self.problem(Code::Function, at, reason, help)
            .did_you_mean(function, names);
        None
    }

    fn both(
        &mut self,
        kind: RuleType,
        left: &Value,
        right: &Value,
        scope: &Scope,
    ) -> Option<(Typed, Typed)> {
        let (left, right) = (self.of(kind, left, scope), self.of(kind, right, scope));
        Some((left?, right?))
    }

    /// A number that is not negative, as it stands there.
    fn number(&mut self, value: &Value) -> Option<usize> {
        let number = value
            .as_u64()
            .and_then(|number| usize::try_from(number).ok());
        if number.is_none() {
            let reason = format!("{} is not a number from 0 on", brief(value));
            self.problem(Code::ValueType, value, reason, "write a number here");
        }
        number
    }

    /// `coalesce`: what comes after a value that is always set has no effect.
    fn first(&mut self, values: &[Value], scope: &Scope) -> Option<Typed> {
        let typed: Vec<_> = values
            .iter()
            .map(|value| self.value(value, scope))
            .collect();
        let typed: Vec<Typed> = typed.into_iter().collect::<Option<_>>()?;
        let (kind, form) = self.one_type(values, &typed)?;
        let always = typed.iter().position(|value| !value.optional);
        let mut values = typed;
        values.truncate(always.map_or(values.len(), |always| always + 1));
        if let [only] = &mut *values {
            return Some(only.clone());
        }
        Some(Typed {
            value: RuleValue::First(values),
            kind,
            optional: always.is_none(),
            ownership: form,
        })
    }

    /// `ite`
    fn choice(&mut self, condition: &Value, values: [&Value; 2], scope: &Scope) -> Option<Typed> {
        self.needs_library = true;
        let condition = self.of(RuleType::Boolean, condition, scope);
        let [yes, no] = values.map(|value| self.value(value, scope));
        let typed = [yes?, no?];
        let (kind, form) = self.one_type(values, &typed)?;
        let optional = typed.iter().any(|value| value.optional);
        let [yes, no] = typed.map(Box::new);
        Some(Typed {
            value: RuleValue::Choice(Box::new(condition?), yes, no),
            kind,
            optional,
            ownership: form,
        })
    }

    /// The one type of values that take each other's place, and the form that all of them can take.
    fn one_type<'v>(
        &mut self,
        at: impl IntoIterator<Item = &'v Value>,
        values: &[Typed],
    ) -> Option<(RuleType, Ownership)> {
        let kind = values.first()?.kind;
        let mut others = at.into_iter().zip(values);
        if let Some((at, other)) = others.find(|(_, value)| value.kind != kind) {
            let reason = format!("it is {}, the first value {}", word(other.kind), word(kind));
            let help = "give values of one type, of which one takes the other's place";
            self.problem(Code::ValueType, at, reason, help);
            return None;
        }
        let is_owned = |value: &Typed| value.ownership == Ownership::Owned;
        Some(match kind {
            RuleType::String if values.iter().any(is_owned) => (kind, Ownership::Owned),
            RuleType::String | RuleType::Boolean | RuleType::Partition => {
                (kind, Ownership::Borrowed)
            }
            RuleType::Array => {
                self.needs_library = true;
                (kind, Ownership::Owned)
            }
            RuleType::Arn | RuleType::Url => (kind, Ownership::Owned),
        })
    }
}

fn not(value: Typed) -> Typed {
    match value.value {
        RuleValue::Not(inner) => *inner,
        RuleValue::Boolean(value) => boolean(RuleValue::Boolean(!value)),
        _ => boolean(RuleValue::Not(Box::new(value))),
    }
}
