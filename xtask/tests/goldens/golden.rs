//! The folder of one golden.

use crate::files::{self, root, scratch};
use crate::run::{self, Said};
use std::path::{Path, PathBuf};

/// Where the goldens are, seen from the workspace's root.
pub(crate) const GOLDENS: &str = "tests/goldens";
/// The golden whose crate is kept whole; the others keep what differs from it.
pub(crate) const MINIMAL: &str = "minimal";
/// The crates' name, the same for all, so that it makes no difference between them.
const CRATE: &str = "garden-sdk";

/// Whether what is expected is to be written anew.
pub(crate) fn rewriting() -> bool {
    std::env::var_os("UPDATE_GOLDENS").is_some_and(|value| value == "1")
}

/// The command that a golden is about.
#[derive(Clone, Copy)]
enum Command {
    Generate,
    Ir,
    Update,
    /// For refusals only: nothing is compiled then.
    Conformance,
}

/// A golden: a model, and the flags to generate with.
pub(crate) struct Golden {
    pub(crate) name: String,
    flags: Vec<String>,
    command: Command,
}

impl Golden {
    /// All goldens, by name.
    pub(crate) fn all() -> Vec<Self> {
        let folder = root().join(GOLDENS);
        let names = files::names(&folder).into_iter();
        names
            .filter(|name| folder.join(name).is_dir())
            .map(Self::read)
            .collect()
    }

    fn read(name: String) -> Self {
        let file = root().join(GOLDENS).join(&name).join("flags");
        let flags = if file.exists() {
            files::text(&file)
        } else {
            String::new()
        };
        // A line is a flag with its value, `--crate-name a-b`.
        let flags = flags.lines().flat_map(|line| line.splitn(2, ' '));
        let flags = flags.map(str::to_owned).collect();
        let command = root().join(GOLDENS).join(&name).join("command");
        let command = if command.exists() {
            match files::text(&command).trim() {
                "conformance" => Command::Conformance,
                "ir" => Command::Ir,
                "update" => Command::Update,
                other => panic!("{name}: the command `{other}`"),
            }
        } else {
            Command::Generate
        };
        Self {
            name,
            flags,
            command,
        }
    }

    pub(crate) fn folder(&self) -> PathBuf {
        root().join(GOLDENS).join(&self.name)
    }

    /// The values of a flag.
    pub(crate) fn flag(&self, flag: &str) -> impl Iterator<Item = &String> {
        let pairs = self.flags.windows(2);
        pairs
            .filter(move |pair| pair[0] == flag)
            .map(|pair| &pair[1])
    }

    /// Whether a flag without a value is given.
    pub(crate) fn has_flag(&self, flag: &str) -> bool {
        self.flags.iter().any(|own| own == flag)
    }

    /// Generates into `out`, under the common name unless the golden has one of its own.
    pub(crate) fn generate(&self, out: &Path) -> Said {
        self.generate_as(CRATE, out)
    }

    /// Generates into `out`, under `crate_name` unless the golden has one of its own.
    pub(crate) fn generate_as(&self, crate_name: &str, out: &Path) -> Said {
        let model = format!("{GOLDENS}/{}/model.json", self.name);
        let mut arguments = match self.command {
            // What is refused is not written; a dry run would not do so if it were accepted either.
            Command::Update => vec!["--dry-run", "--date", "2024-01", "--from", &model],
            Command::Generate | Command::Ir => vec!["--model", &model],
            Command::Conformance => vec!["--suite", &model],
        };
        arguments.extend(self.flags.iter().map(String::as_str));
        match self.command {
            Command::Generate => {}
            Command::Conformance => return run::other("conformance", arguments),
            Command::Ir => return run::other("ir", arguments),
            Command::Update => return run::other("update", arguments),
        }
        if self.flag("--crate-name").next().is_none() {
            arguments.extend(["--crate-name", crate_name]);
        }
        run::generate(arguments, out)
    }

    /// An empty folder to generate into.
    pub(crate) fn out(&self) -> PathBuf {
        files::emptied(scratch("texts").join(&self.name))
    }

    /// What is wrong with the folder itself: files that are missing, and files that nothing reads.
    pub(crate) fn faults(&self) -> Vec<String> {
        let read = |name: &str| {
            let own = ["model.json", "flags", "command", "expected"];
            let path = format!("{GOLDENS}/{}/{name}", self.name);
            own.contains(&name) || name.starts_with("expected.") || self.flags.contains(&path)
        };
        let names = files::names(&self.folder());
        let mut faults: Vec<_> = names
            .iter()
            .filter(|name| !read(name))
            .map(|name| format!("{GOLDENS}/{}/{name}: nothing reads this file", self.name))
            .collect();
        if !names.iter().any(|name| name == "model.json") {
            faults.push(format!("{GOLDENS}/{}: there is no model.json", self.name));
        }
        faults
    }
}
