// …

/// The structure `Nested`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Nested {
    /// The value of `empty`.
    pub empty: Option<String>,
    /// The value of `get_x`.
    pub get_x: Option<String>,
    /// The value of `x`.
    pub x_value: Option<String>,
    /// The value of `slot`.
    pub slot: Option<String>,
    /// The value of `absent`.
    pub absent: Option<String>,
    /// The value of `member`.
    pub member: Option<String>,
    /// The value of `write`.
    pub write: Option<String>,
    /// The value of `_1`.
    pub _1: Option<String>,
    /// The value of `type`.
    pub r#type: Option<String>,
}

impl Nested {
    /// The value of `empty`.
    #[inline]
    pub fn empty(&self) -> Option<&str> {
        self.empty.as_deref()
    }

    /// The value of `get_x`.
    #[inline]
    pub fn get_x(&self) -> Option<&str> {
        self.get_x.as_deref()
    }

    /// The value of `x`.
    #[inline]
    pub fn x_value(&self) -> Option<&str> {
        self.x_value.as_deref()
    }

    /// The value of `slot`.
    #[inline]
    pub fn slot(&self) -> Option<&str> {
        self.slot.as_deref()
    }

    /// The value of `absent`.
    #[inline]
    pub fn absent(&self) -> Option<&str> {
        self.absent.as_deref()
    }

    /// The value of `member`.
    #[inline]
    pub fn member(&self) -> Option<&str> {
        self.member.as_deref()
    }

    /// The value of `write`.
    #[inline]
    pub fn write(&self) -> Option<&str> {
        self.write.as_deref()
    }

    /// The value of `_1`.
    #[inline]
    pub fn _1(&self) -> Option<&str> {
        self._1.as_deref()
    }

    /// The value of `type`.
    #[inline]
    pub fn r#type(&self) -> Option<&str> {
        self.r#type.as_deref()
    }

    /// A builder of `Nested`.
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
            member: None,
            write: None,
            _1: None,
            r#type: None,
        }
    }
}

// …
