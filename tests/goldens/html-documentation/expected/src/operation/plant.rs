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
        let members: [json::Member<'_>; 6] = [
            ("empty", &input.empty),
            ("mixed", &input.mixed),
            ("name", &input.name),
            ("old", &input.old),
            ("rough", &input.rough),
            ("type", &input.r#type),
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
        attributes.string("old", input.old.as_deref());
        attributes.string("type", input.r#type.as_deref());
        attributes.string("empty", input.empty.as_deref());
        attributes.string("rough", input.rough.as_deref());
        attributes.string("mixed", input.mixed.as_deref());
    }
}

/// The plant: [`name`](crate::operation::plant::PlantInput::name()) and
/// [`type`](crate::operation::plant::PlantInput::type()). The output is a `PlantOutput`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The name of the plant: 2\*3 **or** snake_case, \[odd\], # or `ticks`, List\<String>, a \< b,
    /// C:\\beds, -\-flag.
    pub name: Option<String>,
    /// As [`name`](crate::operation::plant::PlantInput::name()), but `old`.\
    /// A second line.
    ///
    /// \- no item
    ///
    /// 1\. no item either
    ///
    /// A \`tick
    pub old: Option<String>,
    /// The kind; see the kinds and `Kinds`.
    pub r#type: Option<String>,
    /// The `empty` member.
    pub empty: Option<String>,
    /// Markdown that was never shown: <http://example.com/a_b>, a \[word\], a \<tag>.
    ///
    /// ```text
    /// let code = "of what language?";
    /// ```
    ///
    /// - an item that goes on
    pub rough: Option<String>,
    /// Markdown with `code` and a **bold** word.\
    /// Another line.
    pub mixed: Option<String>,
}

impl PlantInput {
    /// The name of the plant: 2\*3 **or** snake_case, \[odd\], # or `ticks`, List\<String>, a \< b,
    /// C:\\beds, -\-flag.
    #[inline]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// As [`name`](crate::operation::plant::PlantInput::name()), but `old`.\
    /// A second line.
    ///
    /// \- no item
    ///
    /// 1\. no item either
    ///
    /// A \`tick
    #[inline]
    pub fn old(&self) -> Option<&str> {
        self.old.as_deref()
    }

    /// The kind; see the kinds and `Kinds`.
    #[inline]
    pub fn r#type(&self) -> Option<&str> {
        self.r#type.as_deref()
    }

    /// The `empty` member.
    #[inline]
    pub fn empty(&self) -> Option<&str> {
        self.empty.as_deref()
    }

    /// Markdown that was never shown: <http://example.com/a_b>, a \[word\], a \<tag>.
    ///
    /// ```text
    /// let code = "of what language?";
    /// ```
    ///
    /// - an item that goes on
    #[inline]
    pub fn rough(&self) -> Option<&str> {
        self.rough.as_deref()
    }

    /// Markdown with `code` and a **bold** word.\
    /// Another line.
    #[inline]
    pub fn mixed(&self) -> Option<&str> {
        self.mixed.as_deref()
    }

    /// Returns a builder for `PlantInput`.
    #[inline]
    pub fn builder() -> builders::PlantInputBuilder {
        builders::PlantInputBuilder::default()
    }
}

/// The result of planting.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The bed in which it grows.
    ///
    /// A paragraph that is not closed, and **bold without an end**
    pub bed: Option<types::Bed>,
    /// The `colour` member.
    pub colour: Option<types::Colour>,
    /// The `tool` member.
    pub tool: Option<types::Tool>,
    _request_id: Option<String>,
}

// …
