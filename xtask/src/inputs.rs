//! The files that the generator reads, and the flags that choose them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use codegen::{Options, RuntimeDependency, Source, Sources};

use crate::path;

const MODEL: &str = "model/ivs.json";
const OVERLAYS: &str = "model/overlay";
const PARTITIONS: &str = "model/partitions.json";

/// The flags that choose the input files, shared by `generate`, `ir` and `docs`.
#[derive(clap::Args)]
pub(crate) struct InputArgs {
    /// The Smithy model; defaults to model/ivs.json with all overlays below model/overlay.
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
    /// An overlay to apply to the model, or a page of the crate's documentation: front-page.md, or
    /// another Markdown file; may be repeated, applied in the order given.
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    /// The partitions.json that the AWS SDKs share; defaults to model/partitions.json.
    #[arg(long, value_name = "FILE")]
    partitions: Option<PathBuf>,
    /// Accept a trait that the generator does not support, with a warning; may be repeated.
    #[arg(long, value_name = "ID")]
    pub(crate) allow_trait: Vec<String>,
    /// Skip operations with event streams, with a warning for each.
    #[arg(long)]
    pub(crate) skip_unsupported: bool,
}

impl InputArgs {
    /// Returns the flag that chooses another input than this workspace's, if one is given.
    pub(crate) fn other_input(&self) -> Option<&'static str> {
        let flags = [
            ("--model", self.model.is_some()),
            ("--overlay", !self.overlay.is_empty()),
            ("--partitions", self.partitions.is_some()),
        ];
        let mut given = flags.into_iter().filter(|(_, is_given)| *is_given);
        given.next().map(|(flag, _)| flag)
    }

    /// Returns the options of commands whose results do not depend on the package.
    pub(crate) fn options(&self) -> Options {
        Options {
            crate_name: "client".to_owned(),
            crate_version: "0.0.0".to_owned(),
            runtime: RuntimeDependency::Version("0.0.0".to_owned()),
            allowed_traits: self.allow_trait.clone(),
            skip_unsupported: self.skip_unsupported,
        }
    }
}

/// The input files of a run.
pub(crate) struct Inputs {
    model: File,
    overlays: Vec<File>,
    partitions: File,
}

/// The text of a file, and its name as diagnostics show it.
struct File {
    name: String,
    text: String,
}

impl Inputs {
    /// Reads the files that the flags choose.
    pub(crate) fn read(args: &InputArgs) -> Result<Self> {
        Self::read_in(&path::root(), args)
    }

    fn read_in(root: &Path, args: &InputArgs) -> Result<Self> {
        let flag_overlays = args.overlay.iter().map(|path| File::from_flag(path));
        let (model, overlays) = match &args.model {
            Some(model) => (
                File::from_flag(model)?,
                flag_overlays.collect::<Result<_>>()?,
            ),
            None => {
                let workspace_overlays = overlays(root)?.into_iter().map(Ok);
                let overlays = workspace_overlays.chain(flag_overlays);
                (
                    File::in_workspace(root, MODEL)?,
                    overlays.collect::<Result<_>>()?,
                )
            }
        };
        Ok(Self {
            model,
            overlays,
            partitions: match &args.partitions {
                Some(path) => File::from_flag(path)?,
                None => File::in_workspace(root, PARTITIONS)?,
            },
        })
    }

    /// Reads a model without overlays, or a folder like `model/`.
    ///
    /// A file has the partitions of this workspace.
    pub(crate) fn of(path: &Path) -> Result<Self> {
        match path.is_dir() {
            true => Self::of_folder(path),
            false => Ok(Self {
                model: File::from_flag(path)?,
                overlays: Vec::new(),
                partitions: File::in_workspace(&path::root(), PARTITIONS)?,
            }),
        }
    }

    /// Reads the model, the overlays and the partitions of a folder like `model/`.
    fn of_folder(folder: &Path) -> Result<Self> {
        Ok(Self {
            model: File::from_flag(&folder.join("ivs.json"))?,
            overlays: overlays(folder)?,
            partitions: File::from_flag(&folder.join("partitions.json"))?,
        })
    }

    /// Returns the files as input of the generator.
    pub(crate) fn sources(&self) -> Sources<'_> {
        Sources {
            model: self.model.source(),
            overlays: self.overlays.iter().map(File::source).collect(),
            partitions: self.partitions.source(),
        }
    }
}

impl File {
    /// Reads a file of this workspace; `name` is its path relative to `root`.
    fn in_workspace(root: &Path, name: &str) -> Result<Self> {
        Self::read(&root.join(name), name.to_owned())
    }

    /// Reads a file that a flag names.
    fn from_flag(path: &Path) -> Result<Self> {
        Self::read(path, path.display().to_string())
    }

    fn read(path: &Path, name: String) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| format!("cannot read {name}"))?;
        let is_utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self { name, text }),
            // As written by PowerShell's `>`.
            Err(_) if is_utf16 => bail!("{name} is UTF-16; save it as UTF-8"),
            Err(_) => bail!("{name} is not UTF-8"),
        }
    }

    fn source(&self) -> Source<'_> {
        Source {
            name: &self.name,
            text: &self.text,
        }
    }
}

/// Reads this workspace's overlays, sorted by name.
fn overlays(root: &Path) -> Result<Vec<File>> {
    let names = overlay_names(root)?;
    let files = names.iter();
    files.map(|name| File::in_workspace(root, name)).collect()
}

