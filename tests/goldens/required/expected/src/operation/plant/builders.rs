// …

impl PlantInputBuilder {
    /// Builds the `PlantInput`.
    ///
    /// # Errors
    /// Returns no error at present; a later version may check required members.
    #[inline]
    pub fn build(self) -> Result<super::PlantInput, error::BuildError> {
        Ok(self.value)
    }
}

// …

impl PlantOutputBuilder {
    // …

    /// Builds the `PlantOutput`.
    ///
    /// # Errors
    /// Returns an error if a required member is unset.
    #[inline]
    pub fn build(self) -> Result<super::PlantOutput, error::BuildError> {
        Ok(super::PlantOutput {
            bed: self.bed,
            flag: self
                .flag
                .ok_or_else(|| error::BuildError::missing_field(
                    "flag",
                    "flag was not specified but it is required when building PlantOutput",
                ))?,
            tiny: self
                .tiny
                .ok_or_else(|| error::BuildError::missing_field(
                    "tiny",
                    "tiny was not specified but it is required when building PlantOutput",
                ))?,
            small: self
                .small
                .ok_or_else(|| error::BuildError::missing_field(
                    "small",
                    "small was not specified but it is required when building PlantOutput",
                ))?,
            count: self
                .count
                .ok_or_else(|| error::BuildError::missing_field(
                    "count",
                    "count was not specified but it is required when building PlantOutput",
                ))?,
            wide: self
                .wide
                .ok_or_else(|| error::BuildError::missing_field(
                    "wide",
                    "wide was not specified but it is required when building PlantOutput",
                ))?,
            narrow: self
                .narrow
                .ok_or_else(|| error::BuildError::missing_field(
                    "narrow",
                    "narrow was not specified but it is required when building PlantOutput",
                ))?,
            exact: self
                .exact
                .ok_or_else(|| error::BuildError::missing_field(
                    "exact",
                    "exact was not specified but it is required when building PlantOutput",
                ))?,
            text: self
                .text
                .ok_or_else(|| error::BuildError::missing_field(
                    "text",
                    "text was not specified but it is required when building PlantOutput",
                ))?,
            photo: self
                .photo
                .ok_or_else(|| error::BuildError::missing_field(
                    "photo",
                    "photo was not specified but it is required when building PlantOutput",
                ))?,
            facts: self
                .facts
                .ok_or_else(|| error::BuildError::missing_field(
                    "facts",
                    "facts was not specified but it is required when building PlantOutput",
                ))?,
            start: self
                .start
                .ok_or_else(|| error::BuildError::missing_field(
                    "start",
                    "start was not specified but it is required when building PlantOutput",
                ))?,
            colour: self
                .colour
                .ok_or_else(|| error::BuildError::missing_field(
                    "colour",
                    "colour was not specified but it is required when building PlantOutput",
                ))?,
            names: self
                .names
                .ok_or_else(|| error::BuildError::missing_field(
                    "names",
                    "names was not specified but it is required when building PlantOutput",
                ))?,
            by_name: self
                .by_name
                .ok_or_else(|| error::BuildError::missing_field(
                    "by_name",
                    "by_name was not specified but it is required when building PlantOutput",
                ))?,
            row: self.row,
            tool: self.tool,
            _request_id: self._request_id,
        })
    }
}

// …
