//! A suite: a model, the client made of it, and the tests that it states.

use super::by_hand;
use super::corrections::Corrections;
use super::manifest;
use crate::workspace::Workspace;
use crate::{output, path, writer};
use anyhow::{Context, Result};
use codegen::conformance::{Case, LeftOut, LeftOutReason};
use codegen::{Options, RuntimeDependency, Source, Sources};
use std::fs;
use std::path::Path;

/// A suite whose client and tests are written.
pub(super) struct Suite {
    /// The file's name without `.json`.
    pub(super) name: String,
    /// What its package is called.
    pub(super) package: String,
    /// The tests that the model states.
    pub(super) cases: Vec<Case>,
    /// The cases that are not tested.
    pub(super) left_out: Vec<LeftOut>,
    /// The operations that the client does not have.
    pub(super) skipped: Vec<String>,
}

impl Suite {
    /// Generates client and tests into the workspace; `None` where something is wrong with the
    /// model, which is said.
    pub(super) fn generate(
        model: &Path,
        partitions: &(String, String),
        corrections: &Corrections,
        allowed_traits: &[String],
        workspace: &Workspace,
    ) -> Result<Option<Self>> {
        let shown = model.display().to_string();
        let text = fs::read_to_string(model).with_context(|| format!("cannot read {shown}"))?;
        let name = model.file_stem().and_then(|stem| stem.to_str());
        let name = name
            .with_context(|| format!("{shown} has no name in Unicode"))?
            .to_owned();
        let package = package(&name);
        let folder = workspace.member(&package);
        let runtime = path::relative(&folder, &path::root().join("codegen/runtime"))?;
        let options = Options {
            crate_name: package.clone(),
            crate_version: "0.0.0".to_owned(),
            runtime: RuntimeDependency::Path(runtime),
            allowed_traits: allowed_traits.to_vec(),
            // What there are tests for is tested; what is left out is said.
            skip_unsupported: true,
        };
        let sources = Sources {
            model: Source {
                name: &shown,
                text: &text,
            },
            overlays: Vec::new(),
            partitions: Source {
                name: &partitions.0,
                text: &partitions.1,
            },
        };
        let own = corrections.get(&name).map_or(&[][..], Vec::as_slice);
        let suite = match codegen::conformance::suite(&sources, &options, own) {
            Ok(suite) => suite,
            Err(found) => {
                output::report(&found, &sources);
                return Ok(None);
            }
        };
        output::report(&suite.generated.warnings, &sources);
        let mut files = suite.generated.files;
        files.extend(suite.tests);
        if let Some(text) = files.get_mut("Cargo.toml") {
            *text = manifest::with_tests(text, &folder)?;
        }
        writer::write(&folder, &files)?;
        by_hand::copy(model, &folder)?;
        Ok(Some(Self {
            name,
            package,
            cases: suite.cases,
            left_out: suite.left_out,
            skipped: suite.generated.skipped,
        }))
    }
}

impl Suite {
    /// How many cases are not tested, by reason, and which operations are not there; nothing where all
    /// are.
    pub(super) fn left_out(&self) -> String {
        let mut text = String::new();
        for (reason, what) in [
            (LeftOutReason::Server, "for servers"),
            (LeftOutReason::Protocol, "of other protocols"),
            (LeftOutReason::EventStream, "of event streams"),
            (LeftOutReason::Unused, "of operations left out"),
        ] {
            let cases = self.left_out.iter();
            let count = cases.filter(|case| case.reason == reason).count();
            if count > 0 {
                text.push_str(&format!("; {count} {what}"));
            }
        }
        if !self.skipped.is_empty() {
            let (count, names) = (self.skipped.len(), self.skipped.join(", "));
            text.push_str(&format!("; operations left out: {count} ({names})"));
        }
        text
    }
}

/// The name of a suite's package.
fn package(suite: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric();
    let words: Vec<_> = suite
        .split(|c| !plain(c))
        .filter(|word| !word.is_empty())
        .collect();
    format!("conformance-{}", words.join("-")).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::package;

    #[test]
    fn packages_are_called_as_packages_can_be() {
        assert_eq!(package("ivs-2025-04"), "conformance-ivs-2025-04");
        assert_eq!(package("Own suite_1.x"), "conformance-own-suite-1-x");
    }
}
