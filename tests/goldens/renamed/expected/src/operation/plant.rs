// …

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `bed` member.
    pub bed: Option<types::Bed>,
    /// The `other` member.
    pub other: Option<types::OtherBed>,
}

// …
