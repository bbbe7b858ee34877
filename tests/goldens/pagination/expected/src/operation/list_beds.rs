// …

/// The operation `ListBeds`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ListBeds;

restjson1_runtime::operation_type! { operation: ListBeds }

#[doc(hidden)]
impl operation::Operation for ListBeds {
    type Input = ListBedsInput;
    type Output = ListBedsOutput;
    type Error = ListBedsError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "ListBeds",
        method: "GET",
    };
    const REPEATABLE: bool = false;
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/listbeds");
        request.query("from", &input.from)?;
        request.query("size", &input.size)?;
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
        attributes.string("from", input.from.as_deref());
    }
}

/// The input of `ListBeds`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListBedsInput {
    /// The `from` member.
    pub from: Option<String>,
    /// The `size` member.
    pub size: Option<i32>,
}

// …

/// The output of `ListBeds`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListBedsOutput {
    /// The `next` member.
    pub next: Option<String>,
    /// The `beds` member.
    pub beds: Vec<types::Bed>,
    _request_id: Option<String>,
}

// …
