// …

restjson1_runtime::value_builder! {
    builder: PlantInputBuilder,
    unset: super::PlantInput {
        bed,
        row,
        kind,
        rest,
        text,
        count,
        weight,
        flag,
        second,
        names,
        kinds,
        needed,
        title,
        size,
        share,
        open,
        third,
        body,
    },
}

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
            title: self.title,
            size: self.size,
            share: self.share,
            open: self.open,
            kind: self.kind,
            needed: self
                .needed
                .ok_or_else(|| error::BuildError::missing_field(
                    "needed",
                    "needed was not specified but it is required when building PlantOutput",
                ))?,
            needed_text: self
                .needed_text
                .ok_or_else(|| error::BuildError::missing_field(
                    "needed_text",
                    "needed_text was not specified but it is required when building PlantOutput",
                ))?,
            needed_kind: self
                .needed_kind
                .ok_or_else(|| error::BuildError::missing_field(
                    "needed_kind",
                    "needed_kind was not specified but it is required when building PlantOutput",
                ))?,
            body: self.body,
            _request_id: self._request_id,
        })
    }
}

// …
