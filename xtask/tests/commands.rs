//! The command line as a user sees it: exit codes, messages, and files that stay as they are.
#![forbid(unsafe_code)]

use std::collections::BTreeSet;
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

/// The start of a failed comparison's output, in each format.
const FAILURES: [(&str, &str); 4] = [
    ("text", "The models were not compared: "),
    ("markdown", "# The models were not compared\n"),
    (
        "json",
        "{\n  \"form\": 1,\n  \"error\": \"the models were not compared: ",
    ),
    ("github", "::error"),
];

fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().expect("a workspace")
}

/// Runs `xtask` at the workspace's root.
fn xtask(arguments: &[&str]) -> Run {
    xtask_with(arguments, &[])
}

/// Runs `xtask` with environment variables.
fn xtask_with(arguments: &[&str], variables: &[(&str, &str)]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command
        .current_dir(root())
        .env_remove("CLICOLOR_FORCE")
        .env_remove("GITHUB_STEP_SUMMARY")
        .envs(variables.iter().copied())
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
    for command in [
        "generate",
        "update",
        "diff",
        "record-release",
        "ir",
        "docs",
        "conformance",
        "bench",
    ] {
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
        for (format, start) in FAILURES {
            let run = xtask(&["diff", MODEL, broken, "--format", format]);
            assert_eq!(run.code, 2, "{format} {broken}");
            assert!(run.stdout.starts_with(start), "{format} {}", run.stdout);
            assert!(!run.stderr.is_empty(), "{format} {broken}");
        }
    }
}

/// The path of the policy, overlay or model `name`, with this text.
fn put(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, text).expect("written");
    path.to_str().expect("a path in UTF-8").to_owned()
}

