//! A workspace of generated crates, and the cargo commands that run in it.
//!
//! It shares the target folder, profiles and lock file of this workspace, so that common
//! dependencies are compiled once.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use toml_edit::{DocumentMut, Item, Table, value};

use crate::{path, writer};

/// A workspace, usually below the target folder.
#[derive(Debug)]
pub struct Workspace {
    folder: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// Returns the workspace in `folder`, which need not exist, with the target folder `target`.
    pub fn new(folder: PathBuf, target: PathBuf) -> Self {
        Self { folder, target }
    }

    /// Returns the folder of a package.
    pub fn member(&self, package: &str) -> PathBuf {
        self.folder.join(package)
    }

    /// Writes the manifest and lock file.
    ///
    /// `patches` are packages to take from a folder instead of the registry, as name and folder.
    ///
    /// # Errors
    /// If the manifest or lock file of this workspace cannot be read, or the new ones cannot be
    /// written.
    pub fn write<'a>(
        &self,
        members: impl Iterator<Item = &'a str>,
        patches: &[(&str, &Path)],
    ) -> Result<()> {
        let root: DocumentMut = root_file("Cargo.toml")?.parse().context("Cargo.toml")?;
        let mut manifest = DocumentMut::new();
        manifest["workspace"] = Item::Table(Table::new());
        let workspace = root.get("workspace");
        if let Some(resolver) = workspace.and_then(|table| table.get("resolver")) {
            manifest["workspace"]["resolver"] = resolver.clone();
        }
        manifest["workspace"]["members"] = value(members.collect::<toml_edit::Array>());
        if let Some(profile) = root.get("profile") {
            manifest["profile"] = profile.clone();
        }
        for (name, folder) in patches {
            let folder = folder
                .to_str()
                .context("the path of a patch is not Unicode")?;
            manifest["patch"]["crates-io"][name]["path"] = value(folder);
        }
        write_if_changed(&self.folder.join("Cargo.toml"), &manifest.to_string())?;
        self.copy_lock()
    }

    /// Copies the lock file of this repository.
    ///
    /// # Errors
    /// If it cannot be read or written.
    pub fn copy_lock(&self) -> Result<()> {
        write_if_changed(&self.folder.join("Cargo.lock"), &root_file("Cargo.lock")?)
    }

    /// Fetches missing dependencies, and removes unused profile overrides from the manifest.
    ///
    /// # Errors
    /// If cargo cannot be run, the manifest or lock file cannot be read, or the manifest cannot be
    /// written.
    pub fn resolve(&self) -> Result<()> {
        self.fetch()?;
        self.drop_overrides()
    }

    /// Fetches missing dependencies, so that later commands need no network.
    ///
    /// Cargo uses the network only if it cannot resolve offline.
    ///
    /// # Errors
    /// If cargo cannot be run.
    pub fn fetch(&self) -> Result<()> {
        let tree = ["tree", "--quiet", "--workspace", "--offline"];
        let mut resolved = self.cargo(&tree);
        resolved.stdout(Stdio::null()).stderr(Stdio::null());
        if !resolved.status().context("cannot run cargo")?.success() {
            let mut fetched = self.cargo(&tree[..3]);
            let status = fetched.stdout(Stdio::null()).status();
            status.context("cannot run cargo")?;
        }
        Ok(())
    }

    /// Removes profile overrides of packages that the lock file does not list, such as the
    /// generator: cargo would warn about them.
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
            let overridden = overrides.iter().map(|(name, _)| name.to_owned());
            let unused: Vec<_> = overridden
                .filter(|name| !names.contains(&&**name))
                .collect();
            for name in unused {
                overrides.remove(&name);
            }
        }
        write_if_changed(&path, &manifest.to_string())
    }

    /// Returns a cargo command that runs in the workspace.
    pub fn cargo<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        // Cargo sets these to describe this program, not the packages of the workspace.
        for (name, _) in std::env::vars_os() {
            let string = name.to_str().unwrap_or_default();
            if string.starts_with("CARGO_PKG_") || string.starts_with("CARGO_MANIFEST_") {
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

/// Reads a file in the root of this repository.
fn root_file(name: &str) -> Result<String> {
    let text = fs::read_to_string(path::root().join(name));
    text.with_context(|| format!("cannot read {name}"))
}

/// Writes a file unless it has this text already, so that cargo sees no change.
fn write_if_changed(path: &Path, text: &str) -> Result<()> {
    match fs::read_to_string(path) {
        Ok(known) if known == text => Ok(()),
        _ => writer::write_file(path, text),
    }
}
