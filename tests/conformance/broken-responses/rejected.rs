//! Bodies that are rejected.

use crate::read;

/// Invalid members, with a part of the error message.
const REJECTED: &[(&str, &str)] = &[
    (r#""text":5"#, "expected a string"),
    (r#""text":{}"#, "expected a string"),
    (r#""text":"\ud800""#, "hex escape"),
    (r#""text":"\x""#, "invalid escape"),
    ("\"text\":\"\n\"", "control character"),
    (r#""boolean":"true""#, "expected a boolean"),
    (r#""boolean":1"#, "expected a boolean"),
    (r#""boolean":truer"#, "expected a comma"),
    (r#""byte":128"#, "does not fit"),
    (r#""short":-32769"#, "does not fit"),
    (r#""integer":2147483648"#, "does not fit"),
    (r#""integer":5.5"#, "does not fit"),
    (r#""integer":"5""#, "expected an integer"),
    (r#""integer":true"#, "expected an integer"),
    (r#""integer":05"#, "invalid number"),
    (r#""integer":1e400"#, "out of range"),
    (r#""long":9223372036854775808"#, "does not fit"),
    (r#""float":"nan""#, "expected a number"),
    (r#""float":NaN"#, "expected a number"),
    (r#""double":1e400"#, "out of range"),
    (r#""double":"""#, "expected a number"),
    (r#""epoch":"1""#, "expected a timestamp"),
    (r#""epoch":"2024-01-01T00:00:00Z""#, "expected a timestamp"),
    (r#""dateTime":"2024-02-30T00:00:00Z""#, "invalid timestamp"),
    (r#""dateTime":"2024-01-01""#, "invalid timestamp"),
    (r#""dateTime":1"#, "expected a timestamp"),
    (
        r#""httpDate":"Mon, 32 Jan 2024 00:00:00 GMT""#,
        "invalid timestamp",
    ),
    (r#""httpDate":"2024-01-01T00:00:00Z""#, "invalid timestamp"),
    (r#""blob":"YQ""#, "invalid base64"),
    (r#""blob":"Y Q==""#, "invalid base64"),
    (r#""blob":[97]"#, "expected a base64 string"),
    (r#""glaze":1"#, "expected a string"),
    (r#""texts":{}"#, "expected a list"),
    (r#""texts":[null]"#, "expected a string"),
    (r#""texts":["a",]"#, "expected a string"),
    (r#""counts":[]"#, "expected an object"),
    (r#""counts":{"a":null}"#, "expected an integer"),
    (r#""sparseTexts":[1]"#, "expected a string"),
    (r#""label":"a""#, "expected an object"),
    (r#""fork":{}"#, "a union without a value"),
    (r#""fork":{"leaf":null}"#, "a union without a value"),
    (r#""fork":{"leaf":"a","size":1}"#, "a union with two values"),
    (r#""fork":{"new":1,"newer":2}"#, "a union with two values"),
    (
        r#""integer":{"$serde_json::private::Number":"7"}"#,
        "expected an integer",
    ),
    (
        r#""double":{"$serde_json::private::Number":"7"}"#,
        "expected a number",
    ),
    (
        r#""epoch":{"$serde_json::private::RawValue":"7"}"#,
        "expected a timestamp",
    ),
    (r#""anything":1e400"#, "out of range"),
    (r#""other":tru"#, "expected ident"),
    (r#""other":"\x""#, "invalid escape"),
    (r#"text:"a""#, "expected a name"),
    (r#""text" "a""#, "expected a colon"),
    (r#""text":"a" "boolean":true"#, "expected a comma"),
    (r#""text":"a","#, "expected a name"),
];

#[tokio::test]
async fn an_invalid_body_is_an_error_with_its_reason() {
    let mut failures = Vec::new();
    for (members, reason) in REJECTED {
        match read(format!("{{{members}}}")).await {
            Err(message) if message.contains(reason) => {}
            result => failures.push((members, reason, result)),
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
    let not_utf8: [&[u8]; 4] = [
        b"{\"text\":\"\xff\"}",
        b"{\"other\":\"\xff\"}",
        b"{\"\xff\":1}",
        b"\xff",
    ];
    for body in not_utf8 {
        let message = read(body).await.expect_err("not UTF-8");
        assert!(message.contains("it is not UTF-8"), "{message}");
    }
    for body in ["\u{feff}{}", "null", " ", "[]", "5", "<html></html>", "\0"] {
        let message = read(body).await.expect_err(body);
        assert!(
            message.contains("expected an object"),
            "{body:?}: {message}"
        );
    }
}
