//! Streaming bodies.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::error::operation::BuildError;

use super::{RequestWriter, Response};

impl RequestWriter {
    /// Sets the content type of a streaming body.
    pub fn stream_payload(&mut self, content_type: &'static str) {
        self.content_type = Some(content_type);
    }

    /// Returns the finished request with `stream` as its body.
    ///
    /// # Errors
    /// If the URI is invalid, or the length of the stream is required but unknown.
    pub(crate) fn finish_stream(
        mut self,
        method: &'static str,
        stream: ByteStream,
        requires_length: bool,
    ) -> Result<aws_smithy_runtime_api::client::orchestrator::HttpRequest, BoxError> {
        let body = stream.into_inner();
        let length = body.content_length();
        if requires_length && length.is_none() {
            let details = "the service requires a stream of known length";
            return Err(BuildError::invalid_field("body", details).into());
        }
        let content_type = self.content_type.take();
        let mut request = self.finish(method)?;
        let headers = request.headers_mut();
        // An empty body counts as no body.
        if length != Some(0) {
            if let Some(content_type) = content_type
                && headers.get("content-type").is_none()
            {
                headers.insert("content-type", content_type);
            }
            if let Some(length) = length {
                headers.insert("content-length", length.to_string());
            }
        }
        *request.body_mut() = body;
        Ok(request)
    }
}

impl Response<'_> {
    /// Takes the body as a stream. Later calls return an empty stream.
    pub fn stream_payload(&self) -> ByteStream {
        let body = self.stream.map(|body| body.replace(SdkBody::empty()));
        body.map(ByteStream::new).unwrap_or_default()
    }
}
