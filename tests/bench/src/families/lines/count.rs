//! Counts lines after formatting by prettyplease, so that hand-written and generated code are
//! counted alike.

use std::ops::Add;
use std::path::Path;

use anyhow::Result;
use syn::visit_mut::VisitMut as _;
use syn::{Attribute, File, Meta};

use super::sources;
use super::strip::Strip;

/// The numbers of lines of one or more files.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Lines {
    /// Formatted lines without comments, blank lines and tests.
    pub(crate) code: usize,
    /// All lines of the files as written.
    pub(crate) all: usize,
}

impl Add for Lines {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            code: self.code + other.code,
            all: self.all + other.all,
        }
    }
}

/// Counts the lines of the crate with the root file `root`.
pub(crate) fn count_crate(root: &Path) -> Result<Lines> {
    let sources = sources::read_crate(root)?;
    let lines = sources.into_iter().map(|source| Lines {
        code: count_code(source.file),
        all: source.text.lines().count(),
    });
    Ok(lines.fold(Lines::default(), Add::add))
}

fn count_code(mut file: File) -> usize {
    Strip.visit_file_mut(&mut file);
    let text = prettyplease::unparse(&file);
    // Doc comments are stripped, and parsing dropped all other comments.
    text.lines().filter(|line| !line.trim().is_empty()).count()
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

    fn lines(text: &str) -> usize {
        count_code(syn::parse_file(text).unwrap())
    }

    #[test]
    fn comments_and_blank_lines_do_not_count() {
        let text = "//! A file.\n\n// A comment.\n/* One\n more */\n/// Documented.\n\
            #[derive(Clone)]\nstruct A {\n    /// One\n    /// more.\n    b: u8,\n\n}\n";
        assert_eq!(lines(text), 4);
    }

    #[test]
    fn the_layout_of_the_source_has_no_effect() {
        assert_eq!(lines("fn a() { b(); c() }"), 4);
        assert_eq!(lines("fn a()\n{\n\n b();\n\n c()\n\n}"), 4);
    }

    #[test]
    fn tests_do_not_count() {
        let code = "struct A;\nimpl A {\n    fn b() {}\n}\n";
        assert_eq!(lines(code), 4);
        let tested = format!(
            "{code}#[cfg(test)]\nmod tests {{ fn c() {{}} }}\n#[cfg(all(test, unix))]\nuse d;\n\
             #[test]\nfn e() {{}}\nimpl A {{ #[cfg(test)] fn f() {{}} }}\n#[cfg(any(test, feature = \"x\"))]\nuse g;\n"
        );
        // The empty `impl` counts, and so does the `use` that a feature can also enable.
        assert_eq!(lines(&tested), 4 + 1 + 2);
    }

    #[test]
    fn items_with_cfg_not_test_are_counted() {
        assert_eq!(lines("#[cfg(not(test))]\nuse a;\n"), 2);
    }

    #[test]
    fn documentation_within_macros_does_not_count() {
        let text = "macro_rules! a {\n    () => {\n        /// Documented.\n        struct B;\n    };\n}\n";
        assert_eq!(lines(text), 5);
    }
}
