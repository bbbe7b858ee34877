// …

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `bed` member.
    pub bed: Option<types::Bed>,
    /// The `onlySent` member.
    pub only_sent: Option<types::Sent>,
    /// The `nothing` member.
    pub nothing: Option<types::Nothing>,
}

impl PlantInput {
    /// The `bed` member.
    #[inline]
    pub fn bed(&self) -> Option<&types::Bed> {
        self.bed.as_ref()
    }

    /// The `onlySent` member.
    #[inline]
    pub fn only_sent(&self) -> Option<&types::Sent> {
        self.only_sent.as_ref()
    }

    /// The `nothing` member.
    #[inline]
    pub fn nothing(&self) -> Option<&types::Nothing> {
        self.nothing.as_ref()
    }

    /// Returns a builder for `PlantInput`.
    #[inline]
    pub fn builder() -> builders::PlantInputBuilder {
        builders::PlantInputBuilder::default()
    }
}

/// The output of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The `bed` member.
    pub bed: Option<types::Bed>,
    /// The `onlyReceived` member.
    pub only_received: Option<types::Received>,
    /// The `nothing` member.
    pub nothing: Option<types::Nothing>,
    /// The `needed` member.
    pub needed: Option<types::Bed>,
    _request_id: Option<String>,
}

impl PlantOutput {
    /// The `bed` member.
    #[inline]
    pub fn bed(&self) -> Option<&types::Bed> {
        self.bed.as_ref()
    }

    /// The `onlyReceived` member.
    #[inline]
    pub fn only_received(&self) -> Option<&types::Received> {
        self.only_received.as_ref()
    }

    /// The `nothing` member.
    #[inline]
    pub fn nothing(&self) -> Option<&types::Nothing> {
        self.nothing.as_ref()
    }

    /// The `needed` member.
    #[inline]
    pub fn needed(&self) -> Option<&types::Bed> {
        self.needed.as_ref()
    }

    /// Returns a builder for `PlantOutput`.
    #[inline]
    pub fn builder() -> builders::PlantOutputBuilder {
        builders::PlantOutputBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            bed: None,
            only_received: None,
            nothing: None,
            needed: Some(json::Read::absent()),
            _request_id: None,
        }
    }
}

restjson1_runtime::output_structure! { output: PlantOutput }

#[doc(hidden)]
impl json::Members for PlantOutput {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "bed" => Some(self.bed.slot()),
            "onlyReceived" => Some(self.only_received.slot()),
            "nothing" => Some(self.nothing.slot()),
            "needed" => Some(self.needed.insert(json::Read::absent()).slot()),
            _ => None,
        }
    }
}

// …
