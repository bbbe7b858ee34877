//! User agents without the crate version, which necessarily differs between the clients.

use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

use crate::connector::SentRequest;
use crate::transcript::Transcript;

const HEADERS: [&str; 2] = ["user-agent", "x-amz-user-agent"];

/// An interceptor that sets the same user agent for both clients and records the original one.
///
/// User agents are signed, so different ones would give different signatures.
#[derive(Clone, Debug, Default)]
pub struct UserAgentRecorder(Arc<Mutex<Vec<String>>>);

impl UserAgentRecorder {
    /// Returns the user agents recorded since the previous call.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Intercept for UserAgentRecorder {
    fn name(&self) -> &'static str {
        "UserAgentRecorder"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let headers = context.request_mut().headers_mut();
        for name in HEADERS {
            let original = headers.insert(name, "the-same").unwrap_or_default();
            self.0
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(format!("{name}: {original}"));
        }
        Ok(())
    }
}

/// Writes the user agents of a request without the crate version.
///
/// # Panics
/// Panics if a user agent header is missing.
pub fn note(t: &mut Transcript, request: &SentRequest) {
    for name in HEADERS {
        let header = request.headers.iter().find(|(known, _)| known == name);
        let (_, value) = header.expect("a user agent");
        let tokens = value.split(' ').map(hide_version);
        t.note(format_args!(
            "  {name}: {}",
            tokens.collect::<Vec<_>>().join(" ")
        ));
        let count = value.matches("api/ivs/").count();
        t.check("one token with the crate version", count == 1);
    }
}

fn hide_version(token: &str) -> &str {
    match token.starts_with("api/ivs/") {
        true => "api/ivs/VERSION",
        false => token,
    }
}

/// Returns the feature ids in the user agent of a request.
pub fn features(request: &SentRequest) -> Vec<String> {
    let mut headers = request.headers.iter();
    let header = headers.find(|(name, _)| name == "x-amz-user-agent");
    let agent = header.map_or("", |(_, value)| value);
    let features = agent.split(' ').find_map(|token| token.strip_prefix("m/"));
    let ids = features.into_iter().flat_map(|ids| ids.split(','));
    ids.map(str::to_owned).collect()
}

/// Returns `agents` without the tokens that hold the crate version.
pub fn without_version(agents: Vec<String>) -> Vec<String> {
    let keep = |token: &&str| !token.starts_with("api/ivs/");
    let without = |agent: String| agent.split(' ').filter(keep).collect::<Vec<_>>().join(" ");
    agents.into_iter().map(without).collect()
}
