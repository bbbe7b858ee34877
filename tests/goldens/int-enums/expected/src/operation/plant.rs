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
        request.path("/plant");
        request.header("X-Level", "in_header", &input.in_header)?;
        request.query_list("levels", &input.in_queries);
        request.query("level", &input.in_query)?;
        let members: [json::Member<'_>; 3] = [
            ("byName", &input.by_name),
            ("level", &input.level),
            ("levels", &input.levels),
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
    /// The `level` member. Values: 1 (`LOW`), -2 (`HIGH`).
    pub level: Option<i32>,
    /// The `levels` member.
    pub levels: Option<Vec<i32>>,
    /// The `byName` member.
    pub by_name: Option<HashMap<String, i32>>,
    /// The `inQuery` member. Values: 1 (`LOW`), -2 (`HIGH`).
    pub in_query: Option<i32>,
    /// The `inQueries` member.
    pub in_queries: Option<Vec<i32>>,
    /// The `inHeader` member. Values: 1 (`LOW`), -2 (`HIGH`).
    pub in_header: Option<i32>,
}

// …

/// The output of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The `level` member. Values: 1 (`LOW`), -2 (`HIGH`).
    pub level: i32,
    /// The `usual` member. Default: `1`. Values: 1 (`LOW`), -2 (`HIGH`).
    pub usual: i32,
    /// The `levels` member.
    pub levels: Option<Vec<i32>>,
    /// The `byName` member.
    pub by_name: Option<HashMap<String, i32>>,
    /// The `choice` member.
    pub choice: Option<types::Choice>,
    _request_id: Option<String>,
}

impl PlantOutput {
    /// The `level` member. Values: 1 (`LOW`), -2 (`HIGH`).
    #[inline]
    pub fn level(&self) -> i32 {
        self.level
    }

    /// The `usual` member. Default: `1`. Values: 1 (`LOW`), -2 (`HIGH`).
    #[inline]
    pub fn usual(&self) -> i32 {
        self.usual
    }

    /// The `levels` member.
    ///
    /// An unset list gives an empty slice; the field itself is then `None`.
    #[inline]
    pub fn levels(&self) -> &[i32] {
        self.levels.as_deref().unwrap_or_default()
    }

    /// The `byName` member.
    #[inline]
    pub fn by_name(&self) -> Option<&HashMap<String, i32>> {
        self.by_name.as_ref()
    }

    /// The `choice` member.
    #[inline]
    pub fn choice(&self) -> Option<&types::Choice> {
        self.choice.as_ref()
    }

    /// Returns a builder for `PlantOutput`.
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

restjson1_runtime::output_structure! { output: PlantOutput }

#[doc(hidden)]
impl json::Members for PlantOutput {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "level" => Some(self.level.slot()),
            "usual" => {
                self.usual = 1;
                Some(self.usual.slot().keep_on_null())
            }
            "levels" => Some(self.levels.slot()),
            "byName" => Some(self.by_name.slot()),
            "choice" => Some(self.choice.slot()),
            _ => None,
        }
    }
}

// …
