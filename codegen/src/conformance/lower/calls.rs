//! What tests of endpoint rules say of calls: `operationInputs`.

use serde_json::Value;

use super::endpoints::Reader;
use super::values::{self, Unfit};
use crate::ast::{brief, object};
use crate::conformance::ir::{
    CallOutcome, CallSetting, EndpointCall, ExpectedEndpoint, LeftOut, LeftOutReason,
};
use crate::ir::{
    AuthScheme, BuiltIn, EndpointParts, Operation, ParameterValue, Property, RuleValue, Typed,
};
use crate::lower::endpoints::{built_in, parameter_value};

/// What the account may be to the endpoint.
const MODES: [&str; 3] = ["preferred", "disabled", "required"];

impl Reader<'_> {
    /// The calls of a case, of which `function` tests the rules alone.
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
            let help = "list inputs, each with the `operationName` that it is of";
            self.problem(inputs, "`operationInputs` is not a list", help);
            return Vec::new();
        };
        let mut calls = Vec::new();
        for (index, value) in inputs.iter().enumerate() {
            let name = value.get("operationName").and_then(Value::as_str);
            let name = name.unwrap_or_default();
            let client = self.context.client;
            let mut operations = client.operations.iter();
            let Some(operation) = operations.find(|own| own.name.wire == name) else {
                if client.skipped.iter().any(|own| own.operation == name) {
                    self.left_out.push(LeftOut {
                        id: format!("{title} ({name})"),
                        reason: LeftOutReason::Unused,
                    });
                } else {
                    let reason = format!("the service has no operation `{name}`");
                    self.problem(value, reason, "name one of the service's operations");
                }
                continue;
            };
            let mut settings = self.settings(value);
            let members = &operation.input.members;
            let input = values::params(&self.context, members, value.get("operationParams"));
            let input = input.unwrap_or_else(|reason| {
                let help = "give what the operation's input can hold";
                let reason = format!("`operationParams` of `{name}`: {reason}");
                self.problem(value, reason, help);
                Vec::new()
            });
            // What is expected instead of an endpoint is reported already.
            let Some(expected) = expected else { continue };
            let outcome = self.outcome(operation, expected);
            let is_region = |own: &_| matches!(own, CallSetting::BuiltIn(BuiltIn::Region, _));
            // What is sent has to be signed, for which there must be one.
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
                self.problem(value, reason, "name settings, with a value each");
            }
        }
        for (id, value) in object(input.get("builtInParams")) {
            match self.built_in_setting(id, value) {
                Ok(setting) => settings.push(setting),
                Err(reason) => {
                    let help = "give a value that the generator knows, of its type";
                    self.problem(value, reason, help);
                }
            }
        }
        for (name, value) in object(input.get("clientParams")) {
            match self.own_setting(name, value) {
                Ok(setting) => settings.push(setting),
                Err(reason) => {
                    let help = "give one of `clientContextParams` a value of its type";
                    self.problem(value, reason, help);
                }
            }
        }
        settings
    }

    fn built_in_setting(&self, id: &str, value: &Value) -> Result<CallSetting, Unfit> {
        let known = built_in(id);
        let (setting, kind, _) = known.ok_or_else(|| format!("nothing is built in as `{id}`"))?;
        let typed = parameter_value(value, kind);
        let unfit = || format!("{} is not a value of `{id}`", brief(value));
        let typed = typed.ok_or_else(unfit)?;
        let client = self.context.client;
        if setting == BuiltIn::AccountId && client.service.signing_name.is_none() {
            return Err(format!("clients without credentials have no `{id}`"));
        }
        if setting == BuiltIn::AccountIdMode {
            let ParameterValue::String(mode) = &typed else {
                return Err(unfit());
            };
            // Only clients whose rules look at it have the setting.
            let mut parameters = client.endpoint.parameters.iter();
            if !parameters.any(|own| own.built_in == Some(setting)) {
                return Err(format!("the rules have no parameter that is `{id}`"));
            }
            if !MODES.contains(&&**mode) {
                return Err(unfit());
            }
        }
        Ok(CallSetting::BuiltIn(setting, typed))
    }

    fn own_setting(&self, name: &str, value: &Value) -> Result<CallSetting, Unfit> {
        let mut parameters = self.context.client.endpoint.parameters.iter();
        let parameter = parameters.find(|own| own.name.wire == name && own.setting.is_some());
        let parameter = parameter.ok_or_else(|| format!("clients have no setting `{name}`"))?;
        let typed = parameter_value(value, parameter.kind);
        let typed = typed.ok_or_else(|| format!("{} is not a value of `{name}`", brief(value)))?;
        Ok(CallSetting::Own(parameter.name.rust.clone(), typed))
    }

    fn outcome(&self, operation: &Operation, expected: &ExpectedEndpoint) -> CallOutcome {
        let parts = match expected {
            ExpectedEndpoint::Error(text) => return CallOutcome::Failed(text.clone()),
            ExpectedEndpoint::Endpoint(parts) => parts,
        };
        let service = &self.context.client.service.auth;
        let schemes = operation.auth.as_ref().unwrap_or(service);
        let is_signed = schemes.first() == Some(&AuthScheme::SigV4);
        let headers = parts.headers.iter().map(|(name, values)| {
            let values: Vec<_> = values.iter().map(text).collect();
            (name.clone(), values.join(", "))
        });
        CallOutcome::Sent {
            url: text(&parts.url).to_owned(),
            prefixed: !operation.host_prefix.is_empty(),
            headers: headers.collect(),
            scope: if is_signed { scope(parts) } else { Vec::new() },
        }
    }
}

/// What the endpoint says about the scope that a call is signed for.
fn scope(parts: &EndpointParts) -> Vec<String> {
    let mut schemes = parts.auth_schemes.iter();
    let Some((_, values)) = schemes.find(|(name, _)| name == "sigv4") else {
        return Vec::new();
    };
    let parts = values.iter().filter_map(|(key, value)| {
        let Property::Text(value) = value else {
            return None;
        };
        match &**key {
            "signingRegion" => Some(format!("/{}/", text(value))),
            "signingName" => Some(format!("/{}/aws4_request", text(value))),
            _ => None,
        }
    });
    parts.collect()
}

/// A text of what is expected, in which nothing is put.
fn text(typed: &Typed) -> &str {
    match &typed.value {
        RuleValue::Text(text) => text,
        _ => "",
    }
}

#[cfg(test)]
mod tests;
