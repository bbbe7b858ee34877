//! The present files of the workspace that an update changes.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};
use codegen::{Source, Sources};

use super::{MODEL, PARTITIONS, SOURCE};
use crate::inputs;

/// A text file of the workspace; the name is its path relative to the root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct File {
    pub(super) name: String,
    pub(super) text: String,
}

/// The input of the generator.
#[derive(Clone, Debug)]
pub(super) struct Input {
    pub(super) model: File,
    pub(super) overlays: Vec<File>,
    pub(super) partitions: File,
}

/// The present files. The model is missing before the first update.
#[derive(Debug)]
pub(super) struct Present {
    pub(super) model: Option<File>,
    pub(super) overlays: Vec<File>,
    pub(super) partitions: Option<File>,
    pub(super) source: Option<File>,
}

impl Present {
    pub(super) fn read(root: &Path) -> Result<Self> {
        let overlays = inputs::overlay_names(root)?;
        let overlays = overlays.iter().map(|name| {
            let file = read(root, name)?;
            file.with_context(|| format!("cannot read {name}"))
        });
        Ok(Self {
            model: read(root, MODEL)?,
            overlays: overlays.collect::<Result<_>>()?,
            partitions: read(root, PARTITIONS)?,
            source: read(root, SOURCE)?,
        })
    }

    /// Returns the present input of the generator, if it is complete.
    pub(super) fn input(&self) -> Option<Input> {
        Some(Input {
            model: self.model.clone()?,
            overlays: self.overlays.clone(),
            partitions: self.partitions.clone()?,
        })
    }
}

impl Input {
    pub(super) fn sources(&self) -> Sources<'_> {
        Sources {
            model: self.model.source(),
            overlays: self.overlays.iter().map(File::source).collect(),
            partitions: self.partitions.source(),
        }
    }
}

impl File {
    pub(super) fn new(name: &str, text: String) -> Self {
        Self {
            name: name.to_owned(),
            text,
        }
    }

    pub(super) fn source(&self) -> Source<'_> {
        Source {
            name: &self.name,
            text: &self.text,
        }
    }
}

/// Reads a file of the workspace; `None` if it does not exist.
pub(super) fn read(root: &Path, name: &str) -> Result<Option<File>> {
    match fs::read_to_string(root.join(name)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        text => {
            let text = text.with_context(|| format!("cannot read {name}"))?;
            Ok(Some(File::new(name, text)))
        }
    }
}
