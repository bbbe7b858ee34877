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

#[doc(hidden)]
impl json::Members for PlantOutput {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "colour" => Some(self.colour.slot()),
            "size" => Some(self.size.slot()),
            "colours" => Some(self.colours.slot()),
            "bySize" => Some(self.by_size.slot()),
            "bed" => Some(self.bed.slot()),
            _ => None,
        }
    }
}

// …
