// …

/// The operation `GetRow`, for the runtime.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct GetRow;

restjson1_runtime::operation_type!(GetRow);

#[doc(hidden)]
impl operation::Operation for GetRow {
    type Input = GetRowInput;
    type Output = GetRowOutput;
    type Error = GetRowError;
    const NAMES: operation::Names = restjson1_runtime::operation_names!(
        config::SERVICE, "garden", "GetRow", "GET"
    );
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
    ) -> Result<Self::Output, error::BoxError> {
        let mut output = GetRowOutput::empty();
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

    #[inline]
    fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
        attributes.text("bedId", input.bed_id.as_deref());
        attributes.text("rowId", input.row_id.as_deref());
    }
}

/// What `GetRow` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetRowInput {
    /// The value of `bedId`: required.
    pub bed_id: Option<String>,
    /// The value of `rowId`: required.
    pub row_id: Option<String>,
}

impl GetRowInput {
    /// The value of `bedId`: required.
    #[inline]
    pub fn bed_id(&self) -> Option<&str> {
        self.bed_id.as_deref()
    }

    /// The value of `rowId`: required.
    #[inline]
    pub fn row_id(&self) -> Option<&str> {
        self.row_id.as_deref()
    }

    /// A builder of `GetRowInput`.
    #[inline]
    pub fn builder() -> builders::GetRowInputBuilder {
        builders::GetRowInputBuilder::default()
    }
}

// …
