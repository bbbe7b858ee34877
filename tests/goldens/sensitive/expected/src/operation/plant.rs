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
    const SENSITIVE_OUTPUT: bool = true;
    const REPEATABLE: bool = false;
    const CAPTURES: bool = true;

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/plant");
        let members: [json::Member<'_>; 13] = [
            ("buried", &input.buried),
            ("byName", string_map::value(&input.by_name)),
            ("bySecret", string_map::value(&input.by_secret)),
            ("colour", &input.colour),
            ("hidden", &input.hidden),
            ("key", &input.key),
            ("names", &input.names),
            ("open", &input.open),
            ("pin", &input.pin),
            ("plain", &input.plain),
            ("secret", &input.secret),
            ("secrets", &input.secrets),
            ("tool", &input.tool),
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
        attributes.string("open", input.open.as_deref());
    }
}

/// The input of `Plant`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `secret` member.
    pub secret: Option<String>,
    /// The `key` member.
    pub key: Option<aws_smithy_types::Blob>,
    /// The `pin` member.
    pub pin: Option<i32>,
    /// The `colour` member.
    pub colour: Option<types::Colour>,
    /// The `hidden` member.
    pub hidden: Option<types::Hidden>,
    /// The `tool` member.
    pub tool: Option<types::Tool>,
    /// The `buried` member.
    pub buried: Option<types::Buried>,
    /// The `secrets` member.
    pub secrets: Option<Vec<String>>,
    /// The `names` member.
    pub names: Option<Vec<String>>,
    /// The `byName` member.
    pub by_name: Option<HashMap<String, String>>,
    /// The `bySecret` member.
    pub by_secret: Option<HashMap<String, String>>,
    /// The `plain` member.
    pub plain: Option<types::Plain>,
    /// The `open` member.
    pub open: Option<String>,
}

// …

impl fmt::Debug for PlantInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PlantInput")
            .field("secret", &"*** Sensitive Data Redacted ***")
            .field("key", &"*** Sensitive Data Redacted ***")
            .field("pin", &"*** Sensitive Data Redacted ***")
            .field("colour", &"*** Sensitive Data Redacted ***")
            .field("hidden", &"*** Sensitive Data Redacted ***")
            .field("tool", &self.tool)
            .field("buried", &"*** Sensitive Data Redacted ***")
            .field("secrets", &"*** Sensitive Data Redacted ***")
            .field("names", &"*** Sensitive Data Redacted ***")
            .field("by_name", &"*** Sensitive Data Redacted ***")
            .field("by_secret", &"*** Sensitive Data Redacted ***")
            .field("plain", &self.plain)
            .field("open", &self.open)
            .finish()
    }
}

/// The output of `Plant`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The `secret` member.
    pub secret: Option<String>,
    /// The `key` member.
    pub key: Option<aws_smithy_types::Blob>,
    /// The `pin` member.
    pub pin: Option<i32>,
    /// The `colour` member.
    pub colour: Option<types::Colour>,
    /// The `hidden` member.
    pub hidden: Option<types::Hidden>,
    /// The `tool` member.
    pub tool: Option<types::Tool>,
    /// The `buried` member.
    pub buried: Option<types::Buried>,
    /// The `secrets` member.
    pub secrets: Option<Vec<String>>,
    /// The `names` member.
    pub names: Option<Vec<String>>,
    /// The `byName` member.
    pub by_name: Option<HashMap<String, String>>,
    /// The `bySecret` member.
    pub by_secret: Option<HashMap<String, String>>,
    /// The `plain` member.
    pub plain: Option<types::Plain>,
    /// The `open` member.
    pub open: Option<String>,
    _request_id: Option<String>,
}

// …

impl fmt::Debug for PlantOutput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PlantOutput")
            .field("secret", &"*** Sensitive Data Redacted ***")
            .field("key", &"*** Sensitive Data Redacted ***")
            .field("pin", &"*** Sensitive Data Redacted ***")
            .field("colour", &"*** Sensitive Data Redacted ***")
            .field("hidden", &"*** Sensitive Data Redacted ***")
            .field("tool", &self.tool)
            .field("buried", &"*** Sensitive Data Redacted ***")
            .field("secrets", &"*** Sensitive Data Redacted ***")
            .field("names", &"*** Sensitive Data Redacted ***")
            .field("by_name", &"*** Sensitive Data Redacted ***")
            .field("by_secret", &"*** Sensitive Data Redacted ***")
            .field("plain", &self.plain)
            .field("open", &self.open)
            .field("_request_id", &self._request_id)
            .finish()
    }
}

// …
