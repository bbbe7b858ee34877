//! The parameters of a rule set.

use serde_json::Value;

use super::Reader;
use crate::ast::{brief, object};
use crate::diagnostics::Code;
use crate::ir::{BuiltIn, Name, Parameter, ParameterKind, ParameterValue};
use crate::lower::docs;
use crate::lower::names::{endpoint_name, is_identifier};

use ParameterKind::{Boolean, String as Text, StringArray};

/// The built-in values that clients know, with their types and what they are.
const BUILT_IN: [(&str, BuiltIn, ParameterKind, &str); 6] = [
    (
        "AWS::Auth::AccountId",
        BuiltIn::AccountId,
        Text,
        "the account of the credentials",
    ),
    (
        "AWS::Auth::AccountIdEndpointMode",
        BuiltIn::AccountIdMode,
        Text,
        "whether the account may be part of the endpoint: `preferred`, `disabled` or `required`",
    ),
    ("AWS::Region", BuiltIn::Region, Text, "the region"),
    (
        "AWS::UseDualStack",
        BuiltIn::DualStack,
        Boolean,
        "whether the endpoint is for both IPv6 and IPv4",
    ),
    (
        "AWS::UseFIPS",
        BuiltIn::Fips,
        Boolean,
        "whether the endpoint is validated for FIPS 140",
    ),
    (
        "SDK::Endpoint",
        BuiltIn::Endpoint,
        Text,
        "the URL that takes the endpoint's place",
    ),
];

/// What settings of services of other protocols begin with.
const OTHERS: [&str; 3] = ["AWS::S3::", "AWS::S3Control::", "AWS::STS::"];

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
        let rust = endpoint_name(name);
        if !is_identifier(&rust) {
            let reason = format!("no name in Rust can be made of the parameter `{name}`");
            let help = "rename the parameter: letters and digits, not digits first";
            self.problem(Code::RuleName, value, reason, help).key();
            return None;
        }
        let built_in = match value.get("builtIn") {
            Some(id) => Some(self.built_in(name, id)?),
            None => None,
        };
        let kind = self.kind(name, value, built_in.map(|(_, kind, _)| kind))?;
        let default = match value.get("default") {
            Some(default) => Some(self.default(name, default, kind)?),
            None => None,
        };
        let is_required = value.get("required").and_then(Value::as_bool) == Some(true);
        let required = default.is_some() || is_required;
        let built_in = built_in.map(|(built_in, _, what)| (built_in, what));
        self.needs_library |= matches!(built_in, Some((BuiltIn::AccountId, _)));
        if let (Some((BuiltIn::AccountId, _)), true) = (built_in, required) {
            let reason = format!("the parameter `{name}` has to be set before it can be known");
            let help = "let it be neither required nor defaulted: not all credentials name an \
                        account";
            self.problem(Code::ParameterType, value, reason, help).key();
            return None;
        }
        // Types are named after them, too, which may be alike where they differ in case alone.
        let folded = |name: &str| name.replace('_', "").to_ascii_lowercase();
        let is_like = |other: &&Parameter| {
            other.name.rust == rust || folded(&other.name.wire) == folded(name)
        };
        if let Some(other) = self.parameters.iter().find(is_like) {
            let other = other.name.wire.clone();
            let reason = format!("the parameters `{other}` and `{name}` have names too much alike");
            let help = "rename one of the two: names in Rust are made of them";
            self.problem(Code::ParameterConflict, value, reason, help)
                .key();
            return None;
        }
        let documentation = value.get("documentation").and_then(Value::as_str);
        let deprecated = value.get("deprecated").filter(|value| !value.is_null());
        let message = |key| deprecated?.get(key)?.as_str();
        Some(Parameter {
            summary: match built_in {
                Some((_, what)) => what.to_owned(),
                None => format!("the parameter `{name}` of the rules"),
            },
            docs: match built_in {
                // What is built in is the same for all services.
                Some(_) => Vec::new(),
                None => docs::of_text(documentation),
            },
            deprecated: deprecated
                .map(|_| docs::deprecation_note(message("message"), message("since"))),
            name: Name {
                rust,
                wire: name.to_owned(),
            },
            kind,
            built_in: built_in.map(|(built_in, _)| built_in),
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
        let text = id.as_str().unwrap_or_default();
        if let Some(known) = built_in(text) {
            return Some(known);
        }
        let names = BUILT_IN.map(|(known, ..)| known);
        let mut help = format!("the generator knows {}", names.join(", "));
        if OTHERS.iter().any(|other| text.starts_with(other)) {
            help = format!("it is a setting of a service of another protocol; {help}");
        }
        let reason = format!(
            "the parameter `{name}` is built in as {}, which the generator does not know",
            brief(id)
        );
        self.problem(Code::BuiltIn, id, reason, help)
            .did_you_mean(text, names);
        None
    }

    /// The parameter's type, which its built-in decides.
    fn kind(
        &mut self,
        name: &str,
        value: &Value,
        built_in: Option<ParameterKind>,
    ) -> Option<ParameterKind> {
        let help = match built_in {
            Some(kind) => format!("its type is `{}`", word(kind)),
            None => "the types are `string`, `boolean` and `stringArray`".to_owned(),
        };
        let Some(own) = value.get("type") else {
            let reason = format!("the parameter `{name}` has no type");
            self.problem(Code::ParameterType, value, reason, help).key();
            return None;
        };
        let text = own.as_str().unwrap_or_default();
        let kinds = [Text, Boolean, StringArray].into_iter();
        let mut fitting = kinds.filter(|kind| built_in.is_none_or(|built_in| built_in == *kind));
        let kind = fitting.find(|kind| text.eq_ignore_ascii_case(word(*kind)));
        if kind.is_none() {
            let reason = format!("the parameter `{name}` is of type {}", brief(own));
            self.problem(Code::ParameterType, own, reason, help);
        }
        kind
    }

    fn default(
        &mut self,
        name: &str,
        default: &Value,
        kind: ParameterKind,
    ) -> Option<ParameterValue> {
        let value = parameter_value(default, kind);
        if value.is_none() {
            let reason = format!("the parameter `{name}` has the default {}", brief(default));
            let help = format!("its default is of its type: `{}`", word(kind));
            self.problem(Code::ParameterType, default, reason, help);
        }
        value
    }
}

/// The built-in value that has this id, with its type and what it is.
pub(crate) fn built_in(id: &str) -> Option<(BuiltIn, ParameterKind, &'static str)> {
    let known = BUILT_IN.iter().find(|(known, ..)| *known == id);
    known.map(|(_, built_in, kind, what)| (*built_in, *kind, *what))
}

/// A type as rule sets write it.
pub(super) fn word(kind: ParameterKind) -> &'static str {
    match kind {
        Text => "string",
        Boolean => "boolean",
        StringArray => "stringArray",
    }
}

/// The value of a parameter of this type, where it is one.
pub(crate) fn parameter_value(value: &Value, kind: ParameterKind) -> Option<ParameterValue> {
    Some(match kind {
        Text => ParameterValue::String(value.as_str()?.to_owned()),
        Boolean => ParameterValue::Boolean(value.as_bool()?),
        StringArray => {
            let texts = value.as_array()?.iter();
            let texts = texts.map(|text| text.as_str().map(str::to_owned));
            ParameterValue::StringArray(texts.collect::<Option<_>>()?)
        }
    })
}
