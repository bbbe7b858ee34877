// …

/// The structure `Bed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bed {
    /// The `blob` member. Default: `"YWJj"`.
    pub blob: aws_smithy_types::Blob,
    /// The `time` member. Default: `1.5`.
    pub time: aws_smithy_types::DateTime,
    /// The `day` member. Default: `60`.
    pub day: aws_smithy_types::DateTime,
    /// The `pi` member. Default: `3.14`.
    pub pi: f64,
    /// The `precise` member. Default: `0.123456789123`.
    pub precise: f32,
    /// The `text` member. Default: `"a"`.
    pub text: aws_smithy_types::Document,
    /// The `flag` member. Default: `true`.
    pub flag: aws_smithy_types::Document,
    /// The `whole` member. Default: `5`.
    pub whole: aws_smithy_types::Document,
    /// The `below` member. Default: `-5`.
    pub below: aws_smithy_types::Document,
    /// The `part` member. Default: `0.5`.
    pub part: aws_smithy_types::Document,
    /// The `list` member. Default: `[]`.
    pub list: aws_smithy_types::Document,
    /// The `map` member. Default: `{}`.
    pub map: aws_smithy_types::Document,
    /// The `none` member.
    pub none: Option<aws_smithy_types::Document>,
    /// The `own` member. Default: `3`.
    pub own: i32,
    /// The `other` member. Default: `4`.
    pub other: i32,
    /// The `plain` member. Default: `3`.
    pub plain: i32,
}

impl Bed {
    // …

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            blob: aws_smithy_types::Blob::new(*b"abc"),
            time: aws_smithy_types::DateTime::from_secs_f64(1.5),
            day: aws_smithy_types::DateTime::from_secs_f64(60.0),
            pi: 3.14,
            precise: 0.12345679,
            text: aws_smithy_types::Document::String("a".to_owned()),
            flag: aws_smithy_types::Document::Bool(true),
            whole: aws_smithy_types::Document::Number(
                aws_smithy_types::Number::PosInt(5),
            ),
            below: aws_smithy_types::Document::Number(
                aws_smithy_types::Number::NegInt(-5),
            ),
            part: aws_smithy_types::Document::Number(
                aws_smithy_types::Number::Float(0.5),
            ),
            list: aws_smithy_types::Document::Array(Vec::new()),
            map: aws_smithy_types::Document::Object(HashMap::new()),
            none: None,
            own: 3,
            other: 4,
            plain: 3,
        }
    }
}

/// Builder for [`Bed`](crate::types::Bed).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BedBuilder {
    blob: Option<aws_smithy_types::Blob>,
    time: Option<aws_smithy_types::DateTime>,
    day: Option<aws_smithy_types::DateTime>,
    pi: Option<f64>,
    precise: Option<f32>,
    text: Option<aws_smithy_types::Document>,
    flag: Option<aws_smithy_types::Document>,
    whole: Option<aws_smithy_types::Document>,
    below: Option<aws_smithy_types::Document>,
    part: Option<aws_smithy_types::Document>,
    list: Option<aws_smithy_types::Document>,
    map: Option<aws_smithy_types::Document>,
    none: Option<aws_smithy_types::Document>,
    own: Option<i32>,
    other: Option<i32>,
    plain: Option<i32>,
}

impl BedBuilder {
    // …

    /// Builds the `Bed`.
    #[inline]
    pub fn build(self) -> Bed {
        Bed {
            blob: self.blob.unwrap_or_else(|| aws_smithy_types::Blob::new(*b"abc")),
            time: self.time.unwrap_or(aws_smithy_types::DateTime::from_secs_f64(1.5)),
            day: self.day.unwrap_or(aws_smithy_types::DateTime::from_secs_f64(60.0)),
            pi: self.pi.unwrap_or(3.14),
            precise: self.precise.unwrap_or(0.12345679),
            text: self
                .text
                .unwrap_or_else(|| aws_smithy_types::Document::String("a".to_owned())),
            flag: self.flag.unwrap_or(aws_smithy_types::Document::Bool(true)),
            whole: self
                .whole
                .unwrap_or(
                    aws_smithy_types::Document::Number(
                        aws_smithy_types::Number::PosInt(5),
                    ),
                ),
            below: self
                .below
                .unwrap_or(
                    aws_smithy_types::Document::Number(
                        aws_smithy_types::Number::NegInt(-5),
                    ),
                ),
            part: self
                .part
                .unwrap_or(
                    aws_smithy_types::Document::Number(
                        aws_smithy_types::Number::Float(0.5),
                    ),
                ),
            list: self.list.unwrap_or(aws_smithy_types::Document::Array(Vec::new())),
            map: self.map.unwrap_or(aws_smithy_types::Document::Object(HashMap::new())),
            none: self.none,
            own: self.own.unwrap_or(3),
            other: self.other.unwrap_or(4),
            plain: self.plain.unwrap_or(3),
        }
    }
}

// …

#[doc(hidden)]
impl json::Write for Bed {
    #[inline]
    fn write(&self, out: json::ValueWriter<'_>) -> json::WriteResult {
        let members: [json::Member<'_>; 16] = [
            ("blob", &self.blob),
            ("time", &self.time),
            ("day", &self.day),
            ("pi", &self.pi),
            ("precise", &self.precise),
            ("text", &self.text),
            ("flag", &self.flag),
            ("whole", &self.whole),
            ("below", &self.below),
            ("part", &self.part),
            ("list", &self.list),
            ("map", &self.map),
            ("none", &self.none),
            ("own", &json::UnlessDefault(self.own, 3)),
            ("other", &self.other),
            ("plain", &self.plain),
        ];
        out.members(&members)
    }
}
