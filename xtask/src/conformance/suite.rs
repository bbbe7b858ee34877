//! A suite: a model, the client generated from it, and the tests that it defines.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use codegen::conformance::{Case, SkipReason, SkippedCase};
use codegen::{Options, RuntimeDependency, Source, Sources};

use super::by_hand;
use super::corrections::Corrections;
use super::manifest;
use crate::workspace::Workspace;
use crate::writer::{self, Output};
use crate::{output, path};

/// A suite whose client and tests have been written.
pub(super) struct Suite {
    /// The model's file name without `.json`.
    pub(super) name: String,
    /// The name of the generated package.
    pub(super) package: String,
    /// The tests that the model defines.
    pub(super) cases: Vec<Case>,
    /// The test functions of round trips, which no model defines.
    pub(super) round_trips: Vec<String>,
    /// The cases that are skipped.
    pub(super) skipped_cases: Vec<SkippedCase>,
    /// The operations that the client lacks.
    pub(super) skipped_operations: Vec<String>,
}

impl Suite {
    /// Generates client and tests into the workspace.
    ///
    /// Returns `None` if the model is invalid; its diagnostics are then printed.
    pub(super) fn generate(
        model: &Path,
        partitions: &(String, String),
        corrections: &Corrections,
        allowed_traits: &[String],
        workspace: &Workspace,
    ) -> Result<Option<Self>> {
        let path = model.display().to_string();
        let text = fs::read_to_string(model).with_context(|| format!("cannot read {path}"))?;
        let name = model
            .file_stem()
            .and_then(|stem| stem.to_str())
            .with_context(|| format!("the name of {path} is not Unicode"))?
            .to_owned();
        let package = package_name(&name);
        let folder = workspace.member(&package);
        let runtime = path::relative(&folder, &path::root().join("codegen/runtime"))?;
        let options = Options {
            crate_name: package.clone(),
            crate_version: "0.0.0".to_owned(),
            runtime: RuntimeDependency::Path(runtime),
            allowed_traits: allowed_traits.to_vec(),
            // Test the supported operations; `omissions` reports the rest.
            skip_unsupported: true,
        };
        let sources = Sources {
            model: Source {
                name: &path,
                text: &text,
            },
            overlays: Vec::new(),
            partitions: Source {
                name: &partitions.0,
                text: &partitions.1,
            },
        };
        let corrections = corrections.get(&name).map_or(&[][..], Vec::as_slice);
        let suite = match codegen::conformance::suite(&sources, &options, corrections) {
            Ok(suite) => suite,
            Err(diagnostics) => {
                output::report(&diagnostics, &sources);
                return Ok(None);
            }
        };
        output::report(&suite.generated.warnings, &sources);
        let mut files = suite.generated.files;
        files.extend(suite.tests);
        if let Some(text) = files.get_mut("Cargo.toml") {
            *text = manifest::with_tests(text, &folder)?;
        }
        let output = Output {
            files: &files,
            service: &suite.generated.service,
            header: &suite.generated.header,
        };
        writer::write(&folder, &output)?;
        by_hand::copy(model, &folder)?;
        Ok(Some(Self {
            name,
            package,
            cases: suite.cases,
            round_trips: suite.round_trips,
            skipped_cases: suite.skipped,
            skipped_operations: suite.generated.skipped,
        }))
    }

    /// Describes skipped cases, counted by reason, and skipped operations; empty if there are none.
    pub(super) fn omissions(&self) -> String {
        let mut message = String::new();
        for (reason, description) in [
            (SkipReason::Server, "for servers"),
            (SkipReason::Protocol, "for other protocols"),
            (SkipReason::EventStream, "for event streams"),
            (SkipReason::NotInClient, "for skipped operations"),
        ] {
            let cases = self.skipped_cases.iter();
            let count = cases.filter(|case| case.reason == reason).count();
            if count > 0 {
                message.push_str(&format!("; {count} skipped: {description}"));
            }
        }
        let operations = &self.skipped_operations;
        if !operations.is_empty() {
            let (count, names) = (operations.len(), operations.join(", "));
            message.push_str(&format!("; {count} operations skipped: {names}"));
        }
        message
    }
}

/// Returns the name of a suite's package.
fn package_name(suite: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric();
    let words: Vec<_> = suite
        .split(|c| !plain(c))
        .filter(|word| !word.is_empty())
        .collect();
    format!("conformance-{}", words.join("-")).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::package_name;

    #[test]
    fn package_names_are_valid() {
        assert_eq!(package_name("ivs-2025-04"), "conformance-ivs-2025-04");
        assert_eq!(package_name("Own suite_1.x"), "conformance-own-suite-1-x");
    }
}
