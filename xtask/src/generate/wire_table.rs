//! The table of the fake service, a second output of `cargo xtask generate`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow};
use codegen::{Options, Sources};

use super::comparison;
use crate::writer::{self, Comparison};
use crate::{output, path};

/// The table's path in the workspace.
pub(crate) const PATH: &str = "toolkit/fake/src/wire/ivs.json";

/// Writes the table if it differs; returns `true` if it did.
pub(super) fn write(table: &str) -> Result<bool> {
    let differs = present()?.as_deref() != Some(table);
    if differs {
        writer::write_file(&file(), table)?;
    }
    Ok(differs)
}

/// Prints the differences of the table; returns `true` if there are none.
pub(super) fn check(table: &str, command: Option<&str>) -> Result<bool> {
    let old = present()?;
    if old.as_deref() == Some(table) {
        return Ok(true);
    }
    let (folder, name) = PATH.rsplit_once('/').unwrap_or_default();
    let comparison = Comparison {
        differences: vec![(name.to_owned(), old, Some(table.to_owned()))],
        strays: Vec::new(),
    };
    output::print(&comparison::report(&comparison, folder, command))?;
    Ok(false)
}

fn file() -> PathBuf {
    path::root().join(PATH)
}

/// Returns the text of the file; `None` if there is none.
fn present() -> Result<Option<String>> {
    match fs::read_to_string(file()) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {PATH}")),
    }
}

/// Generates the table; the caller has reported the model's diagnostics.
pub(crate) fn table(sources: &Sources<'_>, options: &Options) -> Result<String> {
    codegen::wire_table(sources, options).map_err(|diagnostics| anyhow!("{diagnostics}"))
}
