// …

/// The structure `Bed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bed {
    /// The `flag` member. Required.
    pub flag: bool,
    /// The `tiny` member. Required.
    pub tiny: i8,
    /// The `small` member. Required.
    pub small: i16,
    /// The `count` member. Required.
    pub count: i32,
    /// The `wide` member. Required.
    pub wide: i64,
    /// The `narrow` member. Required.
    pub narrow: f32,
    /// The `exact` member. Required.
    pub exact: f64,
    /// The `text` member. Required.
    pub text: String,
    /// The `photo` member. Required.
    pub photo: aws_smithy_types::Blob,
    /// The `facts` member. Required.
    pub facts: aws_smithy_types::Document,
    /// The `start` member. Required.
    pub start: aws_smithy_types::DateTime,
    /// The `colour` member. Required.
    pub colour: types::Colour,
    /// The `names` member. Required.
    pub names: Vec<String>,
    /// The `byName` member. Required.
    pub by_name: HashMap<String, String>,
    /// The `row` member. Required.
    pub row: Option<types::Row>,
    /// The `tool` member. Required.
    pub tool: Option<types::Tool>,
    /// The `carefulFlag` member. Required.
    pub careful_flag: Option<bool>,
    /// The `carefulTiny` member. Required.
    pub careful_tiny: Option<i8>,
    /// The `carefulSmall` member. Required.
    pub careful_small: Option<i16>,
    /// The `carefulCount` member. Required.
    pub careful_count: Option<i32>,
    /// The `carefulWide` member. Required.
    pub careful_wide: Option<i64>,
    /// The `carefulNarrow` member. Required.
    pub careful_narrow: Option<f32>,
    /// The `carefulExact` member. Required.
    pub careful_exact: Option<f64>,
    /// The `carefulText` member. Required.
    pub careful_text: Option<String>,
    /// The `carefulPhoto` member. Required.
    pub careful_photo: Option<aws_smithy_types::Blob>,
    /// The `carefulFacts` member. Required.
    pub careful_facts: Option<aws_smithy_types::Document>,
    /// The `carefulStart` member. Required.
    pub careful_start: Option<aws_smithy_types::DateTime>,
    /// The `carefulColour` member. Required.
    pub careful_colour: Option<types::Colour>,
    /// The `carefulNames` member. Required.
    pub careful_names: Option<Vec<String>>,
    /// The `carefulByName` member. Required.
    pub careful_by_name: Option<HashMap<String, String>>,
    /// The `carefulRow` member. Required.
    pub careful_row: Option<types::Row>,
    /// The `carefulTool` member. Required.
    pub careful_tool: Option<types::Tool>,
}

impl Bed {
    // …

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            flag: false,
            tiny: 0,
            small: 0,
            count: 0,
            wide: 0,
            narrow: 0.0,
            exact: 0.0,
            text: String::new(),
            photo: json::Read::absent(),
            facts: json::Read::absent(),
            start: json::Read::absent(),
            colour: json::Read::absent(),
            names: Vec::new(),
            by_name: HashMap::new(),
            row: Some(json::Read::absent()),
            tool: Some(json::Read::absent()),
            careful_flag: Some(json::Read::absent()),
            careful_tiny: Some(json::Read::absent()),
            careful_small: Some(json::Read::absent()),
            careful_count: Some(json::Read::absent()),
            careful_wide: Some(json::Read::absent()),
            careful_narrow: Some(json::Read::absent()),
            careful_exact: Some(json::Read::absent()),
            careful_text: Some(json::Read::absent()),
            careful_photo: Some(json::Read::absent()),
            careful_facts: Some(json::Read::absent()),
            careful_start: Some(json::Read::absent()),
            careful_colour: Some(json::Read::absent()),
            careful_names: Some(json::Read::absent()),
            careful_by_name: Some(json::Read::absent()),
            careful_row: Some(json::Read::absent()),
            careful_tool: Some(json::Read::absent()),
        }
    }
}

// …

impl BedBuilder {
    // …

