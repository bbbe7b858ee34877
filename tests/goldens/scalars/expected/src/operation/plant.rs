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
        body.member("exact", &input.exact)?;
        body.member("flag", &input.flag)?;
        body.member("narrow", &input.narrow)?;
        body.member("small", &input.small)?;
        body.member("tiny", &input.tiny)?;
        body.member("whole", &input.whole)?;
        body.member("wide", &input.wide)?;
        body.finish();
        Ok(())
    }

    // …
}

/// What `Plant` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The value of `flag`.
    pub flag: Option<bool>,
    /// The value of `tiny`.
    pub tiny: Option<i8>,
    /// The value of `small`.
    pub small: Option<i16>,
    /// The value of `whole`.
    pub whole: Option<i32>,
    /// The value of `wide`.
    pub wide: Option<i64>,
    /// The value of `narrow`.
    pub narrow: Option<f32>,
    /// The value of `exact`.
    pub exact: Option<f64>,
}

impl PlantInput {
    /// The value of `flag`.
    #[inline]
    pub fn flag(&self) -> Option<bool> {
        self.flag
    }

    /// The value of `tiny`.
    #[inline]
    pub fn tiny(&self) -> Option<i8> {
        self.tiny
    }

    /// The value of `small`.
    #[inline]
    pub fn small(&self) -> Option<i16> {
        self.small
    }

    /// The value of `whole`.
    #[inline]
    pub fn whole(&self) -> Option<i32> {
        self.whole
    }

    /// The value of `wide`.
    #[inline]
    pub fn wide(&self) -> Option<i64> {
        self.wide
    }

    /// The value of `narrow`.
    #[inline]
    pub fn narrow(&self) -> Option<f32> {
        self.narrow
    }

    /// The value of `exact`.
    #[inline]
    pub fn exact(&self) -> Option<f64> {
        self.exact
    }

    /// A builder of `PlantInput`.
    #[inline]
    pub fn builder() -> builders::PlantInputBuilder {
        builders::PlantInputBuilder::default()
    }
}

// …

#[doc(hidden)]
impl json::Members for PlantOutput {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "flag" => Some(self.flag.slot()),
            "tiny" => Some(self.tiny.slot()),
            "small" => Some(self.small.slot()),
            "whole" => Some(self.whole.slot()),
            "wide" => Some(self.wide.slot()),
            "narrow" => Some(self.narrow.slot()),
            "exact" => Some(self.exact.slot()),
            _ => None,
        }
    }
}

// …
