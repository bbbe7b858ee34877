//! The table: what the generator does with each trait, and why.

use super::{aws, others, prelude};

/// What the generator does with a trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// It has its effect on the client.
    Implemented,
    /// A client is the same with and without it, for this reason.
    WithoutEffect(&'static str),
    /// A client without its effect would be wrong, so none is made. It is about this.
    Refused(&'static str),
}

pub(super) const DOCUMENTS: &str = "it documents";
pub(super) const SERVER: &str = "the service checks it";
pub(super) const TOOLS: &str = "it is for other tools";
pub(super) const XML: &str = "it is about XML";
pub(super) const OTHER_PROTOCOL: &str = "the client speaks restJson1";
pub(super) const DEFINITION: &str = "it defines a trait";
pub(super) const RULES: &str = "the endpoint rules say it";
pub(super) const TESTS: &str = "the project's tests read it";
pub(super) const AUTH: &str = "another way of signing calls";

/// The families of traits; each is sorted, and so are they.
const FAMILIES: [&[(&str, Treatment)]; 3] = [aws::TRAITS, prelude::TRAITS, others::TRAITS];

/// The traits that the generator knows, by id, sorted.
pub fn known_traits() -> impl Iterator<Item = (&'static str, Treatment)> {
    FAMILIES.into_iter().flatten().copied()
}

/// What the generator does with a trait; `None` for one that it does not know.
pub(super) fn treatment(trait_id: &str) -> Option<Treatment> {
    FAMILIES.iter().find_map(|family| {
        let place = family.binary_search_by_key(&trait_id, |(known, _)| *known);
        place.ok().map(|place| family[place].1)
    })
}
