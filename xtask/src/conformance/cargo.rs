//! The workspace of clients and tests, and cargo in it.
//!
//! It lies below the target folder, uses that folder too, and the profiles and the lock of this
//! workspace, so that what clients stand on is compiled once for both.

use crate::{path, writer};
use anyhow::{Context, Result};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use toml_edit::{DocumentMut, Item, Table, value};

pub(super) struct Workspace {
    folder: PathBuf,
    target: PathBuf,
}

impl Workspace {
    pub(super) fn new() -> Self {
        let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
        let target = target.unwrap_or_else(|| path::root().join("target"));
        let target = std::path::absolute(&target).unwrap_or(target);
        Self {
            folder: target.join("conformance"),
            target,
        }
    }

    /// The folder of a package.
    pub(super) fn member(&self, package: &str) -> PathBuf {
        self.folder.join(package)
    }

    /// Writes manifest and lock.
    pub(super) fn write<'a>(&self, members: impl Iterator<Item = &'a str>) -> Result<()> {
        let own = |name: &str| {
            let text = fs::read_to_string(path::root().join(name));
            text.with_context(|| format!("cannot read {name}"))
        };
        let root: DocumentMut = own("Cargo.toml")?.parse().context("Cargo.toml")?;
        let mut manifest = DocumentMut::new();
        manifest["workspace"] = Item::Table(Table::new());
        if let Some(resolver) = root.get("workspace").and_then(|own| own.get("resolver")) {
            manifest["workspace"]["resolver"] = resolver.clone();
        }
        manifest["workspace"]["members"] = value(members.collect::<toml_edit::Array>());
        if let Some(profile) = root.get("profile") {
            manifest["profile"] = profile.clone();
        }
        keep(&self.folder.join("Cargo.toml"), &manifest.to_string())?;
        keep(&self.folder.join("Cargo.lock"), &own("Cargo.lock")?)
    }

    /// Compiles all tests, with what cargo says on the way; whether that went well.
    pub(super) fn build(&self) -> Result<bool> {
        // There need be no network but where something has to be fetched first.
        let look = ["tree", "--quiet", "--workspace", "--offline"];
        let mut resolved = self.cargo(&look);
        resolved.stdout(Stdio::null()).stderr(Stdio::null());
        if !resolved.status().context("cannot run cargo")?.success() {
            let mut fetched = self.cargo(&look[..3]);
            let status = fetched.stdout(Stdio::null()).status();
            status.context("cannot run cargo")?;
        }
        self.drop_overrides()?;
        let arguments = [
            "test",
            "--workspace",
            "--test",
            "*",
            "--features",
            "test-util",
            "--no-run",
            "--offline",
        ];
        let status = self.cargo(&arguments).stdout(Stdio::null()).status();
        Ok(status.context("cannot run cargo")?.success())
    }

    /// Takes out of the profiles what is said of packages that are not there, the generator's: cargo
    /// would warn of it.
    fn drop_overrides(&self) -> Result<()> {
        let (path, lock) = (
            self.folder.join("Cargo.toml"),
            self.folder.join("Cargo.lock"),
        );
        let read = |path: &Path| -> Result<DocumentMut> {
            let name = path.display().to_string();
            let text = fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
            text.parse().context(name)
        };
        let (mut manifest, lock) = (read(&path)?, read(&lock)?);
        let packages = lock.get("package").and_then(Item::as_array_of_tables);
        let names: Vec<_> = packages
            .into_iter()
            .flatten()
            .filter_map(|package| package.get("name")?.as_str())
            .collect();
        let profiles = manifest
            .get_mut("profile")
            .and_then(Item::as_table_like_mut);
        for (_, profile) in profiles.into_iter().flat_map(|all| all.iter_mut()) {
            let overrides = profile.get_mut("package").and_then(Item::as_table_like_mut);
            let Some(overrides) = overrides else { continue };
            let own = overrides.iter().map(|(name, _)| name.to_owned());
            let gone: Vec<_> = own.filter(|name| !names.contains(&&**name)).collect();
            for name in gone {
                overrides.remove(&name);
            }
        }
        keep(&path, &manifest.to_string())
    }

    /// Runs the tests of a package: what they said, and whether all went well.
    pub(super) fn test(&self, package: &str) -> Result<(String, bool)> {
        let arguments = [
            "test",
            "--offline",
            "--test",
            "*",
            "--features",
            "test-util",
            "--no-fail-fast",
        ];
        let mut command = self.cargo(&arguments);
        command.args(["--package", package]).stderr(Stdio::null());
        let output = command.output().context("cannot run cargo")?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok((said, output.status.success()))
    }

    fn cargo<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        // What cargo says about this program is not about those packages.
        for (name, _) in std::env::vars_os() {
            let own = name.to_str().unwrap_or_default();
            if own.starts_with("CARGO_PKG_") || own.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&name);
            }
        }
        command
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.target)
            .args(arguments);
        command
    }
}

/// Writes a file, unless it has that text already: what cargo finds unchanged it does not read anew.
fn keep(path: &Path, text: &str) -> Result<()> {
    match fs::read_to_string(path) {
        Ok(known) if known == text => Ok(()),
        _ => writer::write_file(path, text),
    }
}
