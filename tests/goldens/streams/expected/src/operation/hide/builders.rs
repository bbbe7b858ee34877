// …

/// Builder for [`HideInput`](crate::operation::hide::HideInput).
#[derive(Default)]
#[non_exhaustive]
pub struct HideInputBuilder {
    pub(crate) it: Option<aws_smithy_types::byte_stream::ByteStream>,
}

impl fmt::Debug for HideInputBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HideInputBuilder")
            .field("it", &"*** Sensitive Data Redacted ***")
            .finish()
    }
}

// …

/// Builder for [`HideOutput`](crate::operation::hide::HideOutput).
#[derive(Default)]
#[non_exhaustive]
pub struct HideOutputBuilder {
    it: Option<aws_smithy_types::byte_stream::ByteStream>,
    _request_id: Option<String>,
}

impl fmt::Debug for HideOutputBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HideOutputBuilder")
            .field("it", &"*** Sensitive Data Redacted ***")
            .field("_request_id", &self._request_id)
            .finish()
    }
}

// …

/// Fluent builder for [`Hide`](crate::client::Client::hide):
/// set the members, then call [`send`](Self::send).
#[must_use = "no request is sent before `send` is awaited"]
pub struct HideFluentBuilder {
    sender: client::Sender,
    value: held::Held<HideInputBuilder>,
}

restjson1_runtime::fluent_builder! {
    fluent: HideFluentBuilder,
    builder: HideInputBuilder,
    input: build,
    method: hide,
    operation: super::Hide,
    output: super::HideOutput,
    error: super::HideError,
}

// …
