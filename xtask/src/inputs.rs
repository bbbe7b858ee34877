//! The files that the generator reads, and the flags that choose them.

use crate::path;
use anyhow::{Context, Result};
use codegen::{Source, Sources};
use std::fs;
use std::path::{Path, PathBuf};

/// The flags that choose the input, shared by the commands that read a model.
#[derive(clap::Args)]
pub(crate) struct InputArgs {
    /// The Smithy model; without it, model/ivs.json and all overlays of model/overlay.
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
    /// An overlay to apply to the model, after those before it; may be repeated.
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    /// The table of partitions, as the AWS SDKs share it; without it, model/partitions.json.
    #[arg(long, value_name = "FILE")]
    partitions: Option<PathBuf>,
    /// Let a trait pass that the generator does not know, with a warning; may be repeated.
    #[arg(long, value_name = "ID")]
    pub(crate) allow_trait: Vec<String>,
    /// Make the client without the operations that stream events; each is named.
    #[arg(long)]
    pub(crate) skip_unsupported: bool,
}

/// The texts of all input files.
pub(crate) struct Inputs {
    model: Text,
    overlays: Vec<Text>,
    partitions: Text,
}

struct Text {
    name: String,
    text: String,
}

impl Inputs {
    /// Reads the files that the flags choose.
    pub(crate) fn read(args: &InputArgs) -> Result<Self> {
        Self::read_in(&path::root(), args)
    }

    fn read_in(root: &Path, args: &InputArgs) -> Result<Self> {
        let given = args.overlay.iter().map(|path| Text::given(path));
        let (model, overlays) = match &args.model {
            Some(model) => (Text::given(model)?, given.collect::<Result<_>>()?),
            None => {
                let names = overlay_names(root)?;
                let own = names
                    .iter()
                    .map(|name| Text::own(root, &format!("model/overlay/{name}")));
                (
                    Text::own(root, "model/ivs.json")?,
                    own.chain(given).collect::<Result<_>>()?,
                )
            }
        };
        Ok(Self {
            model,
            overlays,
            partitions: match &args.partitions {
                Some(path) => Text::given(path)?,
                None => Text::own(root, "model/partitions.json")?,
            },
        })
    }

    /// The texts, as the generator takes them.
    pub(crate) fn sources(&self) -> Sources<'_> {
        Sources {
            model: self.model.source(),
            overlays: self.overlays.iter().map(Text::source).collect(),
            partitions: self.partitions.source(),
        }
    }
}

impl Text {
    /// A file of this workspace, by its path below the root.
    fn own(root: &Path, name: &str) -> Result<Self> {
        Self::read(&root.join(name), name.to_owned())
    }

    /// A file as the user wrote its path.
    fn given(path: &Path) -> Result<Self> {
        Self::read(path, path.display().to_string())
    }

    fn read(path: &Path, name: String) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
        Ok(Self { name, text })
    }

    fn source(&self) -> Source<'_> {
        Source {
            name: &self.name,
            text: &self.text,
        }
    }
}

/// The names of this workspace's overlays, sorted. The folder may be missing.
fn overlay_names(root: &Path) -> Result<Vec<String>> {
    let folder = root.join("model/overlay");
    let mut names = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder).context("cannot read model/overlay")? {
            names.extend(
                entry?
                    .file_name()
                    .into_string()
                    .ok()
                    .filter(|name| name.ends_with(".json")),
            );
        }
    }
    names.sort();
    Ok(names)
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
    fn overlays_come_in_the_order_of_their_names() {
        let folder = Folder::new("overlays");
        for name in ["b.json", "a.json", "c.json", "README.md"] {
            folder.put(&format!("model/overlay/{name}"), "{}");
        }
        assert_eq!(
            overlay_names(folder.path()).unwrap(),
            ["a.json", "b.json", "c.json"]
        );
        assert!(
            overlay_names(&folder.path().join("nowhere"))
                .unwrap()
                .is_empty()
        );
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
            let all = [sources.model, sources.partitions]
                .into_iter()
                .chain(sources.overlays);
            all.map(|source| source.text.to_owned()).collect::<Vec<_>>()
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
        let mut given = args(Some(&model), &[]);
        given.partitions = Some(a.clone());
        assert_eq!(read(&given), ["m.json", "a.json"]);
    }

    #[test]
    fn files_are_named_as_the_user_knows_them() {
        let folder = Folder::new("names");
        folder.put("model/ivs.json", "");
        folder.put("model/partitions.json", "");
        let inputs = Inputs::read_in(folder.path(), &args(None, &[])).unwrap();
        assert_eq!(inputs.sources().model.name, "model/ivs.json");
        let missing = Path::new("nowhere/model.json");
        let error = Inputs::read_in(folder.path(), &args(Some(missing), &[]))
            .err()
            .unwrap();
        assert_eq!(error.to_string(), "cannot read nowhere/model.json");
    }
}
