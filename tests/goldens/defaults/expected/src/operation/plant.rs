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
        let members: [json::Member<'_>; 20] = [
            ("bed", &input.bed),
            ("blank", &input.blank),
            ("byName", string_map::value(&input.by_name)),
            ("careful", &input.careful),
            ("colour", &input.colour),
            ("count", &input.count),
            ("exact", &input.exact),
            ("flag", &input.flag),
            ("kept", &input.kept),
            ("names", &input.names),
            ("narrow", &input.narrow),
            ("none", &input.none),
            ("off", &input.off),
            ("photo", &input.photo),
            ("small", &input.small),
            ("start", &input.start),
            ("text", &input.text),
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
    /// The `bed` member.
    pub bed: Option<types::Bed>,
    /// The `flag` member. Default: `true`.
    pub flag: Option<bool>,
    /// The `off` member. Default: `false`.
    pub off: Option<bool>,
    /// The `tiny` member. Default: `3`.
    pub tiny: Option<i8>,
    /// The `small` member. Default: `-3`.
    pub small: Option<i16>,
    /// The `count` member. Default: `0`.
    pub count: Option<i32>,
    /// The `wide` member. Default: `7000000000`.
    pub wide: Option<i64>,
    /// The `narrow` member. Default: `0.5`.
    pub narrow: Option<f32>,
    /// The `exact` member. Default: `-1.5`.
    pub exact: Option<f64>,
    /// The `whole` member. Default: `2`.
    pub whole: Option<f64>,
    /// The `text` member. Default: `"dry \"soil\""`.
    pub text: Option<String>,
    /// The `blank` member. Default: `""`.
    pub blank: Option<String>,
    /// The `colour` member. Default: `"red"`.
    pub colour: Option<types::Colour>,
    /// The `photo` member. Default: `""`.
    pub photo: Option<aws_smithy_types::Blob>,
    /// The `names` member. Default: `[]`.
    pub names: Option<Vec<String>>,
    /// The `byName` member. Default: `{}`.
    pub by_name: Option<HashMap<String, String>>,
    /// The `start` member. Default: `0`.
    pub start: Option<aws_smithy_types::DateTime>,
    /// The `none` member.
    pub none: Option<i32>,
    /// The `kept` member. Required. Default: `4`.
    pub kept: Option<i32>,
    /// The `careful` member. Default: `4`.
    pub careful: Option<i32>,
}

// …

impl PlantOutput {
    // …

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            bed: None,
            flag: true,
            off: false,
            tiny: 3,
            small: -3,
            count: 0,
            wide: 7000000000,
            narrow: 0.5,
            exact: -1.5,
            whole: 2.0,
            text: "dry \"soil\"".to_owned(),
            blank: String::new(),
            colour: types::Colour::from("red"),
            photo: aws_smithy_types::Blob::new(Vec::new()),
            names: Vec::new(),
            by_name: HashMap::new(),
            start: aws_smithy_types::DateTime::from_secs(0),
            none: None,
            kept: 4,
            careful: None,
            _request_id: None,
        }
    }
}

// …
