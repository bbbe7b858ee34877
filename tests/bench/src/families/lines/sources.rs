//! The files of a crate, found as rustc finds them.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use syn::{Attribute, File, Item, ItemMod, Meta};

use super::count::is_test;

/// A file, taken apart.
pub(crate) struct Source {
    pub(crate) text: String,
    pub(crate) file: File,
}

/// The root file and all that it leads to, except by modules for tests.
pub(crate) fn of_crate(root: &Path) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    let folder = root.parent().context("a file without a folder")?;
    read(root, folder, &mut sources)?;
    Ok(sources)
}

/// Reads `path`, whose modules are in `folder`.
fn read(path: &Path, folder: &Path, sources: &mut Vec<Source>) -> Result<()> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let file = syn::parse_file(&text).with_context(|| path.display().to_string())?;
    let modules = outside(&file.items);
    sources.push(Source { text, file });
    for (within, name, named) in modules {
        let below = folder.join(within);
        let path = match named {
            // From where the file itself is.
            Some(named) => path.with_file_name(named),
            None => find(&below, &name)?,
        };
        read(&path, &below.join(&name), sources)?;
    }
    Ok(())
}

fn find(folder: &Path, name: &str) -> Result<PathBuf> {
    let paths = [
        folder.join(format!("{name}.rs")),
        folder.join(name).join("mod.rs"),
    ];
    match paths.into_iter().find(|path| path.is_file()) {
        Some(path) => Ok(path),
        None => bail!("no file of the module {name} in {}", folder.display()),
    }
}

/// The modules that are in files of their own: the inline modules they stand in, their names, and
/// their files where an attribute names them.
fn outside(items: &[Item]) -> Vec<(PathBuf, String, Option<String>)> {
    let mut found = Vec::new();
    for item in items {
        let Item::Mod(module) = item else { continue };
        if is_test(&module.attrs) {
            continue;
        }
        let name = bare(module);
        match &module.content {
            None => found.push((PathBuf::new(), name, path(&module.attrs))),
            Some((_, items)) => {
                let below = outside(items).into_iter();
                found.extend(
                    below.map(|(within, inner, path)| (Path::new(&name).join(within), inner, path)),
                );
            }
        }
    }
    found
}

fn bare(module: &ItemMod) -> String {
    let name = module.ident.to_string();
    name.trim_start_matches("r#").to_owned()
}

fn path(attributes: &[Attribute]) -> Option<String> {
    attributes
        .iter()
        .find_map(|attribute| match &attribute.meta {
            Meta::NameValue(pair) if pair.path.is_ident("path") => match &pair.value {
                syn::Expr::Lit(syn::ExprLit {
                    lit: syn::Lit::Str(text),
                    ..
                }) => Some(text.value()),
                _ => None,
            },
            _ => None,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_of_other_files_are_found_and_those_for_tests_are_not() {
        let text = "mod a; mod b { mod c; mod d {} } #[cfg(test)] mod e; mod r#type; \
            #[cfg(all(test, unix))] mod f; #[path = \"x.rs\"] mod g; #[cfg(feature = \"test\")] mod h;";
        let file = syn::parse_file(text).unwrap();
        let found = outside(&file.items);
        let names: Vec<_> = found
            .iter()
            .map(|(within, name, _)| within.join(name).display().to_string())
            .collect();
        assert_eq!(names, ["a", "b/c", "type", "g", "h"]);
        assert_eq!(found[3].2.as_deref(), Some("x.rs"));
    }
}
