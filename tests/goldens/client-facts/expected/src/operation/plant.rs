// …

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
        request.members(&[("name", &input.name)])?;
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
    fn empty_output() -> Self::Output {
        PlantOutput::empty()
    }

    #[inline]
    fn read_error(
        code: &str,
        response: &http::ErrorResponse<'_>,
    ) -> Option<Self::Error> {
        let error = match code {
            "BedLocked" => PlantError::BedLocked(types::error::BedLocked::read(response)),
            "TooManyBeds" => {
                PlantError::TooManyBeds(types::error::TooManyBeds::read(response))
            }
            "Unknown" => PlantError::Unknown(types::error::Unknown::read(response)),
            _ => return None,
        };
        Some(error)
    }

    #[inline]
    fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
        attributes.string("name", input.name.as_deref());
    }
}

// …
