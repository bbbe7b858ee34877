//! The check of a value and of the values in it.

use super::{Rule, Violation, patterns};
use crate::inspect::{Fact, Structure, Value};

/// The maximum number of characters of a value that is shown.
const SHOWN: usize = 80;

/// Returns the violations in a structure.
pub(super) fn violations(structure: &dyn Structure) -> Vec<Violation> {
    let mut walk = Walk::default();
    walk.structure(structure);
    walk.violations
}

#[derive(Default)]
struct Walk {
    path: String,
    /// `true` if the value, or one that contains it, is sensitive.
    sensitive: bool,
    violations: Vec<Violation>,
}

impl Walk {
    /// Runs `check` for a value whose path is `step` longer.
    fn below(&mut self, step: &str, check: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        self.path.push_str(step);
        check(self);
        self.path.truncate(length);
    }

    fn structure(&mut self, structure: &dyn Structure) {
        let members = structure.members();
        let values = structure.values();
        for fact in structure.facts() {
            if let Fact::AtMostOne(names) = fact {
                let is_set = |(name, value): &(&str, &Value<'_>)| {
                    names.contains(name) && !matches!(value, Value::Absent)
                };
                let values = members.iter().map(|member| member.name).zip(&values);
                if values.filter(is_set).count() > 1 {
                    self.violate(Rule::AtMostOne(names), None);
                }
            }
        }
        for (member, value) in members.iter().zip(values) {
            self.member(member.name, value, member.facts);
        }
    }

    fn member(&mut self, name: &str, value: Value<'_>, facts: &'static [Fact]) {
        let dot = if self.path.is_empty() { "" } else { "." };
        self.below(&format!("{dot}{name}"), |walk| walk.value(value, facts));
    }

    fn value(&mut self, value: Value<'_>, facts: &'static [Fact]) {
        let outer = self.sensitive;
        self.sensitive |= facts.iter().any(|fact| matches!(fact, Fact::Sensitive));
        let (mut each, mut keys): (&[Fact], &[Fact]) = (&[], &[]);
        for fact in facts {
            match fact {
                Fact::Each(facts) => each = facts,
                Fact::Keys(facts) => keys = facts,
                fact => self.fact(value, fact),
            }
        }
        match value {
            Value::List(list) => {
                for (index, element) in list.elements().into_iter().enumerate() {
                    self.below(&format!("[{index}]"), |walk| walk.value(element, each));
                }
            }
            Value::Map(map) => {
                for (key, value) in map.entries() {
                    let step = match self.sensitive {
                        true => "[…]".to_owned(),
                        false => format!("[{key:?}]"),
                    };
                    self.below(&step, |walk| {
                        walk.value(Value::String(key), keys);
                        walk.value(value, each);
                    });
                }
            }
            Value::Structure(structure) => self.structure(structure),
            Value::Variant(member, Some(value)) => {
                self.member(member.name, value.value(), member.facts);
            }
            _ => {}
        }
        self.sensitive = outer;
    }

    /// Checks a rule; other facts, and rules for another type of value, do not matter.
    fn fact(&mut self, value: Value<'_>, fact: &'static Fact) {
        let is_kept = match (*fact, value) {
            (Fact::Required, value) => !matches!(value, Value::Absent),
            (Fact::Length(min, max), value) => {
                length(value).is_none_or(|length| (min..=max).contains(&length))
            }
            (Fact::Range(min, max), Value::Integer(number)) => (min..=max).contains(&number),
            (Fact::Range(min, max), value) => {
                number(value).is_none_or(|number| (min as f64..=max as f64).contains(&number))
            }
            (Fact::FloatRange(min, max), value) => {
                number(value).is_none_or(|number| (min..=max).contains(&number))
            }
            (Fact::Pattern(regex) | Fact::Translated(_, regex), Value::String(string)) => {
                patterns::matches(regex, string)
            }
            (Fact::Bytes(max), Value::String(string)) => string.len() as u64 <= max,
            (Fact::Unique, Value::List(list)) => {
                if let Some(index) = list.repeated() {
                    let shown = list.elements().get(index).copied();
                    self.below(&format!("[{index}]"), |walk| {
                        walk.violate(Rule::UniqueItems, shown);
                    });
                }
                true
            }
            _ => true,
        };
        if !is_kept && let Some(rule) = rule(fact) {
            self.violate(rule, Some(value));
        }
    }

    fn violate(&mut self, rule: Rule, value: Option<Value<'_>>) {
        let value = value.filter(|_| !self.sensitive).and_then(shown);
        self.violations.push(Violation {
            path: self.path.clone(),
            value,
            rule,
        });
    }
}

fn rule(fact: &'static Fact) -> Option<Rule> {
    Some(match *fact {
        Fact::Required => Rule::Required,
        Fact::Length(min, max) => Rule::Length {
            min,
            max: (max < u64::MAX).then_some(max),
        },
        Fact::Range(min, max) => Rule::Range {
            min: (min > i64::MIN).then_some(min),
            max: (max < i64::MAX).then_some(max),
        },
        Fact::FloatRange(min, max) => Rule::FloatRange {
            min: Some(min).filter(|min| min.is_finite()),
            max: Some(max).filter(|max| max.is_finite()),
        },
        Fact::Pattern(pattern) | Fact::Translated(pattern, _) => Rule::Pattern(pattern),
        Fact::Bytes(max) => Rule::MaxBytes(max),
        _ => return None,
    })
}

fn length(value: Value<'_>) -> Option<u64> {
    let length = match value {
        Value::String(string) => string.chars().count(),
        Value::Blob(bytes) => bytes.len(),
        Value::List(list) => list.elements().len(),
        Value::Map(map) => map.entries().len(),
        _ => return None,
    };
    Some(length as u64)
}

fn number(value: Value<'_>) -> Option<f64> {
    match value {
        Value::Integer(number) => Some(number as f64),
        Value::F32(number) => Some(number.into()),
        Value::F64(number) => Some(number),
        Value::Digits(digits) => digits.parse().ok(),
        _ => None,
    }
}

fn shown(value: Value<'_>) -> Option<String> {
    match value {
        Value::Integer(number) => Some(number.to_string()),
        Value::F32(number) => Some(number.to_string()),
        Value::F64(number) => Some(number.to_string()),
        Value::Digits(digits) => Some(digits.to_owned()),
        Value::String(string) => Some(match string.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("{:?}…", &string[..end]),
            None => format!("{string:?}"),
        }),
        _ => None,
    }
}
