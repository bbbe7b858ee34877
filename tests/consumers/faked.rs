//! `faked`: unit tests with `ivs-fake`.

use crate::consumer::Consumer;

/// The number of tests in `faked/src/tests.rs`.
const TESTS: usize = 3;

#[test]
fn unit_tests_with_a_fake_service_pass() {
    let lines = Consumer::new("faked").test();
    let passed = format!("test result: ok. {TESTS} passed; 0 failed; 0 ignored;");
    let summaries = lines.iter().filter(|line| line.starts_with(&passed));
    assert_eq!(summaries.count(), 1, "{}", lines.join("\n"));
}
