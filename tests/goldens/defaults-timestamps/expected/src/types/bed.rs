// …

/// The structure `Bed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bed {
    /// The `planted` member. Default: `"2024-12-31T00:00:00Z"`.
    pub planted: aws_smithy_types::DateTime,
    /// The `watered` member. Default: `"Tue, 29 Apr 2014 18:30:38 GMT"`.
    pub watered: aws_smithy_types::DateTime,
    /// The `harvested` member. Default: `"1969-12-31T23:59:59.25Z"`.
    pub harvested: aws_smithy_types::DateTime,
    /// The `dug` member. Default: `4`.
    pub dug: aws_smithy_types::DateTime,
    /// The `empty` member. Default: `"1970-01-01T00:00:00Z"`.
    pub empty: aws_smithy_types::DateTime,
}

impl Bed {
    // …

    /// The `empty` member. Default: `"1970-01-01T00:00:00Z"`.
    #[inline]
    pub fn empty(&self) -> &aws_smithy_types::DateTime {
        &self.empty
    }

    // …
}

// …

impl BedBuilder {
    // …

    /// Builds the `Bed`.
    #[inline]
    pub fn build(self) -> Bed {
        Bed {
            planted: self
                .planted
                .unwrap_or(aws_smithy_types::DateTime::from_secs(1735603200)),
            watered: self
                .watered
                .unwrap_or(aws_smithy_types::DateTime::from_secs(1398796238)),
            harvested: self
                .harvested
                .unwrap_or(
                    aws_smithy_types::DateTime::from_secs_and_nanos(-1, 250000000),
                ),
            dug: self.dug.unwrap_or(aws_smithy_types::DateTime::from_secs_f64(4.0)),
            empty: self.empty.unwrap_or(aws_smithy_types::DateTime::from_secs(0)),
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
            "planted" => {
                self.planted = aws_smithy_types::DateTime::from_secs(1735603200);
                Some(
                    self
                        .planted
                        .slot()
                        .timestamps(aws_smithy_types::date_time::Format::DateTime)
                        .keep_on_null(),
                )
            }
            "watered" => {
                self.watered = aws_smithy_types::DateTime::from_secs(1398796238);
                Some(
                    self
                        .watered
                        .slot()
                        .timestamps(aws_smithy_types::date_time::Format::HttpDate)
                        .keep_on_null(),
                )
            }
            "harvested" => {
                self.harvested = aws_smithy_types::DateTime::from_secs_and_nanos(
                    -1,
                    250000000,
                );
                Some(self.harvested.slot().keep_on_null())
            }
            "dug" => {
                self.dug = aws_smithy_types::DateTime::from_secs_f64(4.0);
                Some(self.dug.slot().keep_on_null())
            }
            "empty" => Some(self.empty.slot()),
            _ => None,
        }
    }
}

// …
