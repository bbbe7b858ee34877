//! Lines of a file, as prettyplease lays it out: what people write by hand is measured like what is
//! generated.

use std::ops::Add;
use std::path::Path;

use anyhow::Result;
use syn::visit_mut::VisitMut as _;
use syn::{Attribute, File, Meta};

use super::sources;
use super::strip::Strip;

/// Lines of one file or several.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Lines {
    /// Neither blank nor comment, tests left out.
    pub(crate) code: usize,
    /// As they stand in the files, whatever they are.
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

/// The lines of the crate whose root file is `root`.
pub(crate) fn of_crate(root: &Path) -> Result<Lines> {
    let sources = sources::of_crate(root)?;
    let lines = sources.into_iter().map(|source| Lines {
        code: code(source.file),
        all: source.text.lines().count(),
    });
    Ok(lines.fold(Lines::default(), Add::add))
}

fn code(mut file: File) -> usize {
    Strip.visit_file_mut(&mut file);
    let text = prettyplease::unparse(&file);
    // What else a comment could be is gone by now.
    text.lines().filter(|line| !line.trim().is_empty()).count()
}

/// Whether an item with these attributes is compiled for tests alone.
pub(crate) fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg") => list
            .parse_args::<Meta>()
            .is_ok_and(|meta| needs_test(&meta)),
        meta => meta.path().is_ident("test"),
    })
}

fn needs_test(meta: &Meta) -> bool {
    match meta {
        Meta::Path(path) => path.is_ident("test"),
        Meta::List(list) if list.path.is_ident("all") => {
            let all = syn::punctuated::Punctuated::<Meta, syn::Token![,]>::parse_terminated;
            list.parse_args_with(all)
                .is_ok_and(|all| all.iter().any(needs_test))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> usize {
        code(syn::parse_file(text).unwrap())
    }

    #[test]
    fn comments_and_blank_lines_do_not_count() {
        let text = "//! A file.\n\n// A comment.\n/* One\n more */\n/// Said of it.\n\
            #[derive(Clone)]\nstruct A {\n    /// One\n    /// more.\n    b: u8,\n\n}\n";
        assert_eq!(lines(text), 4);
    }

    #[test]
    fn the_layout_of_the_file_has_no_effect() {
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
        // The empty `impl` and what a feature brings as well, with its condition.
        assert_eq!(lines(&tested), 4 + 1 + 2);
    }

    #[test]
    fn what_is_told_apart_by_cfg_not_test_counts() {
        assert_eq!(lines("#[cfg(not(test))]\nuse a;\n"), 2);
    }

    #[test]
    fn documentation_within_macros_does_not_count() {
        let text = "macro_rules! a {\n    () => {\n        /// Said of it.\n        struct B;\n    };\n}\n";
        assert_eq!(lines(text), 5);
    }
}
