//! The new files of an update. None is written yet, so that an error changes no file.

use std::path::Path;

use anyhow::{Context, Result};
use codegen::canonical::{self, Removed};
use codegen::diff::Version;
use codegen::{Diagnostics, Generated, Options, RuntimeDependency};

use super::present::{File, Input, Present};
use super::published::{Format, Published};
use super::release::Release;
use super::{Args, PARTITIONS, SOURCE, changelog, checks, lock_files, missing, stubs};
use crate::generate::wire_table;
use crate::source_toml::SourceToml;
use crate::transaction::Change;
use crate::writer::{self, Output};
use crate::{output, path};

/// The folder of the client in the workspace.
const GENERATED: &str = "generated";
const CHANGELOG: &str = "CHANGELOG.md";

/// The facts of the published files, in canonical form.
pub(super) struct Facts {
    pub(super) model: canonical::CanonicalModel,
    pub(super) partitions: Option<canonical::CanonicalPartitions>,
}

impl Facts {
    /// Returns the diagnostics that did not stop the conversion.
    pub(super) fn warnings(&self) -> Diagnostics {
        let mut warnings = self.model.warnings.clone();
        let partitions = self.partitions.as_ref();
        warnings.extend(partitions.map_or_else(Diagnostics::default, |file| file.warnings.clone()));
        warnings
    }
}

/// The result of an update, before it is written.
pub(super) struct Proposal {
    /// The changes, with the present text of each file.
    pub(super) changes: Vec<(Change, Option<String>)>,
    /// The last release, and the differences from it; `None` for the first model.
    pub(super) release: Option<Release>,
    /// The crate's present and new version.
    pub(super) versions: [Version; 2],
    /// The entries that were removed from overlays, with the name of the file.
    pub(super) removed: Vec<(String, Removed)>,
    pub(super) missing: missing::Missing,
    pub(super) stubs: Option<String>,
}

impl Proposal {
    /// Computes the new files; `None` if the model is rejected, which has been reported.
    pub(super) fn new(
        args: &Args,
        root: &Path,
        present: &Present,
        published: &Published,
        facts: Facts,
        partitions: Option<&[u8]>,
    ) -> Result<Option<Self>> {
        let mut source =
            SourceToml::new(present.source.as_ref().map(|file| &*file.text)).context(SOURCE)?;
        let present_month = source.get("model", "date").map(str::to_owned);
        checks::same_service(args, &facts.model.service, &source)?;
        let month = checks::month(args, &args.from, published.month.as_deref())?;
        let new = [
            ("date", &*month),
            ("api_version", &*facts.model.service.version),
        ];
        checks::not_older(args, &args.from, "model", &new, &source)?;
        let format = (published.format == Format::Botocore).then(|| published.format.as_str());
        let original = published.original.as_bytes();
        source.set_model(&facts.model.service, &month, format, original)?;
        if let (Some(file), Some(bytes)) = (&args.partitions, partitions) {
            let month = checks::month(args, file, None)?;
            checks::not_older(args, file, "partitions", &[("date", &month)], &source)?;
            source.set_partitions(&month, bytes)?;
        }
        let partitions = match (facts.partitions, &present.partitions) {
            (Some(partitions), _) => File::new(PARTITIONS, partitions.text),
            (None, Some(file)) => file.clone(),
            (None, None) => anyhow::bail!("there is no {PARTITIONS}; add --partitions FILE"),
        };
        let mut input = Input {
            model: File::new(super::MODEL, facts.model.text),
            overlays: present.overlays.clone(),
            partitions,
        };
        let (name, version) = source.crate_name_and_version()?;
        let mut options = options(root, name, version.clone())?;
        let removed = match prune(&mut input, &options) {
            Ok(removed) => removed,
            Err(diagnostics) => {
                output::report(&diagnostics, &input.sources());
                return Ok(None);
            }
        };

        let current = Version::parse(&version).context("the version in model/source.toml")?;
        let old = present.input();
        let release = match &old {
            None => None,
            Some(old) => {
                let date = present_month.as_deref().unwrap_or_default();
                match Release::new(root, old, &input, &options, &current, date)? {
                    None => return Ok(None),
                    release => release,
                }
            }
        };
        let next = release.as_ref().map(|release| {
            let required = release.changes.report.next_version(&release.version);
            required.max(current.clone())
        });
        let next = next.unwrap_or_else(|| current.clone());
        source.set_crate_version(&next.to_string())?;
        options.crate_version = next.to_string();
        let Some(generated) = generate(&input, &options) else {
            return Ok(None);
        };

        let missing = match &old {
            Some(old) => missing::Missing::new(root, old, &input)?,
            None => missing::Missing::default(),
        };
        let known = super::present::read(root, stubs::FILE)?;
        let stubs = stubs::stubs(&missing, known.as_ref().map(|file| &*file.text))?;
        let mut proposal = Self {
            changes: Vec::new(),
            versions: [current, next.clone()],
            removed,
            missing,
            stubs,
            release,
        };
        proposal.model_files(root, present, &input, source.text())?;
        proposal.changelog(root, &month)?;
        for (change, old) in lock_files::changes(root, &options.crate_name, &version, &next)? {
            proposal.changes.push((change, Some(old)));
        }
        proposal.generated(root, &generated)?;
        proposal.wire_table(root, &input, &options)?;
        Ok(Some(proposal))
    }

