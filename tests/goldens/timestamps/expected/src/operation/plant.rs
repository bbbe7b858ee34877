// …

/// The operation `Plant`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Plant;

restjson1_runtime::operation_type! { operation: Plant }

#[doc(hidden)]
impl operation::Operation for Plant {
    type Input = PlantInput;
    type Output = PlantOutput;
    type Error = PlantError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "Plant",
        method: "POST",
    };
    const REPEATABLE: bool = false;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/plant/");
        request
            .label(
                "day",
                &http::Formatted(
                    &input.day,
                    aws_smithy_types::date_time::Format::DateTime,
                ),
            )?;
        request.path("/");
        request
            .label(
                "second",
                &http::Formatted(
                    &input.second,
                    aws_smithy_types::date_time::Format::EpochSeconds,
                ),
            )?;
        request
            .header(
                "X-Picked",
                "picked",
                &http::Formatted(
                    &input.picked,
                    aws_smithy_types::date_time::Format::EpochSeconds,
                ),
            )?;
        request
            .header(
                "X-Seen",
                "seen",
                &http::Formatted(
                    &input.seen,
                    aws_smithy_types::date_time::Format::HttpDate,
                ),
            )?;
        request
            .query(
                "since",
                &http::Formatted(
                    &input.since,
                    aws_smithy_types::date_time::Format::DateTime,
                ),
            )?;
        request
            .header(
                "X-Sown",
                "sown",
                &http::Formatted(
                    &input.sown,
                    aws_smithy_types::date_time::Format::DateTime,
                ),
            )?;
        request
            .query(
                "until",
                &http::Formatted(
                    &input.until,
                    aws_smithy_types::date_time::Format::HttpDate,
                ),
            )?;
        let members: [json::Member<'_>; 7] = [
            ("body", &input.body),
            (
                "bodyDay",
                &json::InFormat(
                    &input.body_day,
                    aws_smithy_types::date_time::Format::DateTime,
                ),
            ),
            ("calendar", &input.calendar),
            (
                "days",
                &json::InFormat(
                    &input.days,
                    aws_smithy_types::date_time::Format::DateTime,
                ),
            ),
            ("moment", &input.moment),
            ("plains", &input.plains),
            ("seconds", &input.seconds),
        ];
        request.members(&members)
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
        output: &mut Self::Output,
    ) -> Result<(), error::BoxError> {
        output._request_id = response.request_id();
        response.json(output)
    }
}

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `day` member. Required.
    pub day: Option<aws_smithy_types::DateTime>,
    /// The `second` member. Required.
    pub second: Option<aws_smithy_types::DateTime>,
    /// The `since` member.
    pub since: Option<aws_smithy_types::DateTime>,
    /// The `until` member.
    pub until: Option<aws_smithy_types::DateTime>,
    /// The `seen` member.
    pub seen: Option<aws_smithy_types::DateTime>,
    /// The `sown` member.
    pub sown: Option<aws_smithy_types::DateTime>,
    /// The `picked` member.
    pub picked: Option<aws_smithy_types::DateTime>,
    /// The `body` member.
    pub body: Option<aws_smithy_types::DateTime>,
    /// The `bodyDay` member.
    pub body_day: Option<aws_smithy_types::DateTime>,
    /// The `days` member.
    pub days: Option<Vec<aws_smithy_types::DateTime>>,
    /// The `plains` member.
    pub plains: Option<Vec<aws_smithy_types::DateTime>>,
    /// The `moment` member.
    pub moment: Option<types::Moment>,
    /// The `calendar` member.
    pub calendar: Option<types::Calendar>,
    /// The `seconds` member.
    pub seconds: Option<HashMap<String, aws_smithy_types::DateTime>>,
}

// …

impl PlantOutput {
    // …

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            body: None,
            body_day: None,
            days: None,
            plains: None,
            stamped: None,
            moment: None,
            calendar: None,
            seconds: None,
            by_name: None,
            needed: json::Read::absent(),
            _request_id: None,
        }
    }
}

// …

#[doc(hidden)]
impl json::Members for PlantOutput {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "body" => Some(self.body.slot()),
            "bodyDay" => {
                Some(
                    self
                        .body_day
                        .slot()
                        .timestamps(aws_smithy_types::date_time::Format::DateTime),
                )
            }
            "days" => {
                Some(
                    self
                        .days
                        .slot()
                        .timestamps(aws_smithy_types::date_time::Format::DateTime),
                )
            }
            "plains" => Some(self.plains.slot()),
            "stamped" => {
                Some(
                    self
                        .stamped
                        .slot()
                        .timestamps(aws_smithy_types::date_time::Format::HttpDate),
                )
            }
            "moment" => Some(self.moment.slot()),
            "calendar" => Some(self.calendar.slot()),
            "seconds" => Some(self.seconds.slot()),
            "byName" => {
                Some(
                    self
                        .by_name
                        .slot()
                        .timestamps(aws_smithy_types::date_time::Format::DateTime),
                )
            }
            "needed" => Some(self.needed.slot()),
            _ => None,
        }
    }
}

// …
