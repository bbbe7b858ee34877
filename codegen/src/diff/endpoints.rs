//! Endpoint rules: parameters, their sources, and the rules as lists of outcomes.

use std::collections::{BTreeMap, VecDeque};

use super::differ::{Differ, Site, code};
use super::pairs::{Pair, pair};
use super::resources::ENDPOINTS;
use super::rules::{Leaf, leaves};
use super::side::Model;
use super::{Rule, service};
use crate::ast::ids;
use crate::identifier::prefixed;
use crate::ir::{
    BindingSource, BuiltIn, Endpoint, EndpointBinding, InputPath, Parameter, ParameterKind,
    ParameterValue, PathEnd, PathField, Setting, StringStep,
};

fn site(model: &Model<'_>, items: Vec<String>) -> Site {
    Site {
        items,
        resource: ENDPOINTS.to_owned(),
        ..service::site(model)
    }
}

fn parameter_site(model: &Model<'_>, parameter: &Parameter) -> Site {
    let rust = &parameter.name.rust;
    let builder = model.path("config::endpoint::ParamsBuilder");
    let items = vec![
        model.path(&format!("config::endpoint::Params::{rust}")),
        format!("{builder}::{rust}"),
        format!("{builder}::{}", prefixed("set_", rust)),
    ];
    site(model, items)
}

fn setting_site(model: &Model<'_>, parameter: &Parameter) -> Site {
    let rust = &parameter.name.rust;
    let builder = model.path("config::Builder");
    let items = vec![
        format!("{builder}::{rust}"),
        format!("{builder}::{}", prefixed("set_", rust)),
    ];
    site(model, items)
}

/// Compares the endpoint rules of both models.
pub(super) fn compare(differ: &mut Differ<'_>) {
    let Endpoint {
        parameters,
        rules,
        // Compared as a feature of the runtime.
        needs_library: _,
    } = &differ.old.client.endpoint;
    let new = &differ.new.client.endpoint;
    let pairs = pair(
        parameters,
        &new.parameters,
        |parameter| &parameter.name,
        |parameter| &parameter.name.wire,
    );
    for pair in pairs {
        match pair {
            Pair::Both(old, new) => parameter(differ, old, new),
            Pair::Removed(old) => {
                let site = parameter_site(&differ.old, old);
                differ
                    .old_side(Rule::EndpointParameterRemoved, &site, "is removed")
                    .hint("remove the parameter from custom endpoint resolvers");
                setting(differ, (old, old.setting.as_ref()), (old, None));
            }
            Pair::Added(new) => {
                let site = parameter_site(&differ.new, new);
                differ.new_side(Rule::EndpointParameterAdded, &site, "is new");
                setting(differ, (new, None), (new, new.setting.as_ref()));
            }
        }
    }
    compare_rules(differ, leaves(rules), leaves(&new.rules));
}

fn parameter(differ: &mut Differ<'_>, old: &Parameter, new: &Parameter) {
    let site = parameter_site(&differ.new, new);
    let Parameter {
        // The Rust name is a function of the name in the model, so the names are equal.
        name: _,
        kind,
        built_in,
        setting,
        required,
        default,
        // These follow from the name and the built-in value.
        getter_docs: _,
        setter_docs: _,
        docs,
        deprecated,
    } = old;
    differ.deprecation(&site, deprecated.as_deref(), new.deprecated.as_deref());
    if *kind != new.kind {
        let (before, after) = (kind_name(*kind), kind_name(new.kind));
        differ
            .new_side(
                Rule::EndpointParameterType,
                &site,
                format!("is {} instead of {}", code(after), code(before)),
            )
            .hint(format!("use values of the type {}", code(after)));
    }
    let value = |required: bool, default: Option<&ParameterValue>| match (default, required) {
        (Some(value), _) => format!("is {} by default", parameter_value(value)),
        (None, true) => "is required".to_owned(),
        (None, false) => "may be unset".to_owned(),
    };
    let (before, after) = (
        value(*required, default.as_ref()),
        value(new.required, new.default.as_ref()),
    );
    if before != after {
        differ
            .new_side(
                Rule::EndpointParameterValue,
                &site,
                format!("{after}, before it {before}"),
            )
            .wire("requests that do not set it may have another endpoint");
    }
    if *built_in != new.built_in {
        let change = match new.built_in {
            Some(built_in) => format!("is set by {}", built_in_name(built_in)),
            None => "is no longer set by the client's configuration".to_owned(),
        };
        differ
            .new_side(Rule::EndpointParameterBuiltIn, &site, change)
            .wire("requests may have another endpoint");
    }
    if *docs != new.docs {
        differ.new_side(Rule::Documentation, &site, "has different documentation");
    }
    self::setting(differ, (old, setting.as_ref()), (new, new.setting.as_ref()));
}

