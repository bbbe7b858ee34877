//! `cargo xtask conformance`: the project's suites pass, and a suite with wrong expectations fails.
#![forbid(unsafe_code)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().expect("a workspace").to_owned()
}

/// Returns a path in the folder of this test, which is `tmp/conformance` in the target folder.
fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("conformance")
        .join(name)
}

fn conformance(arguments: &[&str]) -> Output {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent();
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command
        .current_dir(root())
        .env("CARGO_TARGET_DIR", target.expect("the target folder"))
        .arg("conformance")
        .args(arguments);
    command.output().expect("xtask runs")
}

fn suite(path: &Path) -> Value {
    let text = fs::read_to_string(path).expect("a suite");
    serde_json::from_str(&text).expect("JSON")
}

fn cases(suite: &mut Value) -> &mut Vec<Value> {
    let service = &mut suite["shapes"]["example.garden#Garden"];
    let cases = &mut service["traits"]["smithy.rules#endpointTests"]["testCases"];
    cases.as_array_mut().expect("cases")
}

/// Returns the number of tests for a case: one, plus one for each input of an endpoint test.
fn test_count(case: &Value) -> usize {
    let inputs = case["operationInputs"].as_array();
    1 + inputs.map_or(0, Vec::len)
}

/// Returns the number of tests in the project's suites. None of the tests is for servers.
fn expected_count() -> usize {
    let folder = fs::read_dir(root().join("tests/conformance")).expect("a folder");
    let paths = folder.map(|entry| entry.expect("an entry").path());
    let suites = paths.filter(|path| path.extension().is_some_and(|end| end == "json"));
    let shape_count = |shape: &Value| {
        let traits = &shape["traits"];
        let lists = [
            &traits["smithy.rules#endpointTests"]["testCases"],
            &traits["smithy.test#httpRequestTests"],
            &traits["smithy.test#httpResponseTests"],
        ];
        let lists = lists.into_iter().filter_map(Value::as_array);
        lists.flatten().map(test_count).sum::<usize>()
    };
    let counts = suites.map(|path| {
        let suite = suite(&path);
        let shapes = suite["shapes"].as_object().expect("shapes").values();
        shapes.map(shape_count).sum::<usize>()
    });
    counts.sum()
}

fn write(path: &Path, value: &Value) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, value.to_string()).expect("written");
}

/// Returns the last line, then the line before it.
fn last_lines(output: &Output) -> [String; 2] {
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut lines = text.lines().rev().map(str::to_owned);
    [lines.next(), lines.next()].map(Option::unwrap_or_default)
}

/// Both runs are in one test because they share a folder, so that dependencies are compiled once.
#[test]
fn project_suites_pass_and_wrong_expectations_fail() {
    let mut wrong = suite(&root().join("tests/conformance/endpoint-rules.json"));
    let total = cases(&mut wrong).iter().map(test_count).sum::<usize>();
    // One of two wrong expectations is corrected.
    let [first, second, ..] = &mut **cases(&mut wrong) else {
        panic!("at least two cases");
    };
    let [corrected, failed] = [&*first, &*second].map(test_count);
    let right = first["expect"].clone();
    first["expect"] = json!({"error": "wrong"});
    second["expect"] = json!({"error": "wrong too"});
    let correction = json!({"params": first["params"], "old": first["expect"], "new": right});
    let corrections = json!({"endpointTests": [
        {"suite": "endpoint-rules", "reason": "The first is wrong.", "cases": [correction]}]});
    let (model, file) = (scratch("endpoint-rules.json"), scratch("corrections.json"));
    write(&model, &wrong);
    write(&file, &corrections);
    let [model, file] = [&model, &file].map(|path| path.to_str().expect("a path in UTF-8"));
    let output = conformance(&["--suite", model, "--corrections", file]);
    let stderr = String::from_utf8_lossy(&output.stderr);
    let summary = |passed: usize, corrected: usize| {
        [
            format!("conformance: {passed} of {total}"),
            format!("{passed} passed, {corrected} of them corrected, {total} in all"),
        ]
    };
    let expected = summary(total - failed, corrected);
    assert_eq!(last_lines(&output), expected, "{stderr}");
    assert_eq!(output.status.code(), Some(1), "{stderr}");
    assert!(stderr.contains("wrong too"), "{stderr}");

    let output = conformance(&[]);
    let stderr = String::from_utf8_lossy(&output.stderr);
    let all = expected_count();
    let expected = [
        format!("conformance: {all} of {all}"),
        format!("{all} passed, 0 of them corrected, {all} in all"),
    ];
    assert_eq!(last_lines(&output), expected, "{stderr}");
    assert_eq!(output.status.code(), Some(0), "{stderr}");
    let stdout = String::from_utf8_lossy(&output.stdout);
    assert!(stdout.contains(" hand-written"), "{stdout}");
    // One for each input, output and type; the tally above fails if one is missing.
    assert!(stdout.contains(" round trips"), "{stdout}");
}
