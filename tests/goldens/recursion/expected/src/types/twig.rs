// …

/// The structure `Twig`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Twig {
    /// The value of `twigs`.
    pub twigs: Option<Vec<types::Twig>>,
}

// …
