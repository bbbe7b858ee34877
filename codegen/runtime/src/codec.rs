//! The serializer and deserializer of all operations.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{Input, OutputOrError};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse, OrchestratorError};
use aws_smithy_runtime_api::client::ser_de::{DeserializeResponse, SerializeRequest};
#[cfg(feature = "streaming")]
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::ErrorMetadata;
use aws_types::request_id::{RequestId, apply_request_id};

use crate::error::Unhandled;
use crate::explain::Source;
use crate::http::{ErrorResponse, RequestWriter, Response};
use crate::operation::Descriptor;

/// The serializer and deserializer of the operation that the descriptor describes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Codec(pub(crate) &'static Descriptor);

impl SerializeRequest for Codec {
    fn serialize_input(
        &self,
        input: Input,
        config: &mut ConfigBag,
    ) -> Result<HttpRequest, BoxError> {
        let mut request = RequestWriter::default();
        (self.0.write_request)(&input, &mut request)?;
        #[cfg(feature = "bindings")]
        request.store_host_prefix(config)?;
        #[cfg(not(feature = "bindings"))]
        let _ = config;
        #[cfg(feature = "streaming")]
        if self.0.http_options.streams_input {
            let requires_length = self.0.http_options.requires_length;
            let stream = (self.0.stream)(input)?;
            return request.finish_stream(self.0.names.method, stream, requires_length);
        }
        request.finish(self.0.names.method)
    }
}

impl DeserializeResponse for Codec {
    #[cfg(feature = "streaming")]
    fn deserialize_streaming_with_config(
        &self,
        response: &mut HttpResponse,
        config: &ConfigBag,
    ) -> Option<OutputOrError> {
        let status = response.status();
        if !self.0.http_options.streams_output || !status.is_success() {
            return None;
        }
        tracing::debug!(request_id = ?response.request_id());
        let body = std::mem::replace(response.body_mut(), SdkBody::taken());
        let body = std::cell::RefCell::new(body);
        Some(self.output(&Response {
            status: status.as_u16(),
            headers: response.headers(),
            body: &[],
            config,
            stream: Some(&body),
        }))
    }

    fn deserialize_nonstreaming_with_config(
        &self,
        response: &HttpResponse,
        config: &ConfigBag,
    ) -> OutputOrError {
        let status = response.status();
        tracing::debug!(request_id = ?response.request_id());
        let Some(body) = response.body().bytes() else {
            return Err(OrchestratorError::other("the response body is not loaded"));
        };
        let response = Response {
            status: status.as_u16(),
            headers: response.headers(),
            body,
            config,
            #[cfg(feature = "streaming")]
            stream: None,
        };
        if status.is_success() {
            self.output(&response)
        } else {
            Err(OrchestratorError::operation(self.operation_error(response)))
        }
    }
}

impl Codec {
    /// Returns the operation's output, or an error if the response cannot be read.
    fn output(&self, response: &Response<'_>) -> OutputOrError {
        (self.0.read_output)(response).map_err(|source| {
            let metadata = apply_request_id(ErrorMetadata::builder(), response.headers);
            OrchestratorError::operation((self.0.unhandled)(Unhandled {
                source: Source::new(source),
                metadata: metadata.build(),
            }))
        })
    }

    /// Returns the operation's error for an error response.
    ///
    /// An unhandled error has all metadata that could be read, even if other parts could not.
    fn operation_error(
        &self,
        response: Response<'_>,
    ) -> aws_smithy_runtime_api::client::interceptors::context::Error {
        let response = match ErrorResponse::new(response) {
            Ok(response) => response,
            Err(unhandled) => return (self.0.unhandled)(unhandled),
        };
        let error = match response.code() {
            Some(code) => (self.0.read_error)(code, &response),
            None => None,
        };
        let (failure, metadata) = response.into_failure();
        let source = match (error, failure) {
            (Some(error), None) => return error,
            (_, Some(source)) => Source::new(source),
            (None, None) => Source::new(metadata.clone()),
        };
        (self.0.unhandled)(Unhandled { source, metadata })
    }
}

#[cfg(test)]
mod tests;
