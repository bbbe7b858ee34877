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
        let mut body = request.json();
        body.member("beds", &input.beds)?;
        body.member("colours", &input.colours)?;
        body.member("counts", &input.counts)?;
        body.member("days", &input.days)?;
        body.member("dense", &input.dense)?;
        body.member("facts", &input.facts)?;
        body.member("grid", &input.grid)?;
        body.member("names", &input.names)?;
        body.member("photos", &input.photos)?;
        body.member("row", &input.row)?;
        body.member("tools", &input.tools)?;
        body.finish();
        Ok(())
    }

    // …
}

/// What `Plant` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The value of `names`.
    pub names: Option<Vec<Option<String>>>,
    /// The value of `counts`.
    pub counts: Option<Vec<Option<i32>>>,
    /// The value of `beds`.
    pub beds: Option<Vec<Option<types::Bed>>>,
    /// The value of `colours`.
    pub colours: Option<Vec<Option<types::Colour>>>,
    /// The value of `tools`.
    pub tools: Option<Vec<Option<types::Tool>>>,
    /// The value of `photos`.
    pub photos: Option<Vec<Option<aws_smithy_types::Blob>>>,
    /// The value of `days`.
    pub days: Option<Vec<Option<aws_smithy_types::DateTime>>>,
    /// The value of `facts`.
    pub facts: Option<Vec<Option<aws_smithy_types::Document>>>,
    /// The value of `grid`.
    pub grid: Option<Vec<Option<Vec<Option<String>>>>>,
    /// The value of `dense`.
    pub dense: Option<Vec<Vec<Option<String>>>>,
    /// The value of `row`.
    pub row: Option<types::Row>,
}

impl PlantInput {
    /// The value of `names`.
    ///
    /// Empty where nothing was sent; the field itself tells the difference.
    #[inline]
    pub fn names(&self) -> &[Option<String>] {
        self.names.as_deref().unwrap_or_default()
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
            "names" => Some(self.names.slot()),
            "counts" => Some(self.counts.slot()),
            "beds" => Some(self.beds.slot()),
            "colours" => Some(self.colours.slot()),
            "tools" => Some(self.tools.slot()),
            "photos" => Some(self.photos.slot()),
            "days" => Some(self.days.slot()),
            "facts" => Some(self.facts.slot()),
            "grid" => Some(self.grid.slot()),
            "dense" => Some(self.dense.slot()),
            "row" => Some(self.row.slot()),
            _ => None,
        }
    }
}

// …
