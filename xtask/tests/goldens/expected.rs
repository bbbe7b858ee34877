//! The generated crates are as expected.
//!
//! `minimal` keeps its complete crate. The other goldens show the files and items in their `focus`,
//! and keep a hash of each other file that differs from `minimal`'s.

use crate::files::{self, Files};
use crate::golden::{self, GOLDENS, Golden, MINIMAL};
use crate::hashes::Hashes;
use crate::report;

/// The content of `expected.same`.
const SAME: &str = "The crate is that of `minimal`.\n";

/// The maximum number of lines in all expected files, so that a person can read them.
const MAX_LINES: usize = 31_000;

/// The files that a golden keeps beside its model, as expected or as generated.
#[derive(Default)]
pub(crate) struct Kept {
    /// Files to read: `expected/…`, `expected.err`, `expected.warn` and `expected.same`.
    pub(crate) shown: Files,
    /// `expected.hashes`.
    pub(crate) hashes: Hashes,
}

impl Kept {
    /// Reads the expected files of a golden.
    fn read(golden: &Golden) -> Self {
        let mut shown = files::read(&golden.folder());
        shown.retain(|path, _| path.starts_with("expected/") || path.starts_with("expected."));
        let hashes = shown.remove("expected.hashes").unwrap_or_default();
        Self {
            shown,
            hashes: Hashes::parse(&hashes),
        }
    }

    fn files(&self) -> Files {
        let mut files = self.shown.clone();
        if !self.hashes.is_empty() {
            files.insert("expected.hashes".to_owned(), self.hashes.to_string());
        }
        files
    }
}

/// The output for a golden, and the files that the golden keeps of it.
pub(crate) struct Output {
    /// The complete crate.
    pub(crate) crate_files: Files,
    pub(crate) kept: Kept,
}

/// Runs the command of a golden.
///
/// `minimal` is the crate of the golden `minimal`, or `None` if it is the one to generate.
fn generate(golden: &Golden, minimal: Option<&Files>) -> Result<Output, String> {
    let name = &golden.name;
    let out = golden.out();
    let run = golden.run(&out);
    let mut crate_files = files::read(&out);
    // The list changes with every golden's files, so it is checked here instead of kept.
    if let Some(list) = crate_files.remove(".generated-files") {
        let listed = list.lines().skip(2);
        if !listed.eq(crate_files.keys().map(String::as_str)) {
            return Err(format!("{name}: the list of files is wrong:\n{list}"));
        }
    }
    let kept = match run.code {
        0 => {
            let mut kept = keep(golden, &crate_files, minimal)?;
            if !run.stderr.is_empty() {
                kept.shown.insert("expected.warn".to_owned(), run.stderr);
            }
            // Without any file, nobody could tell whether the output was ever reviewed.
            if kept.shown.is_empty() && kept.hashes.is_empty() {
                kept.shown
                    .insert("expected.same".to_owned(), SAME.to_owned());
            }
            kept
        }
        2 if crate_files.is_empty() => Kept {
            shown: Files::from([("expected.err".to_owned(), run.stderr)]),
            hashes: Hashes::default(),
        },
        2 => return Err(format!("{name}: the command failed, but wrote files")),
        code => return Err(format!("{name}: exit code {code}\n{}", run.stderr)),
    };
    Ok(Output { crate_files, kept })
}

/// Returns the files that a golden keeps of its crate.
fn keep(golden: &Golden, crate_files: &Files, minimal: Option<&Files>) -> Result<Kept, String> {
    let mut different = crate_files.clone();
    different.retain(|path, text| minimal.is_none_or(|files| files.get(path) != Some(text)));
    let (shown, focus) = match (minimal, golden.focus()) {
        (None, None) => (different.clone(), "minimal is shown complete"),
        (Some(_), Some(focus)) => {
            let shown = focus.show(&different).map_err(|faults| {
                let faults = faults.iter();
                let lines = faults.map(|fault| format!("{}/focus: {fault}\n", golden.path()));
                format!(
                    "these entries match nothing:\n{}",
                    lines.collect::<String>()
                )
            })?;
            (shown, "the focus is empty")
        }
        (None, Some(_)) => return Err(format!("{}: {MINIMAL} cannot have a focus", golden.path())),
        (Some(_), None) => (Files::new(), "there is no focus"),
    };
    let mut hashes = Hashes::new(&different, &shown);
    let absent = minimal.into_iter().flat_map(Files::keys);
    for path in absent.filter(|path| !crate_files.contains_key(*path)) {
        hashes.add_absent(path);
    }
    // A crate that is the same as `minimal`'s has nothing to show.
    if shown.is_empty() && !hashes.is_empty() {
        let files: Vec<_> = different.keys().map(String::as_str).collect();
        let files = files.join(", ");
        return Err(format!(
            "{}: {focus}; these files differ: {files}",
            golden.path()
        ));
    }
    let shown = shown.into_iter();
    Ok(Kept {
        shown: shown
            .map(|(path, text)| (format!("expected/{path}"), text))
            .collect(),
        hashes,
    })
}

fn rewrite(golden: &Golden, old: &Files, new: &Files) {
    for path in old.keys().filter(|path| !new.contains_key(*path)) {
        files::remove(&golden.folder(), path);
    }
    for (path, text) in new {
        files::write(&golden.folder().join(path), text);
    }
}

#[test]
fn generated_crates_are_as_expected() {
    let is_rewriting = golden::is_rewriting();
    let goldens = Golden::all();
    let minimal = goldens.iter().find(|golden| golden.name == MINIMAL);
    let output = generate(minimal.expect("the golden `minimal`"), None);
    let minimal_crate = output.unwrap_or_else(|fault| panic!("{fault}")).crate_files;
    let mut report = report::Report::default();
    for golden in &goldens {
        report.add_faults(golden.faults());
        let base = (golden.name != MINIMAL).then_some(&minimal_crate);
        let output = match generate(golden, base) {
            Ok(output) => output,
            Err(fault) => {
                report.add_faults([fault]);
                continue;
            }
        };
        let expected = Kept::read(golden);
        let (old, new) = (expected.files(), output.kept.files());
        report.compare(golden, &expected, &output);
        if is_rewriting {
            rewrite(golden, &old, &new);
        } else if old.is_empty() {
            report.add_faults([format!(
                "{GOLDENS}/{}: there are no expected files",
                golden.name
            )]);
        }
        if is_rewriting || old == new {
            report::accept(golden, &output.crate_files);
        }
    }
    report.finish(is_rewriting);
}

#[test]
fn expected_output_is_short_enough_to_read() {
    let goldens = Golden::all();
    let files = goldens.iter().map(|golden| Kept::read(golden).files());
    let lines: usize = files
        .flat_map(Files::into_values)
        .map(|file| file.lines().count())
        .sum();
    assert!(
        lines <= MAX_LINES,
        "{lines} lines: select fewer items in the files `focus`"
    );
}
