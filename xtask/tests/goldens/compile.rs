//! Every crate that is expected compiles without a warning: all are members of one workspace that
//! one call of cargo checks. Another one makes the documentation of a few.
//!
//! It shares the target folder of the cargo that runs this test, and the profile of the workspace,
//! so that what clients stand on is compiled once for both.

use crate::files::{self, root, scratch};
use crate::golden::Golden;
use std::env;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output};
use toml_edit::{DocumentMut, Item, Table, value};

/// What the workspace's members are called, and where they are: `golden-NAME`.
fn member(golden: &Golden) -> String {
    format!("golden-{}", golden.name)
}

/// Generates the members; files that did not change keep their time.
fn members(workspace: &Path) -> Vec<String> {
    let goldens = Golden::all();
    let made = goldens.iter().filter(|golden| {
        let said = golden.generate_as(&member(golden), &workspace.join(member(golden)));
        said.code == 0
    });
    made.map(member).collect()
}

fn manifest(members: &[String]) -> String {
    let root_manifest = files::text(&root().join("Cargo.toml"));
    let root_manifest: DocumentMut = root_manifest.parse().expect("the workspace's manifest");
    let mut manifest = DocumentMut::new();
    manifest["workspace"] = Item::Table(Table::new());
    manifest["workspace"]["resolver"] = root_manifest["workspace"]["resolver"].clone();
    manifest["workspace"]["members"] = value(members.iter().collect::<toml_edit::Array>());
    manifest["profile"] = root_manifest["profile"].clone();
    let runtime = root().join("codegen/runtime");
    manifest["patch"]["crates-io"]["restjson1-runtime"]["path"] =
        value(runtime.to_str().expect("a path in Unicode"));
    manifest.to_string()
}

/// Runs cargo in the workspace, without a network unless something has to be fetched.
fn cargo<A: AsRef<OsStr>>(workspace: &Path, arguments: &[A]) -> Output {
    let run = |offline: &[&str]| {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        // What cargo says about this test is not about those crates.
        for (name, _) in env::vars_os() {
            let own = name.to_str().unwrap_or_default();
            if own.starts_with("CARGO_PKG_") || own.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&name);
            }
        }
        // The folder of this test is `tmp` in the target folder.
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent();
        command
            .current_dir(workspace)
            .env("CARGO_TARGET_DIR", target.expect("the target folder"))
            // This leaves what others stand on as it is, unlike RUSTFLAGS.
            .env("RUSTDOCFLAGS", "-D warnings")
            .arg(&arguments[0])
            .args(offline)
            .args(&arguments[1..])
            .output()
            .expect("cargo runs")
    };
    let output = run(&["--offline"]);
    let stderr = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() && stderr.contains("--offline") {
        return run(&[]);
    }
    output
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
    let workspace = scratch("workspace");
    let members = members(&workspace);
    assert!(!members.is_empty());
    files::write(&workspace.join("Cargo.toml"), &manifest(&members));
    files::write(
        &workspace.join("Cargo.lock"),
        &files::text(&root().join("Cargo.lock")),
    );
    let has_clippy = cargo(&workspace, &["clippy", "--version"]).status.success();
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
