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
        let members: [json::Member<'_>; 7] = [
            ("beds", &input.beds),
            ("byColour", &input.by_colour),
            ("colours", &input.colours),
            ("counts", &input.counts),
            ("names", &input.names),
            ("nested", &input.nested),
            ("row", &input.row),
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
    pub names: Option<HashMap<String, Option<String>>>,
    /// The `counts` member.
    pub counts: Option<HashMap<String, Option<i32>>>,
    /// The `beds` member.
    pub beds: Option<HashMap<String, Option<types::Bed>>>,
    /// The `byColour` member.
    pub by_colour: Option<HashMap<types::Colour, Option<types::Tool>>>,
    /// The `colours` member.
    pub colours: Option<HashMap<String, Option<types::Colour>>>,
    /// The `nested` member.
    pub nested: Option<HashMap<String, Option<HashMap<String, Option<String>>>>>,
    /// The `row` member.
    pub row: Option<types::Row>,
}

impl PlantInput {
    /// The `names` member.
    #[inline]
    pub fn names(&self) -> Option<&HashMap<String, Option<String>>> {
        self.names.as_ref()
    }

    // …
}

// …

restjson1_runtime::readable_members! {
    members: PlantOutput {
        names: "names",
        counts: "counts",
        beds: "beds",
        by_colour: "byColour",
        colours: "colours",
        nested: "nested",
        row: "row",
    },
}

// …
