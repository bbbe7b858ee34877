//! Programs that must not compile, each with the expected compiler messages.
//!
//! Messages change between compiler versions, so they are compared only with the version in
//! `rustc-version`. With any other version, each program must fail with at least one of the
//! expected error codes.

#![forbid(unsafe_code)]

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/cases");

/// The compiler version of the expected messages.
const EXPECTED_RUSTC: &str = include_str!("rustc-version");

/// The environment variable that is set when this test runs itself on copies of the cases.
const ON_COPIES: &str = "REFUSED_ON_COPIES";

const TEST: &str = "programs_fail_to_compile_with_the_expected_messages";

#[test]
fn programs_fail_to_compile_with_the_expected_messages() {
    if std::env::var_os(ON_COPIES).is_some() {
        trybuild::TestCases::new().compile_fail(copies().join("*.rs"));
        return;
    }
    let actual = compiler_version();
    let expected = EXPECTED_RUSTC.trim();
    if actual == expected {
        trybuild::TestCases::new().compile_fail(format!("{CASES}/*.rs"));
        return;
    }
    // The output of `println!` is hidden if the test passes.
    let _ = writeln!(
        std::io::stderr(),
        "SKIPPED comparing messages: they are from rustc {expected}, this is rustc {actual}; only the \
         error codes are compared"
    );
    check_error_codes();
}

/// Compares only the error codes: runs this test again on copies, whose expectations trybuild may
/// overwrite.
fn check_error_codes() {
    let copies = copies();
    let _ = std::fs::remove_dir_all(&copies);
    std::fs::create_dir_all(&copies).expect("a folder for copies");
    let entries = std::fs::read_dir(CASES).expect("cases");
    let cases: Vec<_> = entries
        .map(|entry| entry.expect("a case").path())
        .filter(|case| case.extension() == Some("rs".as_ref()))
        .collect();
    let copy = |case: &Path| copies.join(case.file_name().expect("a file"));
    for case in &cases {
        std::fs::copy(case, copy(case)).expect("a copy");
    }
    let status = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", TEST, "--nocapture"])
        .env(ON_COPIES, "")
        .env("TRYBUILD", "overwrite")
        .status()
        .expect("a run of this program");
    assert!(status.success(), "a program compiles, but must not");
    for case in &cases {
        let (expected, actual) = (codes(case), codes(&copy(case)));
        // Denied lints have no code, so both sets may be empty.
        assert!(
            expected == actual || !expected.is_disjoint(&actual),
            "{case:?}: {actual:?} instead of {expected:?}"
        );
    }
}

/// Returns the error codes in the compiler's messages for a case; they are stable across versions.
fn codes(case: &Path) -> BTreeSet<String> {
    let messages = std::fs::read_to_string(case.with_extension("stderr")).expect("an expectation");
    let codes = messages
        .lines()
        .filter_map(|line| line.strip_prefix("error[")?.split(']').next());
    codes.map(str::to_owned).collect()
}

fn copies() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("refused")
}

/// Returns the version of the compiler that builds the cases.
fn compiler_version() -> String {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output();
    let version = String::from_utf8(output.expect("a compiler").stdout).expect("a version");
    let version = version.split(' ').nth(1);
    version.expect("`rustc X.Y.Z (…)`").to_owned()
}
