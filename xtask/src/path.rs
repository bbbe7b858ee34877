//! The workspace's folder, and the way from one folder to another.

use anyhow::{Context, Result};
use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The workspace's root folder.
pub(crate) fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
}

/// The way from folder `from`, which need not exist yet, to `to`, with `/` on every platform.
pub(crate) fn relative(from: &Path, to: &Path) -> Result<String> {
    let (from, to) = (resolve(from)?, resolve(to)?);
    let shared = from
        .components()
        .zip(to.components())
        .take_while(|(a, b)| a == b)
        .count();
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    let parts = up
        .chain(to.components().skip(shared))
        .map(|part| part.as_os_str().to_str());
    let parts: Option<Vec<_>> = parts.collect();
    Ok(parts
        .with_context(|| format!("the path {} is not Unicode", to.display()))?
        .join("/"))
}

/// `path` as an absolute path without links, as far as its folders exist.
fn resolve(path: &Path) -> Result<PathBuf> {
    let mut existing = std::path::absolute(path)?;
    let mut rest: Vec<OsString> = Vec::new();
    loop {
        match fs::canonicalize(&existing) {
            Ok(found) => return Ok(normal(found.join(rest.iter().rev().collect::<PathBuf>()))),
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

/// Takes each `..` back. In folders that do not exist there are no links to mind.
fn normal(path: PathBuf) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut done, part| {
        if part == Component::ParentDir {
            done.pop();
        } else {
            done.push(part);
        }
        done
    })
}

#[cfg(test)]
mod tests {
    use super::relative;
    use crate::test_folder::Folder;
    use std::fs;
    use std::path::Path;

    fn way(folder: &Folder, from: &str, to: &str) -> String {
        relative(&folder.path().join(from), &folder.path().join(to)).unwrap()
    }

    #[test]
    fn existing_and_future_folders() {
        let folder = Folder::new("relative");
        fs::create_dir_all(folder.path().join("workspace/runtime")).unwrap();
        assert_eq!(
            way(&folder, "workspace/generated", "workspace/runtime"),
            "../runtime"
        );
        assert_eq!(
            way(&folder, "workspace/a/b", "workspace/runtime"),
            "../../runtime"
        );
        assert_eq!(
            way(&folder, "elsewhere/out", "workspace/runtime"),
            "../../workspace/runtime"
        );
        assert_eq!(
            way(&folder, "workspace/../x/./y/../out", "workspace/runtime"),
            "../../workspace/runtime"
        );
        assert_eq!(way(&folder, "workspace", "workspace/runtime"), "runtime");
        assert_eq!(way(&folder, "workspace/runtime", "workspace/runtime"), "");
    }

    #[test]
    fn relative_to_the_current_folder() {
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

    #[cfg(unix)]
    #[test]
    fn a_linked_folder_counts_as_where_it_leads() {
        let folder = Folder::new("linked");
        fs::create_dir_all(folder.path().join("deep/er/real")).unwrap();
        std::os::unix::fs::symlink(
            folder.path().join("deep/er/real"),
            folder.path().join("link"),
        )
        .unwrap();
        assert_eq!(way(&folder, "link/out", "runtime"), "../../../../runtime");
    }
}
