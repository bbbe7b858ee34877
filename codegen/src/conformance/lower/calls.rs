//! The calls in endpoint tests (`operationInputs`).

use serde_json::Value;

use super::endpoints::Reader;
use crate::ast::{brief, object};
use crate::conformance::ir::{
    CallOutcome, CallSetting, EndpointCall, ExpectedEndpoint, SkipReason, SkippedCase,
};
use crate::ir::{
    AuthScheme, BuiltIn, EndpointParts, Operation, ParameterValue, Property, RuleValue, Typed,
};
use crate::lower::endpoints::{built_in, parameter_value};
use crate::lower::values::{self, Mismatch};

/// The values of the setting `AccountIdEndpointMode`.
const MODES: [&str; 3] = ["preferred", "disabled", "required"];

impl Reader<'_> {
    /// Returns the calls of a case; `function` is the test function for the resolver.
    pub(super) fn calls(
        &mut self,
        case: &Value,
        function: &str,
        title: &str,
        expected: Option<&ExpectedEndpoint>,
    ) -> Vec<EndpointCall> {
        let Some(inputs) = case.get("operationInputs") else {
            return Vec::new();
        };
        let Some(inputs) = inputs.as_array() else {
            let help = "write a list of objects, each with an `operationName`";
            self.error(inputs, "`operationInputs` is not a list", help);
            return Vec::new();
        };
        let mut calls = Vec::new();
        for (index, value) in inputs.iter().enumerate() {
            let name = value.get("operationName").and_then(Value::as_str);
            let name = name.unwrap_or_default();
            let client = self.context.client;
            let mut operations = client.operations.iter();
            let Some(operation) = operations.find(|operation| operation.name.wire == name) else {
                let mut skipped = client.skipped.iter();
                if skipped.any(|skipped| skipped.operation == name) {
                    self.skipped.push(SkippedCase {
                        id: format!("{title} ({name})"),
                        reason: SkipReason::NotInClient,
                    });
                } else {
                    let reason = format!("the service has no operation `{name}`");
                    self.error(value, reason, "use the name of one of its operations");
                }
                continue;
            };
            let mut settings = self.settings(value);
            let members = &operation.input.members;
            let input = values::params(&self.context, members, value.get("operationParams"));
            let input = input.unwrap_or_else(|reason| {
                let help = "write values that match the types of the input's members";
                let reason = format!("`operationParams` of `{name}`: {reason}");
                self.error(value, reason, help);
                Vec::new()
            });
            // An invalid expectation has been reported already.
            let Some(expected) = expected else { continue };
            let outcome = self.outcome(operation, expected);
            let is_region =
                |setting: &_| matches!(setting, CallSetting::BuiltIn(BuiltIn::Region, _));
            // A call that is sent keeps the test client's region, because signing needs one.
            if matches!(outcome, CallOutcome::Failed(_)) && !settings.iter().any(is_region) {
                settings.push(CallSetting::NoRegion);
            }
            calls.push(EndpointCall {
                function: format!("{function}_call_{}", index + 1),
                operation: name.to_owned(),
                method: operation.method_name.clone(),
                settings,
                input,
                outcome,
            });
        }
        calls
    }

    fn settings(&mut self, input: &Value) -> Vec<CallSetting> {
        let mut settings = Vec::new();
        for key in ["builtInParams", "clientParams"] {
            if let Some(value) = input.get(key).filter(|value| !value.is_object()) {
                let reason = format!("`{key}` is not an object");
                self.error(value, reason, "write an object with the settings' values");
            }
        }
        for (id, value) in object(input.get("builtInParams")) {
            match self.built_in_setting(id, value) {
                Ok(setting) => settings.push(setting),
                Err(reason) => {
                    let help = "use a supported built-in, with a value of its type";
                    self.error(value, reason, help);
                }
            }
        }
        for (name, value) in object(input.get("clientParams")) {
            match self.context_param(name, value) {
                Ok(setting) => settings.push(setting),
                Err(reason) => {
                    let help = "use one of `clientContextParams`, with a value of its type";
                    self.error(value, reason, help);
                }
            }
        }
        settings
    }

    fn built_in_setting(&self, id: &str, value: &Value) -> Result<CallSetting, Mismatch> {
        let (setting, kind, _) =
            built_in(id).ok_or_else(|| format!("`{id}` is not a supported built-in"))?;
        let mismatch = || format!("{} is not a value of `{id}`", brief(value));
        let typed = parameter_value(value, kind).ok_or_else(mismatch)?;
        let client = self.context.client;
        if setting == BuiltIn::AccountId && client.service.signing_name.is_none() {
            return Err(format!("a client without credentials has no `{id}`"));
        }
        if setting == BuiltIn::AccountIdMode {
            let ParameterValue::String(mode) = &typed else {
                return Err(mismatch());
            };
            // A client has this setting only if its endpoint rules use it.
            let mut parameters = client.endpoint.parameters.iter();
            if !parameters.any(|parameter| parameter.built_in == Some(setting)) {
                return Err(format!("no parameter of the rules has the built-in `{id}`"));
            }
            if !MODES.contains(&&**mode) {
                return Err(mismatch());
            }
        }
        Ok(CallSetting::BuiltIn(setting, typed))
    }

    fn context_param(&self, name: &str, value: &Value) -> Result<CallSetting, Mismatch> {
        let mut parameters = self.context.client.endpoint.parameters.iter();
        let parameter = parameters
            .find(|parameter| parameter.name.wire == name && parameter.setting.is_some())
            .ok_or_else(|| format!("the client has no setting `{name}`"))?;
        let typed = parameter_value(value, parameter.kind)
            .ok_or_else(|| format!("{} is not a value of `{name}`", brief(value)))?;
        let setter = parameter.name.rust.clone();
        Ok(CallSetting::ContextParam(setter, typed))
    }

    fn outcome(&self, operation: &Operation, expected: &ExpectedEndpoint) -> CallOutcome {
        let parts = match expected {
            ExpectedEndpoint::Error(message) => return CallOutcome::Failed(message.clone()),
            ExpectedEndpoint::Endpoint(parts) => parts,
        };
        let service_schemes = &self.context.client.service.auth;
        let schemes = operation.auth.as_ref().unwrap_or(service_schemes);
        let is_signed = schemes.first() == Some(&AuthScheme::SigV4);
        let headers = parts.headers.iter().map(|(name, values)| {
            let values: Vec<_> = values.iter().map(literal_string).collect();
            (name.clone(), values.join(", "))
        });
        CallOutcome::Sent {
            url: literal_string(&parts.url).to_owned(),
            prefixed: !operation.host_prefix.is_empty(),
            headers: headers.collect(),
            scope: if is_signed { scope(parts) } else { Vec::new() },
        }
    }
}

/// Returns the parts of the signing scope that the endpoint determines.
fn scope(parts: &EndpointParts) -> Vec<String> {
    let mut schemes = parts.auth_schemes.iter();
    let Some((_, members)) = schemes.find(|(name, _)| name == "sigv4") else {
        return Vec::new();
    };
    let scope = members.iter().filter_map(|(key, value)| {
        let Property::String(value) = value else {
            return None;
        };
        match &**key {
            "signingRegion" => Some(format!("/{}/", literal_string(value))),
            "signingName" => Some(format!("/{}/aws4_request", literal_string(value))),
            _ => None,
        }
    });
    scope.collect()
}

/// Returns a string of an expected endpoint, which is always a literal.
fn literal_string(typed: &Typed) -> &str {
    match &typed.value {
        RuleValue::String(string) => string,
        _ => "",
    }
}

#[cfg(test)]
mod tests;
