//! Unique names: if two names are equal, the later one is renamed.
//!
//! Models add new members after the old ones, so names in use do not change.

use std::collections::BTreeSet;

/// The names that are taken in a namespace.
pub(in crate::lower) struct TakenNames(BTreeSet<String>);

impl TakenNames {
    /// Returns a namespace in which only `reserved` names are taken.
    pub(in crate::lower) fn new(reserved: &[&str]) -> Self {
        Self(reserved.iter().map(|name| (*name).to_owned()).collect())
    }

    /// Takes `first` or, if one of its `names` is taken, the next alternative with free names.
    pub(in crate::lower) fn take<T>(
        &mut self,
        first: T,
        names: impl Fn(&T) -> Vec<String>,
        next: impl Fn(T) -> T,
    ) -> T {
        let mut candidate = first;
        loop {
            let candidate_names = names(&candidate);
            if !candidate_names.iter().any(|name| self.0.contains(name)) {
                self.0.extend(candidate_names);
                return candidate;
            }
            candidate = next(candidate);
        }
    }
}

/// Returns the next alternative of a function's or field's name: `x_value`, `x_value_`, and so on.
pub(in crate::lower) fn with_value(name: &str) -> String {
    let name = name.strip_prefix("r#").unwrap_or(name);
    if name.trim_end_matches('_').ends_with("_value") {
        format!("{name}_")
    } else {
        format!("{}_value", name.trim_end_matches('_'))
    }
}

/// Returns the next alternative of a type's or variant's name: `XValue`, `XValue_`, and so on.
pub(in crate::lower) fn with_value_type(name: &str) -> String {
    if name.trim_end_matches('_').ends_with("Value") {
        format!("{name}_")
    } else {
        format!("{name}Value")
    }
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
            "x_value__",
            "x_value___",
            "y",
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn alternatives_have_longer_suffixes() {
        for (name, next) in [
            ("r#type", "type_value"),
            ("self_", "self_value"),
            ("a_value", "a_value_"),
            ("a_value_", "a_value__"),
        ] {
            assert_eq!(with_value(name), next);
        }
        for (name, next) in [
            ("A", "AValue"),
            ("AValue", "AValue_"),
            ("AValue_", "AValue__"),
        ] {
            assert_eq!(with_value_type(name), next);
        }
    }
}
