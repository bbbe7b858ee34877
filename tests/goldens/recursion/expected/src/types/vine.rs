// …

/// The structure `Vine`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Vine {
    /// The value of `byName`.
    pub by_name: Option<HashMap<String, types::Vine>>,
}

// …
