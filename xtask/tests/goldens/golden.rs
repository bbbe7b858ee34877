//! The folder of a golden.

use std::path::{Path, PathBuf};

use crate::files::{self, root, scratch};
use crate::focus::Focus;
use crate::run::{self, Run};

/// The folder of all goldens, relative to the workspace's root.
pub(crate) const GOLDENS: &str = "tests/goldens";
/// The golden that keeps its complete crate; the others keep what differs from it.
pub(crate) const MINIMAL: &str = "minimal";
/// The name of every golden's crate, so that names cause no differences.
const CRATE: &str = "garden-sdk";

/// Returns `true` if the expected output is to be rewritten.
pub(crate) fn is_rewriting() -> bool {
    std::env::var_os("UPDATE_GOLDENS").is_some_and(|value| value == "1")
}

/// The command that a golden runs.
#[derive(Clone, Copy)]
enum Command {
    Generate,
    Ir,
    Update,
    /// For errors only, which are reported before anything is compiled.
    Conformance,
}

/// A golden: a model, and a command with its flags.
pub(crate) struct Golden {
    pub(crate) name: String,
    flags: Vec<String>,
    command: Command,
}

impl Golden {
    /// Returns all goldens, sorted by name.
    pub(crate) fn all() -> Vec<Self> {
        let folder = root().join(GOLDENS);
        let names = files::names(&folder).into_iter();
        names
            .filter(|name| folder.join(name).is_dir())
            .map(Self::read)
            .collect()
    }

    fn read(name: String) -> Self {
        let folder = root().join(GOLDENS).join(&name);
        let flags = files::existing(&folder.join("flags")).unwrap_or_default();
        // A line is a flag with its value: `--crate-name a-b`.
        let flags = flags.lines().flat_map(|line| line.splitn(2, ' '));
        let command = files::existing(&folder.join("command"));
        let command = match command.as_deref().map(str::trim) {
            None => Command::Generate,
            Some("conformance") => Command::Conformance,
            Some("ir") => Command::Ir,
            Some("update") => Command::Update,
            Some(unknown) => panic!("{name}: unknown command `{unknown}`"),
        };
        Self {
            flags: flags.map(str::to_owned).collect(),
            name,
            command,
        }
    }

    /// Returns the path of the folder, relative to the workspace's root.
    pub(crate) fn path(&self) -> String {
        format!("{GOLDENS}/{}", self.name)
    }

    pub(crate) fn folder(&self) -> PathBuf {
        root().join(self.path())
    }

    /// Returns the golden's focus, or `None` if it has no file `focus`.
    pub(crate) fn focus(&self) -> Option<Focus> {
        let text = files::existing(&self.folder().join("focus"))?;
        Some(Focus::parse(&text))
    }

    /// Returns the values of a flag.
    pub(crate) fn flag(&self, flag: &str) -> impl Iterator<Item = &String> {
        let pairs = self.flags.windows(2);
        pairs
            .filter(move |pair| pair[0] == flag)
            .map(|pair| &pair[1])
    }

    /// Returns the number of doc tests in the pages among the overlays.
    pub(crate) fn page_doc_tests(&self) -> usize {
        let pages = self.flag("--overlay").filter(|path| path.ends_with(".md"));
        let texts = pages.map(|path| files::text(&root().join(path)));
        texts.map(|text| text.matches("```rust\n").count()).sum()
    }

    /// Returns `true` if a flag without a value is given.
    pub(crate) fn has_flag(&self, flag: &str) -> bool {
        self.flags.iter().any(|given| given == flag)
    }

    /// Runs the golden's command.
    ///
    /// `generate` writes to `out`, with the common crate name unless the flags give one.
    pub(crate) fn run(&self, out: &Path) -> Run {
        self.run_as(CRATE, out)
    }

    /// Runs the golden's command.
    ///
    /// `generate` writes to `out`, with the name `crate_name` unless the flags give one.
    pub(crate) fn run_as(&self, crate_name: &str, out: &Path) -> Run {
        let arguments = self.arguments(crate_name);
        match self.command {
            Command::Generate => run::generate(arguments, out),
            Command::Conformance => run::run_command("conformance", arguments),
            Command::Ir => run::run_command("ir", arguments),
            Command::Update => run::run_command("update", arguments),
        }
    }

    fn arguments(&self, crate_name: &str) -> Vec<String> {
        let model = format!("{}/model.json", self.path());
        let first = match self.command {
            // The dry run changes nothing if the model is accepted by mistake.
            Command::Update => vec!["--dry-run", "--date", "2024-01", "--from", &model],
            Command::Generate | Command::Ir => vec!["--model", &model],
            Command::Conformance => vec!["--suite", &model],
        };
        let first = first.into_iter().map(str::to_owned);
        let mut arguments: Vec<_> = first.chain(self.flags.iter().cloned()).collect();
        let has_name = self.flag("--crate-name").next().is_some();
        if matches!(self.command, Command::Generate) && !has_name {
            arguments.extend(["--crate-name", crate_name].map(str::to_owned));
        }
        arguments
    }

    /// Returns the command that generates the crate as the test does, for a person to run.
    pub(crate) fn command_line(&self) -> String {
        format!(
            "cargo xtask generate {} --runtime {} --out FOLDER",
            self.arguments(CRATE).join(" "),
            codegen::RUNTIME_VERSION
        )
    }

    /// Returns an empty folder to generate into.
    pub(crate) fn out(&self) -> PathBuf {
        files::emptied(scratch("out").join(&self.name))
    }

    /// Returns the faults of the folder: a missing model, files that nothing reads, and a focus for
    /// an error.
    pub(crate) fn faults(&self) -> Vec<String> {
        let is_read = |name: &str| {
            let known = ["model.json", "flags", "command", "focus", "expected"];
            let path = format!("{}/{name}", self.path());
            known.contains(&name) || name.starts_with("expected.") || self.flags.contains(&path)
        };
        let names = files::names(&self.folder());
        let mut faults: Vec<_> = names
            .iter()
            .filter(|name| !is_read(name))
            .map(|name| format!("{}/{name}: nothing reads this file", self.path()))
            .collect();
        let has = |file: &str| names.iter().any(|name| name == file);
        if !has("model.json") {
            faults.push(format!("{}: there is no model.json", self.path()));
        }
        if has("focus") && has("expected.err") {
            faults.push(format!(
                "{}/focus: a golden with expected.err cannot have a focus",
                self.path()
            ));
        }
        faults
    }
}
