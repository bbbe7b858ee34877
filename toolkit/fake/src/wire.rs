//! The wire side of a restJson1 service, which knows the service only from a [`Table`].
//!
//! A request passes `route`, `auth`, `content`, `read` and `check`, then the [`Behaviour`], whose
//! output `write` turns into the response.
//!
//! Inputs and outputs of behaviours are JSON objects with the members' names in the model.
//! Timestamps are numbers of seconds since the epoch; blobs are strings in base64; a union is an
//! object with one member; numbers that JSON lacks are the strings `NaN`, `Infinity` and
//! `-Infinity`; an absent member has no key. `read` fills in the defaults of the model, with one
//! exception: an absent member of an input stays absent if its default comes from the shape that it
//! targets, because such shapes are the primitive types of Smithy 1, and in an update the absence
//! means "unchanged".

mod auth;
mod check;
mod content;
mod errors;
mod headers;
mod read;
mod table;
mod timestamps;
mod uri;
mod write;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderValue, Request, Response};
use serde_json::{Map, Value};

pub use auth::{Auth, Credentials};
pub(crate) use errors::too_large;
pub use table::{Table, TableError};
pub(crate) use write::json as json_response;

use crate::behaviour::{Behaviour, Fault, ServiceError};

/// A service on the wire: a table, and the behaviour behind it.
pub struct Wire<B> {
    table: Arc<Table>,
    behaviour: B,
    auth: Auth,
    request_ids: Mutex<fastrand::Rng>,
}

/// The reaction to a request.
#[derive(Debug)]
pub struct Reply {
    /// The time until the response is sent.
    pub delay: Duration,
    /// The response; `None` if the connection ends without one.
    pub response: Option<Response<Bytes>>,
}

impl<B: Behaviour> Wire<B> {
    /// Creates a service; `seed` makes the ids of its responses repeatable.
    pub fn new(table: Arc<Table>, behaviour: B, auth: Auth, seed: Option<u64>) -> Self {
        let rng = seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed);
        Self {
            table,
            behaviour,
            auth,
            request_ids: Mutex::new(rng),
        }
    }

    /// Returns the behaviour behind the wire side.
    pub fn behaviour(&self) -> &B {
        &self.behaviour
    }

    /// Handles a request; `now` decides if its signature has expired.
    pub fn handle(&self, request: &Request<Bytes>, now: SystemTime) -> Reply {
        let mut delay = Duration::ZERO;
        let response = match self.call(request, now, &mut delay) {
            Ok(response) => Some(response),
            Err(Failure::Error(error)) => Some(self.response("", Err(error))),
            Err(Failure::Status(status)) => Some(errors::bare(status)),
            Err(Failure::Reset) => None,
        };
        let response = response.map(|mut response| {
            let headers = response.headers_mut();
            headers.insert("x-amzn-requestid", self.request_id());
            headers.insert("date", timestamps::date_header(now));
            response
        });
        Reply { delay, response }
    }

    fn call(
        &self,
        request: &Request<Bytes>,
        now: SystemTime,
        delay: &mut Duration,
    ) -> Result<Response<Bytes>, Failure> {
        let table = &*self.table;
        let route = read::route(table, request)?;
        let caller = self.auth.caller(table, route.operation, request, now)?;
        content::check(table, route.name, request)?;
        let input = read::input(table, &route, request)?;
        check::input(table, route.name, &input)?;
        match self.behaviour.next_fault(route.name) {
            None => {}
            Some(Fault::Delay(milliseconds)) => *delay = Duration::from_millis(milliseconds),
            Some(Fault::Reset) => return Err(Failure::Reset),
            Some(Fault::Status(status)) => return Err(Failure::Status(status)),
            Some(Fault::Code(code)) => {
                let message = "The fault was ordered by a test.";
                return Err(ServiceError::new(code, message).into());
            }
        }
        let result = self.behaviour.call(route.name, input, &caller);
        Ok(self.response(route.name, result))
    }

    /// Returns the response of an operation for its output or error.
    fn response(
        &self,
        operation: &str,
        result: Result<Map<String, Value>, ServiceError>,
    ) -> Response<Bytes> {
        let table = &*self.table;
        let response = result.and_then(|output| {
            let response = write::output(table, operation, &output);
            response.map_err(|reason| errors::internal(&reason))
        });
        let response = response.unwrap_or_else(|error| errors::response(table, &error));
        write::with_length(response)
    }

    /// Returns a new request id, a random UUID.
    fn request_id(&self) -> HeaderValue {
        let mut rng = self
            .request_ids
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let bits = rng.u128(..) & !(0xf << 76) & !(0b11 << 62) | 0x4 << 76 | 0b10 << 62;
        let hex = format!("{bits:032x}");
        let (parts, end) = hex.split_at(20);
        let uuid = format!(
            "{}-{}-{}-{}-{end}",
            &parts[..8],
            &parts[8..12],
            &parts[12..16],
            &parts[16..]
        );
        errors::header_value(&uuid)
    }
}

/// The reason why a request has no output.
enum Failure {
    /// An error of the service.
    Error(ServiceError),
    /// A response with this status only.
    Status(u16),
    /// No response.
    Reset,
}

impl From<ServiceError> for Failure {
    fn from(error: ServiceError) -> Self {
        Self::Error(error)
    }
}

#[cfg(test)]
mod tests;
