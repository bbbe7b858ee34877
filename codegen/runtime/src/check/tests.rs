use std::collections::HashMap;
use std::error::Error as _;

use aws_smithy_types::Blob;

use super::{Check as _, Rule, input};
use crate::client::Input;

mod types {
    use std::collections::HashMap;

    use aws_smithy_types::Blob;

    use super::types;

    #[derive(Clone, Debug, Default)]
    pub(super) struct PlantInput {
        pub(super) name: Option<String>,
        pub(super) secret: Option<String>,
        pub(super) count: Option<i32>,
        pub(super) share: Option<f32>,
        pub(super) data: Option<Blob>,
        pub(super) beds: Option<Vec<Bed>>,
        pub(super) names: Option<Vec<Option<String>>>,
        pub(super) tags: Option<HashMap<String, String>>,
        pub(super) hidden: Option<HashMap<String, i32>>,
        pub(super) kind: Option<Kind>,
        pub(super) choice: Option<Box<Choice>>,
    }

    #[derive(Clone, Debug, Default, PartialEq)]
    pub(super) struct Bed {
        pub(super) id: Option<String>,
        pub(super) inner: Option<Box<Bed>>,
    }

    #[derive(Clone, Debug, PartialEq)]
    pub(super) enum Choice {
        Bed(Bed),
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

