// …

/// The structure `Twig`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Twig {
    /// The `twigs` member.
    pub twigs: Option<Vec<types::Twig>>,
}

// …
