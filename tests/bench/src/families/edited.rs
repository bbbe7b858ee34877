//! A copy of the programs, of which one is edited.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use crate::context::Context;

/// Source code in the programs that is edited.
const EDITED: &str = "Region::new(\"us-west-2\")";

/// The copy.
pub(super) struct Edited {
    pub(super) folder: PathBuf,
    pub(super) source: Source,
}

/// The source file that is edited.
pub(super) struct Source {
    path: PathBuf,
    original: String,
    edits: usize,
}

impl Edited {
    /// Copies the programs, to edit `program`.
    pub(super) fn new(context: &Context<'_>, program: &str) -> Result<Self> {
        let folder = context.scratch.join("edited");
        copy(&context.programs.folder, &folder)?;
        let path = folder.join("src").join(program).with_extension("rs");
        let original = std::fs::read_to_string(&path)?;
        ensure!(
            original.contains(EDITED),
            "{} does not contain the code to edit",
            path.display()
        );
        let source = Source {
            path,
            original,
            edits: 0,
        };
        Ok(Self { folder, source })
    }
}

impl Source {
    /// Changes a string in the file to a new value.
    pub(super) fn edit(&mut self) -> Result<()> {
        self.edits += 1;
        let edited = format!("Region::new(\"us-west-{}\")", self.edits + 2);
        std::fs::write(&self.path, self.original.replace(EDITED, &edited))?;
        Ok(())
    }
}

/// Copies the programs and makes the path to our client in their manifest absolute.
fn copy(from: &Path, to: &Path) -> Result<()> {
    for folder in ["", "ours", "official", "src"] {
        let (from, to) = (from.join(folder), to.join(folder));
        std::fs::create_dir_all(&to)?;
        for entry in std::fs::read_dir(&from)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                std::fs::copy(entry.path(), to.join(entry.file_name()))?;
            }
        }
    }
    let manifest = to.join("ours/Cargo.toml");
    let text = std::fs::read_to_string(&manifest)?;
    let client = from.join("../../../generated").canonicalize()?;
    let client = client.to_str().context("the path is not UTF-8")?;
    const RELATIVE: &str = "../../../../generated";
    ensure!(
        text.contains(RELATIVE),
        "the manifest has no path to our client"
    );
    std::fs::write(&manifest, text.replace(RELATIVE, client))?;
    Ok(())
}
