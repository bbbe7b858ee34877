//! Excerpts of generated files: the selected items, unchanged.

use crate::items::{Body, INDENT, Item, Member, body, items};

/// The line that replaces adjacent omitted items.
pub(crate) const OMITTED: &str = "// …";

/// Returns `true` if `pattern`, in which `*` matches any run of characters, matches all of `name`.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, rest)) => name.strip_prefix(start).is_some_and(|name| {
            let mut ends = name.char_indices().map(|(at, _)| at).chain([name.len()]);
            ends.any(|at| matches(rest, &name[at..]))
        }),
    }
}

/// Returns `true` if `selector` matches the label or the subject of `item`.
fn selects_item(selector: &str, item: &Item) -> bool {
    matches(selector, &item.label) || matches(selector, &item.subject)
}

/// Returns `true` if `selector`, of the form `SUBJECT::MEMBER`, matches `member` of `item`.
fn selects_member(selector: &str, item: &Item, member: &Member) -> bool {
    let Some((subject, name)) = selector.split_once("::") else {
        return false;
    };
    let is_named = |member_name: &String| matches(name, member_name);
    matches(subject, &item.subject) && member.names.iter().any(is_named)
}

/// Returns the selected items of a file, unchanged.
///
/// A selector is a label, a subject (selects all items for it) or `SUBJECT::MEMBER`.
///
/// # Errors
/// If selectors match nothing. The error lists them.
pub(crate) fn excerpt(file: &str, selectors: &[String]) -> Result<String, Vec<String>> {
    let items = items(file);
    let is_used = |selector: &&String| {
        items.iter().any(|item| {
            let mut members = item.members.iter();
            selects_item(selector, item)
                || members.any(|member| selects_member(selector, item, member))
        })
    };
    let (_, unused): (Vec<_>, Vec<_>) = selectors.iter().partition(is_used);
    if !unused.is_empty() {
        return Err(unused.into_iter().cloned().collect());
    }
    let shown = items.iter().map(|item| shown(item, selectors));
    Ok(join(shown, OMITTED) + "\n")
}

/// Returns the selected part of an item.
fn shown(item: &Item, selectors: &[String]) -> Option<String> {
    if selectors
        .iter()
        .any(|selector| selects_item(selector, item))
    {
        return Some(item.text.clone());
    }
    let members = item.members.iter().map(|member| {
        let mut selectors = selectors.iter();
        let is_selected = selectors.any(|selector| selects_member(selector, item, member));
        is_selected.then(|| member.text.clone())
    });
    let members: Vec<_> = members.collect();
    if members.iter().all(Option::is_none) {
        return None;
    }
    let Body {
        head, tail, indent, ..
    } = body(&item.text)?;
    let members = join(members.into_iter(), &format!("{indent}{INDENT}{OMITTED}"));
    Some(format!("{head}\n{members}\n{tail}"))
}

/// Joins chunks by blank lines, with one `omitted` line for each run of chunks that are not shown.
fn join(chunks: impl Iterator<Item = Option<String>>, omitted: &str) -> String {
    let mut joined: Vec<String> = Vec::new();
    for chunk in chunks {
        match chunk {
            Some(chunk) => joined.push(chunk),
            None if joined.last().is_some_and(|last| last == omitted) => {}
            None => joined.push(omitted.to_owned()),
        }
    }
    joined.join("\n\n")
}

#[cfg(test)]
mod tests {
    use crate::items::tests::FILE;

    use super::{excerpt, matches};

    fn selected(selectors: &[&str]) -> Result<String, Vec<String>> {
        let selectors: Vec<_> = selectors
            .iter()
            .map(|&selector| selector.to_owned())
            .collect();
        excerpt(FILE, &selectors)
    }

    #[test]
    fn adjacent_omitted_items_are_one_line() {
        let expected = "\
// …

impl Bed {
    // …

    pub(crate) const fn empty() -> Self {
        Self { name: String::new() }
    }

    // …
}

some_runtime::readable_structure! {
    name: Bed,
    more: true,
}

// …
";
        let excerpt = selected(&["Bed::empty", "readable_structure!(Bed)"]);
        assert_eq!(excerpt.as_deref(), Ok(expected));
    }

    #[test]
    fn a_member_in_a_macro_call_is_shown_with_the_call() {
        let expected = "\
// …

some_runtime::setters! {
    impl (Bed, Row) {
        // …

        fn unset(&self) {}
    }
}
";
        assert_eq!(selected(&["Bed::unset"]).as_deref(), Ok(expected));
    }

    #[test]
    fn subject_selects_all_its_items() {
        let excerpt = selected(&["Bed"]).expect("an excerpt");
        let (_, all) = FILE.split_once("/// The bed.").expect("the first item");
        assert_eq!(excerpt, format!("// …\n\n/// The bed.{all}"));
    }

    #[test]
    fn selector_that_matches_nothing_is_an_error() {
        let unused = selected(&["Bed::other", "Bed", "Row"]);
        assert_eq!(unused, Err(vec!["Bed::other".to_owned(), "Row".to_owned()]));
    }

    #[test]
    fn star_matches_any_run_of_characters() {
        for (pattern, name) in [("*name", "set_name"), ("*", ""), ("a*c*", "abcd")] {
            assert!(matches(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in [("*name", "names"), ("a*c", "ab"), ("", "a")] {
            assert!(!matches(pattern, name), "{pattern} {name}");
        }
    }
}