    /// Adds a change unless the file has the text already.
    fn set(&mut self, name: &str, old: Option<&str>, new: Option<String>) {
        if old != new.as_deref() {
            let change = Change {
                path: name.to_owned(),
                new,
            };
            self.changes.push((change, old.map(str::to_owned)));
        }
    }

    fn model_files(
        &mut self,
        root: &Path,
        present: &Present,
        input: &Input,
        source: String,
    ) -> Result<()> {
        let text = |file: &Option<File>| file.as_ref().map(|file| file.text.clone());
        let files = [
            (&input.model, text(&present.model)),
            (&input.partitions, text(&present.partitions)),
        ];
        for (file, old) in files {
            self.set(&file.name, old.as_deref(), Some(file.text.clone()));
        }
        for file in &present.overlays {
            let new = input.overlays.iter().find(|new| new.name == file.name);
            let new = new.map(|file| file.text.clone());
            self.set(&file.name, Some(&file.text), new);
        }
        let old = text(&present.source);
        self.set(SOURCE, old.as_deref(), Some(source));
        if let Some(stubs) = self.stubs.clone() {
            let old = super::present::read(root, stubs::FILE)?;
            let old = old.map(|file| file.text);
            self.set(stubs::FILE, old.as_deref(), Some(stubs));
        }
        Ok(())
    }

    fn changelog(&mut self, root: &Path, month: &str) -> Result<()> {
        let Some(release) = &self.release else {
            return Ok(());
        };
        let file = super::present::read(root, CHANGELOG)?;
        let file = file.with_context(|| format!("cannot read {CHANGELOG}"))?;
        let before = release.before.as_ref();
        let before = before.map(|(report, month)| (report, &**month));
        let report = &release.changes.report;
        let new = changelog::with_entries(&file.text, report, month, before).context(CHANGELOG)?;
        self.set(CHANGELOG, Some(&file.text), Some(new));
        Ok(())
    }

    /// Adds the change of the fake service's table, if the workspace has a fake service.
    fn wire_table(&mut self, root: &Path, input: &Input, options: &Options) -> Result<()> {
        if let Some(old) = super::present::read(root, wire_table::PATH)? {
            let new = wire_table::table(&input.sources(), options)?;
            self.set(wire_table::PATH, Some(&old.text), Some(new));
        }
        Ok(())
    }

    fn generated(&mut self, root: &Path, generated: &Generated) -> Result<()> {
        let output = Output {
            files: &generated.files,
            service: &generated.service,
            header: &generated.header,
        };
        let comparison = writer::check(&root.join(GENERATED), &output)?;
        for (path, old, new) in comparison.differences {
            let path = format!("{GENERATED}/{path}");
            self.set(&path, old.as_deref(), new);
        }
        Ok(())
    }
}

pub(super) fn options(root: &Path, crate_name: String, crate_version: String) -> Result<Options> {
    let runtime = path::relative(&root.join(GENERATED), &root.join("codegen/runtime"))?;
    Ok(Options {
        crate_name,
        crate_version,
        runtime: RuntimeDependency::Path(runtime),
        allowed_traits: Vec::new(),
        skip_unsupported: false,
    })
}

/// Removes stale entries of the overlays until there are none.
///
/// # Errors
/// Returns all diagnostics if there are other errors, such as examples that no longer fit.
pub(super) fn prune(
    input: &mut Input,
    options: &Options,
) -> Result<Vec<(String, Removed)>, Diagnostics> {
    let mut removed = Vec::new();
    loop {
        let Err(diagnostics) = codegen::generate(&input.sources(), options) else {
            return Ok(removed);
        };
        let is_error =
            |diagnostic: &&codegen::Diagnostic| diagnostic.severity == codegen::Severity::Error;
        let mut overlays = Vec::new();
        let mut is_pruned = false;
        if diagnostics.iter().filter(is_error).all(canonical::is_stale) {
            for (index, file) in input.overlays.iter().enumerate() {
                let source = file.source();
                match canonical::prune(source, index, &diagnostics, &input.model.text) {
                    None => overlays.push(file.clone()),
                    Some(pruned) => {
                        is_pruned |= !pruned.removed.is_empty();
                        let entries = pruned.removed.into_iter();
                        removed.extend(entries.map(|entry| (file.name.clone(), entry)));
                        overlays.extend(pruned.text.map(|text| File::new(&file.name, text)));
                    }
                }
            }
        }
        // Each round removes an entry, so the loop ends.
        if !is_pruned {
            return Err(diagnostics);
        }
        input.overlays = overlays;
    }
}

fn generate(input: &Input, options: &Options) -> Option<Generated> {
    match codegen::generate(&input.sources(), options) {
        Ok(generated) => {
            output::report(&generated.warnings, &input.sources());
            Some(generated)
        }
        Err(diagnostics) => {
            output::report(&diagnostics, &input.sources());
            None
        }
    }
}
