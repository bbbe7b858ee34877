//! The contract between the wire side, which is generic, and the service behind it.

use serde_json::{Map, Value};

/// The behaviour of a service: its output or error for each checked request.
///
/// Inputs and outputs are objects in the form that the wire side documents: members by their names
/// in the model, timestamps as seconds since the epoch, blobs in base64, absent members without a
/// key. Defaults of the model are filled in.
pub trait Behaviour: Send + Sync {
    /// Returns the output of `operation` as an object, or the error that the service sends.
    ///
    /// # Errors
    /// The error response of the service.
    fn call(
        &self,
        operation: &str,
        input: Map<String, Value>,
        caller: &Caller,
    ) -> Result<Map<String, Value>, ServiceError>;

    /// Returns the fault that a test has ordered for this call, and counts it.
    ///
    /// Called once for each request that passed all checks, before [`call`](Self::call).
    fn next_fault(&self, _operation: &str) -> Option<Fault> {
        None
    }
}

/// The account and region that a request was signed for, and its access key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The account id, 12 digits.
    pub account: String,
    /// The region, for example `us-east-1`.
    pub region: String,
    /// The access key id; `None` if the request was not signed.
    pub access_key: Option<String>,
}

/// An error of the service: the code of a modelled error, or one that every service sends.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceError {
    /// The code, for example `ResourceNotFoundException`.
    pub code: String,
    /// The message for people.
    pub message: String,
    /// Further members of the error structure, by their names in the model.
    pub members: Map<String, Value>,
}

impl ServiceError {
    /// Creates an error without further members.
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            message: message.into(),
            members: Map::new(),
        }
    }
}

/// A fault ordered by a test, applied instead of or before the behaviour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An error response with this code.
    Code(String),
    /// A response with this status and no modelled error, as from a proxy.
    Status(u16),
    /// The response comes this many milliseconds later.
    Delay(u64),
    /// The connection ends without a response.
    Reset,
}
