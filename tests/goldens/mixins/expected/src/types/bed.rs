// …

/// The structure `Bed`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Bed {
    /// The `name` member. Required.
    pub name: String,
    /// The `age` member.
    pub age: Option<i32>,
    /// The `row` member.
    pub row: Option<i32>,
    /// The `size` member.
    pub size: Option<i64>,
}

impl Bed {
    // …

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            name: String::new(),
            age: None,
            row: None,
            size: None,
        }
    }
}

impl fmt::Debug for Bed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bed")
            .field("name", &"*** Sensitive Data Redacted ***")
            .field("age", &"*** Sensitive Data Redacted ***")
            .field("row", &"*** Sensitive Data Redacted ***")
            .field("size", &"*** Sensitive Data Redacted ***")
            .finish()
    }
}

/// Builder for [`Bed`](crate::types::Bed).
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct BedBuilder {
    name: Option<String>,
    age: Option<i32>,
    row: Option<i32>,
    size: Option<i64>,
}

impl fmt::Debug for BedBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BedBuilder")
            .field("name", &"*** Sensitive Data Redacted ***")
            .field("age", &"*** Sensitive Data Redacted ***")
            .field("row", &"*** Sensitive Data Redacted ***")
            .field("size", &"*** Sensitive Data Redacted ***")
            .finish()
    }
}

impl BedBuilder {
    // …

    /// Builds the `Bed`.
    ///
    /// # Errors
    /// Returns an error if a required member is unset.
    #[inline]
    pub fn build(self) -> Result<Bed, error::BuildError> {
        Ok(Bed {
            name: self
                .name
                .ok_or_else(|| error::BuildError::missing_field(
                    "name",
                    "name was not specified but it is required when building Bed",
                ))?,
            age: self.age,
            row: self.row,
            size: self.size,
        })
    }
}

// …

#[doc(hidden)]
impl json::Write for Bed {
    #[inline]
    fn write(&self, out: json::ValueWriter<'_>) -> json::WriteResult {
        let members: [json::Member<'_>; 4] = [
            ("name", &self.name),
            ("years", &self.age),
            ("row", &self.row),
            ("size", &self.size),
        ];
        out.members(&members)
    }
}
