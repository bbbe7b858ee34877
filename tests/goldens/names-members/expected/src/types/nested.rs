// …

/// The structure `Nested`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Nested {
    /// The `empty` member.
    pub empty: Option<String>,
    /// The `get_x` member.
    pub get_x: Option<String>,
    /// The `x` member.
    pub x_value: Option<String>,
    /// The `slot` member.
    pub slot: Option<String>,
    /// The `absent` member.
    pub absent: Option<String>,
    /// The `len` member.
    pub len: Option<i64>,
    /// The `member` member.
    pub member: Option<String>,
    /// The `write` member.
    pub write: Option<String>,
    /// The `_1` member.
    pub _1: Option<String>,
    /// The `type` member.
    pub r#type: Option<String>,
}

impl Nested {
    /// The `empty` member.
    #[inline]
    pub fn empty(&self) -> Option<&str> {
        self.empty.as_deref()
    }

    /// The `get_x` member.
    #[inline]
    pub fn get_x(&self) -> Option<&str> {
        self.get_x.as_deref()
    }

    /// The `x` member.
    #[inline]
    pub fn x_value(&self) -> Option<&str> {
        self.x_value.as_deref()
    }

    /// The `slot` member.
    #[inline]
    pub fn slot(&self) -> Option<&str> {
        self.slot.as_deref()
    }

    /// The `absent` member.
    #[inline]
    pub fn absent(&self) -> Option<&str> {
        self.absent.as_deref()
    }

    /// The `len` member.
    #[allow(clippy::len_without_is_empty, reason = "the length is a value of the model")]
    #[inline]
    pub fn len(&self) -> Option<i64> {
        self.len
    }

    /// The `member` member.
    #[inline]
    pub fn member(&self) -> Option<&str> {
        self.member.as_deref()
    }

    /// The `write` member.
    #[inline]
    pub fn write(&self) -> Option<&str> {
        self.write.as_deref()
    }

    /// The `_1` member.
    #[inline]
    pub fn _1(&self) -> Option<&str> {
        self._1.as_deref()
    }

    /// The `type` member.
    #[inline]
    pub fn r#type(&self) -> Option<&str> {
        self.r#type.as_deref()
    }

    /// Returns a builder for `Nested`.
    #[inline]
    pub fn builder() -> types::builders::NestedBuilder {
        types::builders::NestedBuilder::default()
    }

    #[inline]
    pub(crate) fn empty_() -> Self {
        Self {
            empty: None,
            get_x: None,
            x_value: None,
            slot: None,
            absent: None,
            len: None,
            member: None,
            write: None,
            _1: None,
            r#type: None,
        }
    }
}

// …
