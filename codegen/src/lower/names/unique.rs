//! Names that are taken: what comes later gives way.
//!
//! A model that grows gets new members after the old ones, so that no name changes that is in use.

use std::collections::BTreeSet;

/// The names that are taken in one place.
pub(in crate::lower) struct Taken(BTreeSet<String>);

impl Taken {
    /// What is there before the model has its say.
    pub(in crate::lower) fn by(own: &[&str]) -> Self {
        Self(own.iter().map(|name| (*name).to_owned()).collect())
    }

    /// Takes `first` or, where one of the names that it leads to is not free, what `next` makes of
    /// it, as often as it takes.
    pub(in crate::lower) fn take<T>(
        &mut self,
        first: T,
        names: impl Fn(&T) -> Vec<String>,
        next: impl Fn(T) -> T,
    ) -> T {
        let mut chosen = first;
        loop {
            let wanted = names(&chosen);
            if !wanted.iter().any(|name| self.0.contains(name)) {
                self.0.extend(wanted);
                return chosen;
            }
            chosen = next(chosen);
        }
    }
}

/// The next form of a function's or field's name: `x_value`, `x_value_`, and so on.
pub(in crate::lower) fn with_value(name: &str) -> String {
    let name = name.strip_prefix("r#").unwrap_or(name);
    if name.trim_end_matches('_').ends_with("_value") {
        format!("{name}_")
    } else {
        format!("{}_value", name.trim_end_matches('_'))
    }
}

/// The next form of a type's or variant's name: `XValue`, `XValue_`, and so on.
pub(in crate::lower) fn with_value_type(name: &str) -> String {
    if name.trim_end_matches('_').ends_with("Value") {
        format!("{name}_")
    } else {
        format!("{name}Value")
    }
}

#[cfg(test)]
mod tests {
    use super::{Taken, with_value, with_value_type};

    #[test]
    fn later_names_give_way() {
        let mut taken = Taken::by(&["own"]);
        let mut take = |name: &str| {
            let names = |name: &String| vec![name.clone(), format!("get_{name}")];
            taken.take(name.to_owned(), names, |name| with_value(&name))
        };
        // `get_x_value` having been taken, `x_value` is not to be had.
        let given = ["x", "own", "get_x", "x", "x", "x_value", "y"].map(&mut take);
        let expected = [
            "x",
            "own_value",
            "get_x_value",
            "x_value_",
            "x_value__",
            "x_value___",
            "y",
        ];
        assert_eq!(given, expected);
    }

    #[test]
    fn forms_follow_each_other() {
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
