//! Endpoint rules as a list of outcomes with their conditions, in words that do not depend on the
//! names of variables.

use std::collections::BTreeMap;

use super::differ::code;
use crate::ir::{
    Condition, EndpointParts, Function, Outcome, Property, Rule, RuleValue, TemplatePart, Typed,
};

/// An endpoint or error, and the conditions that lead to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leaf {
    /// The conditions; `then` separates those of a rule from those of its nested rules, because a
    /// rule whose nested rules do not apply is an error.
    pub(super) conditions: String,
    pub(super) outcome: String,
}

/// Returns the outcomes in the order in which they are tried.
pub(super) fn leaves(rules: &[Rule]) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    let names = Names::default();
    collect(rules, &[], &names, &mut leaves);
    leaves
}

/// Names of variables that do not depend on those in the model, by the latter.
#[derive(Clone, Default)]
struct Names(BTreeMap<String, String>);

impl Names {
    /// Names a variable like the parameter or function whose value it has, if the name is free.
    fn bind(&mut self, name: &str, value: &Typed) {
        let preferred = match &value.value {
            RuleValue::Parameter(parameter) => Some(parameter.as_str()),
            RuleValue::Call(Function::Partition(_)) => Some("partition"),
            RuleValue::Call(Function::ParseArn(_)) => Some("arn"),
            RuleValue::Call(Function::ParseUrl(_)) => Some("url"),
            _ => None,
        };
        let is_parameter = matches!(value.value, RuleValue::Parameter(_));
        let is_free = |name: &&str| is_parameter || !self.0.values().any(|used| used == name);
        let chosen = match preferred.filter(is_free) {
            Some(name) => name.to_owned(),
            None => format!("${}", self.0.len() + 1),
        };
        self.0.insert(name.to_owned(), chosen);
    }

    fn get(&self, name: &str) -> String {
        self.0.get(name).map_or(name, String::as_str).to_owned()
    }
}

fn collect(rules: &[Rule], path: &[String], names: &Names, leaves: &mut Vec<Leaf>) {
    for Rule {
        conditions,
        outcome,
    } in rules
    {
        let mut names = names.clone();
        let group: Vec<_> = conditions
            .iter()
            .map(|condition| names.condition(condition))
            .collect();
        let mut path = path.to_vec();
        if !group.is_empty() {
            path.push(group.join(" and "));
        }
        match outcome {
            Outcome::Rules(rules) => collect(rules, &path, &names, leaves),
            Outcome::Endpoint(parts) => leaves.push(Leaf {
                conditions: path.join(" then "),
                outcome: names.endpoint(parts),
            }),
            Outcome::Error(message) => leaves.push(Leaf {
                conditions: path.join(" then "),
                outcome: format!("the error {}", code(names.value(message))),
            }),
        }
    }
}

impl Names {
    fn condition(&mut self, condition: &Condition) -> String {
        match condition {
            Condition::Set { value, name: None } => format!("{} is set", self.value(value)),
            Condition::Set {
                value,
                name: Some(name),
            } => {
                let text = self.value(value);
                self.bind(name, value);
                match self.get(name) {
                    // A number tells several such values apart.
                    name if name.starts_with('$') => format!("{name} = {text} is set"),
                    _ => format!("{text} is set"),
                }
            }
            Condition::Let { value, name } => {
                let text = self.value(value);
                self.bind(name, value);
                format!("{} = {text}", self.get(name))
            }
            Condition::Holds(value) => self.value(value),
        }
    }

