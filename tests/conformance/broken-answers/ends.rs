//! Answers that end early, or late.

use conformance_broken_answers::types::Fork;

use crate::read;

/// Each member without a default once.
pub(crate) const GOOD: &str = r#"{"text":"a","truth":true,"byte":-1,"short":2,"integer":3,"long":4,"float":0.5,
 "double":1e-3,"epoch":1.5,"dateTime":"2024-01-01T00:00:00Z","httpDate":"Mon, 01 Jan 2024 00:00:00 GMT",
 "blob":"YQ==","glaze":"matt","texts":["a","\u0062"],"counts":{"a":1},"sparseTexts":["a",null],
 "sparseCounts":{"a":null},"label":{"text":"a","count":1,"glaze":"gloss","words":[]},
 "tree":{"twig":{},"branches":[{}],"named":{"a":{}},"fork":{"leaf":"a"}},"fork":{"again":{"size":1}},
 "anything":{"a":[1,"b",null,true]},"other":{"a":[1,"b\n",null,false]}}"#;

#[tokio::test]
async fn an_answer_that_ends_early_is_an_error_wherever_it_ends() {
    let whole = read(GOOD).await.expect("all of it");
    assert_eq!(whole.texts(), ["a", "b"]);
    assert_eq!(whole.fork(), Some(&Fork::Again(Box::new(Fork::Size(1)))));
    for end in 1..GOOD.len() {
        let text = read(&GOOD[..end]).await.expect_err(&GOOD[..end]);
        assert!(text.contains("line "), "{text}");
    }
    read(format!("{GOOD} "))
        .await
        .expect("white space at the end");
    for more in ["{}", "x", ",", "}", "\0", "null"] {
        read(format!("{GOOD}{more}")).await.expect_err(more);
    }
}
