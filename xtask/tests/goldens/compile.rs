//! Every crate that is expected compiles without a warning: all are members of one workspace that
//! one call of cargo checks. Another one makes the documentation of a few.

use crate::files::{root, scratch};
use crate::golden::Golden;
use std::ffi::OsStr;
use std::path::Path;
use std::process::Output;
use xtask::workspace::Workspace;

/// What the workspace's members are called, and where they are: `golden-NAME`.
fn member(golden: &Golden) -> String {
    format!("golden-{}", golden.name)
}

/// Generates the members; files that did not change keep their time.
fn members(workspace: &Workspace) -> Vec<String> {
    let goldens = Golden::all();
    let made = goldens.iter().filter(|golden| {
        let name = member(golden);
        golden.generate_as(&name, &workspace.member(&name)).code == 0
    });
    made.map(member).collect()
}

/// Runs cargo in the workspace.
fn cargo<A: AsRef<OsStr>>(workspace: &Workspace, arguments: &[A]) -> Output {
    let mut command = workspace.cargo(arguments);
    command
        .arg("--offline")
        // This leaves what others stand on as it is, unlike RUSTFLAGS.
        .env("RUSTDOCFLAGS", "-D warnings")
        .output()
        .expect("cargo runs")
}

/// The goldens whose texts go into documentation as they are: the only ones whose documentation is
/// made, for it takes a second each.
const DOCUMENTED: [&str; 6] = [
    "constraints",
    "deprecated",
    "documentation",
    "html-documentation",
    "names-types",
    "overlay",
];

#[test]
fn what_is_expected_compiles_without_a_warning() {
    // The folder of this test is `tmp` in the target folder.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent();
    let target = target.expect("the target folder").to_owned();
    let workspace = Workspace::new(scratch("workspace"), target);
    let members = members(&workspace);
    assert!(!members.is_empty());
    let runtime = root().join("codegen/runtime");
    let patches = [("restjson1-runtime", &*runtime)];
    let members = members.iter().map(String::as_str);
    workspace.write(members, &patches).expect("a workspace");
    workspace.resolve().expect("what members stand on");
    let version = workspace.cargo(&["clippy", "--version"]).output();
    let has_clippy = version.expect("cargo runs").status.success();
    let output = match has_clippy {
        true => cargo(
            &workspace,
            &[
                "clippy",
                "--workspace",
                "--keep-going",
                "--",
                "-D",
                "warnings",
            ],
        ),
        false => cargo(&workspace, &["check", "--workspace", "--keep-going"]),
    };
    let stderr = String::from_utf8_lossy(&output.stderr);
    // Without clippy, warnings are but counted, in cargo's last words about a crate.
    let clean = output.status.success() && !stderr.contains(") generated ");
    assert!(clean, "{stderr}");

    let mut arguments = vec!["doc".to_owned(), "--no-deps".to_owned()];
    arguments.extend(DOCUMENTED.map(|name| format!("--package=golden-{name}")));
    let output = cargo(&workspace, &arguments);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{stderr}");
}
