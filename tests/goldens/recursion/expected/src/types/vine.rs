// …

/// The structure `Vine`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Vine {
    /// The `byName` member.
    pub by_name: Option<HashMap<String, types::Vine>>,
}

// …
