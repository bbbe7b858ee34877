// …

/// The operation `Plant`, for the runtime.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Plant;

restjson1_runtime::operation_type!(Plant);

#[doc(hidden)]
impl operation::Operation for Plant {
    type Input = PlantInput;
    type Output = PlantOutput;
    type Error = PlantError;
    const NAMES: operation::Names = restjson1_runtime::operation_names!(
        config::SERVICE, "garden", "Plant", "POST"
    );

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/plant");
        request.header("X-Level", "in_header", &input.in_header)?;
        request.query_list("levels", &input.in_queries);
        request.query("level", &input.in_query)?;
        let mut body = request.json();
        body.member("byName", &input.by_name)?;
        body.member("level", &input.level)?;
        body.member("levels", &input.levels)?;
        body.finish();
        Ok(())
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
    ) -> Result<Self::Output, error::BoxError> {
        let mut output = PlantOutput::empty();
        output._request_id = response.request_id();
        response.json(&mut output)?;
        Ok(output)
    }

    #[inline]
    fn read_error(
        _: &str,
        _: &http::ErrorResponse<'_>,
    ) -> Result<Option<Self::Error>, error::BoxError> {
        Ok(None)
    }
}

/// What `Plant` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The value of `level`: 1 is `LOW`, -2 is `HIGH`.
    pub level: Option<i32>,
    /// The value of `levels`.
    pub levels: Option<Vec<i32>>,
    /// The value of `byName`.
    pub by_name: Option<HashMap<String, i32>>,
    /// The value of `inQuery`: 1 is `LOW`, -2 is `HIGH`.
    pub in_query: Option<i32>,
    /// The value of `inQueries`.
    pub in_queries: Option<Vec<i32>>,
    /// The value of `inHeader`: 1 is `LOW`, -2 is `HIGH`.
    pub in_header: Option<i32>,
}

// …

/// What `Plant` answers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The value of `level`: required; 1 is `LOW`, -2 is `HIGH`.
    pub level: i32,
    /// The value of `usual`: `1` by default; 1 is `LOW`, -2 is `HIGH`.
    pub usual: i32,
    /// The value of `levels`.
    pub levels: Option<Vec<i32>>,
    /// The value of `byName`.
    pub by_name: Option<HashMap<String, i32>>,
    /// The value of `choice`.
    pub choice: Option<types::Choice>,
    _request_id: Option<String>,
}

impl PlantOutput {
    /// The value of `level`: required; 1 is `LOW`, -2 is `HIGH`.
    #[inline]
    pub fn level(&self) -> i32 {
        self.level
    }

    /// The value of `usual`: `1` by default; 1 is `LOW`, -2 is `HIGH`.
    #[inline]
    pub fn usual(&self) -> i32 {
        self.usual
    }

    /// The value of `levels`.
    ///
    /// Empty where nothing was sent; the field itself tells the difference.
    #[inline]
    pub fn levels(&self) -> &[i32] {
        self.levels.as_deref().unwrap_or_default()
    }

    /// The value of `byName`.
    #[inline]
    pub fn by_name(&self) -> Option<&HashMap<String, i32>> {
        self.by_name.as_ref()
    }

    /// The value of `choice`.
    #[inline]
    pub fn choice(&self) -> Option<&types::Choice> {
        self.choice.as_ref()
    }

    /// A builder of `PlantOutput`.
    #[inline]
    pub fn builder() -> builders::PlantOutputBuilder {
        builders::PlantOutputBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            level: 0,
            usual: 1,
            levels: None,
            by_name: None,
            choice: None,
            _request_id: None,
        }
    }
}

restjson1_runtime::output_structure!(PlantOutput);

#[doc(hidden)]
impl json::Members for PlantOutput {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "level" => Some(self.level.slot()),
            "usual" => {
                self.usual = 1;
                Some(self.usual.slot().kept())
            }
            "levels" => Some(self.levels.slot()),
            "byName" => Some(self.by_name.slot()),
            "choice" => Some(self.choice.slot()),
            _ => None,
        }
    }
}

// …
