// …

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `size` member.
    pub size: Option<aws_smithy_types::BigInteger>,
    /// The `weight` member. Required.
    pub weight: Option<aws_smithy_types::BigDecimal>,
    /// The `bed` member.
    pub bed: Option<types::Bed>,
}

// …

/// The output of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The `size` member.
    pub size: Option<aws_smithy_types::BigInteger>,
    /// The `weight` member.
    pub weight: aws_smithy_types::BigDecimal,
    /// The `bed` member.
    pub bed: Option<types::Bed>,
    _request_id: Option<String>,
}

impl PlantOutput {
    // …

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            size: None,
            weight: json::Read::absent(),
            bed: None,
            _request_id: None,
        }
    }
}

// …

restjson1_runtime::readable_members! {
    members: PlantOutput {
        size: "size",
        weight: "weight",
        bed: "bed",
    },
}

// …
