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
    /// The objects and lists, by their first byte.
    parsed: BTreeMap<usize, Node>,
    /// The targets of lists of references, by the list's first byte.
    targets: BTreeMap<usize, BTreeMap<String, Entry>>,
}

/// The contents of an object or list.
#[derive(Default)]
struct Node {
    entries: Vec<Entry>,
    /// The indexes of an object's entries; of equal keys, the last one counts, as in serde_json.
    by_name: BTreeMap<String, usize>,
}

/// An entry of an object or an element of a list.
#[derive(Clone, Debug)]
pub(super) struct Entry {
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
            targets: BTreeMap::new(),
        }
    }

    /// Returns the root value.
    pub(super) fn root(&self) -> Entry {
        let space = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n');
        let start = self.text.len() - self.text.trim_start_matches(space).len();
        let end = self.text.trim_end_matches(space).len();
        Entry {
            key: None,
            value: start..end.max(start),
        }
    }

    /// Returns the entry with this key; the last one if the key is repeated.
    pub(super) fn entry(&mut self, holder: &Entry, key: &str) -> Option<Entry> {
        let node = self.node(holder);
        let index = *node.by_name.get(key)?;
        node.entries.get(index).cloned()
    }

    /// Returns the element of a list.
    pub(super) fn element(&mut self, holder: &Entry, index: usize) -> Option<Entry> {
        let entry = self.node(holder).entries.get(index);
        entry.filter(|entry| entry.key.is_none()).cloned()
    }

    /// Returns the `target` that is `id` in a reference or a list of references.
    pub(super) fn target(&mut self, holder: &Entry, id: &str) -> Option<Entry> {
        let start = holder.value.start;
        if !self.targets.contains_key(&start) {
            let elements = self.node(holder).entries.clone();
            let mut targets = BTreeMap::new();
            for reference in [holder.clone()].iter().chain(&elements) {
                let target = self.entry(reference, "target");
                if let Some((target, id)) = target.and_then(|target| self.string(target)) {
                    targets.entry(id).or_insert(target);
                }
            }
            self.targets.insert(start, targets);
        }
        self.targets.get(&start)?.get(id).cloned()
    }

    /// Returns the entry and its value, if that is a string.
    fn string(&self, entry: Entry) -> Option<(Entry, String)> {
        let json = self.text.get(entry.value.clone())?;
        Some((entry, serde_json::from_str(json).ok()?))
    }

    fn node(&mut self, holder: &Entry) -> &Node {
        let text = self.text;
        let parse = || parse_node(text, holder.value.clone()).unwrap_or_default();
        self.parsed.entry(holder.value.start).or_insert_with(parse)
    }
}

fn parse_node(text: &str, value: Range<usize>) -> Option<Node> {
    let Children(children) = serde_json::from_str(text.get(value)?).ok()?;
    let place = |raw: &RawValue| {
        let start = (raw.get().as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        Some(start..start + raw.get().len())
    };
    let mut node = Node::default();
    for (index, (key, value)) in children.into_iter().enumerate() {
        if let Some(name) = key.and_then(|key| serde_json::from_str(key.get()).ok()) {
            node.by_name.insert(name, index);
        }
        node.entries.push(Entry {
            key: key.and_then(place),
            value: place(value)?,
        });
    }
    Some(node)
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
