//! Every generated crate compiles without a warning, and has no unexpected doc tests.
//!
//! All are members of one workspace: cargo runs once to check them, once to document a few, and once
//! for the doc tests of a few.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Output;

use xtask::workspace::Workspace;

use crate::doc_tests;
use crate::files::{root, scratch};
use crate::golden::Golden;

/// Returns the name of a golden's package and of its folder: `golden-NAME`.
fn member(golden: &Golden) -> String {
    format!("golden-{}", golden.name)
}

/// Generates a member from each accepted golden, and returns their names.
///
/// Unchanged files keep their modification time.
fn members(workspace: &Workspace) -> Vec<String> {
    let goldens = Golden::all();
    let accepted = goldens.iter().filter(|golden| {
        let name = member(golden);
        let run = golden.run_as(&name, &workspace.member(&name));
        let is_accepted = run.code == 0;
        let is_expected = is_accepted != golden.folder().join("expected.err").exists();
        assert!(is_expected, "{name}: {}", run.stderr);
        if is_accepted {
            let pages = golden.page_doc_tests();
            let examples = doc_tests::examples(&workspace.member(&name), pages);
            let compiles = EXAMPLES.contains(&&*golden.name);
            let has_examples = !examples.operations.is_empty();
            assert_eq!(has_examples, compiles, "the examples of {name}");
            let all = examples.operations.iter().chain(&examples.conveniences);
            doc_tests::assert_formatted(all);
        }
        is_accepted
    });
    accepted.map(member).collect()
}

/// Runs cargo in the workspace.
fn cargo<A: AsRef<OsStr>>(workspace: &Workspace, arguments: &[A]) -> Output {
    let mut command = workspace.cargo(arguments);
    // Unlike RUSTFLAGS, this does not recompile the dependencies.
    command.env("RUSTDOCFLAGS", "-D warnings");
    command.output().expect("cargo runs")
}

/// The goldens whose models test documentation. Only these are documented, because each takes a
/// second.
const DOCUMENTED: [&str; 10] = [
    "constraints",
    "deprecated",
    "documentation",
    "examples",
    "front-page",
    "hostile-text",
    "html-documentation",
    "names-types",
    "overlay",
    "overlay-documentation",
];

/// The goldens whose models have examples.
const EXAMPLES: [&str; 3] = ["conveniences-omitted", "examples", "examples-omitted"];

/// Other goldens whose doc tests are compiled: with pages, with raw names, with errors, with
/// paginators and with waiters.
const DOC_TESTED: [&str; 6] = [
    "client-facts",
    "errors",
    "front-page",
    "names-operations",
    "pagination",
    "waiters",
];

/// The features that only add items; the other features are for connections and tests.
const FEATURES: &str = "--features=blocking,check,futures-stream,serde";

#[test]
fn generated_crates_compile_without_a_warning() {
    // `CARGO_TARGET_TMPDIR` is `tmp` in the target folder.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent();
    let target = target.expect("the target folder").to_owned();
    let workspace = Workspace::new(scratch("workspace"), target);
    let members = members(&workspace);
    assert!(!members.is_empty());
    let runtime = root().join("codegen/runtime");
    let patches = [("restjson1-runtime", &*runtime)];
    let members = members.iter().map(String::as_str);
    workspace.write(members, &patches).expect("a workspace");
    workspace.resolve().expect("the dependencies");
    let version = workspace.cargo(&["clippy", "--version"]).output();
    let has_clippy = version.expect("cargo runs").status.success();
    let mut arguments = match has_clippy {
        true => vec!["clippy"],
        false => vec!["check"],
    };
    arguments.extend(["--offline", "--workspace", "--keep-going", FEATURES]);
    if has_clippy {
        arguments.extend(["--", "-D", "warnings"]);
    }
    let output = cargo(&workspace, &arguments);
    let stderr = String::from_utf8_lossy(&output.stderr);
    // Without clippy, warnings do not fail the build; cargo counts them: "`a` (lib) generated 1
    // warning".
    let clean = output.status.success() && !stderr.contains(") generated ");
    assert!(clean, "{stderr}");

    for (arguments, names) in [
        (&["doc", "--offline", "--no-deps"][..], DOCUMENTED.to_vec()),
        (
            &["test", "--offline", "--doc", FEATURES],
            [&EXAMPLES[..], &DOC_TESTED].concat(),
        ),
    ] {
        let arguments = arguments.iter().map(|argument| (*argument).to_owned());
        let packages = names.iter().map(|name| format!("--package=golden-{name}"));
        let arguments: Vec<_> = arguments.chain(packages).collect();
        let output = cargo(&workspace, &arguments);
        let stdout = String::from_utf8_lossy(&output.stdout);
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{stdout}{stderr}");
    }
}
