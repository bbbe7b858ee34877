//! The tests that a model states of its client.

use super::{EndpointParts, HttpTests, Name, ParameterValue};

/// The tests of a client.
#[derive(Clone, Debug, Default)]
pub struct Conformance {
    /// Those of the endpoint rules.
    pub endpoints: Vec<EndpointTest>,
    /// Those of the protocol.
    pub http: HttpTests,
}

/// A test of the endpoint rules.
#[derive(Clone, Debug)]
pub struct EndpointTest {
    /// The name of its function.
    pub function: String,
    /// What it is about, in one line.
    pub title: String,
    /// The parameters that are set.
    pub params: Vec<(Name, ParameterValue)>,
    /// What the rules come to.
    pub expected: ExpectedEndpoint,
    /// Whether a correction took the place of what the model expects.
    pub corrected: bool,
}

/// What the rules come to.
#[derive(Clone, Debug)]
pub enum ExpectedEndpoint {
    /// An endpoint, of which all parts are fixed.
    Endpoint(EndpointParts),
    /// An error with this text.
    Error(String),
}