    /// Builds the `Bed`.
    ///
    /// # Errors
    /// Returns an error if a required member is unset.
    #[inline]
    pub fn build(self) -> Result<Bed, error::BuildError> {
        Ok(Bed {
            flag: self
                .flag
                .ok_or_else(|| error::BuildError::missing_field(
                    "flag",
                    "flag was not specified but it is required when building Bed",
                ))?,
            tiny: self
                .tiny
                .ok_or_else(|| error::BuildError::missing_field(
                    "tiny",
                    "tiny was not specified but it is required when building Bed",
                ))?,
            small: self
                .small
                .ok_or_else(|| error::BuildError::missing_field(
                    "small",
                    "small was not specified but it is required when building Bed",
                ))?,
            count: self
                .count
                .ok_or_else(|| error::BuildError::missing_field(
                    "count",
                    "count was not specified but it is required when building Bed",
                ))?,
            wide: self
                .wide
                .ok_or_else(|| error::BuildError::missing_field(
                    "wide",
                    "wide was not specified but it is required when building Bed",
                ))?,
            narrow: self
                .narrow
                .ok_or_else(|| error::BuildError::missing_field(
                    "narrow",
                    "narrow was not specified but it is required when building Bed",
                ))?,
            exact: self
                .exact
                .ok_or_else(|| error::BuildError::missing_field(
                    "exact",
                    "exact was not specified but it is required when building Bed",
                ))?,
            text: self
                .text
                .ok_or_else(|| error::BuildError::missing_field(
                    "text",
                    "text was not specified but it is required when building Bed",
                ))?,
            photo: self
                .photo
                .ok_or_else(|| error::BuildError::missing_field(
                    "photo",
                    "photo was not specified but it is required when building Bed",
                ))?,
            facts: self
                .facts
                .ok_or_else(|| error::BuildError::missing_field(
                    "facts",
                    "facts was not specified but it is required when building Bed",
                ))?,
            start: self
                .start
                .ok_or_else(|| error::BuildError::missing_field(
                    "start",
                    "start was not specified but it is required when building Bed",
                ))?,
            colour: self
                .colour
                .ok_or_else(|| error::BuildError::missing_field(
                    "colour",
                    "colour was not specified but it is required when building Bed",
                ))?,
            names: self
                .names
                .ok_or_else(|| error::BuildError::missing_field(
                    "names",
                    "names was not specified but it is required when building Bed",
                ))?,
            by_name: self
                .by_name
                .ok_or_else(|| error::BuildError::missing_field(
                    "by_name",
                    "by_name was not specified but it is required when building Bed",
                ))?,
            row: self.row,
            tool: self.tool,
            careful_flag: self.careful_flag,
            careful_tiny: self.careful_tiny,
            careful_small: self.careful_small,
            careful_count: self.careful_count,
            careful_wide: self.careful_wide,
            careful_narrow: self.careful_narrow,
            careful_exact: self.careful_exact,
            careful_text: self.careful_text,
            careful_photo: self.careful_photo,
            careful_facts: self.careful_facts,
            careful_start: self.careful_start,
            careful_colour: self.careful_colour,
            careful_names: self.careful_names,
            careful_by_name: self.careful_by_name,
            careful_row: self.careful_row,
            careful_tool: self.careful_tool,
        })
    }
}

// …

#[doc(hidden)]
impl json::Write for Bed {
    #[inline]
    fn write(&self, out: json::ValueWriter<'_>) -> json::WriteResult {
        let members: [json::Member<'_>; 32] = [
            ("flag", &self.flag),
            ("tiny", &self.tiny),
            ("small", &self.small),
            ("count", &self.count),
            ("wide", &self.wide),
            ("narrow", &self.narrow),
            ("exact", &self.exact),
            ("text", &self.text),
            ("photo", &self.photo),
            ("facts", &self.facts),
            ("start", &self.start),
            ("colour", &self.colour),
            ("names", &self.names),
            ("byName", &self.by_name),
            ("row", &self.row),
            ("tool", &self.tool),
            ("carefulFlag", &self.careful_flag),
            ("carefulTiny", &self.careful_tiny),
            ("carefulSmall", &self.careful_small),
            ("carefulCount", &self.careful_count),
            ("carefulWide", &self.careful_wide),
            ("carefulNarrow", &self.careful_narrow),
            ("carefulExact", &self.careful_exact),
            ("carefulText", &self.careful_text),
            ("carefulPhoto", &self.careful_photo),
            ("carefulFacts", &self.careful_facts),
            ("carefulStart", &self.careful_start),
            ("carefulColour", &self.careful_colour),
            ("carefulNames", &self.careful_names),
            ("carefulByName", string_map::value(&self.careful_by_name)),
            ("carefulRow", &self.careful_row),
            ("carefulTool", &self.careful_tool),
        ];
        out.members(&members)
    }
}
