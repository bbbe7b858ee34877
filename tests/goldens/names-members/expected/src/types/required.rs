// …

/// The structure `Required`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Required {
    /// The value of `empty`: required.
    pub empty: String,
    /// The value of `build`: required.
    pub build_value: String,
    /// The value of `type`: required.
    pub r#type: String,
    /// The value of `x`: required.
    pub x: String,
    /// The value of `set_x`: required.
    pub set_x_value: String,
}

// …

impl RequiredBuilder {
    // …

    /// The finished `Required`.
    ///
    /// # Errors
    /// When a required member is unset.
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
