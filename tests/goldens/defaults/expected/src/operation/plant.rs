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
        body.member("bed", &input.bed)?;
        body.member("blank", &input.blank)?;
        body.member("byName", &input.by_name)?;
        body.member("careful", &input.careful)?;
        body.member("colour", &input.colour)?;
        body.member("count", &input.count)?;
        body.member("exact", &input.exact)?;
        body.member("flag", &input.flag)?;
        body.member("kept", &input.kept)?;
        body.member("names", &input.names)?;
        body.member("narrow", &input.narrow)?;
        body.member("none", &input.none)?;
        body.member("off", &input.off)?;
        body.member("photo", &input.photo)?;
        body.member("small", &input.small)?;
        body.member("start", &input.start)?;
        body.member("text", &input.text)?;
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
    /// The value of `bed`.
    pub bed: Option<types::Bed>,
    /// The value of `flag`: `true` by default.
    pub flag: Option<bool>,
    /// The value of `off`: `false` by default.
    pub off: Option<bool>,
    /// The value of `tiny`: `3` by default.
    pub tiny: Option<i8>,
    /// The value of `small`: `-3` by default.
    pub small: Option<i16>,
    /// The value of `count`: `0` by default.
    pub count: Option<i32>,
    /// The value of `wide`: `7000000000` by default.
    pub wide: Option<i64>,
    /// The value of `narrow`: `0.5` by default.
    pub narrow: Option<f32>,
    /// The value of `exact`: `-1.5` by default.
    pub exact: Option<f64>,
    /// The value of `whole`: `2` by default.
    pub whole: Option<f64>,
    /// The value of `text`: `"dry \"soil\""` by default.
    pub text: Option<String>,
    /// The value of `blank`: `""` by default.
    pub blank: Option<String>,
    /// The value of `colour`: `"red"` by default.
    pub colour: Option<types::Colour>,
    /// The value of `photo`: `""` by default.
    pub photo: Option<aws_smithy_types::Blob>,
    /// The value of `names`: `[]` by default.
    pub names: Option<Vec<String>>,
    /// The value of `byName`: `{}` by default.
    pub by_name: Option<HashMap<String, String>>,
    /// The value of `start`: `0` by default.
    pub start: Option<aws_smithy_types::DateTime>,
    /// The value of `none`.
    pub none: Option<i32>,
    /// The value of `kept`: required; `4` by default.
    pub kept: Option<i32>,
    /// The value of `careful`: `4` by default.
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
