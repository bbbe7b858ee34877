//! The command line as a user sees it: exit codes, messages, and files that stay as they are.
#![forbid(unsafe_code)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const MODEL: &str = "tests/goldens/minimal/model.json";

/// The result of a run: exit code, stdout and stderr.
struct Run {
    code: i32,
    stdout: String,
    stderr: String,
}

/// Runs `xtask` at the workspace's root.
fn xtask(arguments: &[&str]) -> Run {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command
        .current_dir(root.expect("a workspace"))
        .env_remove("CLICOLOR_FORCE")
        .args(arguments);
    let output = command.output().expect("xtask runs");
    let string = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Run {
        code: output.status.code().expect("an exit code"),
        stdout: string(output.stdout),
        stderr: string(output.stderr),
    }
}

/// Returns an empty folder below cargo's target folder.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("commands")
        .join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("an emptied folder");
    }
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Runs `xtask generate` for the golden `minimal`.
fn generate(out: &Path, flags: &[&str]) -> Run {
    let out = out.to_str().expect("a path in UTF-8");
    let arguments = [
        "generate",
        "--model",
        MODEL,
        "--crate-name",
        "garden-sdk",
        "--out",
        out,
    ];
    xtask(&[&arguments, flags].concat())
}

#[test]
fn generate_with_another_model_requires_a_folder() {
    let run = xtask(&["generate", "--model", MODEL]);
    assert_eq!((run.code, &*run.stdout), (2, ""));
    let command = format!("generate --model {MODEL} --out ../model-sdk --crate-name model-sdk");
    assert!(run.stderr.contains(&command), "{}", run.stderr);
}

#[test]
fn generate_does_not_replace_files_of_others() {
    let out = scratch("others");
    fs::write(out.join("README.md"), "by hand").expect("written");
    let run = generate(&out, &[]);
    assert_eq!((run.code, &*run.stdout), (2, ""));
    assert!(
        run.stderr.contains("\n  README.md\nnothing was written"),
        "{}",
        run.stderr
    );
    assert_eq!(fs::read_dir(&out).expect("a folder").count(), 1);
}

#[test]
fn check_ends_with_the_files_that_differ_and_are_not_generated() {
    let out = scratch("check");
    assert_eq!(generate(&out, &[]).code, 0);
    fs::write(out.join("build.rs"), "").expect("written");
    let run = generate(&out, &["--check"]);
    assert_eq!(run.code, 0, "the user may add files: {}", run.stdout);
    assert!(run.stdout.contains("/build.rs\n"), "{}", run.stdout);

    let edited = "// By hand.\n".repeat(1000);
    fs::write(out.join("src/lib.rs"), edited).expect("written");
    fs::remove_file(out.join("src/meta.rs")).expect("removed");
    let run = generate(&out, &["--check"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stdout.contains(" more lines of this file\n"),
        "{}",
        run.stdout
    );
    let (_, list) = run.stdout.split_once("\n2 files differ").expect("a list");
    let lines: Vec<_> = list.lines().collect();
    assert!(lines[1].ends_with("/src/lib.rs: changed"), "{list}");
    assert!(lines[2].ends_with("/src/meta.rs: missing"), "{list}");
    assert!(
        lines[3].starts_with("to fix this, run: cargo xtask generate "),
        "{list}"
    );
}

#[test]
fn unknown_measure_is_an_error_before_the_bench_is_compiled() {
    let run = xtask(&["bench", "--only", "nosuch"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("first-call, "), "{}", run.stderr);
    assert!(!run.stderr.contains("Compiling"), "{}", run.stderr);
}

#[test]
fn help_of_each_command_lists_its_exit_codes() {
    for command in ["generate", "update", "ir", "docs", "conformance", "bench"] {
        let run = xtask(&[command, "--help"]);
        assert!(
            run.stdout.contains("Exit codes: 0 "),
            "{command}: {}",
            run.stdout
        );
    }
}

#[test]
fn models_without_differences_keep_the_version() {
    let run = xtask(&["diff", MODEL, MODEL, "--crate-version", "1.4.2"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let verdict = "The version stays 1.4.2: nothing changes for users.\n";
    assert!(run.stdout.ends_with(verdict), "{}", run.stdout);
}

#[test]
fn removals_are_breaking_and_have_exit_code_1() {
    let more = "tests/goldens/operations/model.json";
    let run = xtask(&["diff", more, MODEL, "--crate-version", "1.4.2"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    let verdict = "The next version after 1.4.2 is 2.0.0: there are breaking changes.\n";
    assert!(run.stdout.ends_with(verdict), "{}", run.stdout);
}

#[test]
fn a_failed_comparison_never_looks_clean() {
    for broken in [
        "no/such/model.json",
        "tests/goldens/refused-http/model.json",
    ] {
        for (format, start) in [
            ("text", "The models were not compared: "),
            ("markdown", "# The models were not compared\n"),
            (
                "json",
                "{\n  \"form\": 1,\n  \"error\": \"the models were not compared: ",
            ),
            ("github", "::error"),
        ] {
            let run = xtask(&["diff", MODEL, broken, "--format", format]);
            assert_eq!(run.code, 2, "{format} {broken}");
            assert!(run.stdout.starts_with(start), "{format} {}", run.stdout);
            assert!(!run.stderr.is_empty(), "{format} {broken}");
        }
    }
}
