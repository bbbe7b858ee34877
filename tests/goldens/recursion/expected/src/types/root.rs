// …

/// The structure `Root`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Root {
    /// The `stem` member.
    pub stem: Option<Box<types::Stem>>,
}

// …
