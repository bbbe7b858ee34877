// …

/// A `Bed` with `plant_names`, as [`PlantOutput`](crate::operation::plant::PlantOutput) has it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bed {
    /// The ARN.
    ///
    /// Length: at most 128 characters.
    pub bed_arn: String,
    /// The names of the plants at `bed_arn`.
    ///
    /// Items: 1 to 5. Each item: 1 to 64 characters.
    pub plant_names: Option<Vec<String>>,
}

impl Bed {
    /// The ARN.
    ///
    /// Length: at most 128 characters.
    #[inline]
    pub fn bed_arn(&self) -> &str {
        &self.bed_arn
    }

    /// The names of the plants at `bed_arn`.
    ///
    /// Items: 1 to 5. Each item: 1 to 64 characters.
    ///
    /// An unset list gives an empty slice; the field itself is then `None`.
    #[inline]
    pub fn plant_names(&self) -> &[String] {
        self.plant_names.as_deref().unwrap_or_default()
    }

    /// Returns a builder for `Bed`.
    #[inline]
    pub fn builder() -> types::builders::BedBuilder {
        types::builders::BedBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            bed_arn: String::new(),
            plant_names: None,
        }
    }
}

/// Builder for [`Bed`](crate::types::Bed).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BedBuilder {
    bed_arn: Option<String>,
    plant_names: Option<Vec<String>>,
}

impl BedBuilder {
    /// Sets the ARN.
    ///
    /// Length: at most 128 characters.
    pub fn bed_arn(mut self, input: impl Into<String>) -> Self {
        held::set_string(&mut self.bed_arn, input);
        self
    }

    /// Sets or unsets the ARN.
    #[inline]
    pub fn set_bed_arn(mut self, input: Option<String>) -> Self {
        self.bed_arn = input;
        self
    }

    /// Returns the current value of `bed_arn`.
    #[inline]
    pub fn get_bed_arn(&self) -> &Option<String> {
        &self.bed_arn
    }

    /// Appends to the names of the plants at `bed_arn`.
    ///
    /// `set_plant_names` replaces the list.
    ///
    /// Items: 1 to 5. Each item: 1 to 64 characters.
    pub fn plant_names(mut self, input: impl Into<String>) -> Self {
        self.plant_names.get_or_insert_default().push(input.into());
        self
    }

    /// Replaces or unsets the names of the plants at `bed_arn`.
    #[inline]
    pub fn set_plant_names(mut self, input: Option<Vec<String>>) -> Self {
        self.plant_names = input;
        self
    }

    /// Returns the current value of `plant_names`.
    #[inline]
    pub fn get_plant_names(&self) -> &Option<Vec<String>> {
        &self.plant_names
    }

    /// Builds the `Bed`.
    ///
    /// # Errors
    /// Returns an error if a required member is unset.
    #[inline]
    pub fn build(self) -> Result<Bed, error::BuildError> {
        Ok(Bed {
            bed_arn: self
                .bed_arn
                .ok_or_else(|| error::BuildError::missing_field(
                    "bed_arn",
                    "bed_arn was not specified but it is required when building Bed",
                ))?,
            plant_names: self.plant_names,
        })
    }
}

restjson1_runtime::readable_structure! { name: Bed }

restjson1_runtime::readable_members! {
    members: Bed {
        bed_arn: "bedArn",
        plant_names: "plantNames",
    },
}
