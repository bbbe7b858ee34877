//! `model/source.toml`: the source of model and partitions, and the crate's name and version.
//!
//! `update` edits the tables `model` and `partitions`, and the version. It keeps everything else,
//! comments included.

use std::fmt::Write;

use anyhow::{Context, Result};
use codegen::canonical::Service;
use sha2::{Digest, Sha256};
use toml_edit::{DocumentMut, Item, value};

use crate::values;

/// The initial file.
const NEW: &str = r#"# The source of the facts in this folder. `cargo xtask update` writes the tables `model` and
# `partitions`, and the crate's version; the rest of the table `crate` is maintained by hand.

[model]

[partitions]

[crate]
name = "ivs-sdk"
version = "0.1.0"
"#;

/// The parsed file.
pub(crate) struct SourceToml(DocumentMut);

impl SourceToml {
    /// Parses the file's text; `None` gives the initial file.
    pub(crate) fn new(text: Option<&str>) -> Result<Self> {
        Ok(Self(text.unwrap_or(NEW).parse()?))
    }

    /// Returns the generated crate's name and version.
    pub(crate) fn crate_name_and_version(&self) -> Result<(String, String)> {
        let read = |key, check: fn(&str) -> Result<String, String>| {
            let string = self
                .get("crate", key)
                .with_context(|| format!("the string `{key}` is missing in table `crate`"))?;
            check(string).map_err(|error| anyhow::anyhow!("`{key}` in table `crate`: {error}"))
        };
        Ok((
            read("name", values::crate_name)?,
            read("version", values::version)?,
        ))
    }

    /// Sets the generated crate's version.
    pub(crate) fn set_crate_version(&mut self, version: &str) -> Result<()> {
        self.set("crate", "version", version)
    }

    /// Returns a string of one of the tables.
    pub(crate) fn get(&self, table: &str, key: &str) -> Option<&str> {
        self.0.get(table)?.get(key)?.as_str()
    }

    /// Records the published model, which is the source of the facts. `format` is that of the file,
    /// unless it is a Smithy model.
    pub(crate) fn set_model(
        &mut self,
        service: &Service,
        date: &str,
        format: Option<&str>,
        published: &[u8],
    ) -> Result<()> {
        self.set("model", "service", &service.id)?;
        if let Some(sdk_id) = &service.sdk_id {
            self.set("model", "sdk_id", sdk_id)?;
        }
        self.set("model", "api_version", &service.version)?;
        self.set("model", "date", date)?;
        match (format, self.0.get_mut("model").and_then(Item::as_table_mut)) {
            (Some(format), _) => self.set("model", "format", format)?,
            (None, Some(table)) => drop(table.remove("format")),
            (None, None) => {}
        }
        self.set("model", "sha256", &sha256(published))
    }

    /// Records the published partitions.
    pub(crate) fn set_partitions(&mut self, date: &str, published: &[u8]) -> Result<()> {
        self.set("partitions", "date", date)?;
        self.set("partitions", "sha256", &sha256(published))
    }

    /// Returns the file's text.
    pub(crate) fn text(&self) -> String {
        self.0.to_string()
    }

    fn set(&mut self, table: &str, key: &str, new: &str) -> Result<()> {
        let entry = self
            .0
            .entry(table)
            .or_insert_with(toml_edit::table)
            .as_table_mut()
            .with_context(|| format!("`{table}` must be a table"))?;
        match entry.get_mut(key) {
            // Keep the comment after the value.
            Some(Item::Value(old)) => {
                let decor = old.decor().clone();
                *old = new.into();
                *old.decor_mut() = decor;
            }
            _ => entry[key] = value(new),
        }
        Ok(())
    }
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |mut hex, byte| {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn service() -> Service {
        Service {
            id: "ns#S".to_owned(),
            version: "2020-07-14".to_owned(),
            sdk_id: Some("ivs".to_owned()),
        }
    }

    #[test]
    fn both_tables_of_the_initial_file_are_filled() {
        let mut toml = SourceToml::new(None).unwrap();
        toml.set_model(&service(), "2026-11", None, b"abc").unwrap();
        toml.set_partitions("2026-10", b"").unwrap();
        let body = toml.text().split_once("\n\n").unwrap().1.to_owned();
        assert_eq!(
            body,
            r#"[model]
service = "ns#S"
sdk_id = "ivs"
api_version = "2020-07-14"
date = "2026-11"
sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

[partitions]
date = "2026-10"
sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

[crate]
name = "ivs-sdk"
version = "0.1.0"
"#
        );
    }

    #[test]
    fn hand_written_parts_are_kept() {
        let old = "# By hand.\n[crate] # c\nname = 'x' # n\nversion = \"9.0.0\"\n\n[model]\ndate = \"2025-04\" # d\n";
        let mut toml = SourceToml::new(Some(old)).unwrap();
        toml.set_model(&service(), "2026-11", None, b"").unwrap();
        let new = toml.text();
        assert!(
            new.starts_with(
                "# By hand.\n[crate] # c\nname = 'x' # n\nversion = \"9.0.0\"\n\n[model]\n"
            ),
            "{new}"
        );
        assert!(new.contains("date = \"2026-11\" # d\n"), "{new}");
        assert_eq!(
            toml.crate_name_and_version().unwrap(),
            ("x".to_owned(), "9.0.0".to_owned())
        );
        toml.set_model(&service(), "2026-11", None, b"").unwrap();
        assert_eq!(toml.text(), new);
    }

    #[test]
    fn invalid_files_are_errors() {
        assert!(SourceToml::new(Some("[crate")).is_err());
        let error = |text| {
            SourceToml::new(Some(text))
                .unwrap()
                .crate_name_and_version()
                .unwrap_err()
                .to_string()
        };
        assert_eq!(
            error("crate = 1"),
            "the string `name` is missing in table `crate`"
        );
        assert!(
            error("[crate]\nname = 'a'\nversion = '1'").starts_with("`version` in table `crate`: ")
        );
        let mut toml = SourceToml::new(Some("model = 1")).unwrap();
        assert!(toml.set_model(&service(), "2026-11", None, b"").is_err());
    }
}
