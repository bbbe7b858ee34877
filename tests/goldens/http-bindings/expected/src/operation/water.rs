// …

/// The operation `Water`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Water;

restjson1_runtime::operation_type! { operation: Water }

#[doc(hidden)]
impl operation::Operation for Water {
    type Input = WaterInput;
    type Output = WaterOutput;
    type Error = WaterError;
    const NAMES: operation::Names = restjson1_runtime::operation_names! {
        service: config::SERVICE,
        id: "garden",
        operation: "Water",
        method: "GET",
    };
    const REPEATABLE: bool = false;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/");
        request.query("litres", &input.litres)?;
        Ok(())
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
        output: &mut Self::Output,
    ) -> Result<(), error::BoxError> {
        output._request_id = response.request_id();
        output.level = response.parsed_header("X-Level", "level")?;
        Ok(())
    }
}

// …
