//! Random answers to both clients: the same output, or the same error.

mod json;
mod refused;
mod spoilt;
mod valid;

use anyhow::bail;
use proptest::prelude::{BoxedStrategy, Just, Strategy, prop, prop_oneof};
use proptest::strategy::Union;
use proptest::test_runner::TestCaseError;

use self::json::Json;
use self::spoilt::{Change, TextChange};
use crate::differences::{DIFFERENCES, Excused};
use crate::model::{Binding, Member, Operation, model};
use crate::outcome::Outcome;
use crate::settings::Settings;
use crate::value::Value;
use crate::wire::{Answer, Wire};
use crate::{draw, official, ours};

type Headers = Vec<(String, String)>;

/// An answer to a call of one operation.
#[derive(Clone, Debug)]
pub struct Case {
    pub operation: &'static str,
    pub status: u16,
    pub headers: Headers,
    pub body: String,
}

/// Draws `cases` answers and compares.
pub fn run(cases: u32, seed: Option<u64>) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    for difference in DIFFERENCES {
        if runtime.block_on(compare((difference.witness)())).is_ok() {
            bail!(
                "answers: the clients no longer differ in {}: take the entry out",
                difference.name
            );
        }
    }
    let excused = Excused::default();
    let compare = async |case| match excused.covers(&case) {
        true => Ok(()),
        false => compare(case).await,
    };
    draw::run(
        "answers",
        cases,
        seed,
        &cases_of_all(),
        |case| case.operation,
        compare,
    )?;
    excused.report(cases)
}

impl Case {
    /// An answer of status 200 without headers.
    pub fn of(operation: &'static str, body: &str) -> Self {
        Self {
            operation,
            status: 200,
            headers: Headers::new(),
            body: body.to_owned(),
        }
    }
}

fn cases_of_all() -> BoxedStrategy<Case> {
    let operations = model().operations();
    Union::new(operations.iter().map(case)).boxed()
}

fn case(operation: &Operation) -> BoxedStrategy<Case> {
    let name = operation.name;
    let statuses = prop_oneof![8 => Just(200_u16), 1 => 200..300_u16];
    let output = (
        statuses,
        headers(&operation.output),
        valid::body(&operation.output),
    );
    let refusal = refused::refusal(operation).prop_map(|one| (one.status, one.headers, one.body));
    let answer = prop_oneof![3 => output, 2 => refusal];
    let changes = prop_oneof![1 => Just(Vec::new()), 2 => spoilt::changes()];
    let texts = prop_oneof![3 => Just(TextChange::None), 1 => spoilt::text_changes()];
    let bodies = prop_oneof![
        20 => Just(None),
        1 => prop::sample::select(vec!["", " ", "null", "[]", "\"\"", "<html></html>", "{}", "\u{feff}{}"]).prop_map(Some),
    ];
    let case = (answer, request_id(), changes, texts, bodies);
    case.prop_map(
        move |((status, mut headers, body), id, changes, text, other)| {
            headers.extend(id);
            Case {
                operation: name,
                status,
                headers,
                body: other.map_or_else(|| spoil(body, &changes, &text), str::to_owned),
            }
        },
    )
    .boxed()
}

fn spoil(mut body: Json, changes: &[Change], text: &TextChange) -> String {
    for change in changes {
        change.apply(&mut body);
    }
    text.apply(body.to_string())
}

/// The headers that members are bound to: some of them, now and then one twice.
fn headers(members: &[Member]) -> BoxedStrategy<Headers> {
    let names = members.iter().filter_map(|member| match member.binding {
        Binding::Header(name) => Some(name.to_owned()),
        _ => None,
    });
    let names: Vec<String> = names.collect();
    let values = prop_oneof![6 => "[ -~]{0,20}", 1 => Just(String::new())];
    let times = prop_oneof![6 => Just(0_usize), 6 => Just(1), 1 => Just(2)];
    let each: Vec<_> = names
        .into_iter()
        // The code is said by this one: see `refused`.
        .filter(|name| !name.eq_ignore_ascii_case("x-amzn-ErrorType"))
        .map(|name| (Just(name), values.clone(), times.clone()))
        .collect();
    let headers = each.prop_map(|each| {
        let all = each.into_iter();
        all.flat_map(|(name, value, times)| vec![(name, value); times])
            .collect()
    });
    headers.boxed()
}

fn request_id() -> BoxedStrategy<Headers> {
    let names = prop::sample::select(vec![
        "x-amzn-requestid",
        "x-amz-request-id",
        "X-Amzn-RequestId",
    ]);
    let id = (names, "[a-z0-9-]{0,36}").prop_map(|(name, id)| (name.to_owned(), id));
    prop_oneof![1 => Just(Headers::new()), 2 => prop::collection::vec(id, 1..3)].boxed()
}

/// What one side shows.
#[derive(Debug, PartialEq)]
struct Seen {
    outcome: Outcome,
    /// How often it was asked: whether the error was taken for one that goes away.
    attempts: usize,
}

async fn compare(case: Case) -> Result<(), TestCaseError> {
    let answer = Answer {
        status: case.status,
        headers: case.headers.clone(),
        body: case.body.clone().into_bytes(),
    };
    // What the URI needs; the rest of the input is of no account here.
    let arn = |name: &str| (name.to_owned(), Value::Text("arn".to_owned()));
    let keys = Value::List(vec![Value::Text("key".to_owned())]);
    let input = Value::Structure(vec![arn("resourceArn"), ("tagKeys".to_owned(), keys)]);

    let wire = Wire::answering([answer.clone()]);
    let client = official::client::client(&Settings::fixed(wire.clone()).0);
    let official = Seen {
        outcome: official::driver::call(&client, case.operation, &input).await,
        attempts: wire.sent().len(),
    };
    let wire = Wire::answering([answer]);
    let client = ours::client::client(&Settings::fixed(wire.clone()).0);
    let ours = Seen {
        outcome: ours::driver::call(&client, case.operation, &input).await,
        attempts: wire.sent().len(),
    };
    draw::equal(&official, &ours)
}
