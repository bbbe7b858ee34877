//! `cargo xtask record-release`: records the model of a release.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use codegen::diff::Version;
use codegen::{Options, RuntimeDependency};

use crate::inputs::{self, Inputs};
use crate::released::{self, Released};
use crate::transaction::{self, Change};
use crate::{output, path, policy};

const SOURCE: &str = "model/source.toml";

/// Records the model as that of the last release, in model/released; publishes nothing.
///
/// Also removes the accepted differences of model/diff-policy.toml, which are then released. Exit
/// codes: 0 success; 1 the version in model/source.toml is too low for the differences from the last
/// release; 2 any other error.
#[derive(clap::Args)]
pub(crate) struct Args {}

/// Runs the command.
pub(crate) fn run(_: &Args) -> Result<ExitCode> {
    record(&path::root())
}

/// Records the model of the workspace in `root`.
pub(crate) fn record(root: &Path) -> Result<ExitCode> {
    let source = fs::read_to_string(root.join(SOURCE));
    let source = source.with_context(|| format!("cannot read {SOURCE}"))?;
    let (crate_name, version) = released::crate_name_and_version(&source, SOURCE)?;
    let present = Inputs::of_folder(root, "model")?;
    if let Some(released) = Released::read(root)? {
        let options = options(crate_name, &version);
        let sources = present.sources();
        let policy = policy::of_workspace(root)?;
        match released.faults(&sources, &options, &policy, &version) {
            Ok(faults) if faults.is_empty() => {}
            Ok(faults) => {
                output::print(&format!("{}\n", faults.join("\n")))?;
                return Ok(output::FAILED.into());
            }
            Err(failure) => {
                output::report_failure(&failure, &released.sources(), &sources);
                return Ok(output::ERROR.into());
            }
        }
    }
    let mut changes = changes(root, &present, source)?;
    if let Some(text) = policy::text(root)?
        && let Some(new) = policy::without_accepted(&text)?
    {
        changes.push(Change {
            path: policy::FILE.to_owned(),
            new: Some(new),
        });
    }
    transaction::apply(root, &changes, &mut |_| Ok(()))?;
    let files = match changes.len() {
        0 => "no file changed".to_owned(),
        1 => "1 file changed".to_owned(),
        count => format!("{count} files changed"),
    };
    let folder = released::FOLDER;
    output::print(&format!("{folder} is the model of {version}: {files}\n"))?;
    Ok(ExitCode::SUCCESS)
}

fn options(crate_name: String, version: &Version) -> Options {
    Options {
        crate_name,
        crate_version: version.to_string(),
        runtime: RuntimeDependency::Version("0.0.0".to_owned()),
        allowed_traits: Vec::new(),
        skip_unsupported: false,
    }
}

