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
        let members: [json::Member<'_>; 14] = [
            ("beds", &input.beds),
            ("colours", &input.colours),
            ("counts", &input.counts),
            ("days", &input.days),
            ("facts", &input.facts),
            ("flags", &input.flags),
            ("grid", &input.grid),
            ("maps", &input.maps),
            ("names", &input.names),
            ("old", &input.old),
            ("photos", &input.photos),
            ("row", &input.row),
            ("tools", &input.tools),
            ("weights", &input.weights),
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
    pub names: Option<Vec<String>>,
    /// The `counts` member.
    pub counts: Option<Vec<i32>>,
    /// The `flags` member.
    pub flags: Option<Vec<bool>>,
    /// The `weights` member.
    pub weights: Option<Vec<f64>>,
    /// The `beds` member.
    pub beds: Option<Vec<types::Bed>>,
    /// The `colours` member.
    pub colours: Option<Vec<types::Colour>>,
    /// The `tools` member.
    pub tools: Option<Vec<types::Tool>>,
    /// The `photos` member.
    pub photos: Option<Vec<aws_smithy_types::Blob>>,
    /// The `facts` member.
    pub facts: Option<Vec<aws_smithy_types::Document>>,
    /// The `days` member.
    pub days: Option<Vec<aws_smithy_types::DateTime>>,
    /// The `grid` member.
    pub grid: Option<Vec<Vec<String>>>,
    /// The `maps` member.
    pub maps: Option<Vec<HashMap<String, String>>>,
    /// The `old` member.
    pub old: Option<Vec<String>>,
    /// The `row` member.
    pub row: Option<types::Row>,
}

impl PlantInput {
    /// The `names` member.
    ///
    /// An unset list gives an empty slice; the field itself is then `None`.
    #[inline]
    pub fn names(&self) -> &[String] {
        self.names.as_deref().unwrap_or_default()
    }

    // …

    /// The `beds` member.
    ///
    /// An unset list gives an empty slice; the field itself is then `None`.
    #[inline]
    pub fn beds(&self) -> &[types::Bed] {
        self.beds.as_deref().unwrap_or_default()
    }

    // …

    /// The `grid` member.
    ///
    /// An unset list gives an empty slice; the field itself is then `None`.
    #[inline]
    pub fn grid(&self) -> &[Vec<String>] {
        self.grid.as_deref().unwrap_or_default()
    }

    // …
}

// …

restjson1_runtime::readable_members! {
    members: PlantOutput {
        names: "names",
        counts: "counts",
        flags: "flags",
        weights: "weights",
        beds: "beds",
        colours: "colours",
        tools: "tools",
        photos: "photos",
        facts: "facts",
        days: "days",
        grid: "grid",
        maps: "maps",
        old: "old",
        row: "row",
    },
}

// …
