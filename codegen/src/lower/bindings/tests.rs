use crate::ir::{Location, Payload, PayloadKind, TimestampFormat};
use crate::testing::{assert_diagnostic, client, client_with_warning, member};

#[test]
fn members_have_the_location_that_traits_bind_them_to() {
    let bound = r#"{
        "query": {"target": "String", "traits": {"httpQuery": "q"}},
        "header": {"target": "String", "traits": {"httpHeader": "X-h"}},
        "body": "String"
    }"#;
    let client = client(&format!(
        r#"{{
        "In": {{"members": {bound}}}, "Out": {{"members": {bound}}},
        "Op": {{"errors": ["Bad"]}},
        "Bad": {{"type": "structure", "members": {bound}, "traits": {{"error": "client"}}}}
    }}"#
    ));
    let query = || Location::Query("q".to_owned());
    let header = || Location::Header("X-h".to_owned());
    for (holder, expected) in [
        ("OpInput", [query(), header(), Location::Body]),
        ("OpOutput", [Location::Body, header(), Location::Body]),
        ("Bad", [Location::Body, header(), Location::Body]),
    ] {
        for (name, location) in ["query", "header", "body"].iter().zip(expected) {
            assert_eq!(
                member(&client, holder, name).location,
                location,
                "{holder}.{name}"
            );
        }
    }
}

#[test]
fn bindings_of_nested_structures_have_no_effect() {
    let client = client(
        r#"{
        "Part": {"type": "structure", "members": {
            "h": {"target": "String", "traits": {"httpHeader": "h"}}}},
        "In": {"members": {"part": "Part"}}
    }"#,
    );
    assert_eq!(member(&client, "Part", "h").location, Location::Body);
}

#[test]
fn binding_an_unsupported_type_is_an_error() {
    let shapes = |holder: &str, target: &str, binding: &str| {
        format!(
            r#"{{
            "Part": {{"type": "structure"}},
            "Texts": {{"type": "list", "member": "String"}},
            "Times": {{"type": "list", "member": "Timestamp"}},
            "Holes": {{"type": "list", "member": "String", "traits": {{"sparse": {{}}}}}},
            "Map": {{"type": "map", "key": "String", "value": "String"}},
            "Lists": {{"type": "map", "key": "String", "value": "Texts"}},
            "Kind": {{"type": "enum", "members": {{"A": "Unit"}}}},
            "Kinds": {{"type": "list", "member": "Kind"}},
            "ByKind": {{"type": "map", "key": "Kind", "value": "Kind"}},
            "KindLists": {{"type": "map", "key": "Kind", "value": "Kinds"}},
            "Numbers": {{"type": "map", "key": "String", "value": "Long"}},
            "Json": {{"type": "enum", "members": {{"A": "Unit"}},
                "traits": {{"mediaType": "application/json"}}}},
            "{holder}": {{"members": {{"m": {{"target": "{target}", "traits": {{{binding}}}}}}}}}
        }}"#
        )
    };
    let (query, header) = (r#""httpQuery": "q""#, r#""httpHeader": "h""#);
    let (params, prefix) = (r#""httpQueryParams": {}"#, r#""httpPrefixHeaders": "x-""#);
    let (payload, code) = (r#""httpPayload": {}"#, r#""httpResponseCode": {}"#);
    for (holder, target, binding) in [
        ("In", "Boolean", query),
        ("In", "Kind", query),
        ("In", "Texts", query),
        ("In", "Timestamp", query),
        ("In", "Timestamp", header),
        ("In", "Long", header),
        ("In", "Texts", header),
        ("In", "Times", query),
        ("In", "Map", params),
        ("In", "Lists", params),
        ("In", "Map", prefix),
        ("In", "Kinds", header),
        ("In", "ByKind", params),
        ("In", "KindLists", params),
        ("In", "ByKind", prefix),
        ("In", "Json", header),
        ("In", "Part", payload),
        ("In", "Blob", payload),
        ("In", "Kind", payload),
        ("Out", "Integer", header),
        ("Out", "Timestamp", header),
        ("Out", "Times", header),
        ("Out", "Integer", code),
        ("Out", "ByKind", prefix),
        ("Out", "Json", header),
        ("Out", "Texts", payload),
    ] {
        client(&shapes(holder, target, binding));
    }
    for (holder, target, binding) in [
        ("In", "Part", query),
        ("In", "Blob", query),
        ("In", "Blob", header),
        ("In", "Holes", query),
        ("In", "Holes", header),
        ("In", "Texts", params),
        ("In", "Lists", prefix),
        ("In", "KindLists", prefix),
        ("In", "Numbers", params),
        ("In", "Long", payload),
        ("Out", "Long", code),
        ("Out", "Part", header),
    ] {
        let diagnostic =
            format!("E0406 t#{holder}$m: the trait does not support the member's type");
        assert_diagnostic(&shapes(holder, target, binding), &diagnostic);
    }
    let binding = r#""httpHeader": "no name""#;
    assert_diagnostic(
        &shapes("In", "String", binding),
        "E0407 t#In$m: `no name` is not a valid header name",
    );
}

#[test]
fn header_of_the_http_client_is_a_warning_in_requests() {
    let shapes = |holder: &str, name: &str| {
        format!(
            r#"{{"{holder}": {{"members": {{
                "a": {{"target": "String", "traits": {{"httpHeader": "{name}"}}}}}}}}}}"#
        )
    };
    for name in [
        "Host",
        "content-length",
        "Transfer-Encoding",
        "Authorization",
    ] {
        let start = format!("E0407 t#In$a: the header `{name}` is reserved for the HTTP client");
        let client_with_member = client_with_warning(&shapes("In", name), &start);
        let location = &member(&client_with_member, "OpInput", "a").location;
        assert_eq!(*location, Location::Header(name.to_owned()));
        client(&shapes("Out", name));
    }
    client(&shapes("In", "Content-Type"));
}

