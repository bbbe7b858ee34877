use crate::testing::{assert_lines, file};

#[test]
fn rare_bindings_call_the_runtime() {
    let shapes = r#"{
        "Op": {"traits": {"http": {"uri": "/op?fixed"}, "endpoint": {"hostPrefix": "a.{host}."}}},
        "Texts": {"type": "list", "member": "String"},
        "Times": {"type": "list", "member": "Timestamp"},
        "Map": {"type": "map", "key": "String", "value": "String"},
        "Json": {"type": "string", "traits": {"mediaType": "application/json"}},
        "In": {"members": {
            "host": {"target": "String", "traits": {"required": {}, "hostLabel": {}}},
            "times": {"target": "Times", "traits": {"httpQuery": "t"}},
            "more": {"target": "Map", "traits": {"httpQueryParams": {}}},
            "texts": {"target": "Texts", "traits": {"httpHeader": "x-texts"}},
            "json": {"target": "Json", "traits": {"httpHeader": "x-json"}},
            "rest": {"target": "Map", "traits": {"httpPrefixHeaders": "x-"}}}},
        "Out": {"members": {
            "time": {"target": "Timestamp", "traits": {"httpHeader": "x-time"}},
            "texts": {"target": "Texts", "traits": {"httpHeader": "x-texts"}},
            "code": {"target": "Integer", "traits": {"httpResponseCode": {}}},
            "blob": {"target": "Blob", "traits": {"httpPayload": {}}}}}
    }"#;
    let text = file("src/operation/op.rs", shapes);
    assert_lines(
        &text,
        &[
            r#"request.host("a.");"#,
            r#"request.host_label("host", input.host.as_deref())?;"#,
            r#"request.query_literal("fixed");"#,
            r#"request.prefix_headers("x-", "rest", &input.rest)?;"#,
            r#"request.encoded_header("x-json", "json", input.json.as_deref())?;"#,
            r#"request.header_list("x-texts", "texts", &input.texts)?;"#,
            r#"request.query_params(&input.more, &["fixed", "t"]);"#,
            "output.blob = response.blob_payload();",
            r#"output.texts = response.list_header("x-texts", "texts")?;"#,
            "output.code = Some(i32::from(response.status()));",
        ],
    );
    let manifest = file("Cargo.toml", shapes);
    assert!(
        manifest.contains(r#"features = ["bindings"]"#),
        "{manifest}"
    );
}

#[test]
fn enums_are_bound_as_strings() {
    let shapes = r#"{
        "Op": {"traits": {"endpoint": {"hostPrefix": "{kind}."}}},
        "Kind": {"type": "enum", "members": {"A": "Unit"}},
        "Json": {"type": "enum", "members": {"A": "Unit"}, "traits": {"mediaType": "application/json"}},
        "In": {"members": {
            "kind": {"target": "Kind", "traits": {"required": {}, "hostLabel": {}}},
            "json": {"target": "Json", "traits": {"httpHeader": "x-json"}}}},
        "Out": {"members": {"json": {"target": "Json", "traits": {"httpHeader": "x-json"}}}}
    }"#;
    let text = file("src/operation/op.rs", shapes);
    for statement in [
        r#"request.host_label("kind", input.kind.as_ref().map(|value| value.as_str()))?;"#,
        r#"request.encoded_header("x-json", "json", input.json.as_ref().map(|value| value.as_str()))?;"#,
        r#"output.json = response.encoded_header("x-json", "json")?.map(|string| types::Json::from(&*string));"#,
    ] {
        assert!(
            joined(&text).contains(&joined(statement)),
            "no {statement} in\n{text}"
        );
    }
}

/// Returns the text without white space and trailing commas, which the printer decides.
fn joined(text: &str) -> String {
    text.replace(char::is_whitespace, "").replace(",)", ")")
}

#[test]
fn structures_with_streams_are_not_cloned() {
    let shapes = r#"{
        "Stream": {"type": "blob", "traits": {"streaming": {}}},
        "In": {"members": {"body": {"target": "Stream", "traits": {"httpPayload": {}}}}},
        "Out": {"members": {"body": {"target": "Stream", "traits": {"httpPayload": {}}}}}
    }"#;
    let text = file("src/operation/op.rs", shapes);
    assert_lines(
        &text,
        &[
            "const HTTP_OPTIONS: operation::HttpOptions = operation::HttpOptions {",
            "streams_input: true,",
            "streams_output: true,",
            r#"request.stream_payload("application/octet-stream");"#,
            "output.body = response.stream_payload();",
            "input.body",
            "#[derive(Debug)]",
            "pub struct OpInput {",
            "pub body: aws_smithy_types::byte_stream::ByteStream,",
        ],
    );
    let builders = file("src/operation/op/builders.rs", shapes);
    assert_lines(
        &builders,
        &[
            "#[derive(Debug, Default)]",
            "pub struct OpInputBuilder {",
            "self.body = input;",
            "body: self.body.unwrap_or_default(),",
            "pub struct OpFluentBuilder {",
            "impl (OpFluentBuilder,) {",
            "self.value.body = input;",
        ],
    );
    assert!(!builders.contains("Clone"), "{builders}");
}

#[test]
fn http_options_are_one_constant() {
    let shapes = r#"{
        "Service": {"traits": {"httpBearerAuth": {}}},
        "Op": {"traits": {"httpChecksumRequired": {}, "aws.auth#unsignedPayload": {},
            "requestCompression": {"encodings": ["gzip"]}, "optionalAuth": {}}},
        "In": {"members": {"token": {"target": "String", "traits": {"idempotencyToken": {}}}}}
    }"#;
    assert_lines(
        &file("src/operation/op.rs", shapes),
        &[
            "checksum: true,",
            "compression: true,",
            "idempotency_token: true,",
            "unsigned_payload: true,",
            "..operation::HttpOptions::NONE",
            "fn idempotency_token(input: &mut Self::Input) -> Option<&mut Option<String>> {",
            "Some(&mut input.token)",
        ],
    );
    let auth = file("src/config/auth.rs", shapes);
    for scheme in [
        "NO_AUTH_SCHEME_ID",
        "HTTP_BEARER_AUTH_SCHEME_ID",
        r#""Op" => {"#,
    ] {
        assert!(auth.contains(scheme), "{auth}");
    }
    let config = file("src/config.rs", shapes);
    for setter in [
        "token_provider",
        "bearer_token",
        "idempotency_token_provider",
        "disable_request_compression",
        "request_min_compression_size_bytes",
    ] {
        assert!(config.contains(&format!("pub fn {setter}(")), "{setter}");
    }
    let manifest = file("Cargo.toml", shapes);
    let features = r#"["bearer-auth", "checksum", "compression", "idempotency-tokens"]"#;
    assert!(manifest.contains(features), "{manifest}");
}
