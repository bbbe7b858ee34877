// …

/// The structure `Root`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Root {
    /// The value of `stem`.
    pub stem: Option<Box<types::Stem>>,
}

// …