#[test]
fn payload_is_the_only_member_in_the_body() {
    assert_diagnostic(
        r#"{"In": {"members": {"a": {"target": "Blob", "traits": {"httpPayload": {}}}, "b": "Blob"}}}"#,
        "E0406 t#In$b: the member would be in the body, but `a` with `httpPayload` is",
    );
    let shapes = |target: &str, members: &str| {
        format!(
            r#"{{"Stream": {{"type": "blob", "traits": {{"streaming": {{}}}}}},
            "Csv": {{"type": "string", "traits": {{"mediaType": "text/csv"}}}},
            "Part": {{"type": "structure"}},
            "In": {{"members": {{"a": {{"target": "{target}", "traits": {{{members}}}}}}}}}}}"#
        )
    };
    for (target, kind, content_type) in [
        ("Stream", PayloadKind::Stream, "application/octet-stream"),
        ("Blob", PayloadKind::Bytes, "application/octet-stream"),
        ("String", PayloadKind::String, "text/plain"),
        ("Csv", PayloadKind::String, "text/csv"),
        ("Document", PayloadKind::Json, "application/json"),
        ("Part", PayloadKind::Object, "application/json"),
    ] {
        let client = client(&shapes(target, r#""httpPayload": {}"#));
        let payload = client.operations[0].input.payload.as_ref();
        let expected = Payload {
            member: 0,
            kind,
            content_type: content_type.to_owned(),
        };
        assert_eq!(payload, Some(&expected), "{target}");
    }
    assert_diagnostic(
        &shapes("Stream", ""),
        "E0406 t#In$a: a stream can only be the entire body",
    );
}

#[test]
fn media_type_of_the_body_must_be_a_content_type() {
    let shapes = |trait_id: &str, media_type: &str| {
        format!(
            r#"{{"Csv": {{"type": "string", "traits": {{"mediaType": "{media_type}"}}}},
            "In": {{"members": {{"a": {{"target": "Csv", "traits": {{{trait_id}}}}}}}}}}}"#
        )
    };
    for media_type in ["csv", r"text/csv\r\nx: y", "text/é"] {
        assert_diagnostic(
            &shapes(r#""httpPayload": {}"#, media_type),
            "E0424 t#Csv: \"",
        );
        client(&shapes("", media_type));
    }
}

#[test]
fn string_with_a_media_type_is_encoded_in_a_header() {
    let client = client(
        r#"{"Json": {"type": "string", "traits": {"mediaType": "application/json"}},
        "In": {"members": {"a": {"target": "Json", "traits": {"httpHeader": "x-json"}}}}}"#,
    );
    let location = &member(&client, "OpInput", "a").location;
    assert_eq!(*location, Location::EncodedHeader("x-json".to_owned()));
}

#[test]
fn members_with_fixed_names_win_over_entries_of_maps() {
    let client = client(
        r#"{"Map": {"type": "map", "key": "String", "value": "String"},
        "In": {"members": {
            "a": {"target": "Map", "traits": {"httpQueryParams": {}}},
            "b": {"target": "String", "traits": {"httpQuery": "q"}},
            "c": {"target": "Map", "traits": {"httpPrefixHeaders": ""}},
            "d": {"target": "String", "traits": {"httpHeader": "h"}}}},
        "Op": {"traits": {"http": {"uri": "/op?fixed&x=y"}}}}"#,
    );
    let operation = &client.operations[0];
    assert_eq!(operation.bindings, [2, 1, 3, 0]);
    assert_eq!(operation.fixed_query_names(), ["fixed", "x", "q"]);
}

#[test]
fn timestamps_in_a_list_have_the_format_of_their_location() {
    let client = client(
        r#"{"Times": {"type": "list", "member": "Timestamp"},
        "In": {"members": {
            "q": {"target": "Times", "traits": {"httpQuery": "q"}},
            "h": {"target": "Times", "traits": {"httpHeader": "h"}},
            "b": "Times"}}}"#,
    );
    for (name, format) in [
        ("q", TimestampFormat::DateTime),
        ("h", TimestampFormat::HttpDate),
        ("b", TimestampFormat::EpochSeconds),
    ] {
        let ty = &member(&client, "OpInput", name).ty;
        assert_eq!(ty.timestamp_format(), Some(format), "{name}");
    }
}
