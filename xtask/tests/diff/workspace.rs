//! Files of the workspace, and reference files outside of it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::models::Texts;

/// Returns the root of the workspace.
pub(crate) fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().expect("a workspace")
}

pub(crate) fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Returns the model of this workspace, without overlays.
pub(crate) fn ivs() -> Texts {
    Texts {
        model: read(&root().join("model/ivs.json")),
        partitions: read(&root().join("model/partitions.json")),
    }
}

/// Returns the folder of reference files; without them, the test is skipped.
pub(crate) fn reference(test: &str) -> Option<PathBuf> {
    let folder = match std::env::var_os("IVS_REFERENCE") {
        Some(folder) => PathBuf::from(folder),
        None => root().join("../shared"),
    };
    if folder.join("models").is_dir() {
        return Some(folder);
    }
    skip(test, "no reference files (set IVS_REFERENCE)");
    None
}

/// Reports that a test is skipped.
pub(crate) fn skip(test: &str, reason: &str) {
    // Not with `eprintln!`, whose output the test runner hides.
    let message = format!("\nSKIPPED {test}: {reason}\n");
    std::io::stderr()
        .write_all(message.as_bytes())
        .expect("stderr");
}
