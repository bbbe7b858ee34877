// …

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
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

// …

/// The output of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The `carefulFlag` member.
    pub careful_flag: Option<bool>,
    /// The `carefulTiny` member.
    pub careful_tiny: Option<i8>,
    /// The `carefulSmall` member.
    pub careful_small: Option<i16>,
    /// The `carefulCount` member.
    pub careful_count: Option<i32>,
    /// The `carefulWide` member.
    pub careful_wide: Option<i64>,
    /// The `carefulNarrow` member.
    pub careful_narrow: Option<f32>,
    /// The `carefulExact` member.
    pub careful_exact: Option<f64>,
    /// The `carefulText` member.
    pub careful_text: Option<String>,
    /// The `carefulPhoto` member.
    pub careful_photo: Option<aws_smithy_types::Blob>,
    /// The `carefulFacts` member.
    pub careful_facts: Option<aws_smithy_types::Document>,
    /// The `carefulStart` member.
    pub careful_start: Option<aws_smithy_types::DateTime>,
    /// The `carefulColour` member.
    pub careful_colour: Option<types::Colour>,
    /// The `carefulNames` member.
    pub careful_names: Option<Vec<String>>,
    /// The `carefulByName` member.
    pub careful_by_name: Option<HashMap<String, String>>,
    /// The `carefulRow` member.
    pub careful_row: Option<types::Row>,
    /// The `carefulTool` member.
    pub careful_tool: Option<types::Tool>,
    _request_id: Option<String>,
}

impl PlantOutput {
    // …

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
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
            _request_id: None,
        }
    }
}

// …

#[doc(hidden)]
impl json::Members for PlantOutput {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "carefulFlag" => Some(self.careful_flag.insert(json::Read::absent()).slot()),
            "carefulTiny" => Some(self.careful_tiny.insert(json::Read::absent()).slot()),
            "carefulSmall" => {
                Some(self.careful_small.insert(json::Read::absent()).slot())
            }
            "carefulCount" => {
                Some(self.careful_count.insert(json::Read::absent()).slot())
            }
            "carefulWide" => Some(self.careful_wide.insert(json::Read::absent()).slot()),
            "carefulNarrow" => {
                Some(self.careful_narrow.insert(json::Read::absent()).slot())
            }
            "carefulExact" => {
                Some(self.careful_exact.insert(json::Read::absent()).slot())
            }
            "carefulText" => Some(self.careful_text.insert(json::Read::absent()).slot()),
            "carefulPhoto" => {
                Some(self.careful_photo.insert(json::Read::absent()).slot())
            }
            "carefulFacts" => {
                Some(self.careful_facts.insert(json::Read::absent()).slot())
            }
            "carefulStart" => {
                Some(self.careful_start.insert(json::Read::absent()).slot())
            }
            "carefulColour" => {
                Some(self.careful_colour.insert(json::Read::absent()).slot())
            }
            "carefulNames" => {
                Some(self.careful_names.insert(json::Read::absent()).slot())
            }
            "carefulByName" => {
                Some(self.careful_by_name.insert(json::Read::absent()).slot())
            }
            "carefulRow" => Some(self.careful_row.insert(json::Read::absent()).slot()),
            "carefulTool" => Some(self.careful_tool.insert(json::Read::absent()).slot()),
            _ => None,
        }
    }
}

// …
