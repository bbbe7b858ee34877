//! Paginators, waiters and endpoint rules.

use super::*;

/// Converts a service with companions; returns the traits of the operation `Grow` and the notes.
fn grow(
    paginators: &Value,
    waiters: &Value,
    traits: &Value,
) -> Result<(Value, Vec<String>), Diagnostics> {
    let present = present(&json!({
        "example.garden#Grow": {"type": "operation", "traits": traits},
    }));
    let file = service(
        &json!({}),
        &json!({"In": {"type": "structure", "members": {}}}),
    );
    let texts = [file, paginators.clone(), waiters.clone()].map(|value| value.to_string());
    let source = |index: usize| Source {
        name: ["service-2.json", "paginators-1.json", "waiters-2.json"][index],
        text: &texts[index],
    };
    let files = Files {
        service: source(0),
        paginators: Some(source(1)),
        waiters: Some(source(2)),
        endpoint_rules: None,
    };
    let name = "model.json";
    let converted = to_smithy(
        &files,
        Source {
            name,
            text: &present,
        },
    )?;
    let model: Value = serde_json::from_str(&converted.text).unwrap();
    let traits = model["shapes"]["example.garden#Grow"]["traits"].clone();
    Ok((traits, converted.notes))
}

fn paginated(entry: Value, present: &Value) -> (Value, Vec<String>) {
    let traits = json!({"smithy.api#paginated": present});
    let paginators = json!({"pagination": {"Grow": entry}});
    let (traits, notes) = grow(&paginators, &json!({}), &traits).unwrap();
    (traits["smithy.api#paginated"].clone(), notes)
}

#[test]
fn paginators_are_added_and_replaced_but_never_removed() {
    let entry =
        json!({"input_token": "t", "output_token": "t", "limit_key": "n", "result_key": "items"});
    let complete =
        json!({"inputToken": "t", "outputToken": "t", "pageSize": "n", "items": "items"});
    let known = json!({"inputToken": "t", "outputToken": "t", "pageSize": "n"});
    assert_eq!(
        paginated(entry.clone(), &json!({})),
        (complete.clone(), vec![])
    );
    assert_eq!(paginated(entry.clone(), &known), (known.clone(), vec![]));
    let other = json!({"inputToken": "page", "outputToken": "t", "pageSize": "n"});
    assert_eq!(paginated(entry, &other), (complete, vec![]));
    let (traits, _) = grow(
        &json!({"pagination": {}}),
        &json!({}),
        &json!({"smithy.api#paginated": known}),
    )
    .unwrap();
    assert_eq!(traits["smithy.api#paginated"], known);
}

#[test]
fn paginators_with_several_tokens_are_omitted() {
    let entry = json!({"input_token": ["a", "b"], "output_token": ["a", "b"]});
    let (traits, notes) = paginated(entry, &json!({}));
    assert_eq!(traits, json!({}));
    assert_eq!(notes, ["Grow: the paginator has several tokens; omitted"]);
    let entry = json!({"input_token": "a", "output_token": "b", "result_key": ["x", "y"]});
    let expected = json!({"inputToken": "a", "outputToken": "b", "items": "x"});
    assert_eq!(paginated(entry, &json!({})).0, expected);
}

