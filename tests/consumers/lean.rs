//! `lean`: no default features, rustls with ring.

use harness::{Response, Server};

use crate::consumer::Consumer;

const THROTTLED: &str = r#"{"__type":"ThrottlingException","message":"slow down"}"#;

const LINES: [&str; 5] = [
    "marked kick-off",
    "retry later: slow down",
    "given up: ValidationException",
    "tags [(\"by\", \"lean\"), (\"seen\", \"yes\")]",
    "before it is sent: resource_arn was missing: cannot be empty or unset",
];

async fn server() -> Server {
    Server::start([
        Response::ok("{}"),
        Response::new(429, THROTTLED),
        Response::new(429, THROTTLED),
        Response::new(429, THROTTLED),
        Response::new(400, r#"{"__type":"ValidationException"}"#),
        Response::ok("{}"),
        Response::ok(r#"{"tags":{"seen":"yes","by":"lean"}}"#),
    ])
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lean_application_runs() {
    let server = server().await;
    let lean = Consumer::new("lean");
    assert_one_tls_stack_without_aws_lc(&lean.packages());

    // Nothing listens at the proxy.
    let variables = [
        ("http_proxy", "http://127.0.0.1:1"),
        ("no_proxy", "127.0.0.1"),
    ];
    let variables = variables.map(|(name, value)| (name, value.to_owned()));
    let lines = lean.run(&[server.endpoint(), "arn:aws:ivs:x"], variables);
    assert_eq!(lines, LINES);
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

#[tokio::test(flavor = "multi_thread")]
async fn a_lean_application_uses_the_proxy_of_its_environment() {
    let proxy = server().await;
    let variables = [("http_proxy", proxy.endpoint()), ("no_proxy", "")];
    let variables = variables.map(|(name, value)| (name, value.to_owned()));
    let lines = Consumer::new("lean").run(&["http://ivs.invalid", "arn:aws:ivs:x"], variables);
    assert_eq!(lines, LINES);
    let sent = proxy.requests();
    assert_eq!(sent.len(), 7);
    assert_eq!(sent[0].header("host"), "ivs.invalid");
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
