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
        request.members(&members)
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

restjson1_runtime::readable_members! {
    members: PlantOutput {
        counts: "counts",
        beds: "beds",
        by_colour: "byColour",
        colours: "colours",
        tools: "tools",
        lists: "lists",
        nested: "nested",
        photos: "photos",
        days: "days",
        facts: "facts",
        row: "row",
        ..[names = "names"]
    },
}

// …
