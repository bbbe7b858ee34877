//! The errors that the model declares, each sent once to each operation that declares it.

use ivs_sdk::Client;
use ivs_sdk::config::retry::RetryConfig;

use super::observe::{Carried, Observed};
use super::table;
use harness::{Answer, REQUEST_ID, Server, model};

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
fn the_table_has_the_errors_of_the_model() {
    // The order of a declaration means nothing.
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
async fn every_declared_error_arrives_as_its_own_variant() {
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
            server.push(answer(name, status));
            assert_eq!((row.call)(client.clone()).await, expected(name, status));
        }
    }
    // One attempt each, or an answer went to the wrong call.
    let pairs: usize = operations
        .values()
        .map(|operation| operation.errors.len())
        .sum();
    assert_eq!(server.requests().len(), pairs);
}

fn answer(name: &str, status: u16) -> Answer {
    let body = format!(r#"{{"exceptionMessage":"the text of {name}"}}"#);
    HEADERS.into_iter().fold(
        Answer::new(status, body).header("x-amzn-ErrorType", name),
        |answer, header| answer.header(header, &header.to_uppercase()),
    )
}

fn expected(name: &'static str, status: u16) -> Observed {
    let [a, b, c, d, e, f, g] = HEADERS.map(|header| Some(header.to_uppercase()));
    Observed {
        variant: Some(name),
        is: vec![name],
        carried: Some(Carried {
            exception_message: Some(format!("the text of {name}")),
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
