//! Compares the outputs or errors of both clients for random responses.

mod errors;
mod json;
mod mutations;
mod valid;

use anyhow::bail;
use proptest::prelude::{BoxedStrategy, Just, Strategy, prop, prop_oneof};
use proptest::strategy::Union;
use proptest::test_runner::TestCaseError;

use self::json::Json;
use self::mutations::{Mutation, TextMutation};
use crate::connector::{ReplayConnector, Response};
use crate::differences::{DIFFERENCES, Exemptions};
use crate::model::{Binding, Member, Operation, model};
use crate::outcome::Outcome;
use crate::settings::Settings;
use crate::value::Value;
use crate::{official, ours, property};

type Headers = Vec<(String, String)>;

/// A response to a call of an operation.
#[derive(Clone, Debug)]
pub struct Case {
    pub operation: &'static str,
    pub status: u16,
    pub headers: Headers,
    pub body: String,
}

/// Compares the clients over `cases` random responses.
///
/// # Errors
/// Returns an error if the clients differ unexpectedly, an expected difference does not occur, or
/// too many cases are exempted.
pub fn run(cases: u32, seed: Option<u64>) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    for difference in DIFFERENCES {
        if runtime.block_on(compare((difference.example)())).is_ok() {
            bail!(
                "responses: the clients no longer differ in {}: remove the entry",
                difference.name
            );
        }
    }
    let throttled = Case {
        status: 429,
        headers: vec![("x-amzn-errortype".into(), "ThrottlingException".into())],
        ..Case::ok("GetStream", "<html>")
    };
    if runtime
        .block_on(official(&throttled))
        .outcome
        .retries_by_code
    {
        bail!("responses: the official client no longer loses metadata: remove `lost_metadata`");
    }
    let exemptions = Exemptions::default();
    let compare = async |case| match exemptions.exempt(&case) {
        true => Ok(()),
        false => compare(case).await,
    };
    property::run(
        "responses",
        cases,
        seed,
        &all_cases(),
        |case| case.operation,
        compare,
    )?;
    exemptions.report(cases)
}

impl Case {
    /// Creates a response with status 200 and no headers.
    pub fn ok(operation: &'static str, body: &str) -> Self {
        Self {
            operation,
            status: 200,
            headers: Headers::new(),
            body: body.to_owned(),
        }
    }
}

impl Case {
    fn response(&self) -> Response {
        Response {
            status: self.status,
            headers: self.headers.clone(),
            body: self.body.clone().into_bytes(),
        }
    }
}

fn all_cases() -> BoxedStrategy<Case> {
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
    let error = errors::error_response(operation)
        .prop_map(|response| (response.status, response.headers, response.body));
    let response = prop_oneof![3 => output, 2 => error];
    let mutations = prop_oneof![1 => Just(Vec::new()), 2 => mutations::mutations()];
    let text_mutation = prop_oneof![3 => Just(TextMutation::None), 1 => mutations::text_mutation()];
    let replacements = prop_oneof![
        20 => Just(None),
        1 => prop::sample::select(vec!["", " ", "null", "[]", "\"\"", "<html></html>", "{}", "\u{feff}{}"]).prop_map(Some),
    ];
    let case = (
        response,
        request_id(),
        mutations,
        text_mutation,
        replacements,
    );
    case.prop_map(
        move |((status, mut headers, body), id, mutations, text_mutation, replacement)| {
            headers.extend(id);
            let mutated = || mutate(body, &mutations, &text_mutation);
            Case {
                operation: name,
                status,
                headers,
                body: replacement.map_or_else(mutated, str::to_owned),
            }
        },
    )
    .boxed()
}

fn mutate(mut body: Json, mutations: &[Mutation], text_mutation: &TextMutation) -> String {
    for mutation in mutations {
        mutation.apply(&mut body);
    }
    text_mutation.apply(body.to_string())
}

/// Generates the headers that members are bound to; some are missing, a few are repeated.
fn headers(members: &[Member]) -> BoxedStrategy<Headers> {
    let names = members.iter().filter_map(|member| match member.binding {
        Binding::Header(name) => Some(name.to_owned()),
        _ => None,
    });
    let names: Vec<String> = names.collect();
    let values = prop_oneof![6 => "[ -~]{0,20}", 1 => Just(String::new())];
    let counts = prop_oneof![6 => Just(0_usize), 6 => Just(1), 1 => Just(2)];
    let strategies: Vec<_> = names
        .into_iter()
        // `errors` generates this header, which holds the error code.
        .filter(|name| !name.eq_ignore_ascii_case("x-amzn-ErrorType"))
        .map(|name| (Just(name), values.clone(), counts.clone()))
        .collect();
    let headers = strategies.prop_map(|headers| {
        let headers = headers.into_iter();
        headers
            .flat_map(|(name, value, count)| vec![(name, value); count])
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

/// The observed result of one call.
#[derive(Debug, PartialEq)]
struct Observation {
    outcome: Outcome,
    /// The number of attempts, which shows whether the error was classified as retryable.
    attempts: usize,
}

async fn compare(case: Case) -> Result<(), TestCaseError> {
    let mut official = self::official(&case).await;
    if !official.outcome.retries_by_code {
        // Ours retries as the official client does if it can read the code.
        let code = Json::String(json::escape(
            official.outcome.code.as_deref().unwrap_or_default(),
        ));
        let readable = Case {
            status: case.status,
            ..Case::ok(
                case.operation,
                &Json::Object(vec![("code".to_owned(), code)]).to_string(),
            )
        };
        official.attempts = self::official(&readable).await.attempts;
        official.outcome.retries_by_code = true;
    }
    let connector = ReplayConnector::new([case.response()]);
    let client = ours::client::client(&Settings::fixed(connector.clone()).0);
    let ours = Observation {
        outcome: ours::driver::call(&client, case.operation, &input()).await,
        attempts: connector.take_requests().len(),
    };
    property::compare(&official, &ours)
}

/// Makes the call with the official client.
async fn official(case: &Case) -> Observation {
    let connector = ReplayConnector::new([case.response()]);
    let client = official::client::client(&Settings::fixed(connector.clone()).0);
    Observation {
        outcome: official::driver::call(&client, case.operation, &input()).await,
        attempts: connector.take_requests().len(),
    }
}

/// Returns the members that URIs require; the rest of the input does not matter.
fn input() -> Value {
    let arn = |name: &str| (name.to_owned(), Value::String("arn".to_owned()));
    let keys = Value::List(vec![Value::String("key".to_owned())]);
    Value::Structure(vec![arn("resourceArn"), ("tagKeys".to_owned(), keys)])
}