#[test]
fn accepted_differences_do_not_break_and_stale_entries_fail() {
    let folder = scratch("policy");
    let more = "tests/goldens/operations/model.json";
    let removed = xtask(&["diff", more, MODEL, "--format", "json"]);
    let accepted: String = removed
        .stdout
        .split("\"rule\": \"")
        .skip(1)
        .filter_map(|rest| {
            let (rule, rest) = rest.split_once('"')?;
            let (_, rest) = rest.split_once("\"shape\": \"")?;
            let (shape, _) = rest.split_once('"')?;
            Some((shape, rule))
        })
        .collect::<BTreeSet<_>>()
        .into_iter()
        .map(|(shape, rule)| {
            format!("[[accepted]]\nshape = \"{shape}\"\nrule = \"{rule}\"\nreason = \"r\"\n")
        })
        .collect();
    assert!(accepted.contains("operation-removed"), "{accepted}");
    let policy = put(&folder, "accepted.toml", &accepted);
    let run = xtask(&["diff", more, MODEL, "--policy", &policy]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert!(
        run.stdout.contains(" accepted\nThe version stays "),
        "{}",
        run.stdout
    );
    let severity = put(
        &folder,
        "severity.toml",
        "[severity]\noperation-added = \"breaking\"\n",
    );
    let run = xtask(&["diff", MODEL, more, "--policy", &severity]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    for (format, start) in FAILURES {
        let run = xtask(&[
            "diff", MODEL, MODEL, "--policy", &policy, "--format", format,
        ]);
        assert_eq!(run.code, 2, "{format}");
        assert!(run.stdout.starts_with(start), "{format}: {}", run.stdout);
        assert!(run.stderr.contains("remove the entry"), "{}", run.stderr);
    }
}

#[test]
fn overlays_apply_to_one_or_both_models() {
    let folder = scratch("overlays");
    let statement = r#"{"type": "apply", "traits": {"smithy.api#deprecated": {}}}"#;
    let shapes = format!(r#"{{"example.garden#Plant": {statement}}}"#);
    let text = format!(r#"{{"smithy": "2.0", "shapes": {shapes}}}"#);
    let overlay = put(&folder, "overlay.json", &text);
    let model = folder.join("model");
    fs::create_dir_all(model.join("overlay/documentation")).expect("a folder");
    fs::write(model.join("overlay/deprecated.json"), &text).expect("written");
    let text = text.replace(
        "smithy.api#deprecated\": {}",
        "smithy.api#documentation\": \"A text.\"",
    );
    fs::write(model.join("overlay/documentation/a.json"), text).expect("written");
    for (from, to) in [
        (MODEL, "ivs.json"),
        ("model/partitions.json", "partitions.json"),
    ] {
        fs::copy(root().join(from), model.join(to)).expect("copied");
    }
    fs::write(
        model.join("source.toml"),
        "[crate]\nname = \"garden\"\nversion = \"3.2.1\"\n",
    )
    .expect("written");
    let model = model.to_str().expect("a path in UTF-8");
    let clean = "0 breaking, 0 behavioural, 0 additive, 0 documentation, 0 none\n";
    let deprecated = "0 breaking, 0 behavioural, 1 additive, 0 documentation, 0 none\n";
    for (arguments, counts) in [
        (&[MODEL, MODEL, "--overlay", &overlay][..], clean),
        (&[MODEL, MODEL, "--new-overlay", &overlay], deprecated),
        (&[MODEL, model], deprecated),
        (&[MODEL, model, "--old-overlay", &overlay], clean),
        (&[MODEL, model, "--no-overlays"], clean),
    ] {
        let run = xtask(&[&["diff"], arguments].concat());
        assert_eq!(run.code, 0, "{arguments:?}: {}", run.stderr);
        assert!(run.stdout.contains(counts), "{arguments:?}: {}", run.stdout);
    }
    // The folder has the version of its crate.
    let run = xtask(&["diff", model, MODEL]);
    assert!(
        run.stdout.contains("after 3.2.1 is 3.2.2"),
        "{}",
        run.stdout
    );
    assert!(
        run.stderr
            .contains("only one model has overlays of documentation"),
        "{}",
        run.stderr
    );
    let run = xtask(&["diff", MODEL]);
    assert_eq!((run.code, &*run.stdout), (2, ""));
}

#[test]
fn plain_diff_compares_with_the_last_release() {
    let run = xtask(&["diff"]);
    assert!([0, 1].contains(&run.code), "{}", run.stderr);
    assert!(run.stdout.contains(" none\nThe "), "{}", run.stdout);
}

#[test]
fn github_format_writes_the_summary_and_annotates_removals_in_the_old_file() {
    let folder = scratch("summary");
    let summary = put(&folder, "summary.md", "# A step before\n\n");
    let more = "tests/goldens/operations/model.json";
    let github = |old: &str, new: &str| {
        let arguments = ["diff", old, new, "--format", "github"];
        xtask_with(&arguments, &[("GITHUB_STEP_SUMMARY", &summary)])
    };
    let read = || fs::read_to_string(&summary).expect("a summary");
    let run = github(more, MODEL);
    assert_eq!(run.code, 1, "{}", run.stderr);
    let errors: Vec<_> = run
        .stdout
        .lines()
        .filter(|line| line.starts_with("::error "))
        .collect();
    let removed = format!("::error file={more},line=");
    assert!(errors[0].starts_with(&removed), "{}", errors[0]);
    assert!(
        errors
            .iter()
            .any(|line| line.contains("title=breaking%3A operation-removed::"))
    );
    let text = read();
    let markdown = xtask(&["diff", more, MODEL, "--format", "markdown"]).stdout;
    assert_eq!(text, format!("# A step before\n\n{markdown}"));
    assert!(markdown.contains("\n## Breaking changes\n"), "{markdown}");
    // Failures are appended as well.
    for broken in [
        "no/such/model.json",
        "tests/goldens/refused-http/model.json",
    ] {
        let before = read();
        let run = github(MODEL, broken);
        assert_eq!(run.code, 2);
        let added = read().replacen(&before, "", 1);
        assert!(
            added.starts_with("# The models were not compared\n"),
            "{added}"
        );
    }
    // A summary that cannot be written is an error.
    let nowhere = [("GITHUB_STEP_SUMMARY", "no/such/folder/summary.md")];
    let run = xtask_with(&["diff", MODEL, MODEL, "--format", "github"], &nowhere);
    assert_eq!(run.code, 2, "{}", run.stdout);
}

#[test]
fn update_reports_repeated_keys() {
    let folder = scratch("repeated-keys");
    let text = fs::read_to_string(root().join("model/ivs.json")).expect("a model");
    let model = put(
        &folder,
        "ivs.json",
        &text.replacen('{', "{\"smithy\": \"1.0\",", 1),
    );
    let run = xtask(&["update", "--from", &model, "--date", "2099-01", "--dry-run"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.starts_with("warning[E0103]"), "{}", run.stderr);
}
