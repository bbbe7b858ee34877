//! Strategies for error responses: modeled and unmodeled errors, with codes in unusual forms.

use proptest::prelude::{BoxedStrategy, Just, Strategy, prop, prop_oneof};

use super::json::{Json, escape};
use super::{Headers, valid};
use crate::model::{Error, Operation};

/// An error response before its body is mutated.
#[derive(Clone, Debug)]
pub struct ErrorResponse {
    pub status: u16,
    pub headers: Headers,
    pub body: Json,
}

/// Generates a modeled error of the operation or an unmodeled one.
pub fn error_response(operation: &Operation) -> BoxedStrategy<ErrorResponse> {
    let errors = operation.errors.iter().map(modeled).collect::<Vec<_>>();
    let modeled = match errors.len() {
        0 => unmodeled(),
        _ => proptest::strategy::Union::new(errors).boxed(),
    };
    prop_oneof![2 => modeled, 1 => unmodeled()].boxed()
}

fn modeled(error: &Error) -> BoxedStrategy<ErrorResponse> {
    let statuses = prop_oneof![4 => Just(error.status), 1 => 400..600_u16, 1 => Just(200_u16)];
    let parts = (
        statuses,
        code_and_message(error.name.to_owned()),
        valid::body(&error.members),
        super::headers(&error.members),
    );
    parts
        .prop_map(|(status, (mut headers, code), body, bound)| {
            headers.extend(bound);
            ErrorResponse {
                status,
                headers,
                body: merge(code, body),
            }
        })
        .boxed()
}

fn unmodeled() -> BoxedStrategy<ErrorResponse> {
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
    (statuses, codes.prop_flat_map(code_and_message))
        .prop_map(|(status, (headers, body))| ErrorResponse {
            status,
            headers,
            body,
        })
        .boxed()
}

/// Generates headers and a body with `code` and a message in various forms and places.
fn code_and_message(code: String) -> BoxedStrategy<(Headers, Json)> {
    let spelling = prop::sample::select(vec![
        code.clone(),
        format!("com.amazonaws.ivs#{code}"),
        format!("{code}:http://internal.amazon.com/coral/com.amazonaws.ivs/"),
        format!("aws.protocoltests.restjson#{code}:http://x/"),
        format!("#{code}"),
        format!(" {code} "),
    ]);
    let places = prop::sample::subsequence(vec!["header", "code", "__type", "Code"], 0..=3);
    let message_names = prop::sample::subsequence(
        vec!["message", "Message", "errorMessage", "exceptionMessage"],
        0..=2,
    );
    let message = crate::inputs::string(0, 40, crate::model::Binding::Body);
    let duplicate_header = prop::bool::weighted(0.1);
    (
        prop::collection::vec(spelling, 3),
        places,
        message_names,
        message,
        duplicate_header,
    )
        .prop_map(
            |(codes, places, message_names, message, duplicate_header)| {
                let mut headers = Headers::new();
                let mut members = Vec::new();
                for (code, place) in codes.iter().zip(places) {
                    let is_header_value = code.bytes().all(|byte| (b' '..127).contains(&byte));
                    match place {
                        "header" if is_header_value => {
                            let header = ("x-amzn-errortype".to_owned(), code.clone());
                            headers.extend(vec![header; if duplicate_header { 2 } else { 1 }]);
                        }
                        "header" => {}
                        name => members.push((name.to_owned(), Json::String(escape(code)))),
                    }
                }
                for name in message_names {
                    members.push((name.to_owned(), Json::String(escape(&message))));
                }
                (headers, Json::Object(members))
            },
        )
        .boxed()
}

fn merge(code: Json, body: Json) -> Json {
    match (code, body) {
        (Json::Object(mut members), Json::Object(more)) => {
            members.extend(more);
            Json::Object(members)
        }
        (_, body) => body,
    }
}