    crate::inspected! {
        modules: [types, types],
        inputs: [
            PlantInput {
                name: ["name", Required, Length(2, 4), Pattern("^[a-z]*$"), Bytes(6)],
                secret: ["secret", Sensitive, Length(1, 2)],
                count: ["count", Range(1, i64::MAX)],
                share: ["share", FloatRange(0.5, 1.0)],
                data: ["data", Length(2, 2)],
                beds: ["beds", Length(0, 3), Unique],
                names: ["names", Each(&[Length(1, 2)])],
                tags: [
                    "tags",
                    Length(0, 2),
                    Keys(&[Length(1, 2)]),
                    Each(&[Translated(r"^\d$", "^[0-9]$")]),
                ],
                hidden: ["hidden", Sensitive, Each(&[Range(i64::MIN, 3)])],
                kind: ["kind", Pattern("A")],
                choice: "choice",
                ..[AtMostOne(&["beds", "names"])]
            },
        ],
        outputs: [],
        responses: Types { structures: [], unions: [], enums: [] },
        requests: Types {
            structures: [Bed { id: ID, inner: "inner" }],
            unions: [Choice { Bed: ["bed", Sensitive], None: ("none") }],
            enums: [Kind],
        },
        shared: Members { ID: ["id", Required] },
    }
}

use types::{Bed, Choice, Kind, PlantInput};

/// Returns an input without violations.
fn valid() -> PlantInput {
    PlantInput {
        name: Some("abc".to_owned()),
        ..PlantInput::default()
    }
}

fn violations(input: &PlantInput) -> Vec<String> {
    let violations = input.check().err();
    let violations = violations.iter().flatten();
    violations.map(ToString::to_string).collect()
}

fn map<T>(entries: impl IntoIterator<Item = (&'static str, T)>) -> Option<HashMap<String, T>> {
    let entries = entries.into_iter();
    Some(
        entries
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

#[test]
fn each_rule_is_checked() {
    let string = |string: &str| Some(string.to_owned());
    for (change, expected) in [
        (
            &(|input: &mut PlantInput| input.name = None) as &dyn Fn(&mut PlantInput),
            &["`name`: must be set"][..],
        ),
        (
            &|input| input.name = string("a"),
            &["`name`: must have a length of 2 to 4, but is \"a\""],
        ),
        // Three characters, but more bytes.
        (
            &|input| input.name = string("ééé€"),
            &[
                "`name`: must match the pattern `^[a-z]*$`, but is \"ééé€\"",
                "`name`: must have at most 6 bytes in UTF-8, but is \"ééé€\"",
            ],
        ),
        (
            &|input| input.secret = string("abc"),
            &["`secret`: must have a length of 1 to 2"],
        ),
        (
            &|input| input.count = Some(0),
            &["`count`: must be at least 1, but is 0"],
        ),
        (
            &|input| input.share = Some(0.25),
            &["`share`: must be 0.5 to 1, but is 0.25"],
        ),
        (
            &|input| input.share = Some(f32::NAN),
            &["`share`: must be 0.5 to 1, but is NaN"],
        ),
        (
            &|input| input.data = Some(Blob::new("abc")),
            &["`data`: must have a length of exactly 2"],
        ),
        (
            &|input| {
                let bed = |id| Bed { id, inner: None };
                input.beds = Some(vec![bed(string("a")), bed(None), bed(string("a"))]);
            },
            &[
                "`beds[2]`: must not equal an earlier item",
                "`beds[1].id`: must be set",
            ],
        ),
        (
            &|input| input.names = Some(vec![None, string(""), string("ab")]),
            &["`names[1]`: must have a length of 1 to 2, but is \"\""],
        ),
        (
            &|input| {
                input.tags = map([
                    ("a", "1".to_owned()),
                    ("b\"c", "x".to_owned()),
                    ("", "2".to_owned()),
                ])
            },
            &[
                "`tags`: must have a length of 0 to 2",
                "`tags[\"\"]`: must have a length of 1 to 2, but is \"\"",
                "`tags[\"b\\\"c\"]`: must have a length of 1 to 2, but is \"b\\\"c\"",
                "`tags[\"b\\\"c\"]`: must match the pattern `^\\d$`, but is \"x\"",
            ],
        ),
        (
            &|input| input.hidden = map([("key", 4)]),
            &["`hidden[…]`: must be at most 3"],
        ),
        (
            &|input| input.kind = Some(Kind("B".to_owned())),
            &["`kind`: must match the pattern `A`, but is \"B\""],
        ),
        (
            &|input| {
                let inner = Some(Box::new(Bed::default()));
                let bed = Bed {
                    id: string("a"),
                    inner,
                };
                input.choice = Some(Box::new(Choice::Bed(bed)));
            },
            &["`choice.bed.inner.id`: must be set"],
        ),
        (&|input| input.choice = Some(Box::new(Choice::None)), &[]),
        (&|input| input.choice = Some(Box::new(Choice::Unknown)), &[]),
        (
            &|input| {
                input.names = Some(Vec::new());
                input.beds = Some(Vec::new());
            },
            &["at most one of `beds`, `names` may be set"],
        ),
    ] {
        let mut input = valid();
        change(&mut input);
        assert_eq!(violations(&input), expected);
    }
    assert_eq!(violations(&valid()), [""; 0]);
}

#[test]
fn violations_have_path_value_and_rule() {
    let input = PlantInput {
        name: Some("a".repeat(99)),
        count: Some(-1),
        secret: Some(String::new()),
        ..PlantInput::default()
    };
    let violations = input.check().expect_err("violations");
    let shown: Vec<_> = violations
        .iter()
        .map(|violation| (violation.path(), violation.value(), violation.rule()))
        .collect();
    let long = format!("\"{}\"…", "a".repeat(80));
    let length = |min, max| Rule::Length {
        min,
        max: Some(max),
    };
    let range = Rule::Range {
        min: Some(1),
        max: None,
    };
    assert_eq!(
        shown,
        [
            ("name", Some(&*long), length(2, 4)),
            ("name", Some(&*long), Rule::MaxBytes(6)),
            ("secret", None, length(1, 2)),
            ("count", Some("-1"), range),
        ]
    );
    let message = violations.to_string();
    assert!(
        message.starts_with("the input is invalid: `name`: must"),
        "{message}"
    );
    assert!(message.contains("; `secret`: must"), "{message}");
    assert!(violations.source().is_none());
}

#[test]
fn inputs_of_other_crates_are_not_checked() {
    let invalid = Input::erase(PlantInput::default());
    let error = input(types::input(&invalid)).expect_err("a violation");
    assert_eq!(
        error.to_string(),
        "the input is invalid: `name`: must be set"
    );
    let other = Input::erase("a".to_owned());
    assert!(input(types::input(&other)).is_ok());
    assert!(input(types::input(&Input::erase(valid()))).is_ok());
}
