//! The tests that a model defines, as data.

mod http;
mod round_trip;

pub(super) use http::{
    Body, CaseInfo, ComparedField, FieldComparison, HttpTests, RequestTest, ResponseTest,
};
pub(super) use round_trip::{Place, RoundTrip, Sample};

use crate::ir::{BuiltIn, EndpointParts, FieldValue, Name, ParameterValue};

/// The tests of a client.
#[derive(Clone, Debug, Default)]
pub(super) struct Conformance {
    /// The tests of the endpoint rules, in the model's order.
    pub(super) endpoints: Vec<EndpointTest>,
    /// The protocol tests.
    pub(super) http: HttpTests,
    /// The tests of all types with the feature `serde`, which no model defines.
    pub(super) round_trips: Vec<RoundTrip>,
    /// The cases without a test, sorted by id.
    pub(super) skipped: Vec<SkippedCase>,
}

/// A test case that is not generated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SkippedCase {
    /// The case's id in the model. For a call in an endpoint test: the title and operation.
    pub id: String,
    /// The reason.
    pub reason: SkipReason,
}

/// The reason why a case is skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SkipReason {
    /// The case tests a server.
    Server,
    /// The case tests another protocol.
    Protocol,
    /// The case tests an event stream.
    EventStream,
    /// The client lacks the operation or error that the case tests.
    NotInClient,
}

/// A test of the endpoint rules.
#[derive(Clone, Debug)]
pub(super) struct EndpointTest {
    /// The name of the test function for the resolver.
    pub(super) function: String,
    /// The description, on one line.
    pub(super) title: String,
    /// The parameters to set, with their values.
    pub(super) params: Vec<(Name, ParameterValue)>,
    /// The calls with the same expectation (`operationInputs`).
    pub(super) calls: Vec<EndpointCall>,
    /// The expected outcome of the rules.
    pub(super) expected: ExpectedEndpoint,
    /// `true` if a correction replaced the model's expectation.
    pub(super) corrected: bool,
}

/// The expected outcome of endpoint rules.
#[derive(Clone, Debug)]
pub(super) enum ExpectedEndpoint {
    /// An endpoint; all its values are literals.
    Endpoint(EndpointParts),
    /// An error with this message.
    Error(String),
}

/// A call of an operation in a test of the endpoint rules.
#[derive(Clone, Debug)]
pub(super) struct EndpointCall {
    /// The name of the test function.
    pub(super) function: String,
    /// The operation's name in the model.
    pub(super) operation: String,
    /// The client's method.
    pub(super) method: String,
    /// The client's configuration.
    pub(super) settings: Vec<CallSetting>,
    /// The input.
    pub(super) input: Vec<FieldValue>,
    /// The expected outcome.
    pub(super) outcome: CallOutcome,
}

/// A configuration setting of the client that makes a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CallSetting {
    /// A setting of every client.
    BuiltIn(BuiltIn, ParameterValue),
    /// A setting of this service (`clientContextParams`): the setter's name and the value.
    ContextParam(String, ParameterValue),
    /// No region; other clients in tests have one.
    NoRegion,
}

/// The expected outcome of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CallOutcome {
    /// A request is sent.
    Sent {
        /// The URL that the request URL starts with.
        url: String,
        /// `true` if the operation adds a prefix to the host.
        prefixed: bool,
        /// Names and values of headers.
        headers: Vec<(String, String)>,
        /// Parts of the signing scope.
        scope: Vec<String>,
    },
    /// The call fails with this message before a request is sent.
    Failed(String),
}
