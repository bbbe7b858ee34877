//! Pairs of old and new items.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::Name;

/// An item of the old model, of the new model, or of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pair<'a, T> {
    Both(&'a T, &'a T),
    Removed(&'a T),
    Added(&'a T),
}

/// Pairs items by Rust name, and what is left by the name in the model.
///
/// Applications use Rust names: if one stays, code that uses it compiles, whatever happened to the
/// name in the model. Pairs and removed items are in the old order; added items come last.
pub(super) fn pair<'a, T>(
    old: impl IntoIterator<Item = &'a T>,
    new: impl IntoIterator<Item = &'a T>,
    name: impl Fn(&T) -> &Name,
    model: impl Fn(&T) -> &str,
) -> Vec<Pair<'a, T>> {
    let (old, new): (Vec<_>, Vec<_>) = (old.into_iter().collect(), new.into_iter().collect());
    let mut partners: Vec<Option<usize>> = vec![None; old.len()];
    let mut taken = BTreeSet::new();
    for key in [&|item: &T| name(item).rust.clone(), &|item: &T| {
        model(item).to_owned()
    }] as [&dyn Fn(&T) -> String; 2]
    {
        let free = new.iter().enumerate();
        let free = free.filter(|(index, _)| !taken.contains(index));
        let mut by_key: BTreeMap<String, usize> =
            free.map(|(index, item)| (key(item), index)).collect();
        for (partner, item) in partners.iter_mut().zip(&old) {
            if partner.is_none() {
                *partner = by_key.remove(&key(item));
                taken.extend(*partner);
            }
        }
    }
    let pairs = partners.iter().zip(&old).map(|(partner, old)| {
        let partner = partner.and_then(|index| new.get(index));
        partner.map_or(Pair::Removed(*old), |new| Pair::Both(*old, *new))
    });
    let added = new.iter().enumerate();
    let added = added.filter(|(index, _)| !taken.contains(index));
    let added = added.map(|(_, item)| Pair::Added(*item));
    pairs.chain(added).collect()
}

/// Returns the values of `items` that both lists contain, in the order of `items`.
pub(super) fn common<'a>(items: &[&'a str], others: &[&str]) -> Vec<&'a str> {
    let others: BTreeSet<_> = others.iter().collect();
    let items = items.iter().copied();
    items.filter(|item| others.contains(item)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Pair, common, pair};
    use crate::ir::Name;

    fn name(rust: &str, wire: &str) -> Name {
        Name {
            rust: rust.to_owned(),
            wire: wire.to_owned(),
        }
    }

    #[test]
    fn items_are_paired_by_rust_name_and_then_by_the_model() {
        let old = [
            name("a", "1"),
            name("b", "2"),
            name("c", "3"),
            name("d", "4"),
        ];
        let new = [
            name("x", "1"),
            name("b", "3"),
            name("e", "5"),
            name("c", "2"),
        ];
        let pairs = pair(&old, &new, |name| name, |name| &name.wire);
        let expected = [
            Pair::Both(&old[0], &new[0]),
            Pair::Both(&old[1], &new[1]),
            Pair::Both(&old[2], &new[3]),
            Pair::Removed(&old[3]),
            Pair::Added(&new[2]),
        ];
        assert_eq!(pairs, expected);
    }

    #[test]
    fn common_values_keep_their_order() {
        assert_eq!(common(&["c", "a", "b"], &["a", "x", "c"]), ["c", "a"]);
    }
}
