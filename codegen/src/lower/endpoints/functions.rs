//! Function calls of the rules language and its AWS library.

use serde_json::Value;

use super::values::{boolean, string_value, with_article};
use super::{Reader, Scope};
use crate::ast::brief;
use crate::diagnostics::Code;
use crate::ir::{Function, Ownership, RuleType, RuleValue, Typed};

/// The functions and their arguments.
const FUNCTIONS: [(&str, &str); 15] = [
    ("aws.isVirtualHostableS3Bucket", "a string and a boolean"),
    ("aws.parseArn", "a string"),
    ("aws.partition", "a string"),
    ("booleanEquals", "two booleans"),
    ("coalesce", "two or more values of one type"),
    ("getAttr", "a value and a path as a string"),
    ("isSet", "a value"),
    ("isValidHostLabel", "a string and a boolean"),
    ("ite", "a boolean and two values of one type"),
    ("not", "a boolean"),
    ("parseURL", "a string"),
    ("split", "a string, a delimiter and a limit as a number"),
    ("stringEquals", "two strings"),
    ("substring", "a string, two numbers and a boolean"),
    ("uriEncode", "a string"),
];

impl Reader<'_> {
    /// Lowers a function call to the value that it returns.
    pub(super) fn call(&mut self, call: &Value, scope: &Scope) -> Option<Typed> {
        let name = self.required(call, "fn")?;
        let arguments = self.required_list(call, "argv")?;
        let function = name.as_str().unwrap_or_default();
        match (function, &**arguments) {
            ("isSet", [argument]) => {
                let value = self.value(argument, scope)?;
                if !value.optional {
                    self.report_always_set(argument, "the value");
                    return None;
                }
                Some(boolean(RuleValue::IsSet(Box::new(value))))
            }
            ("not", [argument]) => {
                let value = self.value_of_kind(RuleType::Boolean, argument, scope)?;
                Some(not(value))
            }
            ("booleanEquals", [left, right]) => {
                let (left, right) = self.operands(RuleType::Boolean, left, right, scope)?;
                Some(match (&left.value, &right.value) {
                    (RuleValue::Boolean(true), _) => right,
                    (RuleValue::Boolean(false), _) => not(right),
                    (_, RuleValue::Boolean(true)) => left,
                    (_, RuleValue::Boolean(false)) => not(left),
                    _ => boolean(RuleValue::Equal(Box::new(left), Box::new(right))),
                })
            }
            ("stringEquals", [left, right]) => {
                let (left, right) = self.operands(RuleType::String, left, right, scope)?;
                Some(boolean(RuleValue::Equal(Box::new(left), Box::new(right))))
            }
            ("getAttr", [holder, at @ Value::String(path)]) => {
                let value = self.value(holder, scope)?;
                let set_value = self.require_set(holder, value)?;
                let place = self.borrowable(set_value, scope);
                self.attribute(at, place, path, holder)
            }
            ("coalesce", values) if values.len() > 1 => self.coalesce(values, scope),
            ("ite", [condition, yes, no]) => self.if_then_else(condition, [yes, no], scope),
            _ => self.runtime_call(call, function, arguments, scope),
        }
    }

    /// Lowers a call of a function of the runtime crate.
    fn runtime_call(
        &mut self,
        call: &Value,
        function: &str,
        arguments: &[Value],
        scope: &Scope,
    ) -> Option<Typed> {
        self.needs_library |= !matches!(function, "aws.partition" | "isValidHostLabel");
        let borrowable = |reader: &mut Self, value: &Value| {
            let string = reader.string(value, scope)?;
            Some(Box::new(reader.borrowable(string, scope)))
        };
        let optional = |function, kind, ownership| Typed {
            value: RuleValue::Call(function),
            kind,
            optional: true,
            ownership,
        };
        Some(match (function, arguments) {
            ("aws.partition", [region]) => {
                let region = Box::new(self.string(region, scope)?);
                optional(
                    Function::Partition(region),
                    RuleType::Partition,
                    Ownership::Borrowed,
                )
            }
            ("aws.parseArn", [arn]) => {
                let arn = borrowable(self, arn)?;
                optional(Function::ParseArn(arn), RuleType::Arn, Ownership::Owned)
            }
            ("parseURL", [url]) => {
                let url = borrowable(self, url)?;
                optional(Function::ParseUrl(url), RuleType::Url, Ownership::Owned)
            }
            ("uriEncode", [string]) => {
                let string = Box::new(self.string(string, scope)?);
                string_value(
                    RuleValue::Call(Function::UriEncode(string)),
                    Ownership::Owned,
                )
            }
            ("substring", [string, start, end, reverse]) => {
                let string = borrowable(self, string);
                let (start, end) = (self.number(start), self.number(end));
                let reverse = Box::new(self.value_of_kind(RuleType::Boolean, reverse, scope)?);
                let function = Function::Substring(string?, start?, end?, reverse);
                optional(function, RuleType::String, Ownership::Borrowed)
            }
            ("split", [string, delimiter, limit]) => {
                let string = borrowable(self, string);
                let delimiter = self.string(delimiter, scope);
                let limit = self.number(limit)?;
                Typed {
                    value: RuleValue::Call(Function::Split(string?, Box::new(delimiter?), limit)),
                    kind: RuleType::Array,
                    optional: false,
                    ownership: Ownership::Owned,
                }
            }
            ("isValidHostLabel" | "aws.isVirtualHostableS3Bucket", [string, dots]) => {
                let string = self.string(string, scope);
                let dots = Box::new(self.value_of_kind(RuleType::Boolean, dots, scope)?);
                let string = Box::new(string?);
                boolean(RuleValue::Call(match function {
                    "isValidHostLabel" => Function::HostLabel(string, dots),
                    _ => Function::HostableBucket(string, dots),
                }))
            }
            _ => {
                self.report_call(call, function);
                return None;
            }
        })
    }

    /// Reports a call of an unknown function, or a call with wrong arguments.
    fn report_call(&mut self, call: &Value, function: &str) {
        if let Some((_, arguments)) = FUNCTIONS.iter().find(|(name, _)| *name == function) {
            let reason = format!("`{function}` has the wrong arguments");
            let help = format!("call `{function}` with {arguments}");
            self.problem(Code::Function, call, reason, help);
            return;
        }
        let at = call.get("fn").unwrap_or(call);
        let names = FUNCTIONS.map(|(name, _)| name);
        let reason = format!("{} is not a function of the rules language", brief(at));
        let help = format!("the functions are {}", names.join(", "));
        self.problem(Code::Function, at, reason, help)
            .did_you_mean(function, names);
    }

    /// Lowers two values that must both have the type `kind`.
    fn operands(
        &mut self,
        kind: RuleType,
        left: &Value,
        right: &Value,
        scope: &Scope,
    ) -> Option<(Typed, Typed)> {
        let left = self.value_of_kind(kind, left, scope);
        let right = self.value_of_kind(kind, right, scope);
        Some((left?, right?))
    }

    /// Returns a literal integer that is not negative.
    fn number(&mut self, value: &Value) -> Option<usize> {
        // Integers of the rules language have 32 bits.
        let number = value
            .as_i64()
            .and_then(|number| i32::try_from(number).ok())
            .and_then(|number| usize::try_from(number).ok());
        if number.is_none() {
            let reason = format!("{} is not an integer of 0 or more", brief(value));
            let help = "write an integer between 0 and 2147483647";
            self.problem(Code::ValueType, value, reason, help);
        }
        number
    }

    /// Lowers a call of `coalesce`. Arguments after one that is always set are dropped.
    fn coalesce(&mut self, arguments: &[Value], scope: &Scope) -> Option<Typed> {
        let results: Vec<_> = arguments
            .iter()
            .map(|argument| self.value(argument, scope))
            .collect();
        let mut values: Vec<Typed> = results.into_iter().collect::<Option<_>>()?;
        let (kind, ownership) = self.common_type(arguments, &values)?;
        let always_set = values.iter().position(|value| !value.optional);
        if let Some(index) = always_set {
            values.truncate(index + 1);
        }
        if let [value] = &*values {
            return Some(value.clone());
        }
        Some(Typed {
            value: RuleValue::First(values),
            kind,
            optional: always_set.is_none(),
            ownership,
        })
    }

    /// Lowers a call of `ite`.
    fn if_then_else(
        &mut self,
        condition: &Value,
        values: [&Value; 2],
        scope: &Scope,
    ) -> Option<Typed> {
        self.needs_library = true;
        let condition = self.value_of_kind(RuleType::Boolean, condition, scope);
        let [yes, no] = values.map(|value| self.value(value, scope));
        let typed = [yes?, no?];
        let (kind, ownership) = self.common_type(values, &typed)?;
        let optional = typed.iter().any(|value| value.optional);
        let [yes, no] = typed.map(Box::new);
        Some(Typed {
            value: RuleValue::Choice(Box::new(condition?), yes, no),
            kind,
            optional,
            ownership,
        })
    }

    /// Returns the type of alternative values, and the ownership that all of them can have.
    fn common_type<'v>(
        &mut self,
        arguments: impl IntoIterator<Item = &'v Value>,
        values: &[Typed],
    ) -> Option<(RuleType, Ownership)> {
        let kind = values.first()?.kind;
        let mut pairs = arguments.into_iter().zip(values);
        if let Some((argument, value)) = pairs.find(|(_, value)| value.kind != kind) {
            let (actual, expected) = (with_article(value.kind), with_article(kind));
            let reason = format!("the value is {actual}, but the first value is {expected}");
            let help = "use values of one type";
            self.problem(Code::ValueType, argument, reason, help);
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
