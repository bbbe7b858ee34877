// …

/// What `Plant` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The value of `bed`.
    pub bed: Option<types::Bed>,
    /// The value of `onlySent`.
    pub only_sent: Option<types::Sent>,
    /// The value of `nothing`.
    pub nothing: Option<types::Nothing>,
}

impl PlantInput {
    /// The value of `bed`.
    #[inline]
    pub fn bed(&self) -> Option<&types::Bed> {
        self.bed.as_ref()
    }

    /// The value of `onlySent`.
    #[inline]
    pub fn only_sent(&self) -> Option<&types::Sent> {
        self.only_sent.as_ref()
    }

    /// The value of `nothing`.
    #[inline]
    pub fn nothing(&self) -> Option<&types::Nothing> {
        self.nothing.as_ref()
    }

    /// A builder of `PlantInput`.
    #[inline]
    pub fn builder() -> builders::PlantInputBuilder {
        builders::PlantInputBuilder::default()
    }
}

/// What `Plant` answers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The value of `bed`.
    pub bed: Option<types::Bed>,
    /// The value of `onlyReceived`.
    pub only_received: Option<types::Received>,
    /// The value of `nothing`.
    pub nothing: Option<types::Nothing>,
    /// The value of `needed`: required.
    pub needed: Option<types::Bed>,
    _request_id: Option<String>,
}

impl PlantOutput {
    /// The value of `bed`.
    #[inline]
    pub fn bed(&self) -> Option<&types::Bed> {
        self.bed.as_ref()
    }

    /// The value of `onlyReceived`.
    #[inline]
    pub fn only_received(&self) -> Option<&types::Received> {
        self.only_received.as_ref()
    }

    /// The value of `nothing`.
    #[inline]
    pub fn nothing(&self) -> Option<&types::Nothing> {
        self.nothing.as_ref()
    }

    /// The value of `needed`: required.
    #[inline]
    pub fn needed(&self) -> Option<&types::Bed> {
        self.needed.as_ref()
    }

    /// A builder of `PlantOutput`.
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

restjson1_runtime::output_structure!(PlantOutput);

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
