// …

/// The structure `Bed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bed {
    /// The value of `flag`: `true` by default.
    pub flag: bool,
    /// The value of `off`: `false` by default.
    pub off: bool,
    /// The value of `tiny`: `3` by default.
    pub tiny: i8,
    /// The value of `small`: `-3` by default.
    pub small: i16,
    /// The value of `count`: `0` by default.
    pub count: i32,
    /// The value of `wide`: `7000000000` by default.
    pub wide: i64,
    /// The value of `narrow`: `0.5` by default.
    pub narrow: f32,
    /// The value of `exact`: `-1.5` by default.
    pub exact: f64,
    /// The value of `whole`: `2` by default.
    pub whole: f64,
    /// The value of `text`: `"dry \"soil\""` by default.
    pub text: String,
    /// The value of `blank`: `""` by default.
    pub blank: String,
    /// The value of `colour`: `"red"` by default.
    pub colour: types::Colour,
    /// The value of `photo`: `""` by default.
    pub photo: aws_smithy_types::Blob,
    /// The value of `names`: `[]` by default.
    pub names: Vec<String>,
    /// The value of `byName`: `{}` by default.
    pub by_name: HashMap<String, String>,
    /// The value of `start`: `0` by default.
    pub start: aws_smithy_types::DateTime,
    /// The value of `none`.
    pub none: Option<i32>,
    /// The value of `kept`: required; `4` by default.
    pub kept: i32,
    /// The value of `careful`: `4` by default.
    pub careful: Option<i32>,
}

impl Bed {
    /// The value of `flag`: `true` by default.
    #[inline]
    pub fn flag(&self) -> bool {
        self.flag
    }

    /// The value of `off`: `false` by default.
    #[inline]
    pub fn off(&self) -> bool {
        self.off
    }

    /// The value of `tiny`: `3` by default.
    #[inline]
    pub fn tiny(&self) -> i8 {
        self.tiny
    }

    /// The value of `small`: `-3` by default.
    #[inline]
    pub fn small(&self) -> i16 {
        self.small
    }

    /// The value of `count`: `0` by default.
    #[inline]
    pub fn count(&self) -> i32 {
        self.count
    }

    /// The value of `wide`: `7000000000` by default.
    #[inline]
    pub fn wide(&self) -> i64 {
        self.wide
    }

    /// The value of `narrow`: `0.5` by default.
    #[inline]
    pub fn narrow(&self) -> f32 {
        self.narrow
    }

    /// The value of `exact`: `-1.5` by default.
    #[inline]
    pub fn exact(&self) -> f64 {
        self.exact
    }

    /// The value of `whole`: `2` by default.
    #[inline]
    pub fn whole(&self) -> f64 {
        self.whole
    }

    /// The value of `text`: `"dry \"soil\""` by default.
    #[inline]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The value of `blank`: `""` by default.
    #[inline]
    pub fn blank(&self) -> &str {
        &self.blank
    }

    /// The value of `colour`: `"red"` by default.
    #[inline]
    pub fn colour(&self) -> &types::Colour {
        &self.colour
    }

    /// The value of `photo`: `""` by default.
    #[inline]
    pub fn photo(&self) -> &aws_smithy_types::Blob {
        &self.photo
    }

    /// The value of `names`: `[]` by default.
    #[inline]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The value of `byName`: `{}` by default.
    #[inline]
    pub fn by_name(&self) -> &HashMap<String, String> {
        &self.by_name
    }

    /// The value of `start`: `0` by default.
    #[inline]
    pub fn start(&self) -> &aws_smithy_types::DateTime {
        &self.start
    }

    /// The value of `none`.
    #[inline]
    pub fn none(&self) -> Option<i32> {
        self.none
    }

    /// The value of `kept`: required; `4` by default.
    #[inline]
    pub fn kept(&self) -> i32 {
        self.kept
    }

    /// The value of `careful`: `4` by default.
    #[inline]
    pub fn careful(&self) -> Option<i32> {
        self.careful
    }

    /// A builder of `Bed`.
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

    /// The finished `Bed`.
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
                Some(self.flag.slot().kept())
            }
            "off" => Some(self.off.slot()),
            "tiny" => {
                self.tiny = 3;
                Some(self.tiny.slot().kept())
            }
            "small" => {
                self.small = -3;
                Some(self.small.slot().kept())
            }
            "count" => Some(self.count.slot()),
            "wide" => {
                self.wide = 7000000000;
                Some(self.wide.slot().kept())
            }
            "narrow" => {
                self.narrow = 0.5;
                Some(self.narrow.slot().kept())
            }
            "exact" => {
                self.exact = -1.5;
                Some(self.exact.slot().kept())
            }
            "whole" => {
                self.whole = 2.0;
                Some(self.whole.slot().kept())
            }
            "text" => {
                self.text = "dry \"soil\"".to_owned();
                Some(self.text.slot().kept())
            }
            "blank" => Some(self.blank.slot()),
            "colour" => {
                self.colour = types::Colour::from("red");
                Some(self.colour.slot().kept())
            }
            "photo" => Some(self.photo.slot()),
            "names" => Some(self.names.slot()),
            "byName" => Some(self.by_name.slot()),
            "start" => Some(self.start.slot()),
            "none" => Some(self.none.slot()),
            "kept" => {
                self.kept = 4;
                Some(self.kept.slot().kept())
            }
            "careful" => Some(self.careful.slot()),
            _ => None,
        }
    }
}

#[doc(hidden)]
impl json::Write for Bed {
    #[inline]
    fn write(&self, out: json::ValueWriter<'_>) -> json::Written {
        let mut object = out.object();
        object.member("flag", &self.flag)?;
        object.member("off", &self.off)?;
        object.member("tiny", &self.tiny)?;
        object.member("small", &self.small)?;
        object.member("count", &self.count)?;
        object.member("wide", &self.wide)?;
        object.member("narrow", &self.narrow)?;
        object.member("exact", &self.exact)?;
        object.member("whole", &self.whole)?;
        object.member("text", &self.text)?;
        object.member("blank", &self.blank)?;
        object.member("colour", &self.colour)?;
        object.member("photo", &self.photo)?;
        object.member("names", &self.names)?;
        object.member("byName", &self.by_name)?;
        object.member("start", &self.start)?;
        object.member("none", &self.none)?;
        object.member("kept", &self.kept)?;
        object.member("careful", &self.careful)?;
        object.finish();
        Ok(())
    }
}
