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
        body.member("facts", &input.facts)?;
        body.member("flags", &input.flags)?;
        body.member("grid", &input.grid)?;
        body.member("maps", &input.maps)?;
        body.member("names", &input.names)?;
        body.member("old", &input.old)?;
        body.member("photos", &input.photos)?;
        body.member("row", &input.row)?;
        body.member("tools", &input.tools)?;
        body.member("weights", &input.weights)?;
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
    pub names: Option<Vec<String>>,
    /// The value of `counts`.
    pub counts: Option<Vec<i32>>,
    /// The value of `flags`.
    pub flags: Option<Vec<bool>>,
    /// The value of `weights`.
    pub weights: Option<Vec<f64>>,
    /// The value of `beds`.
    pub beds: Option<Vec<types::Bed>>,
    /// The value of `colours`.
    pub colours: Option<Vec<types::Colour>>,
    /// The value of `tools`.
    pub tools: Option<Vec<types::Tool>>,
    /// The value of `photos`.
    pub photos: Option<Vec<aws_smithy_types::Blob>>,
    /// The value of `facts`.
    pub facts: Option<Vec<aws_smithy_types::Document>>,
    /// The value of `days`.
    pub days: Option<Vec<aws_smithy_types::DateTime>>,
    /// The value of `grid`.
    pub grid: Option<Vec<Vec<String>>>,
    /// The value of `maps`.
    pub maps: Option<Vec<HashMap<String, String>>>,
    /// The value of `old`.
    pub old: Option<Vec<String>>,
    /// The value of `row`.
    pub row: Option<types::Row>,
}

impl PlantInput {
    /// The value of `names`.
    ///
    /// Empty where nothing was sent; the field itself tells the difference.
    #[inline]
    pub fn names(&self) -> &[String] {
        self.names.as_deref().unwrap_or_default()
    }

    // …

    /// The value of `beds`.
    ///
    /// Empty where nothing was sent; the field itself tells the difference.
    #[inline]
    pub fn beds(&self) -> &[types::Bed] {
        self.beds.as_deref().unwrap_or_default()
    }

    // …

    /// The value of `grid`.
    ///
    /// Empty where nothing was sent; the field itself tells the difference.
    #[inline]
    pub fn grid(&self) -> &[Vec<String>] {
        self.grid.as_deref().unwrap_or_default()
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
            "flags" => Some(self.flags.slot()),
            "weights" => Some(self.weights.slot()),
            "beds" => Some(self.beds.slot()),
            "colours" => Some(self.colours.slot()),
            "tools" => Some(self.tools.slot()),
            "photos" => Some(self.photos.slot()),
            "facts" => Some(self.facts.slot()),
            "days" => Some(self.days.slot()),
            "grid" => Some(self.grid.slot()),
            "maps" => Some(self.maps.slot()),
            "old" => Some(self.old.slot()),
            "row" => Some(self.row.slot()),
            _ => None,
        }
    }
}

// …
