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
            ("exact", &input.exact),
            ("flag", &input.flag),
            ("narrow", &input.narrow),
            ("small", &input.small),
            ("tiny", &input.tiny),
            ("whole", &input.whole),
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
    /// The `flag` member.
    pub flag: Option<bool>,
    /// The `tiny` member.
    pub tiny: Option<i8>,
    /// The `small` member.
    pub small: Option<i16>,
    /// The `whole` member.
    pub whole: Option<i32>,
    /// The `wide` member.
    pub wide: Option<i64>,
    /// The `narrow` member.
    pub narrow: Option<f32>,
    /// The `exact` member.
    pub exact: Option<f64>,
}

impl PlantInput {
    /// The `flag` member.
    #[inline]
    pub fn flag(&self) -> Option<bool> {
        self.flag
    }

    /// The `tiny` member.
    #[inline]
    pub fn tiny(&self) -> Option<i8> {
        self.tiny
    }

    /// The `small` member.
    #[inline]
    pub fn small(&self) -> Option<i16> {
        self.small
    }

    /// The `whole` member.
    #[inline]
    pub fn whole(&self) -> Option<i32> {
        self.whole
    }

    /// The `wide` member.
    #[inline]
    pub fn wide(&self) -> Option<i64> {
        self.wide
    }

    /// The `narrow` member.
    #[inline]
    pub fn narrow(&self) -> Option<f32> {
        self.narrow
    }

    /// The `exact` member.
    #[inline]
    pub fn exact(&self) -> Option<f64> {
        self.exact
    }

    /// Returns a builder for `PlantInput`.
    #[inline]
    pub fn builder() -> builders::PlantInputBuilder {
        builders::PlantInputBuilder::default()
    }
}

// …

restjson1_runtime::readable_members! {
    members: PlantOutput {
        flag: "flag",
        tiny: "tiny",
        small: "small",
        whole: "whole",
        wide: "wide",
        narrow: "narrow",
        exact: "exact",
    },
}

// …
