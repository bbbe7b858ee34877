//! The published files: a Smithy model or botocore's files, plain or in an archive.

mod archive;

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Read};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use codegen::botocore::{self, Files};
use codegen::{Diagnostics, Source};
use serde_json::Value;

use crate::values;
use archive::Archive;

/// The largest file that is unpacked: the largest models have 10 MB.
const LIMIT: u64 = 64 << 20;

/// The format of a published model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Smithy,
    Botocore,
}

impl Format {
    /// Returns the format's name in `source.toml`.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Smithy => "smithy",
            Self::Botocore => "botocore",
        }
    }
}

/// The service that the workspace has a client for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted<'a> {
    /// The shape id; `None` before the first update.
    pub(super) service: Option<&'a str>,
    /// The SDK id, which is the only id in botocore's files.
    pub(super) sdk_id: Option<&'a str>,
}

/// A text file, as published.
#[derive(Clone, Debug, PartialEq, Eq)]
struct File {
    /// The path; for a file in an archive, after the path of the archive and `!`.
    name: String,
    text: String,
    /// The month of its last change, if the archive knows it.
    month: Option<String>,
}

/// A published model, in the format of Smithy.
#[derive(Debug)]
pub(super) struct Published {
    /// The name of the file, as diagnostics show it.
    pub(super) name: String,
    /// The model: the file's text, or the text that botocore's files were converted to.
    pub(super) text: String,
    /// The text of the published file.
    pub(super) original: String,
    pub(super) format: Format,
    /// The month of publication in an archive.
    pub(super) month: Option<String>,
    /// The traits that botocore does not have, with the number of shapes that keep them.
    pub(super) kept: BTreeMap<String, usize>,
    /// Guesses and losses of the conversion.
    pub(super) notes: Vec<String>,
    /// Diagnostics of botocore's files that did not stop the conversion.
    pub(super) warnings: Diagnostics,
}

/// The published files, before botocore's are converted.
#[derive(Debug)]
pub(super) enum Found {
    Smithy(Unconverted),
    Botocore(Box<BotocoreFiles>),
}

/// A Smithy model.
#[derive(Debug)]
pub(super) struct Unconverted(File);

/// The files of a service of botocore.
#[derive(Debug)]
pub(super) struct BotocoreFiles {
    service: File,
    /// Paginators, waiters and endpoint rules.
    companions: [Option<File>; 3],
}

/// The names of the companions of `service-2.json`.
const COMPANIONS: [&str; 3] = [
    "paginators-1.json",
    "waiters-2.json",
    "endpoint-rule-set-1.json",
];

impl Found {
    /// Reads a file: a model, plain or compressed with gzip, or a zip or jar that has it.
    ///
    /// # Errors
    /// If the file cannot be read, or an archive does not have one model of the service.
    pub(super) fn read(path: &Path, wanted: Wanted<'_>) -> Result<Self> {
        let name = path.display().to_string();
        let bytes = fs::read(path).with_context(|| format!("cannot read {name}"))?;
        if bytes.starts_with(b"PK\x03\x04") {
            let mut archive = Archive::open(&name, bytes)?;
            return archive.find(wanted);
        }
        let file = File {
            text: text(&name, bytes)?,
            name,
            month: None,
        };
        if !is_botocore(&file.text) {
            return Ok(Self::Smithy(Unconverted(file)));
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        let mut companions = [const { None }; 3];
        for (companion, name) in companions.iter_mut().zip(COMPANIONS) {
            for name in [name.to_owned(), format!("{name}.gz")] {
                let path = folder.join(name);
                let name = path.display().to_string();
                match fs::read(&path) {
                    Err(error) if error.kind() == ErrorKind::NotFound => continue,
                    bytes => {
                        let bytes = bytes.with_context(|| format!("cannot read {name}"))?;
                        let text = text(&name, bytes)?;
                        *companion = Some(File {
                            name,
                            text,
                            month: None,
                        });
                        break;
                    }
                }
            }
        }
        Ok(Self::Botocore(Box::new(BotocoreFiles {
            service: file,
            companions,
        })))
    }

    /// Converts botocore's files, with the facts of the present model.
    ///
    /// # Errors
    /// The diagnostics of botocore's files; [`sources`](Self::sources) has the texts.
    pub(super) fn convert(&self, present: Source<'_>) -> Result<Published, Diagnostics> {
        match self {
            Self::Smithy(Unconverted(file)) => Ok(Published {
                name: file.name.clone(),
                text: file.text.clone(),
                original: file.text.clone(),
                format: Format::Smithy,
                month: file.month.clone(),
                kept: BTreeMap::new(),
                notes: Vec::new(),
                warnings: Diagnostics::default(),
            }),
            Self::Botocore(files) => {
                let converted = botocore::to_smithy(&files.files(), present)?;
                let mut notes = converted.notes;
                for (name, companion) in COMPANIONS.iter().zip(&files.companions) {
                    if companion.is_none() {
                        notes.push(format!("there is no {name}: its facts were kept"));
                    }
                }
                Ok(Published {
                    name: files.service.name.clone(),
                    text: converted.text,
                    original: files.service.text.clone(),
                    format: Format::Botocore,
                    month: files.service.month.clone(),
                    kept: converted.kept,
                    notes,
                    warnings: converted.warnings,
                })
            }
        }
    }

    /// Returns the files as sources for reports.
    pub(super) fn sources(&self) -> codegen::Sources<'_> {
        match self {
            Self::Smithy(Unconverted(file)) => codegen::Sources {
                model: file.source(),
                overlays: Vec::new(),
                partitions: Source { name: "", text: "" },
            },
            Self::Botocore(files) => files.files().sources(),
        }
    }
}

impl BotocoreFiles {
    fn files(&self) -> Files<'_> {
        let [paginators, waiters, endpoint_rules] =
            [0, 1, 2].map(|index: usize| self.companions[index].as_ref().map(File::source));
        Files {
            service: self.service.source(),
            paginators,
            waiters,
            endpoint_rules,
        }
    }
}

impl File {
    fn source(&self) -> Source<'_> {
        Source {
            name: &self.name,
            text: &self.text,
        }
    }
}

/// Returns the text of a file, which may be compressed with gzip.
fn text(name: &str, bytes: Vec<u8>) -> Result<String> {
    let bytes = match bytes.starts_with(b"\x1f\x8b") {
        true => unpacked(flate2::read::GzDecoder::new(&*bytes))
            .with_context(|| format!("cannot unpack {name}"))?,
        false => bytes,
    };
    String::from_utf8(bytes).with_context(|| format!("{name} is not a text in UTF-8"))
}

/// Reads all bytes, up to [`LIMIT`].
fn unpacked(reader: impl Read) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(LIMIT + 1).read_to_end(&mut bytes)?;
    ensure!(bytes.len() as u64 <= LIMIT, "it has more than 64 MiB");
    Ok(bytes)
}

/// Returns `true` if the text is a service description of botocore.
fn is_botocore(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        return false;
    };
    value.get("smithy").is_none()
        && value.get("metadata").is_some_and(Value::is_object)
        && value.get("operations").is_some()
}