    fn endpoint(&self, parts: &EndpointParts) -> String {
        let EndpointParts {
            url,
            headers,
            auth_schemes,
            properties,
        } = parts;
        let mut text = code(self.value(url));
        let mut headers: Vec<_> = headers
            .iter()
            .map(|(name, values)| format!("{name}: {}", self.list(values)))
            .collect();
        headers.sort();
        if !headers.is_empty() {
            text.push_str(&format!(", with headers {}", code(headers.join(", "))));
        }
        if !auth_schemes.is_empty() {
            // The order is that of preference.
            let schemes = auth_schemes.iter();
            let schemes =
                schemes.map(|(name, properties)| format!("{name} {}", self.object(properties)));
            let schemes: Vec<_> = schemes.collect();
            text.push_str(&format!(", with auth schemes {}", code(schemes.join(", "))));
        }
        if !properties.is_empty() {
            text.push_str(&format!(
                ", with properties {}",
                code(self.object(properties))
            ));
        }
        text
    }

    fn object(&self, members: &[(String, Property)]) -> String {
        let members = members.iter();
        let members = members.map(|(name, value)| format!("{name}: {}", self.property(value)));
        let mut members: Vec<_> = members.collect();
        members.sort();
        format!("{{{}}}", members.join(", "))
    }

    fn property(&self, property: &Property) -> String {
        match property {
            Property::Null => "null".to_owned(),
            Property::Boolean(value) => value.to_string(),
            Property::Number(number) => number.to_string(),
            Property::String(string) => self.value(string),
            Property::List(values) => {
                let values: Vec<_> = values.iter().map(|value| self.property(value)).collect();
                format!("[{}]", values.join(", "))
            }
            Property::Object(members) => self.object(members),
        }
    }

    fn list(&self, values: &[Typed]) -> String {
        let values: Vec<_> = values.iter().map(|value| self.value(value)).collect();
        format!("[{}]", values.join(", "))
    }

    fn value(&self, value: &Typed) -> String {
        let Typed {
            value,
            // These follow from the value.
            kind: _,
            optional: _,
            ownership: _,
        } = value;
        let one = |name: &str, argument: &Typed| format!("{name}({})", self.value(argument));
        let two = |name: &str, first: &Typed, second: &Typed| {
            format!("{name}({}, {})", self.value(first), self.value(second))
        };
        match value {
            RuleValue::String(string) => string.clone(),
            RuleValue::Boolean(value) => value.to_string(),
            RuleValue::Parameter(name) => name.clone(),
            RuleValue::Variable(name) => self.get(name),
            RuleValue::Field(inner, field) => format!("{}.{field}", self.value(inner)),
            RuleValue::Item(inner, index) => format!("{}[{index}]", self.value(inner)),
            RuleValue::Template(parts) => {
                let parts = parts.iter().map(|part| match part {
                    TemplatePart::Literal(text) => text.clone(),
                    TemplatePart::Value(value) => format!("{{{}}}", self.value(value)),
                });
                parts.collect()
            }
            RuleValue::List(values) => self.list(values),
            RuleValue::IsSet(inner) => one("is_set", inner),
            RuleValue::Not(inner) => one("not", inner),
            RuleValue::Equal(left, right) => {
                format!("{} == {}", self.value(left), self.value(right))
            }
            RuleValue::Choice(condition, yes, no) => format!(
                "if {} {{ {} }} else {{ {} }}",
                self.value(condition),
                self.value(yes),
                self.value(no)
            ),
            RuleValue::First(values) => format!("first({})", self.list(values)),
            RuleValue::Call(function) => match function {
                Function::Partition(argument) => one("partition", argument),
                Function::ParseArn(argument) => one("parse_arn", argument),
                Function::ParseUrl(argument) => one("parse_url", argument),
                Function::UriEncode(argument) => one("uri_encode", argument),
                Function::HostLabel(value, dots) => two("is_host_label", value, dots),
                Function::HostableBucket(value, dots) => two("is_bucket_host", value, dots),
                Function::Substring(value, start, end, reverse) => {
                    format!("{}[{start}..{end}]", two("substring", value, reverse))
                }
                Function::Split(value, delimiter, limit) => {
                    format!("{}[..{limit}]", two("split", value, delimiter))
                }
            },
        }
    }
}
