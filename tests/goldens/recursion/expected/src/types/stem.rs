// …

/// The structure `Stem`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Stem {
    /// The value of `root`.
    pub root: Option<types::Root>,
    /// The value of `leaf`.
    pub leaf: Option<types::Leaf>,
}

// …
