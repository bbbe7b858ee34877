// …

/// The plants, and the bed for them.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The ARN of the bed.
    ///
    /// It is that of [`Bed::bed_arn`](field@crate::types::Bed::bed_arn).
    ///
    /// Required. Length: at most 128 characters. Form: an ARN of a raised bed, or empty.
    pub bed_arn: Option<String>,
    /// The names of the plants, in the order of
    /// [`Bed::plant_names`](field@crate::types::Bed::plant_names). Each may occur once.
    ///
    /// Items: 1 to 5. Each item: 1 to 64 letters, digits, hyphens and underscores.
    pub names: Option<Vec<String>>,
    /// The tags of the bed.
    ///
    /// Entries: at most 9. Each key: 1 to 64 letters, digits, hyphens and underscores.
    pub tags: Option<HashMap<String, String>>,
    /// `true` to water the bed at `bed_arn`.
    pub is_watered: Option<bool>,
    /// A colour, e.g. [`Colour::Red`](crate::types::Colour::Red). Absent means any.
    pub colour: Option<types::Colour>,
    /// Anything else.
    pub note: Option<String>,
}

impl PlantInput {
    /// The ARN of the bed.
    ///
    /// It is that of [`Bed::bed_arn`](field@crate::types::Bed::bed_arn).
    ///
    /// Required. Length: at most 128 characters. Form: an ARN of a raised bed, or empty.
    #[inline]
    pub fn bed_arn(&self) -> Option<&str> {
        self.bed_arn.as_deref()
    }

    /// The names of the plants, in the order of
    /// [`Bed::plant_names`](field@crate::types::Bed::plant_names). Each may occur once.
    ///
    /// Items: 1 to 5. Each item: 1 to 64 letters, digits, hyphens and underscores.
    ///
    /// An unset list gives an empty slice; the field itself is then `None`.
    #[inline]
    pub fn names(&self) -> &[String] {
        self.names.as_deref().unwrap_or_default()
    }

    /// The tags of the bed.
    ///
    /// Entries: at most 9. Each key: 1 to 64 letters, digits, hyphens and underscores.
    #[inline]
    pub fn tags(&self) -> Option<&HashMap<String, String>> {
        self.tags.as_ref()
    }

    /// `true` to water the bed at `bed_arn`.
    #[inline]
    pub fn is_watered(&self) -> Option<bool> {
        self.is_watered
    }

    /// A colour, e.g. [`Colour::Red`](crate::types::Colour::Red). Absent means any.
    #[inline]
    pub fn colour(&self) -> Option<&types::Colour> {
        self.colour.as_ref()
    }

    /// Anything else.
    #[inline]
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// Returns a builder for `PlantInput`.
    #[inline]
    pub fn builder() -> builders::PlantInputBuilder {
        builders::PlantInputBuilder::default()
    }
}

/// The bed of [`Plant`](crate::client::Client::plant).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The [`Bed`](crate::types::Bed), with the same `tool`.
    pub bed: Option<types::Bed>,
    /// The `tool` member.
    pub tool: Option<types::Tool>,
    /// The `size` member.
    pub size: Option<types::Size>,
    _request_id: Option<String>,
}

// …

/// Error of [`Plant`](crate::client::Client::plant).
#[derive(Debug)]
#[non_exhaustive]
pub enum PlantError {
    /// `NoRoom` is left at `bed_arn`: see [`Bed`](crate::types::Bed).
    NoRoom(types::error::NoRoom),
    /// An error that the operation does not declare, or a response that cannot be parsed.
    #[deprecated(
        note = "match it with a wildcard arm and use `code()`; later versions may add variants"
    )]
    Unhandled(Unhandled),
}

// …