fn setting(
    differ: &mut Differ<'_>,
    (old_parameter, old): (&Parameter, Option<&Setting>),
    (parameter, new): (&Parameter, Option<&Setting>),
) {
    match (old, new) {
        (None, None) => {}
        (None, Some(_)) => {
            let site = setting_site(&differ.new, parameter);
            differ.new_side(Rule::EndpointSettingAdded, &site, "is new");
        }
        (Some(_), None) => {
            let site = setting_site(&differ.old, old_parameter);
            differ
                .old_side(Rule::EndpointSettingRemoved, &site, "is removed")
                .hint("remove the setting");
        }
        (Some(old), Some(new)) => {
            let Setting {
                // An internal type, whose name follows from the parameter's.
                type_name: _,
                docs,
            } = old;
            if *docs != new.docs {
                let site = setting_site(&differ.new, parameter);
                differ.new_side(Rule::Documentation, &site, "has different documentation");
            }
        }
    }
}

/// Compares the outcomes of the rules, by their conditions.
fn compare_rules(differ: &mut Differ<'_>, old: Vec<Leaf>, new: Vec<Leaf>) {
    let new_site = site(
        &differ.new,
        vec![differ.new.path("config::endpoint::DefaultResolver")],
    );
    let old_site = site(&differ.old, new_site.items.clone());
    let mut left: BTreeMap<&str, VecDeque<usize>> = BTreeMap::new();
    for (index, leaf) in new.iter().enumerate() {
        left.entry(&leaf.conditions).or_default().push_back(index);
    }
    let mut order = Vec::new();
    for leaf in &old {
        let partner = left
            .get_mut(&*leaf.conditions)
            .and_then(VecDeque::pop_front);
        let condition = condition(leaf);
        match partner.and_then(|index| Some((index, new.get(index)?))) {
            Some((index, partner)) => {
                order.push(index);
                if leaf.outcome != partner.outcome {
                    let (before, after) = (&leaf.outcome, &partner.outcome);
                    differ
                        .new_side(
                            Rule::EndpointRules,
                            &new_site,
                            format!("resolves {after}{condition}"),
                        )
                        .at_trait(ids::ENDPOINT_RULE_SET)
                        .wire(format!(
                            "requests have the endpoint {after} instead of {before}"
                        ));
                }
            }
            None => {
                let outcome = &leaf.outcome;
                differ
                    .old_side(
                        Rule::EndpointRules,
                        &old_site,
                        format!("no longer resolves {outcome}{condition}"),
                    )
                    .at_trait(ids::ENDPOINT_RULE_SET)
                    .wire("requests may have another endpoint");
            }
        }
    }
    for index in left.into_values().flatten() {
        if let Some(leaf) = new.get(index) {
            let (outcome, condition) = (&leaf.outcome, condition(leaf));
            differ
                .new_side(
                    Rule::EndpointRules,
                    &new_site,
                    format!("resolves {outcome}{condition}"),
                )
                .at_trait(ids::ENDPOINT_RULE_SET)
                .wire("requests may have another endpoint");
        }
    }
    if !order.is_sorted() {
        differ
            .new_side(
                Rule::EndpointRules,
                &new_site,
                "tries its rules in another order",
            )
            .at_trait(ids::ENDPOINT_RULE_SET)
            .wire("requests may have another endpoint");
    }
}

