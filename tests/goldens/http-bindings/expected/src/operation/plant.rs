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
        method: "PUT",
    };
    const REPEATABLE: bool = false;
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/beds/");
        request.label("bed", &input.bed)?;
        request.path("/rows/");
        request.label("row", &input.row)?;
        request.path("/");
        request.label("kind", &input.kind)?;
        request.path("/");
        request.greedy_label("rest", &input.rest)?;
        request.query_literal("mode=plain");
        request.query_literal("now");
        request.query("count", &input.count)?;
        request.query("flag", &input.flag)?;
        request.query_list("kind", &input.kinds);
        request.query_list("name", &input.names);
        request.required_query("needed", "needed", &input.needed)?;
        request.header("X-Open", "open", &input.open)?;
        request.query("second-kind", &input.second)?;
        request.header("X-Share", "share", &input.share)?;
        request.header("X-Size", "size", &input.size)?;
        request.query("text", &input.text)?;
        request.header("X-Third", "third", &input.third)?;
        request.header("X-Title", "title", &input.title)?;
        request.query("weight", &input.weight)?;
        let members: [json::Member<'_>; 1] = [("body", &input.body)];
        request.members(&members)
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
        output: &mut Self::Output,
    ) -> Result<(), error::BoxError> {
        output._request_id = response.request_id();
        response.json(output)?;
        output.kind = response.parsed_header("X-Kind", "kind")?;
        if let Some(value) = response.parsed_header("X-Needed", "needed")? {
            output.needed = value;
        }
        if let Some(value) = response.parsed_header("X-Needed-Kind", "neededKind")? {
            output.needed_kind = value;
        }
        if let Some(value) = response.header("X-Text", "neededText")? {
            output.needed_text = value;
        }
        output.open = response.parsed_header("X-Open", "open")?;
        output.share = response.parsed_header("X-Share", "share")?;
        output.size = response.parsed_header("X-Size", "size")?;
        output.title = response.header("X-Title", "title")?;
        Ok(())
    }

    #[inline]
    fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
        attributes.string("bed", input.bed.as_deref());
        attributes.string("rest", input.rest.as_deref());
        attributes.string("text", input.text.as_deref());
        attributes.string("needed", input.needed.as_deref());
        attributes.string("title", input.title.as_deref());
        attributes.string("body", input.body.as_deref());
    }
}

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `bed` member. Required.
    pub bed: Option<String>,
    /// The `row` member. Required.
    pub row: Option<i32>,
    /// The `kind` member. Required.
    pub kind: Option<types::Kind>,
    /// The `rest` member. Required.
    pub rest: Option<String>,
    /// The `text` member.
    pub text: Option<String>,
    /// The `count` member.
    pub count: Option<i64>,
    /// The `weight` member.
    pub weight: Option<f64>,
    /// The `flag` member.
    pub flag: Option<bool>,
    /// The `second` member.
    pub second: Option<types::Kind>,
    /// The `names` member.
    pub names: Option<Vec<String>>,
    /// The `kinds` member.
    pub kinds: Option<Vec<types::Kind>>,
    /// The `needed` member. Required.
    pub needed: Option<String>,
    /// The `title` member.
    pub title: Option<String>,
    /// The `size` member.
    pub size: Option<i16>,
    /// The `share` member.
    pub share: Option<f32>,
    /// The `open` member.
    pub open: Option<bool>,
    /// The `third` member.
    pub third: Option<types::Kind>,
    /// The `body` member.
    pub body: Option<String>,
}

// …

/// The output of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The `title` member.
    pub title: Option<String>,
    /// The `size` member.
    pub size: Option<i8>,
    /// The `share` member.
    pub share: Option<f64>,
    /// The `open` member.
    pub open: Option<bool>,
    /// The `kind` member.
    pub kind: Option<types::Kind>,
    /// The `needed` member.
    pub needed: i32,
    /// The `neededText` member.
    pub needed_text: String,
    /// The `neededKind` member.
    pub needed_kind: types::Kind,
    /// The `body` member.
    pub body: Option<String>,
    _request_id: Option<String>,
}

impl PlantOutput {
    // …

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            title: None,
            size: None,
            share: None,
            open: None,
            kind: None,
            needed: 0,
            needed_text: String::new(),
            needed_kind: json::Read::absent(),
            body: None,
            _request_id: None,
        }
    }
}

// …

restjson1_runtime::readable_members! { members: PlantOutput { body: "body" } }

// …
