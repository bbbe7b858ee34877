//! Settings of the client that give parameters their values.

use super::parameters::word;
use super::{Reader, values};
use crate::ast::{Shape, brief, ids, object};
use crate::diagnostics::{Code, path_to};
use crate::ir::{ParameterKind, Setting};
use crate::lower::docs;
use crate::lower::names::{suffix, type_name};

const SETTINGS: &str = ids::CLIENT_CONTEXT_PARAMS;

/// The setters that every client's configuration has, without `set_`.
const TAKEN: [&str; 38] = [
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
    /// The trait `clientContextParams`.
    pub(super) fn read_settings(&mut self) {
        let service: &'a Shape = self.service;
        let settings = service.traits.get(SETTINGS);
        for (name, setting) in object(settings) {
            let known = |own: &&mut crate::ir::Parameter| own.name.wire == *name;
            let names: Vec<_> = self
                .parameters
                .iter()
                .map(|own| own.name.wire.clone())
                .collect();
            let parameter = self.parameters.iter_mut().find(known);
            let kind = setting.get("type").and_then(serde_json::Value::as_str);
            let (code, reason, help) = match (&parameter, kind) {
                (None, _) if self.reported.contains(name) => continue,
                (None, _) => (
                    Code::UnknownParameter,
                    format!("`{name}` is not a parameter of the endpoint rules"),
                    "name one of `parameters`, or add it there".to_owned(),
                ),
                (Some(own), Some(kind)) if !kind.eq_ignore_ascii_case(word(own.kind)) => (
                    Code::ContextParam,
                    format!("the setting `{name}` is of type {}", brief(&kind.into())),
                    format!("its type is the parameter's: `{}`", word(own.kind)),
                ),
                (Some(own), _) if own.kind == ParameterKind::StringArray => (
                    Code::ContextParam,
                    format!(
                        "the setting `{name}` would be {}",
                        values::word(crate::ir::RuleType::Array)
                    ),
                    "settings are texts and booleans".to_owned(),
                ),
                (Some(own), _) if TAKEN.contains(&suffix(&own.name.rust)) => (
                    Code::ParameterConflict,
                    format!("every client has a setting `{}`", own.name.rust),
                    "rename the parameter".to_owned(),
                ),
                _ => {
                    let docs = setting
                        .get("documentation")
                        .and_then(serde_json::Value::as_str);
                    if let Some(own) = parameter {
                        own.setting = Some(Setting {
                            type_name: format!("{}Setting", type_name(name)),
                            docs: docs::of_text(docs),
                        });
                    }
                    self.needs_library = true;
                    continue;
                }
            };
            let steps = settings
                .and_then(|all| path_to(all, setting))
                .unwrap_or_default();
            self.diagnostics
                .shape_trait(code, &service.id, SETTINGS, reason, help)
                .below(steps)
                .key()
                .did_you_mean(name, names.iter().map(String::as_str));
        }
    }
}
