//! `lean`: no default features, rustls with ring.

use harness::{Response, Server};

use crate::consumer::Consumer;

const THROTTLED: &str = r#"{"__type":"ThrottlingException","message":"slow down"}"#;

#[tokio::test(flavor = "multi_thread")]
async fn a_lean_application_runs() {
    let server = Server::start([
        Response::ok("{}"),
        Response::new(429, THROTTLED),
        Response::new(429, THROTTLED),
        Response::new(429, THROTTLED),
        Response::new(400, r#"{"__type":"ValidationException"}"#),
        Response::ok("{}"),
        Response::ok(r#"{"tags":{"seen":"yes","by":"lean"}}"#),
    ])
    .await;
    let lean = Consumer::new("lean");
    assert_one_tls_stack_without_aws_lc(&lean.packages());

    let lines = lean.run(&[server.endpoint(), "arn:aws:ivs:x"], []);
    assert_eq!(
        lines,
        [
            "marked kick-off",
            "retry later: slow down",
            "given up: ValidationException",
            "tags [(\"by\", \"lean\"), (\"seen\", \"yes\")]",
            "before it is sent: resource_arn was missing: cannot be empty or unset",
        ]
    );
    let sent = server.requests();
    let paths: Vec<_> = sent.iter().map(|request| request.path.as_str()).collect();
    let tags = "/tags/arn%3Aaws%3Aivs%3Ax";
    assert_eq!(paths[..5], ["/PutMetadata"; 5]);
    assert_eq!(paths[5..], [tags, tags]);
    assert_eq!(sent[5].text(), r#"{"tags":{"seen":"yes"}}"#);
    assert!(
        sent[6].header("authorization").contains("AKIDLEAN"),
        "{:?}",
        sent[6]
    );
}

fn assert_one_tls_stack_without_aws_lc(packages: &[String]) {
    let count = |name: &str| {
        packages
            .iter()
            .filter(|package| package.split(' ').next() == Some(name))
            .count()
    };
    assert_eq!(
        (count("ring"), count("rustls"), count("hyper")),
        (1, 1, 1),
        "{packages:#?}"
    );
    let aws_lc: Vec<_> = packages
        .iter()
        .filter(|package| package.starts_with("aws-lc"))
        .collect();
    assert!(aws_lc.is_empty(), "{aws_lc:?}");
}
