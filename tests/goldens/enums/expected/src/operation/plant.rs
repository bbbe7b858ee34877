// …

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `colour` member.
    pub colour: Option<types::Colour>,
    /// The `colours` member.
    pub colours: Option<Vec<types::Colour>>,
    /// The `byColour` member.
    pub by_colour: Option<HashMap<types::Colour, i32>>,
    /// The `bed` member.
    pub bed: Option<types::Bed>,
    /// The `sent` member.
    pub sent: Option<types::Sent>,
}

// …

/// The output of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The `colour` member.
    pub colour: Option<types::Colour>,
    /// The `colours` member.
    pub colours: Option<Vec<types::Colour>>,
    /// The `byColour` member.
    pub by_colour: Option<HashMap<types::Colour, i32>>,
    /// The `bed` member.
    pub bed: Option<types::Bed>,
    /// The `received` member.
    pub received: types::Received,
    _request_id: Option<String>,
}

impl PlantOutput {
    /// The `colour` member.
    #[inline]
    pub fn colour(&self) -> Option<&types::Colour> {
        self.colour.as_ref()
    }

    /// The `colours` member.
    ///
    /// An unset list gives an empty slice; the field itself is then `None`.
    #[inline]
    pub fn colours(&self) -> &[types::Colour] {
        self.colours.as_deref().unwrap_or_default()
    }

    /// The `byColour` member.
    #[inline]
    pub fn by_colour(&self) -> Option<&HashMap<types::Colour, i32>> {
        self.by_colour.as_ref()
    }

    /// The `bed` member.
    #[inline]
    pub fn bed(&self) -> Option<&types::Bed> {
        self.bed.as_ref()
    }

    /// The `received` member.
    #[inline]
    pub fn received(&self) -> &types::Received {
        &self.received
    }

    /// Returns a builder for `PlantOutput`.
    #[inline]
    pub fn builder() -> builders::PlantOutputBuilder {
        builders::PlantOutputBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            colour: None,
            colours: None,
            by_colour: None,
            bed: None,
            received: json::Read::absent(),
            _request_id: None,
        }
    }
}

restjson1_runtime::output_structure! { output: PlantOutput }

restjson1_runtime::readable_members! {
    members: PlantOutput {
        colour: "colour",
        colours: "colours",
        by_colour: "byColour",
        bed: "bed",
        received: "received",
    },
}

// …
