//! The lints and the dependencies of a suite's tests.

use std::path::Path;

use anyhow::{Context, Result};
use toml_edit::{DocumentMut, InlineTable, Item, Table, value};

use crate::path;

/// Adds lints and the tests' dependencies to the manifest of the package in `folder`.
pub(super) fn with_tests(manifest: &str, folder: &Path) -> Result<String> {
    let mut manifest: DocumentMut = manifest.parse().context("the client's Cargo.toml")?;
    let mut conformance = InlineTable::new();
    let harness = path::root().join("tests/conformance");
    conformance.insert("path", path::relative(folder, &harness)?.into());
    let mut tokio = InlineTable::new();
    tokio.insert("version", "1".into());
    tokio.insert("default-features", false.into());
    tokio.insert(
        "features",
        ["macros", "rt"]
            .into_iter()
            .collect::<toml_edit::Array>()
            .into(),
    );
    // Neither the client nor its tests may cause a warning.
    let mut lints = Table::new();
    lints.insert("warnings", value("deny"));
    manifest["lints"]["rust"] = Item::Table(lints);
    manifest["dev-dependencies"]["conformance"] = value(conformance);
    manifest["dev-dependencies"]["tokio"] = value(tokio);
    Ok(manifest.to_string())
}

#[cfg(test)]
mod tests {
    use super::with_tests;
    use crate::path;

    #[test]
    fn dependencies_and_lints_are_added() {
        let folder = path::root().join("target/suite");
        let manifest = with_tests("[package]\nname = \"a\"\n", &folder).unwrap();
        let manifest: toml_edit::DocumentMut = manifest.parse().unwrap();
        assert_eq!(manifest["package"]["name"].as_str(), Some("a"));
        let dependencies = &manifest["dev-dependencies"];
        let harness = dependencies["conformance"]["path"].as_str();
        assert_eq!(harness, Some("../../tests/conformance"));
        assert_eq!(dependencies["tokio"]["version"].as_str(), Some("1"));
        let warnings = manifest["lints"]["rust"]["warnings"].as_str();
        assert_eq!(warnings, Some("deny"));
    }
}
