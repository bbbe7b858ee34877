//! Very large and deeply nested responses.

use crate::read;

/// Returns `value` nested `depth` times.
fn nested(depth: usize, open: &str, value: &str, close: &str) -> String {
    format!("{}{value}{}", open.repeat(depth), close.repeat(depth))
}

#[tokio::test]
async fn the_error_for_deep_nesting_states_the_reason() {
    // The member, the repeated opening, the innermost value, the repeated closing, and the levels
    // of each repetition.
    let values = [
        (r#""tree":"#, r#"{"twig":"#, "{}", "}", 1),
        (r#""tree":"#, r#"{"branches":["#, "{}", "]}", 2),
        (r#""tree":"#, r#"{"named":{"a":"#, "{}", "}}", 2),
        (r#""tree":"#, r#"{"fork":{"tree":"#, "{}", "}}", 2),
        (r#""fork":"#, r#"{"again":"#, r#"{"size":1}"#, "}", 1),
        (r#""anything":"#, "[", "1", "]", 1),
        (r#""anything":"#, r#"{"a":"#, "1", "}", 1),
    ];
    for (member, open, value, close, levels) in values {
        let body = |depth| format!("{{{member}{}}}", nested(depth, open, value, close));
        read(body(120 / levels)).await.expect(open);
        for depth in [130, 10_000] {
            let message = read(body(depth)).await.expect_err(open);
            let reasons = ["nests too deeply", "recursion limit"];
            assert!(
                reasons.iter().any(|reason| message.contains(reason)),
                "{open}: {message}"
            );
        }
    }
    // Unknown members may nest deeper.
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        let body = |depth| format!(r#"{{"other":{}}}"#, nested(depth, open, "1", close));
        read(body(512)).await.expect(open);
        for depth in [513, 10_000] {
            let message = read(body(depth)).await.expect_err(open);
            assert!(message.contains("nests too deeply"), "{open}: {message}");
        }
        read("{\"other\":".to_owned() + &open.repeat(10_000))
            .await
            .expect_err(open);
    }
}

#[tokio::test]
async fn enormous_values_are_parsed() {
    let string = "a".repeat(32 << 20);
    let output = read(format!(r#"{{"other":"{string}","text":"{string}"}}"#))
        .await
        .expect("a string");
    assert_eq!(output.text().map(str::len), Some(string.len()));
    let elements = r#""a","#.repeat(1 << 20);
    let output = read(format!(r#"{{"texts":[{elements}"a"]}}"#))
        .await
        .expect("a list");
    assert_eq!(output.texts().len(), (1 << 20) + 1);
    let name = "a".repeat(1 << 20);
    read(format!(r#"{{"{name}":1}}"#)).await.expect("a name");
}

#[tokio::test]
async fn an_enormous_integer_is_an_error() {
    let digits = "1".repeat(1 << 20);
    read(format!(r#"{{"integer":{digits}}}"#))
        .await
        .expect_err("digits");
}
