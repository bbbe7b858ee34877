//! What is generated is what is expected.
//!
//! `minimal` keeps its whole crate. The other goldens keep the files that differ from what is made
//! of `minimal`, and list those that only `minimal` has. So a change to what all crates have in
//! common shows once.

use crate::files::{self, Files};
use crate::golden::{self, GOLDENS, Golden, MINIMAL};
use similar::TextDiff;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The command that rewrites what is expected.
const REWRITE: &str = "UPDATE_GOLDENS=1 cargo test -p xtask --test goldens";

/// What is kept of a crate that is no other than `minimal`'s.
const SAME: &str = "The crate is that of `minimal`.\n";

/// The whole crate that is made of a golden, and what is kept of it beside the model.
struct Made {
    generated: Files,
    kept: Files,
}

/// `minimal` is what is made of that golden, `None` for itself.
fn make(golden: &Golden, minimal: Option<&Files>) -> Result<Made, String> {
    let name = &golden.name;
    let out = golden.out();
    let said = golden.generate(&out);
    let generated = files::read(&out);
    let mut kept = Files::new();
    match said.code {
        0 => {
            let common = |path, text| minimal.is_some_and(|files| files.get(path) == Some(text));
            let own = generated
                .iter()
                .filter(|(path, text)| !common(*path, *text));
            kept.extend(own.map(|(path, text)| (format!("expected/{path}"), text.clone())));
            let absent: String = minimal
                .into_iter()
                .flat_map(Files::keys)
                .filter(|path| !generated.contains_key(*path))
                .map(|path| format!("{path}\n"))
                .collect();
            if !absent.is_empty() {
                kept.insert("expected.absent".to_owned(), absent);
            }
            if !said.stderr.is_empty() {
                kept.insert("expected.warn".to_owned(), said.stderr);
            }
            // A folder that keeps nothing would look as if it had never been looked at.
            if kept.is_empty() {
                kept.insert("expected.same".to_owned(), SAME.to_owned());
            }
        }
        2 if generated.is_empty() => {
            kept.insert("expected.err".to_owned(), said.stderr);
        }
        2 => return Err(format!("{name}: refused, but there are files")),
        code => return Err(format!("{name}: exit code {code}\n{}", said.stderr)),
    }
    Ok(Made { generated, kept })
}

/// What the golden's folder holds beside its model.
fn known(golden: &Golden) -> Files {
    let mut files = files::read(&golden.folder());
    files.retain(|path, _| path.starts_with("expected/") || path.starts_with("expected."));
    files
}

/// How what is made of a golden differs from what is known, as unified diffs.
///
/// A file that is on one side only is compared with what stands for it on the other: `minimal`'s.
fn differences(golden: &Golden, made: &Made, known: &Files, minimal: Option<&Files>) -> String {
    let folder = format!("{GOLDENS}/{}", golden.name);
    let refused = made.kept.contains_key("expected.err");
    let mut report = String::new();
    let paths: BTreeSet<_> = known.keys().chain(made.kept.keys()).collect();
    for path in paths {
        let (old, new) = (known.get(path), made.kept.get(path));
        // A refusal makes no files: the findings say enough.
        if old == new || (refused && path.starts_with("expected/")) {
            continue;
        }
        let common = path
            .strip_prefix("expected/")
            .and_then(|path| minimal?.get(path));
        let side = |own: Option<&String>, prefix: &str| match (own, common) {
            (Some(text), _) => (format!("{prefix}/{folder}/{path}"), text.clone()),
            (None, Some(text)) => (format!("{prefix}/{GOLDENS}/{MINIMAL}/{path}"), text.clone()),
            (None, None) => ("/dev/null".to_owned(), String::new()),
        };
        let ((old_name, old), (new_name, new)) = (side(old, "a"), side(new, "b"));
        let diff = TextDiff::from_lines(&old, &new);
        let _ = write!(
            report,
            "{}",
            diff.unified_diff().header(&old_name, &new_name)
        );
        if old == new {
            let _ = writeln!(
                report,
                "{folder}/{path}: the same as in {MINIMAL}, not to be kept"
            );
        }
    }
    report
}

fn rewrite(golden: &Golden, made: &Made, known: &Files) {
    for path in known.keys().filter(|path| !made.kept.contains_key(*path)) {
        files::remove(&golden.folder(), path);
    }
    for (path, text) in &made.kept {
        files::write(&golden.folder().join(path), text);
    }
}

#[test]
fn what_is_generated_is_what_is_expected() {
    let rewriting = golden::rewriting();
    let goldens = Golden::all();
    let minimal = goldens.iter().find(|golden| golden.name == MINIMAL);
    let minimal = make(minimal.expect("the golden `minimal`"), None);
    let minimal = minimal.unwrap_or_else(|fault| panic!("{fault}")).generated;
    let mut report = String::new();
    let mut faults = Vec::new();
    for golden in &goldens {
        faults.extend(golden.faults());
        let base = (golden.name != MINIMAL).then_some(&minimal);
        let known = known(golden);
        match make(golden, base) {
            Err(fault) => faults.push(fault),
            Ok(made) if rewriting => rewrite(golden, &made, &known),
            Ok(_) if known.is_empty() => faults.push(format!(
                "{}: there is neither expected/ nor expected.err",
                golden.name
            )),
            Ok(made) => report += &differences(golden, &made, &known, base),
        }
    }
    report.extend(faults.iter().map(|fault| format!("{fault}\n")));
    assert!(
        report.is_empty(),
        "goldens and generator differ\n\n{report}\nto rewrite what is expected: {REWRITE}\n"
    );
}
