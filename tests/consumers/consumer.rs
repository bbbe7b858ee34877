//! A package in a folder beside this file, and what cargo does with it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The repository.
pub(crate) const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// One for all consumers; it stays, so that a second run finds its dependencies built.
const TARGET: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/consumers");

pub(crate) struct Consumer {
    name: &'static str,
    folder: PathBuf,
}

impl Consumer {
    /// The consumer of this name, with the workspace's lock file: what the workspace is tested
    /// with is what an application gets, and cargo takes out what it does not need.
    pub(crate) fn new(name: &'static str) -> Self {
        let folder = Path::new(ROOT).join("tests/consumers").join(name);
        let locked = std::fs::copy(
            Path::new(ROOT).join("Cargo.lock"),
            folder.join("Cargo.lock"),
        );
        locked.unwrap_or_else(|error| panic!("{name}: no lock file: {error}"));
        Self { name, folder }
    }

    /// Builds it and runs it; what it wrote on its standard output, by lines.
    pub(crate) fn run(
        &self,
        arguments: &[&str],
        variables: impl IntoIterator<Item = (&'static str, String)>,
    ) -> Vec<String> {
        self.cargo(&["build"], []);
        self.assert_locked();
        let arguments = [&["run", "--quiet", "--"], arguments].concat();
        self.cargo(&arguments, variables)
    }

    /// Runs its tests; what they wrote, by lines.
    pub(crate) fn test(&self) -> Vec<String> {
        let lines = self.cargo(&["test", "--lib"], []);
        self.assert_locked();
        lines
    }

    /// The packages that it is built from, as `name vX.Y.Z`, with the path of those that come from
    /// no registry.
    pub(crate) fn packages(&self) -> Vec<String> {
        let mut packages = self.cargo(
            &[
                "tree",
                "--edges",
                "normal,build",
                "--prefix",
                "none",
                "--format",
                "{p}",
            ],
            [],
        );
        // What was listed above already has a star.
        for package in &mut packages {
            package.truncate(package.trim_end_matches(" (*)").len());
        }
        packages.sort();
        packages.dedup();
        packages
    }

    /// Cargo adds what a lock file lacks, without a word: then the versions are any day's newest.
    fn assert_locked(&self) {
        let read = |folder: &Path| {
            std::fs::read_to_string(folder.join("Cargo.lock")).expect("a lock file")
        };
        let (root, own) = (read(Path::new(ROOT)), read(&self.folder));
        let root: BTreeSet<_> = downloads(&root).collect();
        let added: Vec<_> = downloads(&own).filter(|one| !root.contains(one)).collect();
        assert!(
            added.is_empty(),
            "{}: not in the workspace's Cargo.lock: {added:?}; name them in tests/Cargo.toml",
            self.name
        );
    }

    /// Without the network first: only a machine that lacks a download needs it.
    fn cargo(
        &self,
        arguments: &[&str],
        variables: impl IntoIterator<Item = (&'static str, String)>,
    ) -> Vec<String> {
        let (command, rest) = arguments.split_first().expect("a command of cargo's");
        let variables: Vec<_> = variables.into_iter().collect();
        let go = |network: &[&str]| {
            let mut command = cargo(&self.folder, &[&[*command], network, rest].concat());
            command
                .env("CARGO_TARGET_DIR", TARGET)
                // Nobody looks into these builds: without what a debugger needs they take less
                // time and less room.
                .env("CARGO_INCREMENTAL", "0")
                .env("CARGO_PROFILE_DEV_DEBUG", "0")
                .envs(variables.iter().map(|(name, value)| (name, value)));
            output(&mut command)
        };
        let mut output = go(&["--offline"]);
        if !output.status.success() && text(&output.stderr).contains("--offline") {
            output = go(&[]);
        }
        let what = format!("{}: cargo {}", self.name, arguments.join(" "));
        lines(&what, &output)
    }
}

/// Name and version of each package of a lock file that comes from a registry.
fn downloads(lock: &str) -> impl Iterator<Item = [&str; 2]> {
    let packages = lock
        .split("[[package]]")
        .filter(|package| package.contains("\nsource = "));
    packages.map(|package| {
        let mut lines = package.trim_start().lines();
        [(); 2].map(|()| lines.next().expect("a name and a version"))
    })
}

/// Generates a client with `cargo xtask generate` and these arguments.
pub(crate) fn generate(arguments: &[&str]) {
    let xtask = [
        "run",
        "--quiet",
        "--locked",
        "--package",
        "xtask",
        "--",
        "generate",
    ];
    let mut command = cargo(Path::new(ROOT), &[&xtask, arguments].concat());
    // Where `cargo test` has built it.
    command.env(
        "CARGO_TARGET_DIR",
        Path::new(TARGET).ancestors().nth(2).expect("target"),
    );
    lines("cargo xtask generate", &output(&mut command));
}

fn cargo(folder: &Path, arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .current_dir(folder)
        .args(arguments)
        .env("CARGO_TERM_COLOR", "never");
    // What cargo says of this package is not true of another.
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(name);
        }
    }
    command
}

fn output(command: &mut Command) -> Output {
    command
        .output()
        .unwrap_or_else(|error| panic!("{command:?} cannot be run: {error}"))
}

/// The lines of the standard output of what must have ended well; all that it wrote, if it has not.
fn lines(what: &str, output: &Output) -> Vec<String> {
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    assert!(
        output.status.success(),
        "{what} failed, {}\n{stdout}\n{stderr}",
        output.status
    );
    stdout.lines().map(str::to_owned).collect()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