/// Returns the paths of this workspace's overlays and pages, in all folders of model/overlay,
/// relative to `root` and sorted.
///
/// A missing folder is an error: without it, the client would lose its documentation.
pub(crate) fn overlay_names(root: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let mut folders = vec![OVERLAYS.to_owned()];
    while let Some(folder) = folders.pop() {
        let unreadable = || format!("cannot read {folder}");
        let entries = fs::read_dir(root.join(&folder)).with_context(unreadable)?;
        for entry in entries {
            let entry = entry.with_context(unreadable)?;
            let Ok(name) = entry.file_name().into_string() else {
                continue;
            };
            let name = format!("{folder}/{name}");
            // Links are not followed, so folders cannot contain themselves.
            if entry.file_type().with_context(unreadable)?.is_dir() {
                folders.push(name);
            } else if name.ends_with(".json") || is_page(&name) {
                names.push(name);
            }
        }
    }
    names.sort();
    Ok(names)
}

/// Returns `true` if a file of the overlays is a page of the crate's documentation.
pub(crate) fn is_page(name: &str) -> bool {
    name.ends_with(".md") && !name.ends_with("/README.md")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_folder::Folder;

    fn args(model: Option<&Path>, overlay: &[&Path]) -> InputArgs {
        let overlay = overlay.iter().map(|path| path.to_path_buf()).collect();
        InputArgs {
            model: model.map(Path::to_owned),
            overlay,
            partitions: None,
            allow_trait: Vec::new(),
            skip_unsupported: false,
        }
    }

    #[test]
    fn overlays_in_all_folders_are_sorted_by_name() {
        let folder = Folder::new("overlays");
        for name in [
            "b.json",
            "a.json",
            "b/z/a.json",
            "b/c.json",
            "b/x.md",
            "b/x.txt",
            "README.md",
            "front-page.md",
        ] {
            folder.put(&format!("model/overlay/{name}"), "{}");
        }
        let files = overlays(folder.path()).unwrap();
        let names: Vec<_> = files.iter().map(|file| &*file.name).collect();
        let expected = [
            "a.json",
            "b.json",
            "b/c.json",
            "b/x.md",
            "b/z/a.json",
            "front-page.md",
        ]
        .map(|name| format!("model/overlay/{name}"));
        assert_eq!(names, expected);
    }

    #[test]
    fn missing_folder_of_overlays_is_an_error() {
        let folder = Folder::new("no-overlays");
        folder.put("model/ivs.json", "");
        folder.put("model/partitions.json", "");
        let error = Inputs::read_in(folder.path(), &args(None, &[]));
        let error = error.err().unwrap().to_string();
        assert_eq!(error, "cannot read model/overlay");
    }

    #[test]
    fn file_in_another_encoding_is_an_error() {
        let folder = Folder::new("encodings");
        let path = folder.path().join("m.json");
        for (bytes, expected) in [
            (&[0xff, 0xfe, b'{', 0][..], "is UTF-16; save it as UTF-8"),
            (&[0xfe, 0xff, 0, b'{'], "is UTF-16; save it as UTF-8"),
            (&[b'"', 0xe9, b'"'], "is not UTF-8"),
        ] {
            fs::write(&path, bytes).unwrap();
            let error = File::from_flag(&path).err().unwrap().to_string();
            assert!(error.ends_with(expected), "{error}");
        }
    }

    #[test]
    fn flags_choose_the_files() {
        let folder = Folder::new("inputs");
        for name in [
            "model/ivs.json",
            "model/partitions.json",
            "model/overlay/own.json",
            "m.json",
            "z.json",
            "a.json",
        ] {
            folder.put(name, name);
        }
        let [model, z, a] = ["m.json", "z.json", "a.json"].map(|name| folder.path().join(name));
        let read = |args: &InputArgs| {
            let inputs = Inputs::read_in(folder.path(), args).unwrap();
            let sources = inputs.sources();
            let files = [sources.model, sources.partitions]
                .into_iter()
                .chain(sources.overlays);
            files
                .map(|source| source.text.to_owned())
                .collect::<Vec<_>>()
        };
        let texts = |model: Option<&Path>| read(&args(model, &[&z, &a]));
        let partitions = "model/partitions.json";
        assert_eq!(
            texts(None),
            [
                "model/ivs.json",
                partitions,
                "model/overlay/own.json",
                "z.json",
                "a.json"
            ]
        );
        assert_eq!(
            texts(Some(&model)),
            ["m.json", partitions, "z.json", "a.json"]
        );
        let mut args = args(Some(&model), &[]);
        args.partitions = Some(a.clone());
        assert_eq!(read(&args), ["m.json", "a.json"]);
    }

    #[test]
    fn file_names_are_paths_as_the_user_writes_them() {
        let folder = Folder::new("names");
        folder.put("model/ivs.json", "");
        folder.put("model/partitions.json", "");
        folder.put("model/overlay/README.md", "");
        let inputs = Inputs::read_in(folder.path(), &args(None, &[])).unwrap();
        assert_eq!(inputs.sources().model.name, "model/ivs.json");
        let missing = Path::new("nowhere/model.json");
        let error = Inputs::read_in(folder.path(), &args(Some(missing), &[]))
            .err()
            .unwrap();
        assert_eq!(error.to_string(), "cannot read nowhere/model.json");
    }
}
