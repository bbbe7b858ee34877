// …

#[doc(hidden)]
impl operation::Operation for Plant {
    // …

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/plant");
        let members: [json::Member<'_>; 17] = [
            ("bed", &input.bed),
            ("byName", string_map::value(&input.by_name)),
            ("colour", &input.colour),
            ("count", &input.count),
            ("exact", &input.exact),
            ("facts", &input.facts),
            ("flag", &input.flag),
            ("names", &input.names),
            ("narrow", &input.narrow),
            ("photo", &input.photo),
            ("row", &input.row),
            ("small", &input.small),
            ("start", &input.start),
            ("text", &input.text),
            ("tiny", &input.tiny),
            ("tool", &input.tool),
            ("wide", &input.wide),
        ];
        request.members(&members)
    }

    // …
}

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `bed` member.
    pub bed: Option<types::Bed>,
    /// The `flag` member. Required.
    pub flag: Option<bool>,
    /// The `tiny` member. Required.
    pub tiny: Option<i8>,
    /// The `small` member. Required.
    pub small: Option<i16>,
    /// The `count` member. Required.
    pub count: Option<i32>,
    /// The `wide` member. Required.
    pub wide: Option<i64>,
    /// The `narrow` member. Required.
    pub narrow: Option<f32>,
    /// The `exact` member. Required.
    pub exact: Option<f64>,
    /// The `text` member. Required.
    pub text: Option<String>,
    /// The `photo` member. Required.
    pub photo: Option<aws_smithy_types::Blob>,
    /// The `facts` member. Required.
    pub facts: Option<aws_smithy_types::Document>,
    /// The `start` member. Required.
    pub start: Option<aws_smithy_types::DateTime>,
    /// The `colour` member. Required.
    pub colour: Option<types::Colour>,
    /// The `names` member. Required.
    pub names: Option<Vec<String>>,
    /// The `byName` member. Required.
    pub by_name: Option<HashMap<String, String>>,
    /// The `row` member. Required.
    pub row: Option<types::Row>,
    /// The `tool` member. Required.
    pub tool: Option<types::Tool>,
}

// …

/// The output of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The `bed` member.
    pub bed: Option<types::Bed>,
    /// The `flag` member.
    pub flag: bool,
    /// The `tiny` member.
    pub tiny: i8,
    /// The `small` member.
    pub small: i16,
    /// The `count` member.
    pub count: i32,
    /// The `wide` member.
    pub wide: i64,
    /// The `narrow` member.
    pub narrow: f32,
    /// The `exact` member.
    pub exact: f64,
    /// The `text` member.
    pub text: String,
    /// The `photo` member.
    pub photo: aws_smithy_types::Blob,
    /// The `facts` member.
    pub facts: aws_smithy_types::Document,
    /// The `start` member.
    pub start: aws_smithy_types::DateTime,
    /// The `colour` member.
    pub colour: types::Colour,
    /// The `names` member.
    pub names: Vec<String>,
    /// The `byName` member.
    pub by_name: HashMap<String, String>,
    /// The `row` member.
    pub row: Option<types::Row>,
    /// The `tool` member.
    pub tool: Option<types::Tool>,
    _request_id: Option<String>,
}

impl PlantOutput {
    // …

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            bed: None,
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
            "bed" => Some(self.bed.slot()),
            "flag" => Some(self.flag.slot()),
            "tiny" => Some(self.tiny.slot()),
            "small" => Some(self.small.slot()),
            "count" => Some(self.count.slot()),
            "wide" => Some(self.wide.slot()),
            "narrow" => Some(self.narrow.slot()),
            "exact" => Some(self.exact.slot()),
            "text" => Some(self.text.slot()),
            "photo" => Some(self.photo.slot()),
            "facts" => Some(self.facts.slot()),
            "start" => Some(self.start.slot()),
            "colour" => Some(self.colour.slot()),
            "names" => Some(self.names.slot()),
            "byName" => Some(string_map::slot(&mut self.by_name)),
            "row" => Some(self.row.insert(json::Read::absent()).slot()),
            "tool" => Some(self.tool.insert(json::Read::absent()).slot()),
            _ => None,
        }
    }
}

// …
