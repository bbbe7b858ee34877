//! Counts the code of a crate.

use std::ops::Add;
use std::path::Path;

use anyhow::Result;
use quote::ToTokens as _;
use syn::visit_mut::VisitMut as _;
use syn::{Attribute, File, Meta};

use super::sources;
use super::strip::Strip;
use super::tokens::{self, Tokens};

/// The size of one or more files.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Size {
    /// Tokens without documentation and tests.
    pub(crate) tokens: Tokens,
    /// All lines of the files as written.
    pub(crate) lines: usize,
}

impl Add for Size {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            tokens: self.tokens + other.tokens,
            lines: self.lines + other.lines,
        }
    }
}

/// Counts the code of the crate with the root file `root`.
pub(crate) fn count_crate(root: &Path) -> Result<Size> {
    let sources = sources::read_crate(root)?;
    let sizes = sources.into_iter().map(|source| Size {
        tokens: count_tokens(source.file),
        lines: source.text.lines().count(),
    });
    Ok(sizes.fold(Size::default(), Add::add))
}

fn count_tokens(mut file: File) -> Tokens {
    Strip.visit_file_mut(&mut file);
    tokens::count(file.into_token_stream())
}

/// Returns `true` if an item with these attributes is compiled only for tests.
pub(crate) fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg") => list
            .parse_args::<Meta>()
            .is_ok_and(|meta| requires_test(&meta)),
        meta => meta.path().is_ident("test"),
    })
}

fn requires_test(meta: &Meta) -> bool {
    match meta {
        Meta::Path(path) => path.is_ident("test"),
        Meta::List(list) if list.path.is_ident("all") => {
            let all = syn::punctuated::Punctuated::<Meta, syn::Token![,]>::parse_terminated;
            list.parse_args_with(all)
                .is_ok_and(|all| all.iter().any(requires_test))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> usize {
        count_tokens(syn::parse_file(text).unwrap()).all
    }

    #[test]
    fn comments_and_documentation_do_not_count() {
        let text = "//! A file.\n\n// A comment.\n/* One\n more */\n/// Documented.\n\
            #[derive(Clone)]\nstruct A {\n    /// One\n    /// more.\n    b: u8,\n}\n";
        assert_eq!(tokens(text), tokens("#[derive(Clone)] struct A { b: u8, }"));
    }

    #[test]
    fn tests_do_not_count() {
        let code = "struct A;\nimpl A {\n    fn b() {}\n}\n";
        let tested = format!(
            "{code}#[cfg(test)]\nmod tests {{ fn c() {{}} }}\n#[cfg(all(test, unix))]\nuse d;\n\
             #[test]\nfn e() {{}}\nimpl A {{ #[cfg(test)] fn f() {{}} }}\n#[cfg(any(test, feature = \"x\"))]\nuse g;\n"
        );
        // The empty `impl` counts, and so does the `use` that a feature can also enable.
        let counted = "impl A {} #[cfg(any(test, feature = \"x\"))] use g;";
        assert_eq!(tokens(&tested), tokens(code) + tokens(counted));
    }

    #[test]
    fn items_with_cfg_not_test_are_counted() {
        assert!(tokens("#[cfg(not(test))]\nuse a;\n") > tokens("use a;"));
    }

    #[test]
    fn documentation_within_macros_does_not_count() {
        let with_docs = "macro_rules! a { () => {\n/// Documented.\nstruct B; }; }";
        let without_docs = "macro_rules! a { () => { struct B; }; }";
        assert_eq!(tokens(with_docs), tokens(without_docs));
    }
}
