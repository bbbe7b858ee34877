//! Finds the source files of a crate as rustc does.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use syn::{Attribute, File, Item, ItemMod, Meta};

use super::count::is_test;

/// A source file and its syntax tree.
pub(crate) struct Source {
    pub(crate) text: String,
    pub(crate) file: File,
}

/// Reads the file `root` and all its modules, except test modules.
pub(crate) fn read_crate(root: &Path) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    let folder = root
        .parent()
        .context("the root file has no parent folder")?;
    read(root, folder, &mut sources)?;
    Ok(sources)
}

/// Reads `path`; its modules are in `folder`.
fn read(path: &Path, folder: &Path, sources: &mut Vec<Source>) -> Result<()> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let file = syn::parse_file(&text).with_context(|| path.display().to_string())?;
    let modules = external_modules(&file.items);
    sources.push(Source { text, file });
    for module in modules {
        let parent = folder.join(module.parent);
        let path = match module.path_attribute {
            // Relative to the file that declares the module.
            Some(relative) => path.with_file_name(relative),
            None => find(&parent, &module.name)?,
        };
        read(&path, &parent.join(&module.name), sources)?;
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
        None => bail!("no file for the module {name} in {}", folder.display()),
    }
}

/// A module in a separate file.
struct ExternalModule {
    /// The path of the inline modules that contain it.
    parent: PathBuf,
    name: String,
    path_attribute: Option<String>,
}

fn external_modules(items: &[Item]) -> Vec<ExternalModule> {
    let mut found = Vec::new();
    for item in items {
        let Item::Mod(module) = item else { continue };
        if is_test(&module.attrs) {
            continue;
        }
        let name = module_name(module);
        match &module.content {
            None => found.push(ExternalModule {
                parent: PathBuf::new(),
                name,
                path_attribute: path_attribute(&module.attrs),
            }),
            Some((_, items)) => {
                let nested = external_modules(items).into_iter();
                found.extend(nested.map(|module| ExternalModule {
                    parent: Path::new(&name).join(module.parent),
                    ..module
                }));
            }
        }
    }
    found
}

fn module_name(module: &ItemMod) -> String {
    let name = module.ident.to_string();
    name.trim_start_matches("r#").to_owned()
}

fn path_attribute(attributes: &[Attribute]) -> Option<String> {
    attributes
        .iter()
        .find_map(|attribute| match &attribute.meta {
            Meta::NameValue(pair) if pair.path.is_ident("path") => match &pair.value {
                syn::Expr::Lit(syn::ExprLit {
                    lit: syn::Lit::Str(string),
                    ..
                }) => Some(string.value()),
                _ => None,
            },
            _ => None,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn external_modules_are_found_except_test_modules() {
        let text = "mod a; mod b { mod c; mod d {} } #[cfg(test)] mod e; mod r#type; \
            #[cfg(all(test, unix))] mod f; #[path = \"x.rs\"] mod g; #[cfg(feature = \"test\")] mod h;";
        let file = syn::parse_file(text).unwrap();
        let found = external_modules(&file.items);
        let names: Vec<_> = found
            .iter()
            .map(|module| module.parent.join(&module.name).display().to_string())
            .collect();
        assert_eq!(names, ["a", "b/c", "type", "g", "h"]);
        assert_eq!(found[3].path_attribute.as_deref(), Some("x.rs"));
    }
}
