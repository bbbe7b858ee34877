//! The values of a JSON text, and where they stand in it.
//!
//! serde_json does the reading: it hands out raw values that are slices of the text, and a slice
//! tells by its address where it begins.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use serde_core::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// A JSON text, taken apart as far as was asked for.
pub(super) struct Tree<'a> {
    text: &'a str,
    /// By the first byte of object or list.
    known: BTreeMap<usize, Vec<Entry>>,
}

/// An entry of an object or an element of a list.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    name: Option<String>,
    /// The bytes of the key, quotes included; none of a list's element.
    pub(super) key: Option<Range<usize>>,
    /// The bytes of the value.
    pub(super) value: Range<usize>,
}

impl<'a> Tree<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let known = BTreeMap::new();
        Self { text, known }
    }

    /// The value that is the whole text.
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

    /// The entry of this key; the last of several, which is the one that counts.
    pub(super) fn entry(&mut self, of: &Entry, key: &str) -> Option<Entry> {
        let mut entries = self.entries(of).iter().rev();
        let entry = entries.find(|entry| entry.name.as_deref() == Some(key));
        entry.cloned()
    }

    /// The element of a list.
    pub(super) fn element(&mut self, of: &Entry, index: usize) -> Option<Entry> {
        let entry = self.entries(of).get(index);
        entry.filter(|entry| entry.key.is_none()).cloned()
    }

    /// What is directly below a value.
    pub(super) fn entries(&mut self, of: &Entry) -> &[Entry] {
        let text = self.text;
        let read = || read(text, of.value.clone()).unwrap_or_default();
        self.known.entry(of.value.start).or_insert_with(read)
    }

    /// Whether a value is this text.
    pub(super) fn is_string(&self, entry: &Entry, text: &str) -> bool {
        let own = self.text.get(entry.value.clone()).unwrap_or_default();
        serde_json::from_str::<String>(own).is_ok_and(|own| own == text)
    }
}

fn read(text: &str, value: Range<usize>) -> Option<Vec<Entry>> {
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

/// Keys, of an object, and values, as they stand in the text.
struct Children<'a>(Vec<(Option<&'a RawValue>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Children<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ChildrenVisitor)
    }
}

/// What is neither object nor list is an error: it has no children.
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

    /// The texts of key and value at the end of the way.
    fn at<'a>(text: &'a str, way: &[&str]) -> Option<(Option<&'a str>, &'a str)> {
        let mut tree = Tree::new(text);
        let mut entry = tree.root();
        for step in way {
            entry = match step.parse() {
                Ok(index) => tree.element(&entry, index)?,
                Err(_) => tree.entry(&entry, step)?,
            };
        }
        Some((entry.key.map(|key| &text[key]), &text[entry.value]))
    }

    #[test]
    fn values_are_found_where_they_stand() {
        let text = " {\"a\" : {\"é\\\"\": [1, [ true ], \"x\"]}, \"\\u0062\":null}\n";
        for (way, key, value) in [
            (&[][..], None, text.trim()),
            (&["a", "é\""], Some(r#""é\"""#), r#"[1, [ true ], "x"]"#),
            (&["a", "é\"", "1"], None, "[ true ]"),
            (&["a", "é\"", "1", "0"], None, "true"),
            (&["b"], Some(r#""\u0062""#), "null"),
        ] {
            assert_eq!(at(text, way), Some((key, value)), "{way:?}");
        }
        for way in [&["c"][..], &["0"], &["a", "é\"", "3"], &["b", "x"]] {
            assert_eq!(at(text, way), None, "{way:?}");
        }
    }

    #[test]
    fn the_last_of_equal_keys_counts() {
        let text = r#"{"a": 1, "b": 2, "a": 3}"#;
        assert_eq!(at(text, &["a"]), Some((Some("\"a\""), "3")));
        let read: serde_json::Value = serde_json::from_str(text).expect("JSON");
        assert_eq!(read["a"], 3);
    }

    #[test]
    fn what_is_no_json_has_nothing_below() {
        for text in ["", " ", "{", "[1,", "nothing"] {
            assert_eq!(at(text, &["a"]), None, "{text}");
            assert_eq!(at(text, &[]), Some((None, text.trim())), "{text}");
        }
    }
}
