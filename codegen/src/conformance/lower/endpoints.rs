//! The trait `endpointTests`.

use serde_json::Value;

use super::corrections::{Correction, Corrections};
use crate::ast::{Shape, brief, ids, object};
use crate::conformance::ir::{EndpointTest, ExpectedEndpoint, SkippedCase};
use crate::diagnostics::{Code, Diagnostics, path_to};
use crate::ir::{
    EndpointParts, Name, Ownership, ParameterValue, Property, RuleType, RuleValue, Typed,
};
use crate::lower::Lowered;
use crate::lower::endpoints::parameter_value;
use crate::lower::values::ValueContext;

/// Returns the tests of the service's endpoint rules.
///
/// Calls of operations that the client lacks are added to `skipped`.
pub(super) fn tests(
    lowered: &Lowered<'_>,
    corrections: &[Correction],
    skipped: &mut Vec<SkippedCase>,
    diagnostics: &mut Diagnostics,
) -> Vec<EndpointTest> {
    let service = lowered.closure.service;
    let mut corrections = Corrections::new(corrections);
    let mut tests = Vec::new();
    if let Some(trait_value) = service.traits.get(ids::ENDPOINT_TESTS) {
        let cases = trait_value.get("testCases").and_then(Value::as_array);
        let mut reader = Reader {
            service,
            context: ValueContext::new(&lowered.client),
            trait_value,
            skipped,
            diagnostics,
        };
        if cases.is_none() {
            reader.error(
                trait_value,
                "there is no list `testCases`",
                "add `testCases`",
            );
        }
        for (index, case) in cases.into_iter().flatten().enumerate() {
            tests.extend(reader.case(index, case, &mut corrections));
        }
    }
    for unused in corrections.unused() {
        let reason = format!("the correction for {} is unused", unused.params);
        let help = "remove the correction: it changes no test's expectation";
        diagnostics.shape_trait(
            Code::EndpointTest,
            &service.id,
            ids::ENDPOINT_TESTS,
            reason,
            help,
        );
    }
    tests
}

/// Reader of the trait's cases.
pub(super) struct Reader<'a> {
    service: &'a Shape,
    pub(super) context: ValueContext<'a>,
    trait_value: &'a Value,
    pub(super) skipped: &'a mut Vec<SkippedCase>,
    diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    /// Reports an error at the value `at` in the trait.
    pub(super) fn error(&mut self, at: &Value, reason: impl Into<String>, help: impl Into<String>) {
        self.diagnostics
            .shape_trait(
                Code::EndpointTest,
                &self.service.id,
                ids::ENDPOINT_TESTS,
                reason,
                help,
            )
            .below(path_to(self.trait_value, at));
    }

    fn case(
        &mut self,
        index: usize,
        case: &Value,
        corrections: &mut Corrections<'_>,
    ) -> Option<EndpointTest> {
        let empty = Value::Object(serde_json::Map::new());
        let params = case.get("params").unwrap_or(&empty);
        let expect = case.get("expect").unwrap_or(&Value::Null);
        let correction = corrections.replacement(params, expect);
        let mut values = Vec::new();
        for (name, value) in object(Some(params)) {
            values.push(self.param(name, value));
        }
        if !params.is_object() {
            let help = "write an object with the parameters' values";
            self.error(params, "`params` is not an object", help);
        }
        let expected = expected(correction.unwrap_or(expect));
        if expected.is_none() {
            let help = "expect an `error`, or an `endpoint` with a `url`";
            self.error(case, "the test has no valid expectation", help);
        }
        // A canonical model has no documentation; the parameters then describe the test.
        let title = case.get("documentation").and_then(Value::as_str);
        let title = title.map_or(params.to_string(), str::to_owned);
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let function = format!("endpoint_{:03}", index + 1);
        let calls = self.calls(case, &function, &title, expected.as_ref());
        Some(EndpointTest {
            function,
            title,
            params: values.into_iter().collect::<Option<_>>()?,
            calls,
            expected: expected?,
            corrected: correction.is_some(),
        })
    }

    fn param(&mut self, name: &str, value: &Value) -> Option<(Name, ParameterValue)> {
        let mut parameters = self.context.client.endpoint.parameters.iter();
        let Some(parameter) = parameters.find(|parameter| parameter.name.wire == name) else {
            let reason = format!("`{name}` is not a parameter of the endpoint rules");
            self.error(value, reason, "use the name of a parameter in the rule set");
            return None;
        };
        let typed = parameter_value(value, parameter.kind);
        if typed.is_none() {
            let reason = format!("{} is not a value of `{name}`", brief(value));
            self.error(value, reason, "write a value of the parameter's type");
        }
        Some((parameter.name.clone(), typed?))
    }
}

fn expected(expect: &Value) -> Option<ExpectedEndpoint> {
    if let Some(error) = expect.get("error") {
        return Some(ExpectedEndpoint::Error(error.as_str()?.to_owned()));
    }
    let endpoint = expect.get("endpoint")?;
    let headers = object(endpoint.get("headers")).map(|(name, values)| {
        let strings = values.as_array()?.iter();
        let strings = strings.map(|value| value.as_str().map(literal));
        Some((name.clone(), strings.collect::<Option<Vec<_>>>()?))
    });
    let mut auth_schemes = Vec::new();
    let mut properties = Vec::new();
    for (name, value) in object(endpoint.get("properties")) {
        if name != "authSchemes" {
            properties.push((name.clone(), property(value)));
            continue;
        }
        for scheme in value.as_array()? {
            let name = scheme.get("name")?.as_str()?;
            let members = object(Some(scheme)).filter(|(key, _)| *key != "name");
            let members = members.map(|(key, value)| (key.clone(), property(value)));
            auth_schemes.push((name.to_owned(), members.collect()));
        }
    }
    Some(ExpectedEndpoint::Endpoint(EndpointParts {
        url: literal(endpoint.get("url")?.as_str()?),
        headers: headers.collect::<Option<_>>()?,
        auth_schemes,
        properties,
    }))
}

fn property(value: &Value) -> Property {
    match value {
        Value::Null => Property::Null,
        Value::Bool(flag) => Property::Boolean(*flag),
        Value::Number(number) => Property::Number(number.clone()),
        Value::String(string) => Property::String(literal(string)),
        Value::Array(list) => Property::List(list.iter().map(property).collect()),
        Value::Object(members) => {
            let members = members.iter();
            let members = members.map(|(key, value)| (key.clone(), property(value)));
            Property::Object(members.collect())
        }
    }
}

/// Returns a literal string, whose braces are not interpolated.
fn literal(string: &str) -> Typed {
    Typed {
        value: RuleValue::String(string.to_owned()),
        kind: RuleType::String,
        optional: false,
        ownership: Ownership::Borrowed,
    }
}
