//! The measured programs, from `programs/`.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::cargo;
use crate::progress::Progress;

/// One of the two clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Ours,
    Official,
}

impl Side {
    /// Both sides, in the order in which they are measured.
    pub(crate) const BOTH: [Self; 2] = [Self::Ours, Self::Official];

    /// Returns the name of the package in `programs/`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Official => "official",
        }
    }

    /// Returns the package of the client.
    pub(crate) fn client(self) -> &'static str {
        match self {
            Self::Ours => "ivs-sdk",
            Self::Official => "aws-sdk-ivs",
        }
    }
}

/// The features with which an application is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Features {
    /// The default features: hyper 1, rustls and aws-lc; the official client adds hyper 0.14.
    Default,
    /// The default features of ours, and the same TLS for the official client.
    SameTls,
    /// The smallest HTTPS client; ours only.
    Ring,
    /// The default features, and configuration through `aws_config`.
    Config,
}

impl Features {
    /// Returns the flags for cargo.
    pub(crate) fn flags(self) -> &'static [&'static str] {
        match self {
            Self::Default => &[],
            Self::SameTls => &["--no-default-features", "--features=same-tls"],
            Self::Ring => &["--no-default-features", "--features=ring"],
            Self::Config => &["--features=config"],
        }
    }
}

/// The workspace of the programs, and the state of its build.
pub(crate) struct Programs {
    pub(crate) folder: PathBuf,
    target: PathBuf,
    /// The metadata files of the libraries, once the programs without TLS are built.
    metadata: OnceCell<Metadata>,
}

/// The metadata file of each library, by crate name.
#[derive(Debug, PartialEq)]
pub(crate) struct Metadata(BTreeMap<String, PathBuf>);

impl Programs {
    pub(crate) fn new(folder: PathBuf, scratch: PathBuf) -> Self {
        Self {
            folder,
            target: scratch.join("programs"),
            metadata: OnceCell::new(),
        }
    }

    /// Builds the programs without TLS, for both sides, unless they are built already.
    pub(crate) fn build(&self, progress: &Progress) -> Result<&Metadata> {
        if let Some(metadata) = self.metadata.get() {
            return Ok(metadata);
        }
        progress.report("building the programs (takes minutes the first time)");
        let programs = ["calls", "allocations", "load", "five"];
        let mut command = self.command("build", &programs);
        command.arg("--release");
        // Their sizes are measured without symbols.
        command.env("CARGO_PROFILE_RELEASE_STRIP", "symbols");
        let metadata = Metadata::parse(&cargo::output(&mut command)?)?;
        Ok(self.metadata.get_or_init(|| metadata))
    }

    /// Checks the application without TLS, for both sides.
    pub(crate) fn check(&self) -> Result<Metadata> {
        let mut command = self.command("check", &["five"]);
        Metadata::parse(&cargo::output(&mut command)?)
    }

    /// Returns a cargo command for `programs` of both sides, without TLS. Its output are messages.
    fn command(&self, subcommand: &str, programs: &[&str]) -> Command {
        let mut command = cargo::command(subcommand, &self.folder);
        command.env("CARGO_TARGET_DIR", &self.target).args([
            "--no-default-features",
            "--features=calls",
            "--message-format=json-render-diagnostics",
        ]);
        for side in Side::BOTH.map(Side::name) {
            command.args(["--package", side]);
            for program in programs {
                command.arg(format!("--bin={side}-{program}"));
            }
        }
        command
    }

    /// Returns the packages of the client of `side`; for ours, these are all path dependencies of
    /// the programs.
    pub(crate) fn client_packages(&self, side: Side) -> Result<Vec<String>> {
        if side == Side::Official {
            return Ok(vec![side.client().to_owned()]);
        }
        let metadata = cargo::metadata(&self.folder, &[])?;
        let members = metadata["workspace_members"]
            .as_array()
            .context("cargo metadata has no workspace members")?;
        let packages = metadata["packages"]
            .as_array()
            .context("cargo metadata has no packages")?;
        let path_packages = packages
            .iter()
            .filter(|package| package["source"].is_null() && !members.contains(&package["id"]));
        let names = path_packages.filter_map(|package| Some(package["name"].as_str()?.to_owned()));
        Ok(names.collect())
    }

    /// Returns the path of the program called `name` of `side`.
    pub(crate) fn path(&self, side: Side, name: &str) -> PathBuf {
        let file = format!("{}-{name}{}", side.name(), std::env::consts::EXE_SUFFIX);
        self.target.join("release").join(file)
    }
}

impl Metadata {
    /// Finds the metadata files in the messages of cargo.
    fn parse(messages: &str) -> Result<Self> {
        let mut found = BTreeMap::new();
        for line in messages.lines() {
            let message: Value = serde_json::from_str(line)?;
            let files = message["filenames"].as_array().into_iter().flatten();
            let file = files
                .filter_map(Value::as_str)
                .find(|name| name.ends_with(".rmeta"));
            if let (Some(name), Some(file)) = (message["target"]["name"].as_str(), file) {
                found.insert(name.to_owned(), file.into());
            }
        }
        Ok(Self(found))
    }

    /// Returns the bytes of the file of `package`.
    pub(crate) fn bytes(&self, package: &str) -> Result<u64> {
        let file = self.0.get(&package.replace('-', "_"));
        let file = file.with_context(|| format!("cargo built no metadata of {package}"))?;
        Ok(std::fs::metadata(file)?.len())
    }
}

/// Runs `program` with `arguments` and returns its stdout and stderr.
pub(crate) fn run(program: &Path, arguments: &[&str]) -> Result<[String; 2]> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null());
    let output = command.output().with_context(|| format!("{command:?}"))?;
    let [stdout, stderr] =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into());
    if !output.status.success() {
        bail!("{command:?} failed: {}\n{stderr}", output.status);
    }
    Ok([stdout, stderr])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_files_are_found_in_the_messages_of_cargo() {
        let messages = r#"{"reason":"compiler-artifact","target":{"name":"ivs_sdk"},"filenames":["/t/libivs_sdk-1.rlib","/t/libivs_sdk-1.rmeta"]}
{"reason":"compiler-artifact","target":{"name":"ours-one"},"filenames":["/t/ours-one"]}
{"reason":"build-finished","success":true}
"#;
        let expected = [("ivs_sdk".to_owned(), "/t/libivs_sdk-1.rmeta".into())];
        assert_eq!(
            Metadata::parse(messages).unwrap(),
            Metadata(expected.into())
        );
        assert!(Metadata::parse("Compiling").is_err());
    }
}
