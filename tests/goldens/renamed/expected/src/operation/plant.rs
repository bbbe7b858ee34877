// …

/// What `Plant` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The value of `bed`.
    pub bed: Option<types::Bed>,
    /// The value of `other`.
    pub other: Option<types::OtherBed>,
}

// …
