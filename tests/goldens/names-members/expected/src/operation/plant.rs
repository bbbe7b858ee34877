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
        let members: [json::Member<'_>; 29] = [
            ("_1", &input._1),
            ("asInput", &input.as_input_value),
            ("build", &input.build_value),
            ("builder", &input.builder_value),
            ("choice", &input.choice),
            ("clone", &input.clone),
            ("crate", &input.crate_),
            ("default", &input.default_value),
            ("empty", &input.empty),
            ("fooBar", &input.foo_bar_value),
            ("foo_bar", &input.foo_bar),
            ("gen", &input.r#gen),
            ("get_x", &input.get_x),
            ("inner", &input.inner),
            ("intoPaginator", &input.into_paginator_value),
            ("makeOperation", &input.make_operation_value),
            ("match", &input.r#match),
            ("meta", &input.meta_value),
            ("nested", &input.nested),
            ("new", &input.new_value),
            ("requestId", &input.request_id),
            ("self", &input.self_),
            ("send", &input.send_value),
            ("sendWith", &input.send_with_value),
            ("set_x", &input.set_x),
            ("slot", &input.slot),
            ("type", &input.r#type),
            ("value", &input.value),
            ("x", &input.x_value),
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
        attributes.string("type", input.r#type.as_deref());
        attributes.string("self", input.self_.as_deref());
        attributes.string("gen", input.r#gen.as_deref());
        attributes.string("build", input.build_value.as_deref());
        attributes.string("send", input.send_value.as_deref());
        attributes.string("get_x", input.get_x.as_deref());
        attributes.string("x", input.x_value.as_deref());
        attributes.string("set_x", input.set_x.as_deref());
        attributes.string("builder", input.builder_value.as_deref());
        attributes.string("default", input.default_value.as_deref());
        attributes.string("meta", input.meta_value.as_deref());
        attributes.string("makeOperation", input.make_operation_value.as_deref());
        attributes.string("crate", input.crate_.as_deref());
        attributes.string("match", input.r#match.as_deref());
        attributes.string("new", input.new_value.as_deref());
        attributes.string("asInput", input.as_input_value.as_deref());
        attributes.string("intoPaginator", input.into_paginator_value.as_deref());
        attributes.string("sendWith", input.send_with_value.as_deref());
        attributes.string("empty", input.empty.as_deref());
        attributes.string("foo_bar", input.foo_bar.as_deref());
        attributes.string("fooBar", input.foo_bar_value.as_deref());
        attributes.string("_1", input._1.as_deref());
        attributes.string("value", input.value.as_deref());
        attributes.string("inner", input.inner.as_deref());
        attributes.string("clone", input.clone.as_deref());
        attributes.string("requestId", input.request_id.as_deref());
        attributes.string("slot", input.slot.as_deref());
    }
}

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `type` member.
    pub r#type: Option<String>,
    /// The `self` member.
    pub self_: Option<String>,
    /// The `gen` member.
    pub r#gen: Option<String>,
    /// The `build` member.
    pub build_value: Option<String>,
    /// The `send` member.
    pub send_value: Option<String>,
    /// The `get_x` member.
    pub get_x: Option<String>,
    /// The `x` member.
    pub x_value: Option<String>,
    /// The `set_x` member.
    pub set_x: Option<String>,
    /// The `builder` member.
    pub builder_value: Option<String>,
    /// The `default` member.
    pub default_value: Option<String>,
    /// The `meta` member.
    pub meta_value: Option<String>,
    /// The `makeOperation` member.
    pub make_operation_value: Option<String>,
    /// The `crate` member.
    pub crate_: Option<String>,
    /// The `match` member.
    pub r#match: Option<String>,
    /// The `new` member.
    pub new_value: Option<String>,
    /// The `asInput` member.
    pub as_input_value: Option<String>,
    /// The `intoPaginator` member.
    pub into_paginator_value: Option<String>,
    /// The `sendWith` member.
    pub send_with_value: Option<String>,
    /// The `empty` member.
    pub empty: Option<String>,
    /// The `foo_bar` member.
    pub foo_bar: Option<String>,
    /// The `fooBar` member.
    pub foo_bar_value: Option<String>,
    /// The `_1` member.
    pub _1: Option<String>,
    /// The `value` member.
    pub value: Option<String>,
    /// The `inner` member.
    pub inner: Option<String>,
    /// The `clone` member.
    pub clone: Option<String>,
    /// The `requestId` member.
    pub request_id: Option<String>,
    /// The `slot` member.
    pub slot: Option<String>,
    /// The `nested` member.
    pub nested: Option<types::Nested>,
    /// The `choice` member.
    pub choice: Option<types::Choice>,
}

// …

/// The output of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The `requestId` member.
    pub request_id: Option<String>,
    /// The `_request_id` member.
    pub request_id_value: Option<String>,
    /// The `empty` member.
    pub empty: Option<String>,
    /// The `set_x` member.
    pub set_x: Option<String>,
    /// The `x` member.
    pub x_value: Option<String>,
    /// The `nested` member.
    pub nested: Option<types::Nested>,
    /// The `required` member.
    pub required: Option<types::Required>,
    /// The `choice` member.
    pub choice: Option<types::Choice>,
    _request_id: Option<String>,
}

impl PlantOutput {
    /// The `requestId` member.
    #[inline]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The `_request_id` member.
    #[inline]
    pub fn request_id_value(&self) -> Option<&str> {
        self.request_id_value.as_deref()
    }

    /// The `empty` member.
    #[inline]
    pub fn empty(&self) -> Option<&str> {
        self.empty.as_deref()
    }

    /// The `set_x` member.
    #[inline]
    pub fn set_x(&self) -> Option<&str> {
        self.set_x.as_deref()
    }

    /// The `x` member.
    #[inline]
    pub fn x_value(&self) -> Option<&str> {
        self.x_value.as_deref()
    }

    /// The `nested` member.
    #[inline]
    pub fn nested(&self) -> Option<&types::Nested> {
        self.nested.as_ref()
    }

    /// The `required` member.
    #[inline]
    pub fn required(&self) -> Option<&types::Required> {
        self.required.as_ref()
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

restjson1_runtime::output_structure! { output: PlantOutput, empty: empty_ }

restjson1_runtime::readable_members! {
    members: PlantOutput {
        request_id: "requestId",
        request_id_value: "_request_id",
        empty: "empty",
        set_x: "set_x",
        x_value: "x",
        nested: "nested",
        required: "required",
        choice: "choice",
    },
}

// …
