//! The parameters of a rule set.

use serde_json::Value;

use super::Reader;
use crate::ast::{brief, object};
use crate::diagnostics::Code;
use crate::ir::{BuiltIn, Name, Parameter, ParameterKind};
use crate::lower::names::{endpoint_name, is_identifier};

const BUILT_IN: [(&str, BuiltIn); 4] = [
    ("AWS::Region", BuiltIn::Region),
    ("AWS::UseDualStack", BuiltIn::DualStack),
    ("AWS::UseFIPS", BuiltIn::Fips),
    ("SDK::Endpoint", BuiltIn::Endpoint),
];

impl<'a> Reader<'a> {
    pub(super) fn read_parameters(&mut self) {
        let rule_set: &'a Value = self.rule_set;
        for (name, value) in object(rule_set.get("parameters")) {
            match self.parameter(name, value) {
                Some(parameter) => self.parameters.push(parameter),
                None => {
                    self.reported.insert(name.clone());
                }
            }
        }
    }

    fn parameter(&mut self, name: &str, value: &Value) -> Option<Parameter> {
        if !is_identifier(&endpoint_name(name)) {
            let reason = format!("no name in Rust can be made of the parameter `{name}`");
            let help = "rename the parameter: letters and digits, not digits first";
            self.problem(Code::RuleName, value, reason, help).key();
            return None;
        }
        let Some(id) = value.get("builtIn") else {
            let reason = format!("the parameter `{name}` is not built in");
            let help = "the generator supports built-in parameters only: add `builtIn`";
            self.problem(Code::BuiltIn, value, reason, help).key();
            return None;
        };
        let text = id.as_str().unwrap_or_default();
        let known = BUILT_IN.iter().find(|(known, _)| *known == text);
        let Some((_, built_in)) = known else {
            let reason = format!(
                "the parameter `{name}` is built in as {}, which the generator does not know",
                brief(id)
            );
            let names = BUILT_IN.map(|(known, _)| known);
            let help = format!("the generator knows {}", names.join(", "));
            self.problem(Code::BuiltIn, id, reason, help)
                .meant(text, names);
            return None;
        };
        let (kind, default) = self.kind(name, value, *built_in)?;
        let rust = endpoint_name(name);
        if let Some(other) = self.parameters.iter().find(|other| other.name.rust == rust) {
            let reason = format!(
                "the parameters `{}` and `{name}` would both be called `{rust}`",
                other.name.wire
            );
            let help = "rename one of the two parameters";
            self.problem(Code::ParameterClash, value, reason, help)
                .key();
            return None;
        }
        Some(Parameter {
            name: Name {
                rust,
                wire: name.to_owned(),
            },
            kind,
            built_in: *built_in,
            default,
        })
    }

    /// The parameter's type and default, which its built-in decides.
    fn kind(
        &mut self,
        name: &str,
        value: &Value,
        built_in: BuiltIn,
    ) -> Option<(ParameterKind, Option<bool>)> {
        let (kind, word, help) = match built_in {
            BuiltIn::Region | BuiltIn::Endpoint => (
                ParameterKind::String,
                "string",
                "its type is `string`, and it has no default",
            ),
            BuiltIn::DualStack | BuiltIn::Fips => (
                ParameterKind::Boolean,
                "boolean",
                "its type is `boolean`, and its default is `true` or `false`",
            ),
        };
        let mut problem = |at: Option<&Value>, what: String| {
            let reason = format!("the parameter `{name}` {what}");
            match at {
                Some(at) => self.problem(Code::ParameterType, at, reason, help),
                None => self.problem(Code::ParameterType, value, reason, help).key(),
            };
        };
        let is_kind = |text: &str| text.eq_ignore_ascii_case(word);
        match value.get("type") {
            None => {
                problem(None, "has no type".to_owned());
                return None;
            }
            Some(own) if !own.as_str().is_some_and(is_kind) => {
                problem(Some(own), format!("is of type {}", brief(own)));
                return None;
            }
            Some(_) => {}
        }
        let default = value.get("default");
        let fits = match kind {
            ParameterKind::String => default.is_none(),
            ParameterKind::Boolean => default.is_some_and(Value::is_boolean),
        };
        if !fits {
            let what = default.map(|own| format!("has the default {}", brief(own)));
            problem(default, what.unwrap_or("has no default".to_owned()));
            return None;
        }
        Some((kind, default.and_then(Value::as_bool)))
    }
}
