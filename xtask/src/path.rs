//! The workspace's root folder, and relative paths.

use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result};

/// Returns the workspace's root folder.
pub(crate) fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
}

/// Returns the path of `to` relative to the folder `from`, with `/` on every platform.
///
/// Neither needs to exist.
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
    use std::fs;
    use std::path::Path;

    use super::relative;
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
