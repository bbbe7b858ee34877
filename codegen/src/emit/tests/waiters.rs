use crate::testing::{assert_lines, file};

#[test]
fn a_waiter_has_a_builder_an_acceptor_and_a_client_method() {
    let shapes = r#"{
        "Op": {"errors": ["Gone"], "traits": {"smithy.waiters#waitable": {"ThingReady": {
            "minDelay": 5, "acceptors": [
                {"state": "success", "matcher": {"output": {"path": "state", "expected": "A",
                    "comparator": "stringEquals"}}},
                {"state": "retry", "matcher": {"errorType": "Gone"}},
                {"state": "failure", "matcher": {"success": true}}]}}}},
        "Gone": {"type": "structure", "traits": {"error": "client"}},
        "In": {"members": {"name": "String"}},
        "Out": {"members": {"state": "String"}}
    }"#;
    assert_lines(
        &file("src/waiters/thing_ready.rs", shapes),
        &[
            "pub struct ThingReadyFluentBuilder {",
            "let delays = waiters::Delays {",
            "min: 5u64,",
            "max: 120u64,",
            "pub fn name(mut self, input: impl Into<String>) -> Self {",
            "fn accept(",
            "if let Ok(output) = result",
            r#"&& (output.state.as_ref().map(AsRef::<str>::as_ref) == Some("A"))"#,
            "return waiters::AcceptorState::Success;",
            r#"if result.is_err_and(|error| error.meta().code() == Some("Gone")) {"#,
            "return waiters::AcceptorState::Retry;",
            "if result.is_ok() {",
            "return waiters::AcceptorState::Failure;",
            "waiters::AcceptorState::NoAcceptorsMatched",
        ],
    );
    assert_lines(
        &file("src/client.rs", shapes),
        &[
            "pub trait Waiters {",
            "fn wait_until_thing_ready(",
            "impl Waiters for Client {",
        ],
    );
    assert_lines(&file("src/lib.rs", shapes), &["pub mod waiters;"]);
    let manifest = file("Cargo.toml", shapes);
    assert!(manifest.contains(r#"features = ["waiters"]"#), "{manifest}");
}
