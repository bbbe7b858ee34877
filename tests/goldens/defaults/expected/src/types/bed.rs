// …

/// The structure `Bed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bed {
    /// The `flag` member. Default: `true`.
    pub flag: bool,
    /// The `off` member. Default: `false`.
    pub off: bool,
    /// The `tiny` member. Default: `3`.
    pub tiny: i8,
    /// The `small` member. Default: `-3`.
    pub small: i16,
    /// The `count` member. Default: `0`.
    pub count: i32,
    /// The `wide` member. Default: `7000000000`.
    pub wide: i64,
    /// The `narrow` member. Default: `0.5`.
    pub narrow: f32,
    /// The `exact` member. Default: `-1.5`.
    pub exact: f64,
    /// The `whole` member. Default: `2`.
    pub whole: f64,
    /// The `text` member. Default: `"dry \"soil\""`.
    pub text: String,
    /// The `blank` member. Default: `""`.
    pub blank: String,
    /// The `colour` member. Default: `"red"`.
    pub colour: types::Colour,
    /// The `photo` member. Default: `""`.
    pub photo: aws_smithy_types::Blob,
    /// The `names` member. Default: `[]`.
    pub names: Vec<String>,
    /// The `byName` member. Default: `{}`.
    pub by_name: HashMap<String, String>,
    /// The `start` member. Default: `0`.
    pub start: aws_smithy_types::DateTime,
    /// The `none` member.
    pub none: Option<i32>,
    /// The `kept` member. Required. Default: `4`.
    pub kept: i32,
    /// The `careful` member. Default: `4`.
    pub careful: Option<i32>,
}

impl Bed {
    /// The `flag` member. Default: `true`.
    #[inline]
    pub fn flag(&self) -> bool {
        self.flag
    }

    /// The `off` member. Default: `false`.
    #[inline]
    pub fn off(&self) -> bool {
        self.off
    }

    /// The `tiny` member. Default: `3`.
    #[inline]
    pub fn tiny(&self) -> i8 {
        self.tiny
    }

    /// The `small` member. Default: `-3`.
    #[inline]
    pub fn small(&self) -> i16 {
        self.small
    }

    /// The `count` member. Default: `0`.
    #[inline]
    pub fn count(&self) -> i32 {
        self.count
    }

    /// The `wide` member. Default: `7000000000`.
    #[inline]
    pub fn wide(&self) -> i64 {
        self.wide
    }

    /// The `narrow` member. Default: `0.5`.
    #[inline]
    pub fn narrow(&self) -> f32 {
        self.narrow
    }

    /// The `exact` member. Default: `-1.5`.
    #[inline]
    pub fn exact(&self) -> f64 {
        self.exact
    }

    /// The `whole` member. Default: `2`.
    #[inline]
    pub fn whole(&self) -> f64 {
        self.whole
    }

    /// The `text` member. Default: `"dry \"soil\""`.
    #[inline]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The `blank` member. Default: `""`.
    #[inline]
    pub fn blank(&self) -> &str {
        &self.blank
    }

    /// The `colour` member. Default: `"red"`.
    #[inline]
    pub fn colour(&self) -> &types::Colour {
        &self.colour
    }

    /// The `photo` member. Default: `""`.
    #[inline]
    pub fn photo(&self) -> &aws_smithy_types::Blob {
        &self.photo
    }

    /// The `names` member. Default: `[]`.
    #[inline]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The `byName` member. Default: `{}`.
    #[inline]
    pub fn by_name(&self) -> &HashMap<String, String> {
        &self.by_name
    }

    /// The `start` member. Default: `0`.
    #[inline]
    pub fn start(&self) -> &aws_smithy_types::DateTime {
        &self.start
    }

    /// The `none` member.
    #[inline]
    pub fn none(&self) -> Option<i32> {
        self.none
    }

    /// The `kept` member. Required. Default: `4`.
    #[inline]
    pub fn kept(&self) -> i32 {
        self.kept
    }

