//! Unusual bodies that are accepted.

use conformance::Response;
use conformance_broken_responses::operation::RequestId as _;
use conformance_broken_responses::operation::read::ReadOutput;
use conformance_broken_responses::types::{Fork, Glaze};

use crate::truncated::COMPLETE;
use crate::{client, outcome, read};

/// Members of the body, and a check of the output.
type Case = (&'static str, fn(&ReadOutput) -> bool);

const VALUES: &[Case] = &[
    (r#""text":"\ud83d\ude00\u0000""#, |output| {
        output.text() == Some("\u{1f600}\0")
    }),
    (r#""text":"a","text":"b""#, |output| {
        output.text() == Some("b")
    }),
    (r#""text":"a","text":null"#, |output| {
        output.text().is_none()
    }),
    (r#""texts":["a"],"texts":["b"]"#, |output| {
        output.texts() == ["b"]
    }),
    (r#""integer":5.0"#, |output| output.integer() == Some(5)),
    (r#""integer":5e2"#, |output| output.integer() == Some(500)),
    (r#""integer":-0"#, |output| output.integer() == Some(0)),
    (r#""byte":-128"#, |output| output.byte() == Some(-128)),
    (r#""long":-9223372036854775808"#, |output| {
        output.long() == Some(i64::MIN)
    }),
    (r#""float":"NaN""#, |output| {
        output.float().is_some_and(f32::is_nan)
    }),
    (r#""double":"-Infinity""#, |output| {
        output.double() == Some(f64::NEG_INFINITY)
    }),
    (r#""double":1e-400"#, |output| output.double() == Some(0.0)),
    (r#""dateTime":"2024-01-01T00:00:00.5+01:00""#, |output| {
        output
            .date_time()
            .is_some_and(|time| time.as_nanos() == 1_704_063_600_500_000_000)
    }),
    (r#""epoch":-0.5"#, |output| {
        output
            .epoch()
            .is_some_and(|time| time.as_nanos() == -500_000_000)
    }),
    (r#""blob":"""#, |output| {
        output.blob().is_some_and(|blob| blob.as_ref().is_empty())
    }),
    (r#""glaze":"new""#, |output| {
        output.glaze().map(Glaze::as_str) == Some("new")
    }),
    (r#""sparseTexts":[null]"#, |output| {
        output.sparse_texts() == [None]
    }),
    (r#""sparseCounts":{"a":null}"#, |output| {
        output.sparse_counts().is_some_and(|map| map["a"].is_none())
    }),
    (r#""label":{}"#, |output| {
        output.label().is_some_and(|label| {
            label.text().is_empty()
                && label.count() == 0
                && label.words().is_empty()
                && label.glaze().as_str() == "no value was set"
        })
    }),
    (r#""label":{"text":null}"#, |output| {
        output.label().is_some_and(|label| label.text().is_empty())
    }),
    (r#""fork":{"new":[1]}"#, |output| {
        output.fork().is_some_and(Fork::is_unknown)
    }),
    (r#""fork":{"leaf":null,"size":2}"#, |output| {
        output.fork() == Some(&Fork::Size(2))
    }),
    (r#""fork":{"__type":"x#Fork","size":2}"#, |output| {
        output.fork() == Some(&Fork::Size(2))
    }),
    (
        r#""five":null,"dry":null,"matt":null,"on":null,"zero":null"#,
        is_default,
    ),
    (
        r#""five":7,"five":null,"on":false,"on":null,"zero":7,"zero":null"#,
        is_default,
    ),
    ("", is_default),
    (r#""anything":null"#, |output| output.anything().is_none()),
    (
        r#""anything":{"$serde_json::private::Number":"7"}"#,
        |output| {
            let object = output.anything().and_then(|value| value.as_object());
            object.is_some_and(|object| object.contains_key("$serde_json::private::Number"))
        },
    ),
    (r#""other":123456789012345678901234567890"#, |output| {
        output.integer().is_none()
    }),
    (r#""__type":"Read","TEXT":"a""#, |output| {
        output.text().is_none()
    }),
];

#[tokio::test]
async fn unusual_bodies_are_accepted() {
    let empty = read("{}").await.expect("nothing is required");
    assert_eq!(empty.request_id(), Some("the-id"));
    assert_eq!(
        read("").await,
        Ok(empty.clone()),
        "an empty body is parsed as `{{}}`"
    );
    let spaced = read(" {\t\"text\"\r\n: \"a\" } ")
        .await
        .expect("white space");
    assert_eq!(spaced.text(), Some("a"));
    for (members, check) in VALUES {
        let output = read(format!("{{{members}}}")).await.expect(members);
        assert!(check(&output), "{members}: {output:?}");
    }
    let content_types = ["text/html", "application/xml", "", "nonsense"];
    for content_type in content_types {
        let response = Response::new(200, r#"{"text":"a"}"#).header("content-type", content_type);
        let output = outcome(&response, client(&response).read().send().await)
            .expect("the content type is ignored");
        assert_eq!(output.text(), Some("a"));
    }
}

/// All members of the output.
const MEMBERS: [&str; 26] = [
    "text",
    "boolean",
    "byte",
    "short",
    "integer",
    "long",
    "float",
    "double",
    "epoch",
    "dateTime",
    "httpDate",
    "blob",
    "glaze",
    "texts",
    "counts",
    "sparseTexts",
    "sparseCounts",
    "label",
    "tree",
    "fork",
    "anything",
    "five",
    "dry",
    "matt",
    "on",
    "zero",
];

#[tokio::test]
async fn null_equals_an_absent_member() {
    let empty = read("{}").await;
    let null = |name| format!(r#""{name}":null"#);
    for name in MEMBERS {
        assert_eq!(read(format!("{{{}}}", null(name))).await, empty, "{name}");
    }
    let all = MEMBERS.map(null).join(",");
    assert_eq!(read(format!("{{{all}}}")).await, empty);
    // Null replaces an earlier value.
    let values = &COMPLETE[..COMPLETE.len() - 1];
    assert_eq!(read(format!("{values},{all}}}")).await, empty);
}

/// Returns `true` if every member with a default has that default.
fn is_default(output: &ReadOutput) -> bool {
    (
        output.five(),
        output.dry(),
        output.matt(),
        output.on(),
        output.zero(),
    ) == (5, "dry", &Glaze::Matt, true, 0)
}