fn condition(leaf: &Leaf) -> String {
    match leaf.conditions.is_empty() {
        true => String::new(),
        false => format!(" if {}", code(&leaf.conditions)),
    }
}

/// Compares an operation's values for parameters; the last of several values counts.
pub(super) fn bindings(
    differ: &mut Differ<'_>,
    site: &Site,
    old: &[EndpointBinding],
    new: &[EndpointBinding],
) {
    let values = |bindings: &[EndpointBinding]| -> BTreeMap<String, String> {
        let bindings = bindings.iter();
        let values = bindings.map(|EndpointBinding { parameter, source }| {
            (parameter.clone(), binding_source(source))
        });
        values.collect()
    };
    let (before, after) = (values(old), values(new));
    let mut parameters: Vec<_> = before.keys().chain(after.keys()).collect();
    parameters.sort();
    parameters.dedup();
    for parameter in parameters {
        let change = match (before.get(parameter), after.get(parameter)) {
            (Some(before), Some(after)) if before == after => continue,
            (_, Some(after)) => {
                format!("sets the endpoint parameter {} to {after}", code(parameter))
            }
            (_, None) => format!("no longer sets the endpoint parameter {}", code(parameter)),
        };
        differ
            .new_side(Rule::OperationEndpointParameter, site, change)
            .wire("requests may have another endpoint");
    }
}

fn binding_source(source: &BindingSource) -> String {
    match source {
        BindingSource::Static(value) => parameter_value(value),
        BindingSource::Member { path, required } => {
            let InputPath { fields, end } = path;
            let end = match end {
                PathEnd::Boolean | PathEnd::String => String::new(),
                PathEnd::Keys => ".keys()".to_owned(),
                PathEnd::Strings(steps) => steps.iter().map(step).collect(),
            };
            let required = if required.is_some() {
                ", which is required"
            } else {
                ""
            };
            format!("the input's {}{required}", code(names(fields) + &end))
        }
    }
}

fn names(fields: &[PathField]) -> String {
    // That a member is optional is a difference of the member.
    let names = fields.iter().map(|PathField { rust, optional: _ }| &**rust);
    names.collect::<Vec<_>>().join(".")
}

fn step(step: &StringStep) -> String {
    match step {
        StringStep::Members(fields) => format!(".{}", names(fields)),
        // That a list or map is sparse is a difference of its type.
        StringStep::Elements { sparse: _ } => "[]".to_owned(),
        StringStep::Values { sparse: _ } => ".values()".to_owned(),
        StringStep::Each(paths) => {
            let paths: Vec<_> = paths.iter().map(|fields| names(fields)).collect();
            format!(".[{}]", paths.join(", "))
        }
    }
}

fn parameter_value(value: &ParameterValue) -> String {
    code(match value {
        ParameterValue::String(string) => format!("\"{string}\""),
        ParameterValue::Boolean(flag) => flag.to_string(),
        ParameterValue::StringArray(strings) => format!("{strings:?}"),
    })
}

fn kind_name(kind: ParameterKind) -> &'static str {
    match kind {
        ParameterKind::String => "String",
        ParameterKind::Boolean => "bool",
        ParameterKind::StringArray => "Vec<String>",
    }
}

fn built_in_name(built_in: BuiltIn) -> &'static str {
    match built_in {
        BuiltIn::Region => "the region",
        BuiltIn::DualStack => "the setting for dual-stack endpoints",
        BuiltIn::Fips => "the setting for FIPS endpoints",
        BuiltIn::Endpoint => "the endpoint URL of the configuration",
        BuiltIn::AccountId => "the account id of the credentials",
        BuiltIn::AccountIdMode => "the mode of account ids in endpoints",
    }
}
