// …

/// The operation `GetRow`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct GetRow;

restjson1_runtime::operation_type! { operation: GetRow }

#[doc(hidden)]
impl operation::Operation for GetRow {
    type Input = GetRowInput;
    type Output = GetRowOutput;
    type Error = GetRowError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "GetRow",
        method: "GET",
    };
    const REPEATABLE: bool = false;
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/beds/");
        request.label("bed_id", &input.bed_id)?;
        request.path("/rows/");
        request.label("row_id", &input.row_id)?;
        Ok(())
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
        output: &mut Self::Output,
    ) -> Result<(), error::BoxError> {
        output._request_id = response.request_id();
        response.json(output)
    }

    #[inline]
    fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
        attributes.string("bedId", input.bed_id.as_deref());
        attributes.string("rowId", input.row_id.as_deref());
    }
}

/// The input of `GetRow`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetRowInput {
    /// The `bedId` member. Required.
    pub bed_id: Option<String>,
    /// The `rowId` member. Required.
    pub row_id: Option<String>,
}

impl GetRowInput {
    /// The `bedId` member. Required.
    #[inline]
    pub fn bed_id(&self) -> Option<&str> {
        self.bed_id.as_deref()
    }

    /// The `rowId` member. Required.
    #[inline]
    pub fn row_id(&self) -> Option<&str> {
        self.row_id.as_deref()
    }

    /// Returns a builder for `GetRowInput`.
    #[inline]
    pub fn builder() -> builders::GetRowInputBuilder {
        builders::GetRowInputBuilder::default()
    }
}

// …
