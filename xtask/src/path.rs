//! The workspace's root folder, and relative paths.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Component, Path, PathBuf, Prefix};

use anyhow::{Context, Result};

/// Returns the workspace's root folder.
pub(crate) fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
}

/// Returns the path of `to` relative to the folder `from`, with `/` on every platform.
///
/// Neither needs to exist. The path is absolute if the two are on different drives.
pub(crate) fn relative(from: &Path, to: &Path) -> Result<String> {
    let absolute = |path: &Path| {
        let parsed = Absolute::parse(&resolve(path)?);
        parsed.with_context(|| format!("the path {} is not Unicode", path.display()))
    };
    Ok(between(&absolute(from)?, &absolute(to)?))
}

/// The parts of an absolute path, which are the same with and without the prefix `\\?\` that
/// `canonicalize` adds on Windows.
#[derive(Debug, PartialEq, Eq)]
struct Absolute {
    /// `/`, a drive such as `C:/`, or a share such as `//server/share/`.
    root: String,
    names: Vec<String>,
}

impl Absolute {
    /// Parses a path without `.` and `..`; `None` if it is not Unicode.
    fn parse(path: &Path) -> Option<Self> {
        let (mut root, mut names) = ("/".to_owned(), Vec::new());
        for component in path.components() {
            match component {
                Component::Prefix(prefix) => root = drive(prefix.kind())?,
                Component::RootDir | Component::CurDir => {}
                Component::ParentDir | Component::Normal(_) => {
                    names.push(component.as_os_str().to_str()?.to_owned());
                }
            }
        }
        Some(Self { root, names })
    }
}

/// Returns the root folder of a drive or share; `None` if it is not Unicode.
fn drive(prefix: Prefix<'_>) -> Option<String> {
    let joined = |start: &str, names: &[&OsStr]| {
        let names: Option<Vec<_>> = names.iter().map(|name| name.to_str()).collect();
        Some(format!("{start}{}/", names?.join("/")))
    };
    match prefix {
        Prefix::Disk(letter) | Prefix::VerbatimDisk(letter) => {
            Some(format!("{}:/", char::from(letter).to_ascii_uppercase()))
        }
        Prefix::UNC(server, share) | Prefix::VerbatimUNC(server, share) => {
            joined("//", &[server, share])
        }
        Prefix::DeviceNS(device) => joined("//./", &[device]),
        Prefix::Verbatim(name) => joined("//?/", &[name]),
    }
}

fn between(from: &Absolute, to: &Absolute) -> String {
    if from.root != to.root {
        return format!("{}{}", to.root, to.names.join("/"));
    }
    let pairs = from.names.iter().zip(&to.names);
    let shared = pairs.take_while(|(a, b)| a == b).count();
    let up = from.names[shared..].iter().map(|_| "..");
    let down = to.names[shared..].iter().map(String::as_str);
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// Returns `path` as an absolute path; links are resolved in the part of it that exists.
fn resolve(path: &Path) -> Result<PathBuf> {
    let mut existing = std::path::absolute(path)?;
    let mut rest: Vec<OsString> = Vec::new();
    loop {
        match fs::canonicalize(&existing) {
            Ok(real) => return Ok(normal(real.join(rest.iter().rev().collect::<PathBuf>()))),
            Err(_) => match existing.components().next_back() {
                Some(last @ (Component::Normal(_) | Component::ParentDir)) => {
                    rest.push(last.as_os_str().to_owned());
                    existing.pop();
                }
                _ => return Ok(normal(std::path::absolute(path)?)),
            },
        }
    }
}

/// Resolves each `..` without looking at the disk: the part of `path` that exists has no links.
fn normal(path: PathBuf) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut normal, part| {
        if part == Component::ParentDir {
            normal.pop();
        } else {
            normal.push(part);
        }
        normal
    })
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;
    use std::fs;
    use std::path::{Path, Prefix};

    use super::{Absolute, between, drive, relative};
    use crate::test_folder::Folder;

    fn relative_in(folder: &Folder, from: &str, to: &str) -> String {
        relative(&folder.path().join(from), &folder.path().join(to)).unwrap()
    }

    #[test]
    fn folders_need_not_exist() {
        let folder = Folder::new("relative");
        fs::create_dir_all(folder.path().join("workspace/runtime")).unwrap();
        assert_eq!(
            relative_in(&folder, "workspace/generated", "workspace/runtime"),
            "../runtime"
        );
        assert_eq!(
            relative_in(&folder, "workspace/a/b", "workspace/runtime"),
            "../../runtime"
        );
        assert_eq!(
            relative_in(&folder, "elsewhere/out", "workspace/runtime"),
            "../../workspace/runtime"
        );
        assert_eq!(
            relative_in(&folder, "workspace/../x/./y/../out", "workspace/runtime"),
            "../../workspace/runtime"
        );
        assert_eq!(
            relative_in(&folder, "workspace", "workspace/runtime"),
            "runtime"
        );
        assert_eq!(
            relative_in(&folder, "workspace/runtime", "workspace/runtime"),
            ""
        );
    }

    #[test]
    fn relative_paths_start_at_the_current_folder() {
        let here = std::env::current_dir().unwrap();
        assert_eq!(
            relative(Path::new("no/such"), &here.join("runtime")).unwrap(),
            "../../runtime"
        );
        assert_eq!(
            relative(Path::new("."), &here.join("runtime")).unwrap(),
            "runtime"
        );
    }

    #[test]
    fn paths_to_another_drive_are_absolute() {
        let path = |root: &str, names: &[&str]| Absolute {
            root: root.to_owned(),
            names: names.iter().map(|name| (*name).to_owned()).collect(),
        };
        let runtime = path("C:/", &["repository", "runtime"]);
        for (from, expected) in [
            (path("C:/", &["repository", "out"]), "../runtime"),
            (path("D:/", &["repository", "out"]), "C:/repository/runtime"),
            (path("//server/share/", &[]), "C:/repository/runtime"),
        ] {
            assert_eq!(between(&from, &runtime), expected);
        }
        let parsed = Absolute::parse(Path::new("/a/b"));
        assert_eq!(parsed, Some(path("/", &["a", "b"])));
    }

    #[test]
    fn drives_are_the_same_with_and_without_verbatim_prefix() {
        let [server, share] = ["server", "share"].map(OsStr::new);
        for (prefix, expected) in [
            (Prefix::Disk(b'c'), "C:/"),
            (Prefix::VerbatimDisk(b'C'), "C:/"),
            (Prefix::UNC(server, share), "//server/share/"),
            (Prefix::VerbatimUNC(server, share), "//server/share/"),
            (Prefix::DeviceNS(share), "//./share/"),
            (Prefix::Verbatim(share), "//?/share/"),
        ] {
            assert_eq!(drive(prefix).as_deref(), Some(expected));
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_are_resolved() {
        let folder = Folder::new("linked");
        fs::create_dir_all(folder.path().join("deep/er/real")).unwrap();
        std::os::unix::fs::symlink(
            folder.path().join("deep/er/real"),
            folder.path().join("link"),
        )
        .unwrap();
        assert_eq!(
            relative_in(&folder, "link/out", "runtime"),
            "../../../../runtime"
        );
    }
}
