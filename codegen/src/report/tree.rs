//! The values of a JSON text, with their ranges.
//!
//! serde_json parses the text into raw values. They are slices of the text, so their addresses give
//! the ranges.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use serde_core::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// A JSON text that is parsed on demand.
pub(super) struct Tree<'a> {
    text: &'a str,
    /// The entries of objects and lists, by the first byte of the object or list.
    parsed: BTreeMap<usize, Vec<Entry>>,
}

/// An entry of an object or an element of a list.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    name: Option<String>,
    /// The range of the key with its quotes; `None` for an element of a list.
    pub(super) key: Option<Range<usize>>,
    /// The range of the value.
    pub(super) value: Range<usize>,
}

impl<'a> Tree<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            parsed: BTreeMap::new(),
        }
    }

    /// Returns the root value.
    pub(super) fn root(&self) -> Entry {
        let space = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n');
        let start = self.text.len() - self.text.trim_start_matches(space).len();
        let end = self.text.trim_end_matches(space).len();
        Entry {
            name: None,
            key: None,
            value: start..end.max(start),
        }
    }

    /// Returns the entry with this key; the last one if the key is repeated, as in serde_json.
    pub(super) fn entry(&mut self, holder: &Entry, key: &str) -> Option<Entry> {
        let mut entries = self.entries(holder).iter().rev();
        let entry = entries.find(|entry| entry.name.as_deref() == Some(key));
        entry.cloned()
    }

    /// Returns the element of a list.
    pub(super) fn element(&mut self, holder: &Entry, index: usize) -> Option<Entry> {
        let entry = self.entries(holder).get(index);
        entry.filter(|entry| entry.key.is_none()).cloned()
    }

    /// Returns the entries of an object or the elements of a list.
    pub(super) fn entries(&mut self, holder: &Entry) -> &[Entry] {
        let text = self.text;
        let parse = || parse_entries(text, holder.value.clone()).unwrap_or_default();
        self.parsed.entry(holder.value.start).or_insert_with(parse)
    }

    /// Returns `true` if the value is this string.
    pub(super) fn is_string(&self, entry: &Entry, string: &str) -> bool {
        let json = self.text.get(entry.value.clone()).unwrap_or_default();
        serde_json::from_str::<String>(json).is_ok_and(|value| value == string)
    }
}

fn parse_entries(text: &str, value: Range<usize>) -> Option<Vec<Entry>> {
    let Children(children) = serde_json::from_str(text.get(value)?).ok()?;
    let place = |raw: &RawValue| {
        let start = (raw.get().as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        Some(start..start + raw.get().len())
    };
    let entries = children.into_iter().map(|(key, value)| {
        Some(Entry {
            name: key.and_then(|key| serde_json::from_str(key.get()).ok()),
            key: key.and_then(place),
            value: place(value)?,
        })
    });
    entries.collect()
}

/// The raw entries of an object, or elements of a list.
struct Children<'a>(Vec<(Option<&'a RawValue>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Children<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ChildrenVisitor)
    }
}

/// A visitor that accepts only objects and lists.
struct ChildrenVisitor;

impl<'de> Visitor<'de> for ChildrenVisitor {
    type Value = Children<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or a list")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut children = Vec::new();
        while let Some((key, value)) = map.next_entry()? {
            children.push((Some(key), value));
        }
        Ok(Children(children))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut children = Vec::new();
        while let Some(value) = list.next_element()? {
            children.push((None, value));
        }
        Ok(Children(children))
    }
}

#[cfg(test)]
mod tests {
    use super::Tree;

    /// Returns the JSON of the key and the value at the end of a path.
    fn entry_at<'a>(text: &'a str, path: &[&str]) -> Option<(Option<&'a str>, &'a str)> {
        let mut tree = Tree::new(text);
        let mut entry = tree.root();
        for step in path {
            entry = match step.parse() {
                Ok(index) => tree.element(&entry, index)?,
                Err(_) => tree.entry(&entry, step)?,
            };
        }
        Some((entry.key.map(|key| &text[key]), &text[entry.value]))
    }

    #[test]
    fn values_are_found_by_path() {
        let text = " {\"a\" : {\"é\\\"\": [1, [ true ], \"x\"]}, \"\\u0062\":null}\n";
        for (path, key, value) in [
            (&[][..], None, text.trim()),
            (&["a", "é\""], Some(r#""é\"""#), r#"[1, [ true ], "x"]"#),
            (&["a", "é\"", "1"], None, "[ true ]"),
            (&["a", "é\"", "1", "0"], None, "true"),
            (&["b"], Some(r#""\u0062""#), "null"),
        ] {
            assert_eq!(entry_at(text, path), Some((key, value)), "{path:?}");
        }
        for path in [&["c"][..], &["0"], &["a", "é\"", "3"], &["b", "x"]] {
            assert_eq!(entry_at(text, path), None, "{path:?}");
        }
    }

    #[test]
    fn the_last_of_equal_keys_is_used() {
        let text = r#"{"a": 1, "b": 2, "a": 3}"#;
        assert_eq!(entry_at(text, &["a"]), Some((Some("\"a\""), "3")));
        let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
        assert_eq!(value["a"], 3);
    }

    #[test]
    fn invalid_json_has_no_entries() {
        for text in ["", " ", "{", "[1,", "nothing"] {
            assert_eq!(entry_at(text, &["a"]), None, "{text}");
            assert_eq!(entry_at(text, &[]), Some((None, text.trim())), "{text}");
        }
    }
}
