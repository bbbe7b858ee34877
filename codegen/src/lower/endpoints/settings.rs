//! Client settings that set parameters of the endpoint rules.

use serde_json::Value;

use super::Reader;
use super::parameters::type_string;
use crate::ast::{Shape, brief, ids, object};
use crate::diagnostics::Code;
use crate::identifier::suffix;
use crate::ir::{Parameter, ParameterKind, Setting};
use crate::lower::docs;
use crate::lower::names::type_name;

const SETTINGS: &str = ids::CLIENT_CONTEXT_PARAMS;

/// The setters of every client's configuration, without the prefix `set_`.
const RESERVED: [&str; 38] = [
    "account_id_endpoint_mode",
    "allow_no_auth",
    "app_name",
    "auth_scheme_preference",
    "auth_scheme_resolver",
    "behavior_version",
    "behavior_version_latest",
    "build",
    "capture_input_attributes",
    "credentials_provider",
    "disable_clock_skew_correction",
    "emit_input_attributes",
    "endpoint_resolver",
    "endpoint_url",
    "framework_metadata",
    "http_client",
    "identity_cache",
    "interceptor",
    "interceptors",
    "into_inner",
    "invocation_id_generator",
    "new",
    "push_auth_scheme",
    "push_framework_metadata",
    "push_interceptor",
    "push_retry_classifier",
    "region",
    "retry_classifier",
    "retry_classifiers",
    "retry_config",
    "retry_partition",
    "sleep_impl",
    "stalled_stream_protection",
    "time_source",
    "timeout_config",
    "use_dual_stack",
    "use_fips",
    "with_test_defaults",
];

impl<'a> Reader<'a> {
    /// Reads the trait `clientContextParams` and adds settings to parameters.
    pub(super) fn read_settings(&mut self) {
        let service: &'a Shape = self.service;
        let settings = service.traits.get(SETTINGS);
        for (name, setting) in object(settings) {
            let parameter = self.parameters.get_mut(name);
            if parameter.is_none() && self.reported.contains(name) {
                continue;
            }
            let problem = problem(name, setting, parameter.as_deref());
            if let Some((code, reason, help)) = problem {
                self.diagnostics
                    .shape_trait(code, &service.id, SETTINGS, reason, help)
                    .below([name.as_str().into()])
                    .key()
                    .did_you_mean(name, self.parameters.names());
            } else if let Some(parameter) = parameter {
                let docs = setting.get("documentation").and_then(Value::as_str);
                parameter.setting = Some(Setting {
                    type_name: format!("{}Setting", type_name(name)),
                    docs: docs::unlinked_lines(docs),
                });
                self.needs_library = true;
            }
        }
    }
}

/// Returns the code, reason and help if `parameter` cannot have a setting.
fn problem(
    name: &str,
    setting: &Value,
    parameter: Option<&Parameter>,
) -> Option<(Code, String, String)> {
    let Some(parameter) = parameter else {
        let reason = format!("`{name}` is not a parameter of the endpoint rules");
        let help = "use one of the rule set's `parameters`, or add the parameter there";
        return Some((Code::UnknownParameter, reason, help.to_owned()));
    };
    let expected = type_string(parameter.kind);
    if let Some(kind) = setting.get("type").and_then(Value::as_str)
        && !kind.eq_ignore_ascii_case(expected)
    {
        let reason = format!("the setting `{name}` has the type {}", brief(&kind.into()));
        let help = format!("use the type of the parameter: `{expected}`");
        return Some((Code::ContextParam, reason, help));
    }
    if parameter.kind == ParameterKind::StringArray {
        let reason = format!("the setting `{name}` would be a list");
        let help = "a setting can be a string or a boolean";
        return Some((Code::ContextParam, reason, help.to_owned()));
    }
    let suffix = suffix(&parameter.name.rust);
    let is_reserved = |name: &str| RESERVED.contains(&name);
    if is_reserved(suffix) || suffix.strip_prefix("set_").is_some_and(is_reserved) {
        let reason = format!("every client has a setting `{}`", parameter.name.rust);
        return Some((
            Code::ParameterConflict,
            reason,
            "rename the parameter".to_owned(),
        ));
    }
    None
}
