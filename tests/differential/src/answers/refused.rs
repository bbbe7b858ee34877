//! Answers that are errors: declared ones, others, and such as say their code in odd ways.

use proptest::prelude::{BoxedStrategy, Just, Strategy, prop, prop_oneof};

use super::json::{Json, escaped};
use super::{Headers, valid};
use crate::model::{Error, Operation};

/// What an answer says of itself besides its declared members.
#[derive(Clone, Debug)]
pub struct Refusal {
    pub status: u16,
    pub headers: Headers,
    pub body: Json,
}

/// An error of the operation, or one that it does not declare.
pub fn refusal(operation: &Operation) -> BoxedStrategy<Refusal> {
    let declared = operation.errors.iter().map(declared).collect::<Vec<_>>();
    let declared = match declared.len() {
        0 => undeclared(),
        _ => proptest::strategy::Union::new(declared).boxed(),
    };
    prop_oneof![2 => declared, 1 => undeclared()].boxed()
}

fn declared(error: &Error) -> BoxedStrategy<Refusal> {
    let statuses = prop_oneof![4 => Just(error.status), 1 => 400..600_u16, 1 => Just(200_u16)];
    let parts = (
        statuses,
        saying(error.name.to_owned()),
        valid::body(&error.members),
        super::headers(&error.members),
    );
    parts
        .prop_map(|(status, (mut headers, said), body, bound)| {
            headers.extend(bound);
            Refusal {
                status,
                headers,
                body: merged(said, body),
            }
        })
        .boxed()
}

fn undeclared() -> BoxedStrategy<Refusal> {
    let codes = vec![
        "Throttling",
        "ThrottlingException",
        "ThrottledException",
        "RequestThrottledException",
        "TooManyRequestsException",
        "ProvisionedThroughputExceededException",
        "TransactionInProgressException",
        "RequestLimitExceeded",
        "BandwidthLimitExceeded",
        "LimitExceededException",
        "RequestThrottled",
        "SlowDown",
        "PriorRequestNotComplete",
        "EC2ThrottledException",
        "RequestTimeout",
        "RequestTimeoutException",
        "InternalError",
        "InternalFailure",
        "ServiceUnavailable",
        "IDPCommunicationError",
        "RequestTimeTooSkewed",
        "AccessDenied",
        "Unheard",
        "",
        "a b",
        "é",
    ];
    let codes = prop::sample::select(codes).prop_map(str::to_owned);
    let statuses = prop_oneof![
        2 => Just(400_u16),
        1 => Just(500_u16),
        1 => prop::sample::select(vec![300_u16, 304, 401, 403, 404, 408, 413, 425, 429, 500, 501, 502, 503, 504, 509, 599]),
        1 => 200..600_u16,
    ];
    (statuses, codes.prop_flat_map(saying))
        .prop_map(|(status, (headers, body))| Refusal {
            status,
            headers,
            body,
        })
        .boxed()
}

/// The ways of saying `code`, and a message beside it.
fn saying(code: String) -> BoxedStrategy<(Headers, Json)> {
    let spelled = prop::sample::select(vec![
        code.clone(),
        format!("com.amazonaws.ivs#{code}"),
        format!("{code}:http://internal.amazon.com/coral/com.amazonaws.ivs/"),
        format!("aws.protocoltests.restjson#{code}:http://x/"),
        format!("#{code}"),
        format!(" {code} "),
    ]);
    let places = prop::sample::subsequence(vec!["header", "code", "__type", "Code"], 0..=3);
    let messages = prop::sample::subsequence(
        vec!["message", "Message", "errorMessage", "exceptionMessage"],
        0..=2,
    );
    let words = crate::inputs::text(0, 40, crate::model::Binding::Body);
    let doubled = prop::bool::weighted(0.1);
    (
        prop::collection::vec(spelled, 3),
        places,
        messages,
        words,
        doubled,
    )
        .prop_map(|(spelled, places, messages, words, doubled)| {
            let mut headers = Headers::new();
            let mut members = Vec::new();
            for (spelled, place) in spelled.iter().zip(places) {
                let is_header_text = spelled.bytes().all(|byte| (b' '..127).contains(&byte));
                match place {
                    "header" if is_header_text => {
                        let header = ("x-amzn-errortype".to_owned(), spelled.clone());
                        headers.extend(vec![header; if doubled { 2 } else { 1 }]);
                    }
                    "header" => {}
                    name => members.push((name.to_owned(), Json::Text(escaped(spelled)))),
                }
            }
            for name in messages {
                members.push((name.to_owned(), Json::Text(escaped(&words))));
            }
            (headers, Json::Object(members))
        })
        .boxed()
}

fn merged(said: Json, body: Json) -> Json {
    match (said, body) {
        (Json::Object(mut members), Json::Object(more)) => {
            members.extend(more);
            Json::Object(members)
        }
        (_, body) => body,
    }
}
