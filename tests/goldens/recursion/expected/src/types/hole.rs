// …

/// The structure `Hole`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Hole {
    /// The `holes` member.
    pub holes: Option<Vec<Option<types::Hole>>>,
}

// …

#[doc(hidden)]
impl json::Members for Hole {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "holes" => Some(self.holes.slot()),
            _ => None,
        }
    }
}

// …
