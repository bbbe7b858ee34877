//! Programs that must not compile, each with the message that its author sees.
//!
//! Messages change from one compiler to the next: they are compared on the version that
//! `rustc-version` names. On any other one, the programs must be refused all the same, for one of
//! the same reasons.

#![forbid(unsafe_code)]

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/cases");

/// The compiler that the expectations are of.
const EXPECTED: &str = include_str!("rustc-version");

/// Set where this program runs itself.
const ON_COPIES: &str = "REFUSED_ON_COPIES";

const TEST: &str = "programs_are_refused_with_their_messages";

#[test]
fn programs_are_refused_with_their_messages() {
    if std::env::var_os(ON_COPIES).is_some() {
        trybuild::TestCases::new().compile_fail(copies().join("*.rs"));
        return;
    }
    let found = compiler();
    if found == EXPECTED.trim() {
        trybuild::TestCases::new().compile_fail(format!("{CASES}/*.rs"));
        return;
    }
    let expected = EXPECTED.trim();
    // Not `println!`, which is not seen where a test passes.
    let _ = writeln!(
        std::io::stderr(),
        "SKIPPED the texts of messages: they are those of rustc {expected}, and this is rustc {found}; \
         that the programs are refused, and their error codes, are checked"
    );
    refused_in_any_words();
}

/// Runs the test once more, on copies: their expectations trybuild may write.
fn refused_in_any_words() {
    let copies = copies();
    let _ = std::fs::remove_dir_all(&copies);
    std::fs::create_dir_all(&copies).expect("a folder for copies");
    let cases: Vec<_> = std::fs::read_dir(CASES).expect("cases").collect();
    let cases = cases.into_iter().map(|case| case.expect("a case").path());
    let cases: Vec<_> = cases
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
    assert!(status.success(), "a program that must not compile does");
    for case in &cases {
        let (expected, found) = (codes(case), codes(&copy(case)));
        assert!(
            !expected.is_disjoint(&found),
            "{case:?}: {found:?} in the place of {expected:?}"
        );
    }
}

/// The error codes of what the compiler says of a case: the part of it that lasts.
fn codes(case: &Path) -> BTreeSet<String> {
    let said = std::fs::read_to_string(case.with_extension("stderr")).expect("an expectation");
    let codes = said
        .lines()
        .filter_map(|line| line.strip_prefix("error[")?.split(']').next());
    codes.map(str::to_owned).collect()
}

fn copies() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("refused")
}

/// The version of the compiler that builds the cases.
fn compiler() -> String {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output();
    let version = String::from_utf8(output.expect("a compiler").stdout).expect("a version");
    let version = version.split(' ').nth(1);
    version.expect("`rustc X.Y.Z (…)`").to_owned()
}
