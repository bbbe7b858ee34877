//! Collects differences, with their places in the models.

use super::resources::Resources;
use super::side::Model;
use super::{Difference, Rule, Side};
use crate::diagnostics::{Place, Step};
use crate::shape_id::ShapeId;

/// The two models, and the differences found so far.
pub(super) struct Differ<'a> {
    pub(super) old: Model<'a>,
    pub(super) new: Model<'a>,
    pub(super) resources: Resources,
    pub(super) found: Vec<Found>,
}

/// A difference, and its place.
pub(super) struct Found {
    pub(super) difference: Difference,
    pub(super) side: Side,
    /// The shape or member.
    pub(super) id: Option<ShapeId>,
    /// The place in the model; `None` for partitions and shapes of the prelude.
    pub(super) place: Option<Place>,
}

/// The shape and the Rust items that a difference is about.
#[derive(Clone, Debug)]
pub(super) struct Site {
    /// The shape or member.
    pub(super) id: Option<ShapeId>,
    /// The name of the shape or partition.
    pub(super) name: String,
    /// `true` if the shape or member has a Rust item, the first of `items`.
    pub(super) is_item: bool,
    /// The Rust items.
    pub(super) items: Vec<String>,
    /// The resource that the shape belongs to.
    pub(super) resource: String,
}

impl<'a> Differ<'a> {
    pub(super) fn new(old: Model<'a>, new: Model<'a>) -> Self {
        Self {
            resources: Resources::new(&old, &new),
            old,
            new,
            found: Vec::new(),
        }
    }

    /// Adds a difference about an item of the new model.
    pub(super) fn new_side(
        &mut self,
        rule: Rule,
        site: &Site,
        change: impl Into<String>,
    ) -> &mut Found {
        self.add(rule, Side::New, site, change.into())
    }

    /// Adds a difference about an item that only the old model has.
    pub(super) fn old_side(
        &mut self,
        rule: Rule,
        site: &Site,
        change: impl Into<String>,
    ) -> &mut Found {
        self.add(rule, Side::Old, site, change.into())
    }

    /// Compares the notes of `#[deprecated]` attributes.
    pub(super) fn deprecation(&mut self, site: &Site, old: Option<&str>, new: Option<&str>) {
        match (old, new) {
            (None, Some(note)) => {
                let change = format!("is deprecated: {note}");
                self.new_side(Rule::Deprecated, site, change);
            }
            (Some(_), None) => {
                self.new_side(Rule::DeprecationNote, site, "is no longer deprecated");
            }
            (Some(old), Some(new)) if old != new => {
                let change = format!("is deprecated for another reason: {new}");
                self.new_side(Rule::DeprecationNote, site, change);
            }
            _ => {}
        }
    }

    fn add(&mut self, rule: Rule, side: Side, site: &Site, change: String) -> &mut Found {
        let shape = site.id.as_ref().map(ToString::to_string);
        self.found.push(Found {
            difference: Difference {
                rule,
                class: rule.class(),
                shape: shape.unwrap_or_else(|| site.name.clone()),
                resource: site.resource.clone(),
                subject: site.subject(),
                change,
                items: site.items.clone(),
                wire: None,
                hint: None,
                location: None,
                accepted: None,
            },
            side,
            id: site.id.clone(),
            place: site.id.as_ref().map(Place::shape),
        });
        let last = self.found.len() - 1;
        &mut self.found[last]
    }
}

impl Site {
    fn subject(&self) -> String {
        let item = self.items.first().filter(|_| self.is_item);
        item.unwrap_or(&self.name).clone()
    }
}

impl Found {
    /// States the effect on requests or responses.
    pub(super) fn wire(&mut self, effect: impl Into<String>) -> &mut Self {
        self.difference.wire = Some(effect.into());
        self
    }

    /// Advises users of the old crate.
    pub(super) fn hint(&mut self, advice: impl Into<String>) -> &mut Self {
        self.difference.hint = Some(advice.into());
        self
    }

    /// Moves the place to a trait of the shape.
    pub(super) fn at_trait(&mut self, id: &str) -> &mut Self {
        if let Some(place) = self.place.take() {
            self.place = Some(place.down([Step::Trait(id.to_owned())]));
        }
        self
    }
}

/// Quotes a value as code.
pub(super) fn code(value: impl AsRef<str>) -> String {
    crate::printable::escape::code(value.as_ref())
}

/// States that the subject has another value of a named property, which may be missing.
pub(super) fn has(property: &str, old: Option<&str>, new: Option<&str>) -> String {
    match (old, new) {
        (Some(old), Some(new)) => {
            format!("has the {property} {} instead of {}", code(new), code(old))
        }
        (None, Some(new)) => format!("has the {property} {}", code(new)),
        (Some(old), None) => format!("no longer has the {property} {}", code(old)),
        (None, None) => format!("has no {property}"),
    }
}

/// Names a new value and the old one, without the old noun if it is the same: `the length 1 to 3
/// instead of 1 to 2`.
pub(super) fn instead(new: &str, old: &str) -> String {
    let is_noun = |word: &&str| *word != "at" && word.chars().all(char::is_alphabetic);
    let noun = new.split_inclusive(' ').map(str::trim_end);
    let length: usize = noun.take_while(is_noun).map(|word| word.len() + 1).sum();
    let rest = new
        .get(..length)
        .and_then(|noun| old.strip_prefix(noun))
        .filter(|rest| !rest.is_empty());
    format!("{new} instead of {}", rest.unwrap_or(old))
}

/// States a change of a value that may be missing.
pub(super) fn changed(old: Option<&str>, new: Option<&str>) -> String {
    match (old, new) {
        (Some(old), Some(new)) => format!("is {} instead of {}", code(new), code(old)),
        (None, Some(new)) => format!("is {}", code(new)),
        (Some(old), None) => format!("is no longer {}", code(old)),
        (None, None) => "is unchanged".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::instead;

    #[test]
    fn same_noun_is_not_repeated() {
        for (new, old, expected) in [
            ("the length 1 to 3", "the length 1 to 2", "1 to 2"),
            (
                "the length at most 3",
                "the length at least 2",
                "at least 2",
            ),
            ("the header `a`", "the header `b`", "`b`"),
            (
                "the header `a`",
                "the query parameter `a`",
                "the query parameter `a`",
            ),
            ("the payload", "the header `a`", "the header `a`"),
            ("unique items", "unique items", "unique items"),
        ] {
            assert_eq!(instead(new, old), format!("{new} instead of {expected}"));
        }
    }
}
