// …

/// The operation `PutBed`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct PutBed;

restjson1_runtime::operation_type! { operation: PutBed }

#[doc(hidden)]
impl operation::Operation for PutBed {
    type Input = PutBedInput;
    type Output = PutBedOutput;
    type Error = PutBedError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "PutBed",
        method: "PUT",
    };
    const REPEATABLE: bool = false;
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/bed");
        request.header("X-Note", "note", &input.note)?;
        request.object_payload(&input.it)?;
        Ok(())
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
        output: &mut Self::Output,
    ) -> Result<(), error::BoxError> {
        output._request_id = response.request_id();
        response.json_payload(json::Read::slot(&mut output.it))?;
        output.note = response.header("X-Note", "note")?;
        Ok(())
    }

    #[inline]
    fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
        attributes.string("note", input.note.as_deref());
    }
}

// …

/// The output of `PutBed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PutBedOutput {
    /// The `it` member.
    pub it: Option<types::Bed>,
    /// The `note` member.
    pub note: Option<String>,
    _request_id: Option<String>,
}

impl PutBedOutput {
    /// The `it` member.
    #[inline]
    pub fn it(&self) -> Option<&types::Bed> {
        self.it.as_ref()
    }

    /// The `note` member.
    #[inline]
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// Returns a builder for `PutBedOutput`.
    #[inline]
    pub fn builder() -> builders::PutBedOutputBuilder {
        builders::PutBedOutputBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            it: None,
            note: None,
            _request_id: None,
        }
    }
}

restjson1_runtime::output_structure! { output: PutBedOutput }

// …
