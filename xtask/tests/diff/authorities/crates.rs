//! The crates generated from the table's models, as JSON of rustdoc.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use codegen::{Options, RuntimeDependency, generate};

use crate::models::Texts;
use crate::table::{options, sources};

/// Returns `true` if the tool can be run.
pub(super) fn is_installed(tool: &str) -> bool {
    let mut command = Command::new(tool);
    command
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status().is_ok()
}

/// A folder with the JSON of the crates that were built.
pub(super) struct Crates {
    folder: PathBuf,
    built: RefCell<BTreeMap<(String, String), PathBuf>>,
}

impl Crates {
    pub(super) fn new() -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("diff-authorities");
        fs::create_dir_all(&folder).expect("a folder");
        Self {
            folder,
            built: RefCell::default(),
        }
    }

    /// Returns the number of crates.
    pub(super) fn count(&self) -> usize {
        self.built.borrow().len()
    }

    /// Returns the JSON of the crate that is generated from a model.
    pub(super) fn rustdoc(&self, texts: &Texts) -> PathBuf {
        let key = (texts.model.clone(), texts.partitions.clone());
        if let Some(path) = self.built.borrow().get(&key) {
            return path.clone();
        }
        let path = self.folder.join(format!("{}.json", self.count()));
        self.build(texts, &path);
        self.built.borrow_mut().insert(key, path.clone());
        path
    }

    /// Generates a crate in the place of the one before, and documents it.
    fn build(&self, texts: &Texts, to: &Path) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .expect("a workspace");
        let folder = self.folder.join("garden");
        let options = Options {
            // Versions below 1.0 give the words of the tools another meaning.
            crate_version: "1.0.0".to_owned(),
            runtime: RuntimeDependency::Path(root.join("codegen/runtime").display().to_string()),
            ..options()
        };
        let generated = generate(&sources(texts), &options).expect("a crate");
        if folder.join("src").exists() {
            fs::remove_dir_all(folder.join("src")).expect("an empty folder");
        }
        for (path, text) in &generated.files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            let text = match path.ends_with("Cargo.toml") {
                true => format!("{text}\n[workspace]\n"),
                false => text.clone(),
            };
            fs::write(path, text).expect("a file");
        }
        fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("the lock file");
        let target = self.folder.join("target");
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let status = Command::new(cargo)
            .current_dir(&folder)
            // The JSON of rustdoc is unstable.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_DIR", &target)
            .args(["rustdoc", "--quiet", "--lib", "--offline", "--"])
            .args([
                "-Z",
                "unstable-options",
                "--output-format",
                "json",
                "--cap-lints",
                "allow",
            ])
            .status()
            .expect("cargo runs");
        assert!(
            status.success(),
            "the crate does not compile: {}",
            texts.model
        );
        fs::copy(target.join("doc/garden.json"), to).expect("the JSON");
    }
}
