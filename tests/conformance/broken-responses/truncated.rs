//! Truncated responses, and responses with trailing data.

use conformance_broken_responses::types::Fork;

use crate::read;

/// A valid body with every member that has no default.
pub(crate) const COMPLETE: &str = r#"{"text":"a","boolean":true,"byte":-1,"short":2,"integer":3,"long":4,"float":0.5,
 "double":1e-3,"epoch":1.5,"dateTime":"2024-01-01T00:00:00Z","httpDate":"Mon, 01 Jan 2024 00:00:00 GMT",
 "blob":"YQ==","glaze":"matt","texts":["a","\u0062"],"counts":{"a":1},"sparseTexts":["a",null],
 "sparseCounts":{"a":null},"label":{"text":"a","count":1,"glaze":"gloss","words":[]},
 "tree":{"twig":{},"branches":[{}],"named":{"a":{}},"fork":{"leaf":"a"}},"fork":{"again":{"size":1}},
 "anything":{"a":[1,"b",null,true]},"other":{"a":[1,"b\n",null,false]}}"#;

#[tokio::test]
async fn a_truncated_body_is_an_error_at_every_length() {
    let complete = read(COMPLETE).await.expect("a valid body");
    assert_eq!(complete.texts(), ["a", "b"]);
    assert_eq!(complete.fork(), Some(&Fork::Again(Box::new(Fork::Size(1)))));
    for end in 1..COMPLETE.len() {
        let message = read(&COMPLETE[..end]).await.expect_err(&COMPLETE[..end]);
        assert!(message.contains("line "), "{message}");
    }
}

#[tokio::test]
async fn only_white_space_may_follow_a_body() {
    read(format!("{COMPLETE} "))
        .await
        .expect("trailing white space");
    for trailing in ["{}", "x", ",", "}", "\0", "null"] {
        read(format!("{COMPLETE}{trailing}"))
            .await
            .expect_err(trailing);
    }
}