/// Returns the changes of `model/released`.
fn changes(root: &Path, present: &Inputs, source: String) -> Result<Vec<Change>> {
    let place = |name: &str| name.replacen("model", released::FOLDER, 1);
    let files = present.files();
    let files = files.filter(|(name, _)| !inputs::is_documentation(name));
    let mut new: BTreeMap<String, Option<String>> = files
        .map(|(name, text)| (place(name), Some(text.to_owned())))
        .collect();
    new.insert(place(SOURCE), Some(source));
    for name in inputs::files_below(root, released::FOLDER)? {
        new.entry(name).or_insert(None);
    }
    let changes = new.into_iter();
    let changes = changes.filter(|(path, new)| fs::read_to_string(root.join(path)).ok() != *new);
    Ok(changes.map(|(path, new)| Change { path, new }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_folder::Folder;

    /// Puts the golden `minimal` into a workspace, with changes.
    fn put_model(folder: &Folder, old: &str, new: &str) {
        let root = path::root();
        let read = |name: &str| fs::read_to_string(root.join(name)).unwrap();
        let model = read("tests/goldens/minimal/model.json");
        assert!(model.contains(old), "{model}");
        folder.put("model/ivs.json", &model.replace(old, new));
        folder.put("model/partitions.json", &read("model/partitions.json"));
    }

    fn workspace() -> Folder {
        let folder = Folder::new("release");
        put_model(&folder, "", "");
        folder.put("model/overlay/order.json", r#"{"smithy": "2.0"}"#);
        folder.put("model/overlay/documentation/a.json", r#"{"smithy": "2.0"}"#);
        put_version(&folder, "0.1.0");
        folder
    }

    fn put_version(folder: &Folder, version: &str) {
        let text = format!("[crate]\nname = \"garden\"\nversion = \"{version}\"\n");
        folder.put(SOURCE, &text);
    }

    fn released(folder: &Folder) -> Vec<String> {
        let files = folder.list().into_iter().map(|(path, _)| path);
        let files = files.filter_map(|path| Some(path.strip_prefix("model/released/")?.to_owned()));
        files.collect()
    }

    /// Returns what `generate --check` reports about the version and the policy.
    fn faults(folder: &Folder) -> Vec<String> {
        let root = folder.path();
        let present = Inputs::of_folder(root, "model").unwrap();
        let source = fs::read_to_string(root.join(SOURCE)).unwrap();
        let (crate_name, version) = released::crate_name_and_version(&source, SOURCE).unwrap();
        let options = options(crate_name, &version);
        let policy = policy::of_workspace(root).unwrap();
        let released = Released::read(root).unwrap().unwrap();
        let faults = released.faults(&present.sources(), &options, &policy, &version);
        faults.unwrap_or_else(|failure| panic!("{failure:?}"))
    }

    #[test]
    fn lower_version_than_the_released_one_is_a_fault() {
        let folder = workspace();
        record(folder.path()).unwrap();
        assert!(faults(&folder).is_empty());
        put_version(&folder, "0.0.9");
        let faults = faults(&folder);
        assert!(
            faults[0].ends_with("must be 0.1.0 or higher, because 0.1.0 is released"),
            "{faults:?}"
        );
        assert_eq!(faults.len(), 1);
    }

    #[test]
    fn release_has_the_files_that_affect_the_api() {
        let folder = workspace();
        folder.put("model/released/overlay/stale.json", "{}");
        folder.put(
            "model/released/source.toml",
            "[crate]\nname = \"garden\"\nversion = \"0.1.0\"",
        );
        // The old release cannot be read.
        assert!(record(folder.path()).is_err());
        fs::remove_dir_all(folder.path().join(released::FOLDER)).unwrap();
        assert_eq!(record(folder.path()).unwrap(), ExitCode::SUCCESS);
        let expected = [
            "ivs.json",
            "overlay/order.json",
            "partitions.json",
            "source.toml",
        ];
        assert_eq!(released(&folder), expected);
        fs::remove_file(folder.path().join("model/overlay/order.json")).unwrap();
        assert_eq!(record(folder.path()).unwrap(), ExitCode::SUCCESS);
        assert_eq!(
            released(&folder),
            ["ivs.json", "partitions.json", "source.toml"]
        );
    }

    #[test]
    fn version_must_fit_and_accepted_differences_are_then_released() {
        let folder = workspace();
        record(folder.path()).unwrap();
        let before = folder.list();
        put_model(&folder, "\"uri\": \"/plant\"", "\"uri\": \"/plants\"");
        let changed = folder.list();
        assert_ne!(changed, before);
        assert_eq!(
            faults(&folder),
            [
                "model/source.toml: the version 0.1.0 must be 0.1.1 or higher, because the model \
              differs from that of 0.1.0 (1 behavioural); `cargo xtask diff` lists the differences"
            ]
        );
        assert_eq!(record(folder.path()).unwrap(), output::FAILED.into());
        assert_eq!(folder.list(), changed);
        let accepted =
            "[[accepted]]\nshape = \"Plant\"\nrule = \"operation-uri\"\nreason = \"r\"\n";
        folder.put(policy::FILE, accepted);
        assert_eq!(record(folder.path()).unwrap(), ExitCode::SUCCESS);
        assert_eq!(policy::text(folder.path()).unwrap().as_deref(), Some(""));
        // Nothing is left to accept.
        folder.put(policy::FILE, accepted);
        put_version(&folder, "0.2.0");
        assert_eq!(
            faults(&folder),
            ["model/diff-policy.toml: no difference `operation-uri` of `Plant`: remove the entry"]
        );
        assert_eq!(record(folder.path()).unwrap(), output::FAILED.into());
    }
}
