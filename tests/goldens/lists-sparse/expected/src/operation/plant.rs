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
        let members: [json::Member<'_>; 11] = [
            ("beds", &input.beds),
            ("colours", &input.colours),
            ("counts", &input.counts),
            ("days", &input.days),
            ("dense", &input.dense),
            ("facts", &input.facts),
            ("grid", &input.grid),
            ("names", &input.names),
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
    pub names: Option<Vec<Option<String>>>,
    /// The `counts` member.
    pub counts: Option<Vec<Option<i32>>>,
    /// The `beds` member.
    pub beds: Option<Vec<Option<types::Bed>>>,
    /// The `colours` member.
    pub colours: Option<Vec<Option<types::Colour>>>,
    /// The `tools` member.
    pub tools: Option<Vec<Option<types::Tool>>>,
    /// The `photos` member.
    pub photos: Option<Vec<Option<aws_smithy_types::Blob>>>,
    /// The `days` member.
    pub days: Option<Vec<Option<aws_smithy_types::DateTime>>>,
    /// The `facts` member.
    pub facts: Option<Vec<Option<aws_smithy_types::Document>>>,
    /// The `grid` member.
    pub grid: Option<Vec<Option<Vec<Option<String>>>>>,
    /// The `dense` member.
    pub dense: Option<Vec<Vec<Option<String>>>>,
    /// The `row` member.
    pub row: Option<types::Row>,
}

impl PlantInput {
    /// The `names` member.
    ///
    /// An unset list gives an empty slice; the field itself is then `None`.
    #[inline]
    pub fn names(&self) -> &[Option<String>] {
        self.names.as_deref().unwrap_or_default()
    }

    // …
}

// …

restjson1_runtime::readable_members! {
    members: PlantOutput {
        names: "names",
        counts: "counts",
        beds: "beds",
        colours: "colours",
        tools: "tools",
        photos: "photos",
        days: "days",
        facts: "facts",
        grid: "grid",
        dense: "dense",
        row: "row",
    },
}

// …
