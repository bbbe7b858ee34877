//! Faults that are ordered for coming requests.

use serde::{Deserialize, Serialize};

use super::ControlError;
use crate::behaviour::Fault;

/// A fault, and the number of requests that it is for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct QueuedFault {
    operation: String,
    effect: Effect,
    times: u32,
}

/// A [`Fault`] as it is stored.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum Effect {
    Code(String),
    Status(u16),
    Delay(u64),
    Reset,
}

impl QueuedFault {
    /// Returns a fault for `times` requests of an operation, or of all with `*`.
    ///
    /// # Errors
    ///
    /// The status is none of HTTP, the code is no name, or `times` is 0.
    pub(super) fn new(operation: &str, fault: Fault, times: u32) -> Result<Self, ControlError> {
        let effect = match fault {
            Fault::Code(code) => {
                let named =
                    !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
                if !named {
                    return Err(ControlError::invalid("The code must be letters and digits"));
                }
                Effect::Code(code)
            }
            Fault::Status(status) => {
                if !(200..=599).contains(&status) {
                    return Err(ControlError::invalid("The status must be from 200 to 599"));
                }
                Effect::Status(status)
            }
            Fault::Delay(millis) => Effect::Delay(millis),
            Fault::Reset => Effect::Reset,
        };
        if times == 0 {
            return Err(ControlError::invalid("times must be 1 or more"));
        }
        Ok(Self {
            operation: operation.to_owned(),
            effect,
            times,
        })
    }
}

/// Takes the first fault for an operation.
pub(super) fn next(faults: &mut Vec<QueuedFault>, operation: &str) -> Option<Fault> {
    let matches = |fault: &QueuedFault| fault.operation == operation || fault.operation == "*";
    let index = faults.iter().position(matches)?;
    let queued = faults.get_mut(index)?;
    let fault = match &queued.effect {
        Effect::Code(code) => Fault::Code(code.clone()),
        Effect::Status(status) => Fault::Status(*status),
        Effect::Delay(millis) => Fault::Delay(*millis),
        Effect::Reset => Fault::Reset,
    };
    queued.times = queued.times.saturating_sub(1);
    if queued.times == 0 {
        faults.remove(index);
    }
    Some(fault)
}
