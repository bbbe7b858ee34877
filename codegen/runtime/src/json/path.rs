//! The path to the value at which reading failed.
//!
//! Readers only record the levels that an error passes through. The names of the levels are then
//! found by scanning the JSON again, so that reading without an error costs nothing.

use std::fmt::Write as _;

use super::scan::string_length;

/// The level of nesting through which an error passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// A member of a structure or union.
    Member,
    /// An element of a list.
    Element,
    /// An entry of a map, whose key is data and may be sensitive.
    Entry,
}

/// The maximum length of a path in bytes; the rest is cut off.
const MAX_LENGTH: usize = 500;

/// An open list or object, with the place in it.
enum Open<'j> {
    List(usize),
    Object(&'j str),
}

/// Returns the path to the value that was being read at `offset`, such as `channels[3].latencyMode`.
///
/// `levels` are those around the value, the outermost first.
pub(super) fn path(json: &str, offset: usize, levels: &[Level]) -> String {
    let mut path = String::new();
    for (open, level) in stack(json, offset).iter().zip(levels) {
        // Writing to a string cannot fail.
        let _ = match (open, level) {
            (Open::List(index), Level::Element) => write!(path, "[{index}]"),
            (Open::Object(name), Level::Member) => {
                let dot = if path.is_empty() { "" } else { "." };
                write!(path, "{dot}{name}")
            }
            (Open::Object(_), Level::Entry) => write!(path, "[…]"),
            // The levels and the JSON differ only if the reader is wrong.
            _ => break,
        };
        if path.len() > MAX_LENGTH {
            break;
        }
    }
    path
}

/// Returns the lists and objects that are open at `offset`, the outermost first.
fn stack(json: &str, offset: usize) -> Vec<Open<'_>> {
    let bytes = &json.as_bytes()[..offset.min(json.len())];
    let mut stack: Vec<Open<'_>> = Vec::new();
    let (mut position, mut expects_name) = (0, false);
    while let Some(&byte) = bytes.get(position) {
        position += 1;
        match byte {
            b'"' => {
                let length = string_length(&bytes[position..]);
                // Without the quote, which is missing if the string ends after `offset`.
                let name = json.get(position..position + length).unwrap_or_default();
                let name = name.strip_suffix('"').unwrap_or(name);
                position += length;
                if let (true, Some(Open::Object(current))) = (expects_name, stack.last_mut()) {
                    *current = name;
                    expects_name = false;
                }
            }
            b'{' => {
                stack.push(Open::Object(""));
                expects_name = true;
            }
            b'[' => stack.push(Open::List(0)),
            b'}' | b']' => {
                stack.pop();
                expects_name = false;
            }
            b',' => match stack.last_mut() {
                Some(Open::List(index)) => *index += 1,
                Some(Open::Object(_)) => expects_name = true,
                None => {}
            },
            _ => {}
        }
    }
    stack
}

#[cfg(test)]
mod tests {
    use super::{Level, path};

    fn path_at(json: &str, levels: &[Level]) -> String {
        let offset = json.find('!').expect("a mark");
        path(json, offset, levels)
    }

    #[test]
    fn members_and_elements_are_named_and_keys_are_not() {
        use Level::{Element, Entry, Member};
        for (json, levels, expected) in [
            (r#"{"a": !"#, &[Member][..], "a"),
            (
                r#"{"a": 1, "b": [1, {"c": [], "d": !"#,
                &[Member, Element, Member],
                "b[1].d",
            ),
            (
                r#"{"a": [[], [0, 1, !"#,
                &[Member, Element, Element],
                "a[1][2]",
            ),
            (r#"{"tags": {"secret": !"#, &[Member, Entry], "tags[…]"),
            (r#"{"a": {"b": !"#, &[Member], "a"),
            (
                r#"{"a\"]": {"},{": "[{,", "b": !"#,
                &[Member, Member],
                r#"a\"].b"#,
            ),
            ("!", &[], ""),
            ("[!", &[Member], ""),
        ] {
            assert_eq!(path_at(json, levels), expected, "{json}");
        }
    }

    #[test]
    fn a_long_path_is_cut_off() {
        let json = format!("{}!", r#"{"name": "#.repeat(200));
        let levels = [Level::Member; 200];
        assert!(path_at(&json, &levels).len() < 520);
    }
}
