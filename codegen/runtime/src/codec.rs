//! The serializer and the deserializer of every operation.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{Input, OutputOrError};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse, OrchestratorError};
use aws_smithy_runtime_api::client::ser_de::{DeserializeResponse, SerializeRequest};
use aws_smithy_types::config_bag::ConfigBag;
use aws_types::request_id::RequestId;

use crate::http::{ErrorResponse, RequestWriter, Response};
use crate::operation::Descriptor;

/// Goes by an operation's descriptor, in both directions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Codec(pub(crate) &'static Descriptor);

impl SerializeRequest for Codec {
    fn serialize_input(&self, input: Input, _: &mut ConfigBag) -> Result<HttpRequest, BoxError> {
        let mut request = RequestWriter::default();
        (self.0.write_request)(&input, &mut request)?;
        request.finish(self.0.names.method)
    }
}

impl DeserializeResponse for Codec {
    fn deserialize_nonstreaming_with_config(
        &self,
        response: &HttpResponse,
        config: &ConfigBag,
    ) -> OutputOrError {
        let status = response.status();
        tracing::debug!(request_id = ?response.request_id());
        let Some(body) = response.body().bytes() else {
            return Err(OrchestratorError::other(
                "the response's body was not loaded",
            ));
        };
        let parts = Response {
            status: status.as_u16(),
            headers: response.headers(),
            body,
            config,
        };
        if status.is_success() {
            (self.0.read_output)(&parts)
                .map_err(|source| OrchestratorError::operation((self.0.unhandled)(source, None)))
        } else {
            Err(OrchestratorError::operation(self.refusal(parts)))
        }
    }
}

impl Codec {
    /// The operation's error for a response that refuses.
    fn refusal(
        &self,
        response: Response<'_>,
    ) -> aws_smithy_runtime_api::client::interceptors::context::Error {
        let response = match ErrorResponse::new(response) {
            Ok(response) => response,
            Err(source) => return (self.0.unhandled)(source, None),
        };
        let Some(code) = response.code() else {
            return (self.0.unhandled)(response.take_metadata().into(), None);
        };
        match (self.0.read_error)(code, &response) {
            Ok(Some(error)) => error,
            Ok(None) => {
                let metadata = response.take_metadata();
                (self.0.unhandled)(metadata.clone().into(), Some(metadata))
            }
            Err(source) => (self.0.unhandled)(source, None),
        }
    }
}

#[cfg(test)]
mod tests;
