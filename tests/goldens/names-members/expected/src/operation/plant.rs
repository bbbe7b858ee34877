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
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/plant");
        let mut body = request.json();
        body.member("_1", &input._1)?;
        body.member("asInput", &input.as_input_value)?;
        body.member("build", &input.build_value)?;
        body.member("builder", &input.builder_value)?;
        body.member("choice", &input.choice)?;
        body.member("clone", &input.clone)?;
        body.member("crate", &input.crate_)?;
        body.member("default", &input.default_value)?;
        body.member("empty", &input.empty)?;
        body.member("fooBar", &input.foo_bar_value)?;
        body.member("foo_bar", &input.foo_bar)?;
        body.member("gen", &input.r#gen)?;
        body.member("get_x", &input.get_x)?;
        body.member("inner", &input.inner)?;
        body.member("intoPaginator", &input.into_paginator_value)?;
        body.member("makeOperation", &input.make_operation_value)?;
        body.member("match", &input.r#match)?;
        body.member("meta", &input.meta_value)?;
        body.member("nested", &input.nested)?;
        body.member("new", &input.new_value)?;
        body.member("requestId", &input.request_id)?;
        body.member("self", &input.self_)?;
        body.member("send", &input.send_value)?;
        body.member("sendWith", &input.send_with_value)?;
        body.member("set_x", &input.set_x)?;
        body.member("slot", &input.slot)?;
        body.member("type", &input.r#type)?;
        body.member("value", &input.value)?;
        body.member("x", &input.x_value)?;
        body.finish();
        Ok(())
    }

    #[inline]
    fn read_output(
        response: &http::Response<'_>,
    ) -> Result<Self::Output, error::BoxError> {
        let mut output = PlantOutput::empty_();
        output._request_id = response.request_id();
        response.json(&mut output)?;
        Ok(output)
    }

    #[inline]
    fn read_error(
        code: &str,
        response: &http::ErrorResponse<'_>,
    ) -> Result<Option<Self::Error>, error::BoxError> {
        let error = match code {
            "Failure" => PlantError::Failure(types::error::Failure::read_(response)?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }

    #[inline]
    fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
        attributes.text("type", input.r#type.as_deref());
        attributes.text("self", input.self_.as_deref());
        attributes.text("gen", input.r#gen.as_deref());
        attributes.text("build", input.build_value.as_deref());
        attributes.text("send", input.send_value.as_deref());
        attributes.text("get_x", input.get_x.as_deref());
        attributes.text("x", input.x_value.as_deref());
        attributes.text("set_x", input.set_x.as_deref());
        attributes.text("builder", input.builder_value.as_deref());
        attributes.text("default", input.default_value.as_deref());
        attributes.text("meta", input.meta_value.as_deref());
        attributes.text("makeOperation", input.make_operation_value.as_deref());
        attributes.text("crate", input.crate_.as_deref());
        attributes.text("match", input.r#match.as_deref());
        attributes.text("new", input.new_value.as_deref());
        attributes.text("asInput", input.as_input_value.as_deref());
        attributes.text("intoPaginator", input.into_paginator_value.as_deref());
        attributes.text("sendWith", input.send_with_value.as_deref());
        attributes.text("empty", input.empty.as_deref());
        attributes.text("foo_bar", input.foo_bar.as_deref());
        attributes.text("fooBar", input.foo_bar_value.as_deref());
        attributes.text("_1", input._1.as_deref());
        attributes.text("value", input.value.as_deref());
        attributes.text("inner", input.inner.as_deref());
        attributes.text("clone", input.clone.as_deref());
        attributes.text("requestId", input.request_id.as_deref());
        attributes.text("slot", input.slot.as_deref());
    }
}

/// What `Plant` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The value of `type`.
    pub r#type: Option<String>,
    /// The value of `self`.
    pub self_: Option<String>,
    /// The value of `gen`.
    pub r#gen: Option<String>,
    /// The value of `build`.
    pub build_value: Option<String>,
    /// The value of `send`.
    pub send_value: Option<String>,
    /// The value of `get_x`.
    pub get_x: Option<String>,
    /// The value of `x`.
    pub x_value: Option<String>,
    /// The value of `set_x`.
    pub set_x: Option<String>,
    /// The value of `builder`.
    pub builder_value: Option<String>,
    /// The value of `default`.
    pub default_value: Option<String>,
    /// The value of `meta`.
    pub meta_value: Option<String>,
    /// The value of `makeOperation`.
    pub make_operation_value: Option<String>,
    /// The value of `crate`.
    pub crate_: Option<String>,
    /// The value of `match`.
    pub r#match: Option<String>,
    /// The value of `new`.
    pub new_value: Option<String>,
    /// The value of `asInput`.
    pub as_input_value: Option<String>,
    /// The value of `intoPaginator`.
    pub into_paginator_value: Option<String>,
    /// The value of `sendWith`.
    pub send_with_value: Option<String>,
    /// The value of `empty`.
    pub empty: Option<String>,
    /// The value of `foo_bar`.
    pub foo_bar: Option<String>,
    /// The value of `fooBar`.
    pub foo_bar_value: Option<String>,
    /// The value of `_1`.
    pub _1: Option<String>,
    /// The value of `value`.
    pub value: Option<String>,
    /// The value of `inner`.
    pub inner: Option<String>,
    /// The value of `clone`.
    pub clone: Option<String>,
    /// The value of `requestId`.
    pub request_id: Option<String>,
    /// The value of `slot`.
    pub slot: Option<String>,
    /// The value of `nested`.
    pub nested: Option<types::Nested>,
    /// The value of `choice`.
    pub choice: Option<types::Choice>,
}

// …

/// What `Plant` answers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The value of `requestId`.
    pub request_id: Option<String>,
    /// The value of `_request_id`.
    pub request_id_value: Option<String>,
    /// The value of `empty`.
    pub empty: Option<String>,
    /// The value of `set_x`.
    pub set_x: Option<String>,
    /// The value of `x`.
    pub x_value: Option<String>,
    /// The value of `nested`.
    pub nested: Option<types::Nested>,
    /// The value of `required`.
    pub required: Option<types::Required>,
    /// The value of `choice`.
    pub choice: Option<types::Choice>,
    _request_id: Option<String>,
}

impl PlantOutput {
    /// The value of `requestId`.
    #[inline]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The value of `_request_id`.
    #[inline]
    pub fn request_id_value(&self) -> Option<&str> {
        self.request_id_value.as_deref()
    }

    /// The value of `empty`.
    #[inline]
    pub fn empty(&self) -> Option<&str> {
        self.empty.as_deref()
    }

    /// The value of `set_x`.
    #[inline]
    pub fn set_x(&self) -> Option<&str> {
        self.set_x.as_deref()
    }

    /// The value of `x`.
    #[inline]
    pub fn x_value(&self) -> Option<&str> {
        self.x_value.as_deref()
    }

    /// The value of `nested`.
    #[inline]
    pub fn nested(&self) -> Option<&types::Nested> {
        self.nested.as_ref()
    }

    /// The value of `required`.
    #[inline]
    pub fn required(&self) -> Option<&types::Required> {
        self.required.as_ref()
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
    pub(crate) fn empty_() -> Self {
        Self {
            request_id: None,
            request_id_value: None,
            empty: None,
            set_x: None,
            x_value: None,
            nested: None,
            required: None,
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
            "requestId" => Some(self.request_id.slot()),
            "_request_id" => Some(self.request_id_value.slot()),
            "empty" => Some(self.empty.slot()),
            "set_x" => Some(self.set_x.slot()),
            "x" => Some(self.x_value.slot()),
            "nested" => Some(self.nested.slot()),
            "required" => Some(self.required.slot()),
            "choice" => Some(self.choice.slot()),
            _ => None,
        }
    }
}

// …
