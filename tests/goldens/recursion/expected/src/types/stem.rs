// …

/// The structure `Stem`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Stem {
    /// The `root` member.
    pub root: Option<types::Root>,
    /// The `leaf` member.
    pub leaf: Option<types::Leaf>,
}

// …
