use crate::ir::{Absent, Retryable, Type};
use crate::testing::{assert_diagnostic, client, member, structure};

fn shapes(members: &str, traits: &str) -> String {
    format!(
        r#"{{
        "Op": {{"errors": ["Bad"]}},
        "Bad": {{"type": "structure", "members": {{{members}}},
            "traits": {{"error": "client" {traits}}}}}
    }}"#
    )
}

#[test]
fn every_error_has_a_message() {
    for (members, count, wire, optional) in [
        ("", 1, "Message", true),
        (r#""code": "String""#, 2, "Message", true),
        (r#""message": "String""#, 1, "message", true),
        (r#""Message": "String""#, 1, "Message", true),
        (
            r#""message": {"target": "String", "traits": {"required": {}}}"#,
            1,
            "message",
            false,
        ),
    ] {
        let client = client(&shapes(members, ""));
        let error = structure(&client, "Bad");
        assert_eq!(error.members.len(), count, "{members}");
        let message = error
            .members
            .iter()
            .find(|member| member.name.rust == "message");
        let message = message.expect("a message");
        assert_eq!(
            (&*message.name.wire, message.optional),
            (wire, optional),
            "{members}"
        );
        assert_eq!(message.ty, Type::String);
    }
    let client = client(&shapes("", ""));
    assert_eq!(member(&client, "Bad", "message").absent, Absent::None);
}

#[test]
fn message_that_is_not_a_string_is_an_error() {
    assert_diagnostic(
        &shapes(r#""message": "Integer""#, ""),
        "E0415 t#Bad$message: the message of an error is not a string",
    );
}

#[test]
fn retryable_trait_sets_the_kind_of_retry() {
    for (traits, retryable) in [
        ("", None),
        (r#", "retryable": {}"#, Some(Retryable::Client)),
        (
            r#", "retryable": {}, "error": "server""#,
            Some(Retryable::Server),
        ),
        (
            r#", "retryable": {"throttling": true}"#,
            Some(Retryable::Throttling),
        ),
        (
            r#", "retryable": {"throttling": false}"#,
            Some(Retryable::Client),
        ),
    ] {
        let client = client(&shapes("", traits));
        assert_eq!(
            client.operations[0].errors[0].retryable, retryable,
            "{traits}"
        );
    }
}

#[test]
fn variants_are_sorted_and_each_has_a_method() {
    let client = client(
        r#"{
        "Op": {"errors": ["TypeException", "ARNError", "Type"]},
        "TypeException": {"type": "structure", "traits": {"error": "client"}},
        "ARNError": {"type": "structure", "traits": {"error": "client"}},
        "Type": {"type": "structure", "traits": {"error": "client"}}
    }"#,
    );
    let variants: Vec<_> = client.operations[0]
        .errors
        .iter()
        .map(|variant| (&*variant.name.rust, &*variant.name.wire, &*variant.method))
        .collect();
    let expected = [
        ("ArnError", "ARNError", "arn_error"),
        ("Type", "Type", "type"),
        ("TypeException", "TypeException", "type_exception"),
    ];
    assert_eq!(variants, expected);
}

#[test]
fn errors_with_equal_rust_names_conflict() {
    let conflicting = |first: &str, second: &str| {
        format!(
            r#"{{
            "Op": {{"errors": ["{first}", "{second}"]}},
            "{first}": {{"type": "structure", "traits": {{"error": "client"}}}},
            "{second}": {{"type": "structure", "traits": {{"error": "client"}}}}
        }}"#
        )
    };
    assert_diagnostic(
        &conflicting("ARNError", "ArnError"),
        "E0502 t#ArnError: the error's type would have the same name as that of t#ARNError",
    );
    assert_diagnostic(
        &conflicting("ARNs", "Arns"),
        "E0502 t#Arns: the error's module would have the same name as that of t#ARNs",
    );
}

#[test]
fn conflicting_names_of_an_error_and_its_members_are_changed() {
    let client = client(
        r#"{"Op": {"errors": ["Unhandled"]},
        "Unhandled": {"type": "structure", "traits": {"error": "client"},
            "members": {"empty": "String", "setMeta": "String"}}}"#,
    );
    let error = structure(&client, "UnhandledValue");
    let members = error.members.iter().map(|member| &*member.name.rust);
    let members: Vec<_> = members.collect();
    assert_eq!(members, ["empty", "set_meta_value", "message"]);
    assert_eq!(error.empty_function, "empty_");
}
