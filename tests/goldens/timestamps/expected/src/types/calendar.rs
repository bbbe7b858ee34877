// …

/// The structure `Calendar`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Calendar {
    /// The `day` member.
    pub day: Option<aws_smithy_types::DateTime>,
    /// The `second` member.
    pub second: Option<aws_smithy_types::DateTime>,
    /// The `stamp` member.
    pub stamp: Option<aws_smithy_types::DateTime>,
    /// The `plain` member.
    pub plain: Option<aws_smithy_types::DateTime>,
    /// The `own` member.
    pub own: Option<aws_smithy_types::DateTime>,
}

// …

#[doc(hidden)]
impl json::Members for Calendar {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "day" => {
                Some(
                    self
                        .day
                        .slot()
                        .timestamps(aws_smithy_types::date_time::Format::DateTime),
                )
            }
            "second" => Some(self.second.slot()),
            "stamp" => {
                Some(
                    self
                        .stamp
                        .slot()
                        .timestamps(aws_smithy_types::date_time::Format::HttpDate),
                )
            }
            "plain" => Some(self.plain.slot()),
            "own" => Some(self.own.slot()),
            _ => None,
        }
    }
}

#[doc(hidden)]
impl json::Write for Calendar {
    #[inline]
    fn write(&self, out: json::ValueWriter<'_>) -> json::WriteResult {
        let members: [json::Member<'_>; 5] = [
            (
                "day",
                &json::InFormat(&self.day, aws_smithy_types::date_time::Format::DateTime),
            ),
            ("second", &self.second),
            (
                "stamp",
                &json::InFormat(
                    &self.stamp,
                    aws_smithy_types::date_time::Format::HttpDate,
                ),
            ),
            ("plain", &self.plain),
            ("own", &self.own),
        ];
        out.members(&members)
    }
}
