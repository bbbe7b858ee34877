// …

/// The structure `Required`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Required {
    /// The `empty` member.
    pub empty: String,
    /// The `build` member.
    pub build_value: String,
    /// The `type` member.
    pub r#type: String,
    /// The `x` member.
    pub x: String,
    /// The `set_x` member.
    pub set_x_value: String,
}

// …

impl RequiredBuilder {
    // …

    /// Builds the `Required`.
    ///
    /// # Errors
    /// Returns an error if a required member is unset.
    #[inline]
    pub fn build(self) -> Result<Required, error::BuildError> {
        Ok(Required {
            empty: self
                .empty
                .ok_or_else(|| error::BuildError::missing_field(
                    "empty",
                    "empty was not specified but it is required when building Required",
                ))?,
            build_value: self
                .build_value
                .ok_or_else(|| error::BuildError::missing_field(
                    "build_value",
                    "build_value was not specified but it is required when building Required",
                ))?,
            r#type: self
                .r#type
                .ok_or_else(|| error::BuildError::missing_field(
                    "type",
                    "type was not specified but it is required when building Required",
                ))?,
            x: self
                .x
                .ok_or_else(|| error::BuildError::missing_field(
                    "x",
                    "x was not specified but it is required when building Required",
                ))?,
            set_x_value: self
                .set_x_value
                .ok_or_else(|| error::BuildError::missing_field(
                    "set_x_value",
                    "set_x_value was not specified but it is required when building Required",
                ))?,
        })
    }
}

// …
