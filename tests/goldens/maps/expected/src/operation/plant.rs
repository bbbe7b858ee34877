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
        let members: [json::Member<'_>; 12] = [
            ("beds", &input.beds),
            ("byColour", &input.by_colour),
            ("colours", &input.colours),
            ("counts", &input.counts),
            ("days", &input.days),
            ("facts", &input.facts),
            ("lists", &input.lists),
            ("names", string_map::value(&input.names)),
            ("nested", &input.nested),
            ("photos", &input.photos),
            ("row", &input.row),
            ("tools", &input.tools),
        ];
        request.members(&members)?;
        Ok(())
    }

    // …
}

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `names` member.
    pub names: Option<HashMap<String, String>>,
    /// The `counts` member.
    pub counts: Option<HashMap<String, i32>>,
    /// The `beds` member.
    pub beds: Option<HashMap<String, types::Bed>>,
    /// The `byColour` member.
    pub by_colour: Option<HashMap<types::Colour, types::Bed>>,
    /// The `colours` member.
    pub colours: Option<HashMap<String, types::Colour>>,
    /// The `tools` member.
    pub tools: Option<HashMap<String, types::Tool>>,
    /// The `lists` member.
    pub lists: Option<HashMap<String, Vec<String>>>,
    /// The `nested` member.
    pub nested: Option<HashMap<String, HashMap<String, i32>>>,
    /// The `photos` member.
    pub photos: Option<HashMap<String, aws_smithy_types::Blob>>,
    /// The `days` member.
    pub days: Option<HashMap<String, aws_smithy_types::DateTime>>,
    /// The `facts` member.
    pub facts: Option<HashMap<String, aws_smithy_types::Document>>,
    /// The `row` member.
    pub row: Option<types::Row>,
}

impl PlantInput {
    /// The `names` member.
    #[inline]
    pub fn names(&self) -> Option<&HashMap<String, String>> {
        self.names.as_ref()
    }

    // …

    /// The `nested` member.
    #[inline]
    pub fn nested(&self) -> Option<&HashMap<String, HashMap<String, i32>>> {
        self.nested.as_ref()
    }

    // …
}

// …

#[doc(hidden)]
impl json::Members for PlantOutput {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "names" => Some(string_map::optional_slot(&mut self.names)),
            "counts" => Some(self.counts.slot()),
            "beds" => Some(self.beds.slot()),
            "byColour" => Some(self.by_colour.slot()),
            "colours" => Some(self.colours.slot()),
            "tools" => Some(self.tools.slot()),
            "lists" => Some(self.lists.slot()),
            "nested" => Some(self.nested.slot()),
            "photos" => Some(self.photos.slot()),
            "days" => Some(self.days.slot()),
            "facts" => Some(self.facts.slot()),
            "row" => Some(self.row.slot()),
            _ => None,
        }
    }
}

// …
