//! The trait `endpointTests`.

use serde_json::Value;

use super::corrections::{Correction, Corrections};
use super::values::Context;
use crate::ast::ids;
use crate::ast::{Shape, brief, object};
use crate::conformance::ir::{EndpointTest, ExpectedEndpoint, LeftOut};
use crate::diagnostics::{Code, Diagnostics, path_to};
use crate::ir::{EndpointParts, Form, Kind, Name, ParameterValue, Property, RuleValue, Typed};
use crate::lower::Lowered;
use crate::lower::endpoints::parameter_value;

const TESTS: &str = ids::ENDPOINT_TESTS;

/// The tests of the service's endpoint rules; calls of operations that the client does not have are
/// left out.
pub(super) fn tests(
    lowered: &Lowered<'_>,
    corrections: &[Correction],
    left_out: &mut Vec<LeftOut>,
    diagnostics: &mut Diagnostics,
) -> Vec<EndpointTest> {
    let service = lowered.closure.service;
    let mut corrections = Corrections::new(corrections);
    let mut tests = Vec::new();
    if let Some(all) = service.traits.get(TESTS) {
        let cases = all.get("testCases").and_then(Value::as_array);
        let mut reader = Reader {
            service,
            context: Context::new(&lowered.client),
            all,
            left_out,
            diagnostics,
        };
        if cases.is_none() {
            reader.problem(all, "there is no list `testCases`", "add `testCases`");
        }
        for (index, case) in cases.into_iter().flatten().enumerate() {
            tests.extend(reader.case(index, case, &mut corrections));
        }
    }
    for unused in corrections.unused() {
        let reason = format!("no test needs the correction for {}", unused.params);
        let help = "take the correction out: no test with these parameters expects what it \
                    replaces";
        diagnostics.shape_trait(Code::EndpointTest, &service.id, TESTS, reason, help);
    }
    tests
}

/// Reads the cases.
pub(super) struct Reader<'a> {
    service: &'a Shape,
    pub(super) context: Context<'a>,
    /// The trait's value.
    all: &'a Value,
    pub(super) left_out: &'a mut Vec<LeftOut>,
    diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    pub(super) fn problem(
        &mut self,
        at: &Value,
        reason: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.diagnostics
            .shape_trait(Code::EndpointTest, &self.service.id, TESTS, reason, help)
            .below(path_to(self.all, at).unwrap_or_default());
    }

    fn case(
        &mut self,
        index: usize,
        case: &Value,
        corrections: &mut Corrections<'_>,
    ) -> Option<EndpointTest> {
        let none = Value::Object(serde_json::Map::new());
        let params = case.get("params").unwrap_or(&none);
        let expect = case.get("expect").unwrap_or(&Value::Null);
        let correction = corrections.of(params, expect);
        let mut values = Vec::new();
        for (name, value) in object(Some(params)) {
            values.push(self.param(name, value));
        }
        if !params.is_object() {
            let help = "name parameters, with a value each";
            self.problem(params, "`params` is not an object", help);
        }
        let expected = expected(correction.unwrap_or(expect));
        if expected.is_none() {
            let help = "expect an `error`, or an `endpoint` with a `url`";
            self.problem(case, "the test expects nothing that can be", help);
        }
        // Facts come without prose: a test is then told by its parameters.
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
        let Some(parameter) = parameters.find(|own| own.name.wire == name) else {
            let reason = format!("`{name}` is not a parameter of the endpoint rules");
            self.problem(value, reason, "name one of `parameters`");
            return None;
        };
        let typed = parameter_value(value, parameter.kind);
        if typed.is_none() {
            let reason = format!("{} is not a value of `{name}`", brief(value));
            self.problem(value, reason, "give a value of the parameter's type");
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
        let values = values.as_array()?.iter();
        let values = values.map(|value| value.as_str().map(fixed));
        Some((name.clone(), values.collect::<Option<Vec<_>>>()?))
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
            let values = object(Some(scheme)).filter(|(key, _)| *key != "name");
            let values = values.map(|(key, value)| (key.clone(), property(value)));
            auth_schemes.push((name.to_owned(), values.collect()));
        }
    }
    Some(ExpectedEndpoint::Endpoint(EndpointParts {
        url: fixed(endpoint.get("url")?.as_str()?),
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
        Value::String(text) => Property::Text(fixed(text)),
        Value::Array(list) => Property::List(list.iter().map(property).collect()),
        Value::Object(members) => {
            let members = members.iter();
            let members = members.map(|(key, value)| (key.clone(), property(value)));
            Property::Object(members.collect())
        }
    }
}

/// A text in which nothing is put.
fn fixed(text: &str) -> Typed {
    Typed {
        value: RuleValue::Text(text.to_owned()),
        kind: Kind::String,
        optional: false,
        form: Form::Borrowed,
    }
}
