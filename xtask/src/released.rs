//! `model/released`: the model of the last release, which decides about the next version.
//!
//! It has the layout of `model/`. Overlays that only document are not part of it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use codegen::diff::{self, Class, Failure, Policy, Report, StaleEntry, Version};
use codegen::{Options, Sources};

use crate::inputs::{self, Inputs};
use crate::policy;
use crate::source_toml::SourceToml;

/// The folder in the workspace.
pub(crate) const FOLDER: &str = "model/released";

/// The last release.
pub(crate) struct Released {
    inputs: Inputs,
    pub(crate) version: Version,
}

/// The differences since the last release, after the policy was applied.
pub(crate) struct Changes {
    pub(crate) report: Report,
    /// The entries of the policy that fit no difference.
    pub(crate) stale: Vec<StaleEntry>,
}

impl Released {
    /// Reads the last release of the workspace in `root`; `None` if there is none.
    pub(crate) fn read(root: &Path) -> Result<Option<Self>> {
        if !root.join(FOLDER).exists() {
            return Ok(None);
        }
        let name = format!("{FOLDER}/source.toml");
        let text = fs::read_to_string(root.join(&name));
        let text = text.with_context(|| format!("cannot read {name}"))?;
        let (_, version) = crate_name_and_version(&text, &name)?;
        Ok(Some(Self {
            inputs: Inputs::of_folder(root, FOLDER)?,
            version,
        }))
    }

    /// Returns the files of the release.
    pub(crate) fn sources(&self) -> Sources<'_> {
        inputs::without_documentation(self.inputs.sources())
    }

    /// Compares the release with other files, without their documentation.
    pub(crate) fn changes(
        &self,
        new: &Sources<'_>,
        options: &Options,
        policy: &Policy,
    ) -> Result<Changes, Box<Failure>> {
        let (old, new) = (self.sources(), inputs::without_documentation(new.clone()));
        let mut report = diff::compare(&old, &new, options)?;
        let stale = report.apply(policy).err().unwrap_or_default();
        Ok(Changes { report, stale })
    }

    /// Returns what is wrong with the version of the crate or with the policy, if its model is `new`.
    pub(crate) fn faults(
        &self,
        new: &Sources<'_>,
        options: &Options,
        policy: &Policy,
        version: &Version,
    ) -> Result<Vec<String>, Box<Failure>> {
        // Lowering both models costs as much as generation.
        if policy.accepted.is_empty() && self.is_same(new) && *version >= self.version {
            return Ok(Vec::new());
        }
        let Changes { report, stale } = self.changes(new, options, policy)?;
        let stale = stale.iter();
        let mut faults: Vec<_> = stale
            .map(|entry| format!("{}: {entry}", policy::FILE))
            .collect();
        let required = report.next_version(&self.version);
        if *version < required {
            let counts = Class::ALL.into_iter();
            let counts = counts.map(|class| (report.count(class), class.as_str()));
            let counts: Vec<_> = counts
                .filter(|(count, _)| *count > 0)
                .map(|(count, class)| format!("{count} {class}"))
                .collect();
            let reason = match counts.is_empty() {
                true => format!("{} is released", self.version),
                false => format!(
                    "the model differs from that of {} ({}); `cargo xtask diff` lists the \
                     differences",
                    self.version,
                    counts.join(", ")
                ),
            };
            faults.push(format!(
                "model/source.toml: the version {version} must be {required} or higher, because \
                 {reason}"
            ));
        }
        Ok(faults)
    }

    /// Returns `true` if the files have the same contents, except for documentation.
    fn is_same(&self, new: &Sources<'_>) -> bool {
        let (old, new) = (self.sources(), inputs::without_documentation(new.clone()));
        let texts = |sources: &Sources<'_>| -> Vec<String> {
            let fixed = [sources.model, sources.partitions];
            let files = fixed.iter().chain(&sources.overlays);
            files.map(|file| file.text.to_owned()).collect()
        };
        texts(&old) == texts(&new)
    }
}

/// Returns the crate's name and version in the text of a `source.toml`.
pub(crate) fn crate_name_and_version(text: &str, name: &str) -> Result<(String, Version)> {
    let toml = SourceToml::new(Some(text)).with_context(|| name.to_owned())?;
    let names = toml.crate_name_and_version();
    let (crate_name, version) = names.with_context(|| name.to_owned())?;
    let version = Version::parse(&version).with_context(|| format!("the version in {name}"))?;
    Ok((crate_name, version))
}
