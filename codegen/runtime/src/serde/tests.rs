//! Serialization and deserialization of the types of a small crate.

mod numbers;

use std::collections::HashMap;

use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::{Blob, DateTime, Document, Number};
use serde_core::{Deserialize, Serialize};

use super::{with_sensitive, without_sensitive};

#[allow(dead_code, reason = "`input` is for checks")]
mod types {
    use std::collections::HashMap;

    use aws_smithy_types::byte_stream::ByteStream;
    use aws_smithy_types::{Blob, DateTime, Document};

    use super::types;

    #[derive(Clone, Debug, Default, PartialEq)]
    pub(super) struct PlantInput {
        pub(super) r#type: Option<String>,
        pub(super) at: Option<DateTime>,
        pub(super) until: Option<Vec<Option<DateTime>>>,
        pub(super) since: Option<DateTime>,
        pub(super) data: Option<Blob>,
        pub(super) share: Option<f32>,
        pub(super) count: Option<i8>,
        pub(super) total: Option<i64>,
        pub(super) tags: Option<HashMap<String, String>>,
        pub(super) notes: Option<Document>,
        pub(super) bed: Option<Bed>,
        pub(super) choices: Option<Vec<Choice>>,
        pub(super) secret: Option<String>,
    }

    #[derive(Clone, Debug, PartialEq)]
    pub(super) struct Bed {
        pub(super) kind: Kind,
        pub(super) limit: i32,
        pub(super) inner: Option<Box<Bed>>,
    }

    #[derive(Clone, Debug, PartialEq)]
    pub(super) enum Choice {
        At(DateTime),
        Secret(Kind),
        None,
        Unknown,
    }

    #[derive(Clone, Debug, PartialEq)]
    pub(super) enum Hidden {
        None,
        Unknown,
    }

    #[derive(Clone, Debug, PartialEq)]
    pub(super) struct Kind(pub(super) String);

    impl Kind {
        fn as_str(&self) -> &str {
            &self.0
        }
    }

    impl From<&str> for Kind {
        fn from(string: &str) -> Self {
            Self(string.to_owned())
        }
    }

    #[derive(Clone, Debug, PartialEq)]
    pub(super) struct Code(pub(super) String);

    impl Code {
        fn as_str(&self) -> &str {
            &self.0
        }
    }

    impl From<&str> for Code {
        fn from(string: &str) -> Self {
            Self(string.to_owned())
        }
    }

    #[derive(Debug)]
    pub(super) struct PlantOutput {
        pub(super) beds: Vec<Bed>,
        pub(super) body: ByteStream,
        pub(super) _request_id: Option<String>,
    }

    impl crate::operation::Empty for PlantOutput {
        fn empty() -> Self {
            Self {
                beds: Vec::new(),
                body: ByteStream::default(),
                _request_id: None,
            }
        }
    }

    crate::inspected! {
        modules: [types, types],
        inputs: [
            PlantInput {
                r#type: "type",
                at: AT,
                until: ["until", Length(1, 5), Each(&[HttpDate])],
                since: "since",
                data: "data",
                share: "share",
                count: "count",
                total: "total",
                tags: "tags",
                notes: "notes",
                bed: "bed",
                choices: "choices",
                secret: ["secret", Sensitive],
            },
        ],
        outputs: [PlantOutput { beds: "beds", body: "body" }],
        responses: Types { structures: [], unions: [], enums: [] },
        requests: Types {
            structures: [Bed { kind: "kind", limit: "limit" = (10), inner: "inner" }],
            unions: [
                Choice { At: AT, Secret: ["secret", Sensitive], None: ("none") },
                Hidden { None: ("none"), ..[Sensitive] },
            ],
            enums: [Kind, Code as Sensitive],
        },
        shared: Members { AT: ["at", DateTime] },
    }
}

use types::{Bed, Choice, Code, Hidden, Kind, PlantInput, PlantOutput};

fn bed() -> Bed {
    Bed {
        kind: Kind("new".to_owned()),
        limit: 3,
        inner: None,
    }
}

fn input() -> PlantInput {
    let object = HashMap::from([
        ("a".to_owned(), Document::Number(Number::NegInt(-1))),
        ("b".to_owned(), Document::Array(vec![Document::Null])),
    ]);
    PlantInput {
        r#type: Some("a\"b".to_owned()),
        at: Some(DateTime::from_secs_and_nanos(1, 500_000_000)),
        until: Some(vec![Some(DateTime::from_secs(0)), None]),
        since: Some(DateTime::from_secs_and_nanos(1_796_061_605, 123_456_000)),
        data: Some(Blob::new("abc")),
        share: Some(0.1),
        count: Some(-8),
        total: Some(i64::MAX),
        tags: Some(HashMap::from([("key".to_owned(), "value".to_owned())])),
        notes: Some(Document::Object(object)),
        bed: Some(Bed {
            inner: Some(Box::new(bed())),
            ..bed()
        }),
        choices: Some(vec![Choice::At(DateTime::from_secs(2)), Choice::None]),
        secret: None,
    }
}

const JSON: &str = concat!(
    r#"{"type":"a\"b","at":"1970-01-01T00:00:01.5Z","until":["Thu, 01 Jan 1970 00:00:00 GMT","#,
    r#"null],"since":1796061605.123456,"data":"YWJj","share":0.1,"count":-8,"#,
    r#""total":9223372036854775807,"tags":{"key":"value"},"notes":{"a":-1,"b":[null]},"#,
    r#""bed":{"kind":"new","limit":3,"inner":{"kind":"new","limit":3}},"#,
    r#""choices":[{"at":"1970-01-01T00:00:02Z"},{"none":{}}]}"#,
);

