//! Runs cargo in a consumer, which is a package in a folder beside this file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use xtask::workspace::Workspace;

/// The repository.
pub(crate) const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The target folder of all consumers. It is kept, so a second run finds the dependencies built.
const TARGET: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/consumers");

/// A package outside the workspace.
pub(crate) struct Consumer {
    name: &'static str,
    folder: PathBuf,
    workspace: Workspace,
    target: Option<&'static str>,
}

impl Consumer {
    /// Returns the consumer of this name in `tests/consumers`.
    pub(crate) fn new(name: &'static str) -> Self {
        Self::in_folder(name, Path::new(ROOT).join("tests/consumers").join(name))
    }

    /// Returns the consumer in this folder, with the lock file of the repository and all
    /// dependencies fetched.
    ///
    /// With that lock file, consumers use the same versions as the tests of the repository; cargo
    /// removes unused packages from the copy.
    pub(crate) fn in_folder(name: &'static str, folder: PathBuf) -> Self {
        let workspace = Workspace::new(folder.clone(), TARGET.into());
        let prepared = workspace.copy_lock().and_then(|()| workspace.fetch());
        prepared.unwrap_or_else(|error| panic!("{name}: {error:#}"));
        Self {
            name,
            folder,
            workspace,
            target: None,
        }
    }

    /// Builds for this target instead of the host.
    pub(crate) fn for_target(self, target: &'static str) -> Self {
        Self {
            target: Some(target),
            ..self
        }
    }

    /// Builds the package.
    pub(crate) fn build(&self) {
        self.cargo(&["build"], []);
        self.assert_locked();
    }

    /// Builds and runs the package; returns the lines of its standard output.
    pub(crate) fn run(
        &self,
        arguments: &[&str],
        variables: impl IntoIterator<Item = (&'static str, String)>,
    ) -> Vec<String> {
        self.build();
        let arguments = [&["run", "--quiet", "--"], arguments].concat();
        self.cargo(&arguments, variables)
    }

    /// Runs the package's unit tests; returns the lines of their standard output.
    pub(crate) fn test(&self) -> Vec<String> {
        let lines = self.cargo(&["test", "--lib"], []);
        self.assert_locked();
        lines
    }

    /// Returns the packages that the consumer is built from, as `name vX.Y.Z`, with the path of
    /// those that do not come from a registry.
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
        // Cargo marks repeated packages with a star.
        for package in &mut packages {
            package.truncate(package.trim_end_matches(" (*)").len());
        }
        packages.sort();
        packages.dedup();
        packages
    }

    /// Checks that cargo added no package to the lock file.
    ///
    /// Cargo adds missing packages silently, in their newest versions.
    fn assert_locked(&self) {
        let read = |folder: &Path| {
            std::fs::read_to_string(folder.join("Cargo.lock")).expect("a lock file")
        };
        let (root, consumer) = (read(Path::new(ROOT)), read(&self.folder));
        let root: BTreeSet<_> = downloads(&root).collect();
        let added: Vec<_> = downloads(&consumer)
            .filter(|package| !root.contains(package))
            .collect();
        assert!(
            added.is_empty(),
            "{}: not in the workspace's Cargo.lock: {added:?}; name them in tests/Cargo.toml",
            self.name
        );
    }

    fn cargo(
        &self,
        arguments: &[&str],
        variables: impl IntoIterator<Item = (&'static str, String)>,
    ) -> Vec<String> {
        let (command, rest) = arguments.split_first().expect("a subcommand of cargo");
        let arguments = [&[*command, "--offline"], rest].concat();
        let mut command = self.workspace.cargo(&arguments);
        command
            .env("CARGO_TERM_COLOR", "never")
            // Without debug information, which nobody needs, builds take less time and space.
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .envs(self.target.map(|target| ("CARGO_BUILD_TARGET", target)))
            .envs(variables);
        let title = format!("{}: cargo {}", self.name, arguments.join(" "));
        lines(&title, &mut command)
    }
}

/// Returns name and version of each registry package in a lock file.
fn downloads(lock: &str) -> impl Iterator<Item = [&str; 2]> {
    let packages = lock
        .split("[[package]]")
        .filter(|package| package.contains("\nsource = "));
    packages.map(|package| {
        let mut lines = package.trim_start().lines();
        [(); 2].map(|()| lines.next().expect("a name and a version"))
    })
}

/// Returns variables for `aws-config`: endpoint, region, credentials, and no configuration files.
pub(crate) fn environment(endpoint: &str, access_key: &str) -> [(&'static str, String); 7] {
    [
        ("AWS_ENDPOINT_URL_IVS", endpoint),
        ("AWS_REGION", "eu-west-1"),
        ("AWS_ACCESS_KEY_ID", access_key),
        ("AWS_SECRET_ACCESS_KEY", "secret"),
        ("AWS_EC2_METADATA_DISABLED", "true"),
        ("AWS_CONFIG_FILE", "none"),
        ("AWS_SHARED_CREDENTIALS_FILE", "none"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
}

/// Generates a client with `cargo xtask generate` and these arguments.
pub(crate) fn generate(arguments: &[&str]) {
    // The target folder of `cargo test`, in which xtask is already built.
    let target = Path::new(TARGET).ancestors().nth(2).expect("target");
    let workspace = Workspace::new(ROOT.into(), target.to_owned());
    let xtask = [
        "run",
        "--quiet",
        "--locked",
        "--package",
        "xtask",
        "--",
        "generate",
    ];
    let mut command = workspace.cargo(&[&xtask, arguments].concat());
    lines("cargo xtask generate", &mut command);
}

/// Runs a command that must succeed; returns the lines of its standard output.
fn lines(title: &str, command: &mut Command) -> Vec<String> {
    let Output {
        status,
        stdout,
        stderr,
    } = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?} cannot be run: {error}"));
    let (stdout, stderr) = (
        String::from_utf8_lossy(&stdout),
        String::from_utf8_lossy(&stderr),
    );
    assert!(
        status.success(),
        "{title} failed, {status}\n{stdout}\n{stderr}"
    );
    stdout.lines().map(str::to_owned).collect()
}
