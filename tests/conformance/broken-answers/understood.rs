//! What is odd, and understood all the same.

use conformance::Answer;
use conformance_broken_answers::operation::RequestId as _;
use conformance_broken_answers::operation::read::ReadOutput;
use conformance_broken_answers::types::{Fork, Glaze};

use crate::ends::GOOD;
use crate::{client, outcome, read};

/// Members, and what the output then is.
type Case = (&'static str, fn(&ReadOutput) -> bool);

const VALUES: &[Case] = &[
    (r#""text":"\ud83d\ude00\u0000""#, |it| {
        it.text() == Some("\u{1f600}\0")
    }),
    (r#""text":"a","text":"b""#, |it| it.text() == Some("b")),
    (r#""text":"a","text":null"#, |it| it.text().is_none()),
    (r#""texts":["a"],"texts":["b"]"#, |it| it.texts() == ["b"]),
    (r#""integer":5.0"#, |it| it.integer() == Some(5)),
    (r#""integer":5e2"#, |it| it.integer() == Some(500)),
    (r#""integer":-0"#, |it| it.integer() == Some(0)),
    (r#""byte":-128"#, |it| it.byte() == Some(-128)),
    (r#""long":-9223372036854775808"#, |it| {
        it.long() == Some(i64::MIN)
    }),
    (r#""float":"NaN""#, |it| it.float().is_some_and(f32::is_nan)),
    (r#""double":"-Infinity""#, |it| {
        it.double() == Some(f64::NEG_INFINITY)
    }),
    (r#""double":1e-400"#, |it| it.double() == Some(0.0)),
    (r#""dateTime":"2024-01-01T00:00:00.5+01:00""#, |it| {
        it.date_time()
            .is_some_and(|time| time.as_nanos() == 1_704_063_600_500_000_000)
    }),
    (r#""epoch":-0.5"#, |it| {
        it.epoch()
            .is_some_and(|time| time.as_nanos() == -500_000_000)
    }),
    (r#""blob":"""#, |it| {
        it.blob().is_some_and(|blob| blob.as_ref().is_empty())
    }),
    (r#""glaze":"new""#, |it| {
        it.glaze().map(Glaze::as_str) == Some("new")
    }),
    (r#""sparseTexts":[null]"#, |it| it.sparse_texts() == [None]),
    (r#""sparseCounts":{"a":null}"#, |it| {
        it.sparse_counts().is_some_and(|map| map["a"].is_none())
    }),
    (r#""label":{}"#, |it| {
        it.label().is_some_and(|label| {
            label.text().is_empty()
                && label.count() == 0
                && label.words().is_empty()
                && label.glaze().as_str() == "no value was set"
        })
    }),
    (r#""label":{"text":null}"#, |it| {
        it.label().is_some_and(|label| label.text().is_empty())
    }),
    (r#""fork":{"new":[1]}"#, |it| {
        it.fork().is_some_and(Fork::is_unknown)
    }),
    (r#""fork":{"leaf":null,"size":2}"#, |it| {
        it.fork() == Some(&Fork::Size(2))
    }),
    (r#""fork":{"__type":"x#Fork","size":2}"#, |it| {
        it.fork() == Some(&Fork::Size(2))
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
    (r#""anything":null"#, |it| it.anything().is_none()),
    (r#""other":123456789012345678901234567890"#, |it| {
        it.integer().is_none()
    }),
    (r#""__type":"Read","TEXT":"a""#, |it| it.text().is_none()),
];

#[tokio::test]
async fn what_is_odd_but_understood_has_one_value() {
    let nothing = read("{}").await.expect("nothing is required");
    assert_eq!(nothing.request_id(), Some("the-id"));
    assert_eq!(
        read("").await,
        Ok(nothing.clone()),
        "no body counts as an empty one"
    );
    let plain = read(" {\t\"text\"\r\n: \"a\" } ")
        .await
        .expect("white space");
    assert_eq!(plain.text(), Some("a"));
    for (members, is) in VALUES {
        let output = read(format!("{{{members}}}")).await.expect(members);
        assert!(is(&output), "{members}: {output:?}");
    }
    let kinds = ["text/html", "application/xml", "", "nonsense"];
    for kind in kinds {
        let answer = Answer::new(200, r#"{"text":"a"}"#).header("content-type", kind);
        let output = outcome(&answer, client(&answer).read().send().await)
            .expect("the type is not looked at");
        assert_eq!(output.text(), Some("a"));
    }
}

/// All members of the output.
const MEMBERS: [&str; 26] = [
    "text",
    "truth",
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
async fn null_is_as_good_as_nothing_wherever_it_stands() {
    let nothing = read("{}").await;
    let null = |name| format!(r#""{name}":null"#);
    for name in MEMBERS {
        assert_eq!(read(format!("{{{}}}", null(name))).await, nothing, "{name}");
    }
    let all = MEMBERS.map(null).join(",");
    assert_eq!(read(format!("{{{all}}}")).await, nothing);
    // Of a value that came before it nothing is left.
    let good = &GOOD[..GOOD.len() - 1];
    assert_eq!(read(format!("{good},{all}}}")).await, nothing);
}

/// Whether what has a default has it.
fn is_default(it: &ReadOutput) -> bool {
    (it.five(), it.dry(), it.matt(), it.on(), it.zero()) == (5, "dry", &Glaze::Matt, true, 0)
}
