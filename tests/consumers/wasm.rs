//! `wasm`: no default features, a custom HTTP client, also for WebAssembly.

use crate::consumer::Consumer;

/// The target for WebAssembly.
const WASI: &str = "wasm32-wasip1";

/// The output for every target: the last two requests of `ListChannels` are the same call.
const LINES: [&str; 8] = [
    "POST https://ivs.us-west-2.amazonaws.com/ListChannels {}, signed: true",
    "channel stage",
    "channel nameless",
    r#"POST https://ivs.us-west-2.amazonaws.com/ListChannels {"nextToken":"2"}, signed: true"#,
    r#"POST https://ivs.us-west-2.amazonaws.com/ListChannels {"nextToken":"2"}, signed: true"#,
    "channel foyer",
    r#"POST https://ivs.us-west-2.amazonaws.com/GetChannel {"arn":"arn:none"}, signed: true"#,
    r#"error Some("ResourceNotFoundException"), request Some("request-id")"#,
];

#[test]
fn an_application_with_a_custom_http_client_runs() {
    assert_eq!(Consumer::new("wasm").run(&[], []), LINES);
}

#[test]
#[ignore = "needs the target wasm32-wasip1; the stage `wasm` of .ci/run includes it"]
fn it_builds_for_wasm() {
    Consumer::new("wasm").for_target(WASI).build();
}

/// The runner is in `CARGO_TARGET_WASM32_WASIP1_RUNNER`.
#[test]
#[ignore = "needs the target wasm32-wasip1 and a runner; the stage `wasm` of .ci/run includes it"]
fn it_runs_in_wasm() {
    let wasm = Consumer::new("wasm").for_target(WASI);
    assert_eq!(wasm.run(&[], []), LINES);
}
