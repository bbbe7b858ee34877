//! An interceptor that translates names, and compares responses with their documentation.

use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeDeserializationInterceptorContextMut, BeforeTransmitInterceptorContextMut,
};
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use serde_json::Value;

use crate::compare::compare;
use crate::documented::Outcome;
use crate::names::Names;

/// The names, and the documentation of the next response.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    pub(crate) names: Names,
    pub(crate) next: Option<Outcome>,
    /// The error codes of all responses; empty for success.
    pub(crate) codes: Vec<String>,
}

/// Sends the names of the service, and returns those of the documentation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Translator(Arc<Mutex<Dictionary>>);

impl Translator {
    /// Returns the result of a function of the dictionary.
    pub(crate) fn with<T>(&self, function: impl FnOnce(&mut Dictionary) -> T) -> T {
        function(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[dyn_dispatch_hint]
impl Intercept for Translator {
    fn name(&self) -> &'static str {
        "Translator"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _components: &RuntimeComponents,
        _config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request_mut();
        let (uri, body) = (request.uri().to_owned(), text(request.body())?);
        let (uri, body) = self.with(|dictionary| {
            let names = &dictionary.names;
            (names.to_service(&uri), names.to_service(&body))
        });
        request.set_uri(uri)?;
        if request.headers().contains_key("content-length") {
            request
                .headers_mut()
                .insert("content-length", body.len().to_string());
        }
        *request.body_mut() = SdkBody::from(body);
        Ok(())
    }

    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _components: &RuntimeComponents,
        _config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let response = context.response_mut();
        let body = text(response.body())?;
        let code = response.headers().get("x-amzn-errortype");
        let body = self.with(|dictionary| {
            dictionary.codes.push(code.unwrap_or_default().to_owned());
            match (dictionary.next.take(), code) {
                (Some(Outcome::Output(documented)), None) => {
                    let (sent, documented) = (object(&body)?, documented_object(documented));
                    let (names, mut differences) = (&mut dictionary.names, Vec::new());
                    compare("output", &sent, &documented, names, &mut differences);
                    if !differences.is_empty() {
                        return Err(differences.join("; "));
                    }
                }
                (Some(Outcome::Error(documented)), Some(code)) if documented == code => {}
                (Some(documented), code) => {
                    return Err(format!("documented: {documented:?}; sent: {code:?} {body}"));
                }
                // A call that prepares an example.
                (None, _) => {}
            }
            Ok(dictionary.names.to_documentation(&body))
        })?;
        *response.body_mut() = SdkBody::from(body);
        Ok(())
    }
}

/// Returns a body in memory as text.
fn text(body: &SdkBody) -> Result<String, BoxError> {
    let bytes = body.bytes().ok_or("the body is not in memory")?;
    Ok(String::from_utf8(bytes.to_vec())?)
}

fn object(body: &str) -> Result<Value, String> {
    let body = if body.is_empty() { "{}" } else { body };
    serde_json::from_str(body).map_err(|error| format!("{error}: {body}"))
}

/// Returns the documented members; an output that is not given has none.
fn documented_object(output: Value) -> Value {
    if output.is_null() {
        Value::Object(Default::default())
    } else {
        output
    }
}