    /// The `careful` member. Default: `4`.
    #[inline]
    pub fn careful(&self) -> Option<i32> {
        self.careful
    }

    /// Returns a builder for `Bed`.
    #[inline]
    pub fn builder() -> types::builders::BedBuilder {
        types::builders::BedBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
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
        }
    }
}

// …

impl BedBuilder {
    // …

    /// Builds the `Bed`.
    #[inline]
    pub fn build(self) -> Bed {
        Bed {
            flag: self.flag.unwrap_or(true),
            off: self.off.unwrap_or_default(),
            tiny: self.tiny.unwrap_or(3),
            small: self.small.unwrap_or(-3),
            count: self.count.unwrap_or_default(),
            wide: self.wide.unwrap_or(7000000000),
            narrow: self.narrow.unwrap_or(0.5),
            exact: self.exact.unwrap_or(-1.5),
            whole: self.whole.unwrap_or(2.0),
            text: self.text.unwrap_or_else(|| "dry \"soil\"".to_owned()),
            blank: self.blank.unwrap_or_default(),
            colour: self.colour.unwrap_or_else(|| types::Colour::from("red")),
            photo: self.photo.unwrap_or_default(),
            names: self.names.unwrap_or_default(),
            by_name: self.by_name.unwrap_or_default(),
            start: self.start.unwrap_or(aws_smithy_types::DateTime::from_secs(0)),
            none: self.none,
            kept: self.kept.unwrap_or(4),
            careful: self.careful,
        }
    }
}

// …

#[doc(hidden)]
impl json::Members for Bed {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "flag" => {
                self.flag = true;
                Some(self.flag.slot().keep_on_null())
            }
            "off" => Some(self.off.slot()),
            "tiny" => {
                self.tiny = 3;
                Some(self.tiny.slot().keep_on_null())
            }
            "small" => {
                self.small = -3;
                Some(self.small.slot().keep_on_null())
            }
            "count" => Some(self.count.slot()),
            "wide" => {
                self.wide = 7000000000;
                Some(self.wide.slot().keep_on_null())
            }
            "narrow" => {
                self.narrow = 0.5;
                Some(self.narrow.slot().keep_on_null())
            }
            "exact" => {
                self.exact = -1.5;
                Some(self.exact.slot().keep_on_null())
            }
            "whole" => {
                self.whole = 2.0;
                Some(self.whole.slot().keep_on_null())
            }
            "text" => {
                self.text = "dry \"soil\"".to_owned();
                Some(self.text.slot().keep_on_null())
            }
            "blank" => Some(self.blank.slot()),
            "colour" => {
                self.colour = types::Colour::from("red");
                Some(self.colour.slot().keep_on_null())
            }
            "photo" => Some(self.photo.slot()),
            "names" => Some(self.names.slot()),
            "byName" => Some(string_map::slot(&mut self.by_name)),
            "start" => Some(self.start.slot()),
            "none" => Some(self.none.slot()),
            "kept" => {
                self.kept = 4;
                Some(self.kept.slot().keep_on_null())
            }
            "careful" => Some(self.careful.slot()),
            _ => None,
        }
    }
}

#[doc(hidden)]
impl json::Write for Bed {
    #[inline]
    fn write(&self, out: json::ValueWriter<'_>) -> json::WriteResult {
        let members: [json::Member<'_>; 19] = [
            ("flag", &self.flag),
            ("off", &self.off),
            ("tiny", &self.tiny),
            ("small", &self.small),
            ("count", &self.count),
            ("wide", &self.wide),
            ("narrow", &self.narrow),
            ("exact", &self.exact),
            ("whole", &self.whole),
            ("text", &self.text),
            ("blank", &self.blank),
            ("colour", &self.colour),
            ("photo", &self.photo),
            ("names", &self.names),
            ("byName", &self.by_name),
            ("start", &self.start),
            ("none", &self.none),
            ("kept", &self.kept),
            ("careful", &self.careful),
        ];
        out.members(&members)
    }
}
