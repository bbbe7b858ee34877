//! `mocked`: unit tests with `aws-smithy-mocks` and `test-util`.

use crate::consumer::Consumer;

/// As many as there are in its `src/tests.rs`.
const TESTS: usize = 7;

#[test]
fn unit_tests_with_mocks_pass() {
    let lines = Consumer::new("mocked").test();
    let passed = format!("test result: ok. {TESTS} passed; 0 failed; 0 ignored;");
    let found = lines
        .iter()
        .filter(|line| line.starts_with(&passed))
        .count();
    assert_eq!(found, 1, "{}", lines.join("\n"));
}
