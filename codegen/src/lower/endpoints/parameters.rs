//! The parameters of a rule set.

use serde_json::Value;

use super::Reader;
use crate::ast::{brief, object};
use crate::diagnostics::Code;
use crate::ir::{BuiltIn, Name, Parameter, ParameterKind, ParameterValue};
use crate::lower::docs;
use crate::lower::names::{endpoint_name, is_identifier};
use crate::lower::valid::{is_host, url_problem};
use crate::printable::escape;

/// The supported built-in parameters, with their types and descriptions.
///
/// The description of a boolean states when it is `true`.
const BUILT_IN: [(&str, BuiltIn, ParameterKind, &str); 6] = [
    (
        "AWS::Auth::AccountId",
        BuiltIn::AccountId,
        ParameterKind::String,
        "the AWS account id of the credentials",
    ),
    (
        "AWS::Auth::AccountIdEndpointMode",
        BuiltIn::AccountIdMode,
        ParameterKind::String,
        "the mode of account ids in endpoints: `preferred`, `disabled` or `required`",
    ),
    (
        "AWS::Region",
        BuiltIn::Region,
        ParameterKind::String,
        "the region",
    ),
    (
        "AWS::UseDualStack",
        BuiltIn::DualStack,
        ParameterKind::Boolean,
        "the endpoint must support both IPv4 and IPv6",
    ),
    (
        "AWS::UseFIPS",
        BuiltIn::Fips,
        ParameterKind::Boolean,
        "the endpoint must be validated for FIPS 140",
    ),
    (
        "SDK::Endpoint",
        BuiltIn::Endpoint,
        ParameterKind::String,
        "the URL that overrides the endpoint",
    ),
];

/// The prefixes of built-in parameters of services with other protocols.
const OTHER_SERVICES: [&str; 3] = ["AWS::S3::", "AWS::S3Control::", "AWS::STS::"];

