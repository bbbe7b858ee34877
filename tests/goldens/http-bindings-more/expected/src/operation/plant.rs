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
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/plant");
        request.prefix_headers("X-Label-", "labels", &input.labels)?;
        request.header_list("X-Colours", "colours", &input.colours)?;
        request.encoded_header("X-Json", "json", input.json.as_deref())?;
        request
            .required_query_timestamps(
                "must",
                "must",
                &input.must,
                aws_smithy_types::date_time::Format::DateTime,
            )?;
        request.header("X-Number", "number", &input.number)?;
        request.header_list("X-Numbers", "numbers", &input.numbers)?;
        request
            .query_timestamps(
                "q",
                &input.q,
                aws_smithy_types::date_time::Format::DateTime,
            )?;
        request
            .header_timestamps(
                "X-Seconds",
                "seconds",
                &input.seconds,
                aws_smithy_types::date_time::Format::HttpDate,
            )?;
        request
            .header(
                "X-Stamp",
                "stamp",
                &http::Formatted(
                    &input.stamp,
                    aws_smithy_types::date_time::Format::EpochSeconds,
                ),
            )?;
        request.header_list("X-Texts", "texts", &input.texts)?;
        request
            .header(
                "X-Time",
                "time",
                &http::Formatted(
                    &input.time,
                    aws_smithy_types::date_time::Format::HttpDate,
                ),
            )?;
        request
            .header_timestamps(
                "X-Times",
                "times",
                &input.times,
                aws_smithy_types::date_time::Format::HttpDate,
            )?;
        request.query_params(&input.more, &["q", "must"]);
        Ok(())
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
        output: &mut Self::Output,
    ) -> Result<(), error::BoxError> {
        output._request_id = response.request_id();
        response.json(output)?;
        output.colours = response.list_header("X-Colours", "colours")?;
        output.json = response.encoded_header("X-Json", "json")?;
        output.labels = response.prefix_headers("X-Label-", "labels")?;
        output.number = response.parsed_header("X-Number", "number")?;
        output.numbers = response.list_header("X-Numbers", "numbers")?;
        output.seconds = response
            .timestamps_header(
                "X-Seconds",
                "seconds",
                aws_smithy_types::date_time::Format::HttpDate,
            )?;
        output.stamp = response
            .timestamp_header(
                "X-Stamp",
                "stamp",
                aws_smithy_types::date_time::Format::EpochSeconds,
            )?;
        output.texts = response.list_header("X-Texts", "texts")?;
        output.time = response
            .timestamp_header(
                "X-Time",
                "time",
                aws_smithy_types::date_time::Format::HttpDate,
            )?;
        output.times = response
            .timestamps_header(
                "X-Times",
                "times",
                aws_smithy_types::date_time::Format::HttpDate,
            )?;
        output.status = Some(i32::from(response.status()));
        Ok(())
    }

    #[inline]
    fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
        attributes.string("json", input.json.as_deref());
    }
}

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `texts` member.
    pub texts: Option<Vec<String>>,
    /// The `times` member.
    pub times: Option<Vec<aws_smithy_types::DateTime>>,
    /// The `seconds` member.
    pub seconds: Option<Vec<aws_smithy_types::DateTime>>,
    /// The `numbers` member.
    pub numbers: Option<Vec<i32>>,
    /// The `colours` member.
    pub colours: Option<Vec<types::Colour>>,
    /// The `time` member.
    pub time: Option<aws_smithy_types::DateTime>,
    /// The `stamp` member.
    pub stamp: Option<aws_smithy_types::DateTime>,
    /// The `number` member.
    pub number: Option<f64>,
    /// The `json` member.
    pub json: Option<String>,
    /// The `labels` member.
    pub labels: Option<HashMap<String, String>>,
    /// The `q` member.
    pub q: Option<Vec<aws_smithy_types::DateTime>>,
    /// The `must` member. Required.
    pub must: Option<Vec<aws_smithy_types::DateTime>>,
    /// The `more` member.
    pub more: Option<HashMap<String, Vec<String>>>,
}

// …

/// The output of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The `texts` member.
    pub texts: Option<Vec<String>>,
    /// The `times` member.
    pub times: Option<Vec<aws_smithy_types::DateTime>>,
    /// The `seconds` member.
    pub seconds: Option<Vec<aws_smithy_types::DateTime>>,
    /// The `numbers` member.
    pub numbers: Option<Vec<i32>>,
    /// The `colours` member.
    pub colours: Option<Vec<types::Colour>>,
    /// The `time` member.
    pub time: Option<aws_smithy_types::DateTime>,
    /// The `stamp` member.
    pub stamp: Option<aws_smithy_types::DateTime>,
    /// The `number` member.
    pub number: Option<f64>,
    /// The `json` member.
    pub json: Option<String>,
    /// The `labels` member.
    pub labels: Option<HashMap<String, String>>,
    /// The `status` member.
    pub status: Option<i32>,
    /// The `body` member.
    pub body: Option<String>,
    _request_id: Option<String>,
}

impl PlantOutput {
    // …

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            texts: None,
            times: None,
            seconds: None,
            numbers: None,
            colours: None,
            time: None,
            stamp: None,
            number: None,
            json: None,
            labels: None,
            status: None,
            body: None,
            _request_id: None,
        }
    }
}

// …

restjson1_runtime::readable_members! { members: PlantOutput { body: "body" } }

// …
