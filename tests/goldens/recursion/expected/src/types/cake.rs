// …

/// The structure `Cake`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cake {
    /// The `layer` member.
    pub layer: Option<Vec<HashMap<String, types::Cake>>>,
}

// …
