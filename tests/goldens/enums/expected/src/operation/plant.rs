// …

/// What `Plant` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The value of `colour`.
    pub colour: Option<types::Colour>,
    /// The value of `colours`.
    pub colours: Option<Vec<types::Colour>>,
    /// The value of `byColour`.
    pub by_colour: Option<HashMap<types::Colour, i32>>,
    /// The value of `bed`.
    pub bed: Option<types::Bed>,
    /// The value of `sent`.
    pub sent: Option<types::Sent>,
}

// …

/// What `Plant` answers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The value of `colour`.
    pub colour: Option<types::Colour>,
    /// The value of `colours`.
    pub colours: Option<Vec<types::Colour>>,
    /// The value of `byColour`.
    pub by_colour: Option<HashMap<types::Colour, i32>>,
    /// The value of `bed`.
    pub bed: Option<types::Bed>,
    /// The value of `received`: required.
    pub received: types::Received,
    _request_id: Option<String>,
}

impl PlantOutput {
    /// The value of `colour`.
    #[inline]
    pub fn colour(&self) -> Option<&types::Colour> {
        self.colour.as_ref()
    }

    /// The value of `colours`.
    ///
    /// Empty where nothing was sent; the field itself tells the difference.
    #[inline]
    pub fn colours(&self) -> &[types::Colour] {
        self.colours.as_deref().unwrap_or_default()
    }

    /// The value of `byColour`.
    #[inline]
    pub fn by_colour(&self) -> Option<&HashMap<types::Colour, i32>> {
        self.by_colour.as_ref()
    }

    /// The value of `bed`.
    #[inline]
    pub fn bed(&self) -> Option<&types::Bed> {
        self.bed.as_ref()
    }

    /// The value of `received`: required.
    #[inline]
    pub fn received(&self) -> &types::Received {
        &self.received
    }

    /// A builder of `PlantOutput`.
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

restjson1_runtime::output_structure!(PlantOutput);

#[doc(hidden)]
impl json::Members for PlantOutput {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "colour" => Some(self.colour.slot()),
            "colours" => Some(self.colours.slot()),
            "byColour" => Some(self.by_colour.slot()),
            "bed" => Some(self.bed.slot()),
            "received" => Some(self.received.slot()),
            _ => None,
        }
    }
}

// …
