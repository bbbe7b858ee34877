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
        let members: [json::Member<'_>; 2] = [
            ("name", &input.name),
            ("rows", &input.rows),
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

    #[inline]
    fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
        attributes.string("name", input.name.as_deref());
    }

    #[inline]
    fn endpoint_params(
        input: &Self::Input,
        config: &aws_smithy_types::config_bag::ConfigBag,
    ) -> Result<
        aws_smithy_runtime_api::client::endpoint::EndpointResolverParams,
        error::BoxError,
    > {
        let mut params = config::endpoint::from_settings(config);
        if let Some(value) = input
            .rows
            .as_ref()
            .map(|item| {
                item
                    .iter()
                    .flat_map(|item| {
                        [
                            item.tool.as_ref().map(|string| string.as_str().to_owned()),
                            item.name.as_ref().map(|string| string.as_str().to_owned()),
                        ]
                            .into_iter()
                            .flatten()
                    })
                    .collect::<Vec<String>>()
            })
        {
            params = params.tools(value);
        }
        params = params
            .bed(
                input
                    .name
                    .as_ref()
                    .map(|string| string.as_str().to_owned())
                    .filter(|string: &String| !string.trim().is_empty())
                    .ok_or("the endpoint cannot be found without `name`")?,
            );
        params = params.season("spring".to_owned());
        config::endpoint::resolver_params(params)
    }
}

// …