#[test]
fn waiters_become_traits_of_their_operations() {
    let acceptor = |matcher: &str, expected: Value| json!({"state": "success", "matcher": matcher, "expected": expected, "argument": "a.b"});
    let acceptors = [
        acceptor("path", json!("UP")),
        acceptor("path", json!(true)),
        acceptor("pathAll", json!("UP")),
        acceptor("pathAny", json!("UP")),
        acceptor("error", json!("Wilted")),
        acceptor("error", json!(true)),
        acceptor("status", json!(200)),
    ];
    let waiter =
        json!({"operation": "Grow", "delay": 150, "maxAttempts": 9, "acceptors": acceptors});
    let waiters = json!({"version": 2, "waiters": {"Grown": waiter}});
    let known = json!({"smithy.waiters#waitable": {"Known": {"acceptors": []}}});
    let (traits, notes) = grow(&json!({}), &waiters, &known).unwrap();
    let output = |expected: &str, comparator: &str| json!({"output": {"path": "a.b", "expected": expected, "comparator": comparator}});
    let matchers = [
        output("UP", "stringEquals"),
        output("true", "booleanEquals"),
        output("UP", "allStringEquals"),
        output("UP", "anyStringEquals"),
        json!({"errorType": "Wilted"}),
        json!({"success": false}),
        json!({"success": true}),
    ];
    let acceptors = matchers.map(|matcher| json!({"state": "success", "matcher": matcher}));
    assert_eq!(
        traits["smithy.waiters#waitable"],
        json!({
            "Known": {"acceptors": []},
            "Grown": {"acceptors": acceptors, "minDelay": 150, "maxDelay": 150},
        })
    );
    assert_eq!(notes, [""; 0]);
}

#[test]
fn waiters_without_an_equivalent_are_omitted_with_a_note() {
    let acceptor = json!({"state": "retry", "matcher": "status", "expected": 404});
    let waiter =
        json!({"operation": "Grow", "delay": 1, "maxAttempts": 9, "acceptors": [acceptor]});
    let (traits, notes) = grow(
        &json!({}),
        &json!({"waiters": {"Gone": waiter}}),
        &json!({}),
    )
    .unwrap();
    assert_eq!(traits.get("smithy.waiters#waitable"), None);
    assert_eq!(
        notes,
        ["Grow: the waiter Gone has a matcher that Smithy lacks; omitted"]
    );
}

#[test]
fn diagnostics_name_the_companion() {
    let unknown = json!({"waiters": {"Gone": {"operation": "Dig", "delay": 1, "acceptors": []}}});
    let error = grow(&json!({}), &unknown, &json!({})).unwrap_err();
    let places: Vec<_> = error
        .iter()
        .map(|diagnostic| {
            (
                &*diagnostic.file,
                diagnostic.code.as_str(),
                diagnostic.span.is_some(),
            )
        })
        .collect();
    assert_eq!(places, [("waiters-2.json", "E0301", true)]);
}

#[test]
fn endpoint_rules_keep_their_tests_while_they_state_the_same() {
    let rules = |kind: &str| json!({"version": "1.0", "rules": [], "parameters": {"Region": {"type": kind, "documentation": "prose"}}});
    let mut model: Value = serde_json::from_str(&present(&json!({}))).unwrap();
    let traits = &mut model["shapes"]["example.garden#Garden"]["traits"];
    traits["smithy.rules#endpointRuleSet"] = rules("String");
    traits["smithy.rules#endpointTests"] = json!({"testCases": []});
    let present = model.to_string();
    let file = service(
        &json!({}),
        &json!({"In": {"type": "structure", "members": {}}}),
    )
    .to_string();
    let convert = |rules: Option<&str>| {
        let source = |name, text| Source { name, text };
        let files = Files {
            service: source("service-2.json", &file),
            paginators: None,
            waiters: None,
            endpoint_rules: rules.map(|text| source("endpoint-rule-set-1.json", text)),
        };
        let converted = to_smithy(&files, source("model.json", &present)).unwrap();
        let model: Value = serde_json::from_str(&converted.text).unwrap();
        let traits = model["shapes"]["example.garden#Garden"]["traits"].clone();
        let has_tests = traits.get("smithy.rules#endpointTests").is_some();
        (
            traits["smithy.rules#endpointRuleSet"].clone(),
            has_tests,
            converted.notes,
        )
    };
    let same = (rules("String"), true, vec![]);
    assert_eq!(convert(None), same);
    assert_eq!(convert(Some(&rules("string").to_string())), same);
    let note = "the endpoint rules changed, so smithy.rules#endpointTests was removed";
    let changed = (rules("boolean"), false, vec![note.to_owned()]);
    assert_eq!(convert(Some(&rules("boolean").to_string())), changed);
}
