//! `mocked`: unit tests with `aws-smithy-mocks` and `test-util`.

use crate::consumer::Consumer;

/// The number of tests in `mocked/src/tests.rs`.
const TESTS: usize = 8;

#[test]
fn unit_tests_with_mocks_pass() {
    let lines = Consumer::new("mocked").test();
    let passed = format!("test result: ok. {TESTS} passed; 0 failed; 0 ignored;");
    let summaries = lines
        .iter()
        .filter(|line| line.starts_with(&passed))
        .count();
    assert_eq!(summaries, 1, "{}", lines.join("\n"));
}