impl<'a> Reader<'a> {
    /// Reads the rule set's parameters.
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
            let reason = format!("the parameter `{name}` has no valid name in Rust");
            let help = "use letters and digits, and start with a letter";
            self.problem(Code::RuleName, value, reason, help).key();
            return None;
        }
        let built_in = match value.get("builtIn") {
            Some(id) => Some(self.built_in(name, id)?),
            None => None,
        };
        let kind = self.kind(name, value, built_in.map(|(_, kind, _)| kind))?;
        let default = match value.get("default") {
            Some(default) => {
                let built_in = built_in.map(|(built_in, ..)| built_in);
                Some(self.default(name, default, kind, built_in)?)
            }
            None => None,
        };
        let is_required = value.get("required").and_then(Value::as_bool) == Some(true);
        let required = default.is_some() || is_required;
        let is_account_id = matches!(built_in, Some((BuiltIn::AccountId, ..)));
        self.needs_library |= is_account_id;
        if is_account_id && required {
            let reason = format!("the account id parameter `{name}` is required or has a default");
            let help = "remove `required` and `default`, because not all credentials have an \
                        account id";
            self.problem(Code::ParameterType, value, reason, help).key();
            return None;
        }
        // Type names derive from parameters as well; parameters that differ only in case or
        // underscores would have the same type name.
        if let Some(conflicting) = self.parameters.similar(name) {
            let conflicting = &conflicting.name.wire;
            let reason =
                format!("the names of the parameters `{conflicting}` and `{name}` are too similar");
            let help = "rename one of the two, because they would have the same name in Rust";
            self.problem(Code::ParameterConflict, value, reason, help)
                .key();
            return None;
        }
        let documentation = value.get("documentation").and_then(Value::as_str);
        let name_in_code = escape::code(name);
        let (getter_docs, setter_docs) = match built_in {
            Some((_, ParameterKind::Boolean, description)) => (
                format!("Returns `true` if {description}."),
                format!("Sets whether {description}."),
            ),
            Some((_, _, description)) => (
                format!("Returns {description}."),
                format!("Sets {description}."),
            ),
            None => (
                format!("Returns the parameter {name_in_code} of the rules."),
                format!("Sets the parameter {name_in_code} of the rules."),
            ),
        };
        let deprecated = value.get("deprecated").filter(|value| !value.is_null());
        let message = |key| deprecated?.get(key)?.as_str();
        Some(Parameter {
            getter_docs,
            setter_docs,
            docs: match built_in {
                // Built-in parameters have the same description in all services.
                Some(_) => Vec::new(),
                None => docs::unlinked_lines(documentation),
            },
            deprecated: deprecated
                .map(|_| docs::deprecation_note(message("message"), message("since"))),
            name: Name {
                rust: self.parameters.take_rust_name(name),
                wire: name.to_owned(),
            },
            kind,
            built_in: built_in.map(|(built_in, ..)| built_in),
            setting: None,
            required,
            default,
        })
    }

    fn built_in(
        &mut self,
        name: &str,
        id: &Value,
    ) -> Option<(BuiltIn, ParameterKind, &'static str)> {
        let string = id.as_str().unwrap_or_default();
        if let Some(built_in) = built_in(string) {
            return Some(built_in);
        }
        let names = BUILT_IN.map(|(name, ..)| name);
        let mut help = format!("the supported built-ins are {}", names.join(", "));
        if OTHER_SERVICES
            .iter()
            .any(|prefix| string.starts_with(prefix))
        {
            help = format!("`{string}` belongs to a service with another protocol; {help}");
        }
        let reason = format!(
            "the parameter `{name}` has the built-in {}, which the generator does not support",
            brief(id)
        );
        self.problem(Code::BuiltIn, id, reason, help)
            .did_you_mean(string, names);
        None
    }

    /// Returns the parameter's type, which must be the type of its built-in if it has one.
    fn kind(
        &mut self,
        name: &str,
        value: &Value,
        built_in: Option<ParameterKind>,
    ) -> Option<ParameterKind> {
        let help = match built_in {
            Some(kind) => format!("use the type `{}`", type_string(kind)),
            None => "use the type `string`, `boolean` or `stringArray`".to_owned(),
        };
        let Some(declared) = value.get("type") else {
            let reason = format!("the parameter `{name}` has no type");
            self.problem(Code::ParameterType, value, reason, help).key();
            return None;
        };
        let string = declared.as_str().unwrap_or_default();
        let kinds = [
            ParameterKind::String,
            ParameterKind::Boolean,
            ParameterKind::StringArray,
        ];
        let kind = kinds.into_iter().find(|kind| {
            built_in.is_none_or(|built_in| built_in == *kind)
                && string.eq_ignore_ascii_case(type_string(*kind))
        });
        if kind.is_none() {
            let reason = format!("the parameter `{name}` has the type {}", brief(declared));
            self.problem(Code::ParameterType, declared, reason, help);
        }
        kind
    }

    fn default(
        &mut self,
        name: &str,
        default: &Value,
        kind: ParameterKind,
        built_in: Option<BuiltIn>,
    ) -> Option<ParameterValue> {
        let value = parameter_value(default, kind);
        let string = default.as_str().unwrap_or_default();
        let value = value.filter(|_| match built_in {
            Some(BuiltIn::Region) => is_host(string),
            Some(BuiltIn::Endpoint) => url_problem(string).is_none(),
            _ => true,
        });
        if value.is_none() {
            let reason = format!("the parameter `{name}` has the default {}", brief(default));
            let help = match built_in {
                Some(BuiltIn::Region) => "use the name of a region".to_owned(),
                Some(BuiltIn::Endpoint) => "use a URL with a scheme and a host".to_owned(),
                _ => format!("use a default of type `{}`", type_string(kind)),
            };
            self.problem(Code::ParameterType, default, reason, help);
        }
        value
    }
}

/// Returns the built-in parameter with this id, its type and its description.
pub(crate) fn built_in(id: &str) -> Option<(BuiltIn, ParameterKind, &'static str)> {
    let row = BUILT_IN.iter().find(|(name, ..)| *name == id);
    row.map(|(_, built_in, kind, description)| (*built_in, *kind, *description))
}

/// Returns the type's name in rule sets.
pub(super) fn type_string(kind: ParameterKind) -> &'static str {
    match kind {
        ParameterKind::String => "string",
        ParameterKind::Boolean => "boolean",
        ParameterKind::StringArray => "stringArray",
    }
}

/// Returns the value of a parameter, or `None` if it does not have the parameter's type.
pub(crate) fn parameter_value(value: &Value, kind: ParameterKind) -> Option<ParameterValue> {
    Some(match kind {
        ParameterKind::String => ParameterValue::String(value.as_str()?.to_owned()),
        ParameterKind::Boolean => ParameterValue::Boolean(value.as_bool()?),
        ParameterKind::StringArray => {
            let elements = value.as_array()?.iter();
            let strings = elements.map(|element| element.as_str().map(str::to_owned));
            ParameterValue::StringArray(strings.collect::<Option<_>>()?)
        }
    })
}
