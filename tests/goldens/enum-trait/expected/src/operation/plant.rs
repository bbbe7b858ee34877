// …

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `colour` member.
    pub colour: Option<types::Colour>,
    /// The `size` member.
    pub size: Option<types::Size>,
    /// The `colours` member.
    pub colours: Option<Vec<types::Colour>>,
    /// The `bySize` member.
    pub by_size: Option<HashMap<types::Size, types::Colour>>,
    /// The `bed` member.
    pub bed: Option<types::Bed>,
}

// …

restjson1_runtime::readable_members! {
    members: PlantOutput {
        colour: "colour",
        size: "size",
        colours: "colours",
        by_size: "bySize",
        bed: "bed",
    },
}

// …
