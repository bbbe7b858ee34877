//! Unique names: if two names are equal, the later one is renamed.
//!
//! Models add new members after the old ones, so names in use do not change.

use std::collections::{BTreeMap, BTreeSet};

use crate::identifier::bare;

/// The names that are taken in a namespace, each by a value of type `T`.
pub(in crate::lower) struct TakenNames<T> {
    names: BTreeSet<String>,
    /// For values with a taken name, a later alternative, so that none is tried twice.
    later: BTreeMap<T, T>,
}

impl<T: Clone + Ord> TakenNames<T> {
    /// Returns a namespace in which only `reserved` names are taken.
    pub(in crate::lower) fn new(reserved: &[&str]) -> Self {
        Self {
            names: reserved.iter().map(|name| (*name).to_owned()).collect(),
            later: BTreeMap::new(),
        }
    }

    /// Takes `first` or, if one of its `names` is taken, the next alternative with free names.
    pub(in crate::lower) fn take(
        &mut self,
        first: T,
        names: impl Fn(&T) -> Vec<String>,
        next: impl Fn(T) -> T,
    ) -> T {
        let mut candidate = first;
        let mut passed = Vec::new();
        loop {
            while let Some(later) = self.later.get(&candidate) {
                let later = later.clone();
                passed.push(std::mem::replace(&mut candidate, later));
            }
            let candidate_names = names(&candidate);
            if !candidate_names.iter().any(|name| self.names.contains(name)) {
                self.names.extend(candidate_names);
                let later = passed.into_iter().map(|value| (value, candidate.clone()));
                self.later.extend(later);
                return candidate;
            }
            passed.push(candidate.clone());
            candidate = next(candidate);
        }
    }
}

/// Returns the next alternative of a function's or field's name: `x_value`, `x_value_`,
/// `x_value_2`, `x_value_3`, and so on.
pub(in crate::lower) fn with_value(name: &str) -> String {
    let name = bare(name);
    let next = next_number(name, "_value_").or_else(|| {
        let has_suffix = name.ends_with("_value");
        has_suffix.then(|| format!("{name}_"))
    });
    next.unwrap_or_else(|| format!("{}_value", name.trim_end_matches('_')))
}

/// Returns the next alternative of a type's or variant's name: `XValue`, `XValue_`, `XValue2`,
/// `XValue3`, and so on.
pub(in crate::lower) fn with_value_type(name: &str) -> String {
    match name.strip_suffix('_') {
        Some(start) if start.ends_with("Value") => format!("{start}2"),
        _ if name.ends_with("Value") => format!("{name}_"),
        _ => next_number(name, "Value").unwrap_or_else(|| format!("{name}Value")),
    }
}

/// Returns a name that ends with `suffix` and a number, with the next number; without a number,
/// with 2.
fn next_number(name: &str, suffix: &str) -> Option<String> {
    let start = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = match &name[start.len()..] {
        "" => 2,
        number => number.parse::<u64>().ok()?.checked_add(1)?,
    };
    start.ends_with(suffix).then(|| format!("{start}{number}"))
}

#[cfg(test)]
mod tests {
    use super::{TakenNames, with_value, with_value_type};

    #[test]
    fn later_equal_names_are_renamed() {
        let mut taken = TakenNames::new(&["reserved"]);
        let mut take = |name: &str| {
            let names = |name: &String| vec![name.clone(), format!("get_{name}")];
            taken.take(name.to_owned(), names, |name| with_value(&name))
        };
        // The second `x` cannot be `x_value`, because `get_x_value` is taken.
        let names = ["x", "reserved", "get_x", "x", "x", "x_value", "y"].map(&mut take);
        let expected = [
            "x",
            "reserved_value",
            "get_x_value",
            "x_value_",
            "x_value_2",
            "x_value_3",
            "y",
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn alternatives_have_suffixes_and_then_numbers() {
        for (name, next) in [
            ("r#type", "type_value"),
            ("self_", "self_value"),
            ("a_value", "a_value_"),
            ("a_value_", "a_value_2"),
            ("a_value_9", "a_value_10"),
            ("a_value9", "a_value9_value"),
            ("a_9", "a_9_value"),
        ] {
            assert_eq!(with_value(name), next);
        }
        for (name, next) in [
            ("A", "AValue"),
            ("AValue", "AValue_"),
            ("AValue_", "AValue2"),
            ("AValue2", "AValue3"),
            ("A2", "A2Value"),
        ] {
            assert_eq!(with_value_type(name), next);
        }
    }

    #[test]
    fn many_equal_names_take_little_time() {
        let mut taken = TakenNames::new(&[]);
        let names = |name: &String| vec![name.clone()];
        for number in 0..20_000 {
            // Half of the names are taken by names like those of alternatives.
            let name = match number % 2 {
                0 => "a".to_owned(),
                _ => format!("a_value_{number}"),
            };
            taken.take(name, names, |name| with_value(&name));
        }
        let last = taken.take("a".to_owned(), names, |name| with_value(&name));
        assert!(last.len() < 16, "{last}");
    }
}
