//! The errors of the model, each sent once for each operation that declares it.

use harness::{REQUEST_ID, Response, Server, model};
use ivs_sdk::Client;
use ivs_sdk::config::retry::RetryConfig;

use super::observe::{ErrorStructure, Observed};
use super::table;

const HEADERS: [&str; 7] = [
    "Access-Control-Allow-Origin",
    "Access-Control-Expose-Headers",
    "Cache-Control",
    "Content-Security-Policy",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
    "X-Frame-Options",
];

#[test]
fn the_table_equals_the_errors_of_the_model() {
    // The order of declaration has no meaning.
    let sorted = |mut names: Vec<_>| {
        names.sort_unstable();
        names
    };
    let table: Vec<_> = table::all()
        .iter()
        .map(|row| (row.operation, sorted(row.variants.to_vec())))
        .collect();
    let model: Vec<_> = model()
        .operations()
        .into_iter()
        .map(|(name, operation)| {
            let errors = operation.errors.iter().map(|(error, _)| *error);
            (name, sorted(errors.collect()))
        })
        .collect();
    assert_eq!(table, model);
}

#[tokio::test]
async fn every_declared_error_is_parsed_into_its_variant() {
    let server = Server::start([]).await;
    let client = Client::from_conf(
        server
            .config()
            .retry_config(RetryConfig::disabled())
            .build(),
    );
    let operations = model().operations();
    for row in table::all() {
        for &(name, status) in &operations[row.operation].errors {
            println!("{} fails with {name}", row.operation);
            server.push(response(name, status));
            assert_eq!((row.call)(client.clone()).await, expected(name, status));
        }
    }
    // Each call sends one request, without retries.
    let pairs: usize = operations
        .values()
        .map(|operation| operation.errors.len())
        .sum();
    assert_eq!(server.requests().len(), pairs);
}

fn response(name: &str, status: u16) -> Response {
    let body = format!(r#"{{"exceptionMessage":"the message of {name}"}}"#);
    HEADERS.into_iter().fold(
        Response::new(status, body).header("x-amzn-ErrorType", name),
        |response, header| response.header(header, &header.to_uppercase()),
    )
}

fn expected(name: &'static str, status: u16) -> Observed {
    let [a, b, c, d, e, f, g] = HEADERS.map(|header| Some(header.to_uppercase()));
    Observed {
        variant: Some(name),
        is: vec![name],
        structure: Some(ErrorStructure {
            exception_message: Some(format!("the message of {name}")),
            message: None,
            request_id: Some(REQUEST_ID.to_owned()),
            headers: [a, b, c, d, e, f, g, Some(name.to_owned())],
        }),
        code: Some(name.to_owned()),
        message: None,
        request_id: Some(REQUEST_ID.to_owned()),
        status: Some(status),
        display: name.to_owned(),
        converted: (Some(name.to_owned()), name.to_owned()),
    }
}