fn json<T: Serialize>(value: &T) -> Result<String, String> {
    serde_json::to_string(value).map_err(|error| error.to_string())
}

fn read<'de, T: Deserialize<'de>>(json: &'de str) -> Result<T, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

#[test]
fn values_have_the_form_of_the_wire_and_are_read_again() {
    assert_eq!(json(&input()).as_deref(), Ok(JSON));
    assert_eq!(read(JSON), Ok(input()));
}

#[test]
fn missing_members_have_their_defaults_and_unknown_ones_are_skipped() {
    let read_bed = read::<Bed>(r#"{"kind":null,"x":{"kind":1},"limit":null}"#);
    let expected = Bed {
        kind: Kind(crate::json::NO_VALUE.to_owned()),
        limit: 10,
        inner: None,
    };
    assert_eq!(read_bed, Ok(expected));
    assert_eq!(read("{}"), Ok(PlantInput::default()));
    assert_eq!(
        read(r#"{"__type":"T","at":null,"x":1}"#),
        Ok(Choice::Unknown)
    );
}

#[test]
fn outputs_have_all_members_and_streams_in_memory() {
    let text = r#"{"beds":[{"kind":"a","limit":1}],"body":"YWJj"}"#;
    let output: PlantOutput = read(text).expect("an output");
    assert_eq!(output.body.bytes(), Some(&b"abc"[..]));
    assert_eq!(output.beds[0].limit, 1);
    assert_eq!(output._request_id, None);
    assert_eq!(json(&output).as_deref(), Ok(text));
}

#[test]
fn sensitive_values_must_be_asked_for() {
    let input = PlantInput {
        count: Some(1),
        secret: Some("hidden".to_owned()),
        choices: Some(vec![
            Choice::Secret(Kind("hidden".to_owned())),
            Choice::None,
        ]),
        ..PlantInput::default()
    };
    let shown = r#"{"count":1,"choices":[{"secret":"hidden"},{"none":{}}],"secret":"hidden"}"#;
    assert_eq!(json(&with_sensitive(&input)).as_deref(), Ok(shown));
    assert_eq!(read(shown), Ok(input.clone()));
    let omitted = r#"{"count":1,"choices":[{"none":{}}]}"#;
    assert_eq!(json(&without_sensitive(&input)).as_deref(), Ok(omitted));
    let choice = &input.choices.as_deref().unwrap_or_default()[0];
    let code = Code("hidden".to_owned());
    let secret = PlantInput {
        secret: Some("hidden".to_owned()),
        ..PlantInput::default()
    };
    for error in [
        json(&secret),
        json(&input),
        json(choice),
        json(&without_sensitive(choice)),
        json(&Hidden::None),
        json(&code),
        json(&without_sensitive(&code)),
    ] {
        let error = error.expect_err("the value is sensitive");
        assert!(error.contains("is sensitive"), "{error}");
        assert!(!error.contains("hidden"), "{error}");
    }
    let error = json(&secret).expect_err("the value is sensitive");
    assert!(error.starts_with("`secret`: "), "{error}");
    assert_eq!(json(&with_sensitive(&code)).as_deref(), Ok(r#""hidden""#));
    let codes = HashMap::from([("a".to_owned(), vec![code])]);
    assert_eq!(
        json(&with_sensitive(&codes)).as_deref(),
        Ok(r#"{"a":["hidden"]}"#)
    );
    assert_eq!(
        json(&without_sensitive(&codes)).as_deref(),
        Ok(r#"{"a":[]}"#)
    );
}

#[test]
fn values_that_cannot_be_sent_are_errors() {
    let error = json(&Choice::Unknown).expect_err("an unknown variant");
    assert_eq!(error, "an unknown variant of a union cannot be serialized");
    let unread = ByteStream::new(aws_smithy_types::body::SdkBody::taken());
    let output = PlantOutput {
        beds: Vec::new(),
        body: unread,
        _request_id: None,
    };
    let error = json(&output).expect_err("a stream");
    assert_eq!(error, "only a stream in memory can be serialized");
}

#[test]
fn values_of_the_wrong_type_are_errors_that_do_not_show_them() {
    for (text, expected) in [
        (r#"{"type":12345}"#, "expected a string"),
        (r#"{"count":"secret"}"#, "expected an integer"),
        (r#"{"count":12345}"#, "the number does not fit"),
        (r#"{"share":"secret"}"#, "expected a number"),
        (r#"{"since":"secret"}"#, "expected a timestamp"),
        (r#"{"at":12345}"#, "expected a timestamp"),
        (r#"{"at":"secret"}"#, "invalid timestamp"),
        (r#"{"data":"sec ret"}"#, "invalid base64"),
        (r#"{"until":"secret"}"#, "expected a list"),
        (r#"{"tags":["secret"]}"#, "expected an object"),
        (r#"{"tags":{"a":null}}"#, "expected a string"),
        (r#"{"bed":"secret"}"#, "expected an object"),
        (r#"{"choices":[{}]}"#, "expected a union with one value"),
        (
            r#"{"choices":[{"at":"1970-01-01T00:00:02Z","none":{}}]}"#,
            "with one value",
        ),
        (r#""secret""#, "expected an object"),
        ("null", "expected an object"),
    ] {
        let error = read::<PlantInput>(text).expect_err(text);
        assert!(error.contains(expected), "{text}: {error}");
        assert!(
            !error.contains("secret") && !error.contains("12345"),
            "{error}"
        );
    }
}
