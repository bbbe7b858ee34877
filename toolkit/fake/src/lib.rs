//! An Amazon Interactive Video Service on loopback, so that applications can be tested and written
//! without an AWS account.
#![forbid(unsafe_code)]

mod behaviour;
mod service;

pub use behaviour::{Behaviour, Caller, Fault, ServiceError};
pub use service::{
    AudioTrack, ChannelOverview, Clock, Control, ControlError, ControlErrorKind, Denial, Encoder,
    Event, Ingest, Limits, Options, Overview, Playback, Quotas, Service, StateFileError,
    StoredObject, StreamOverview, VideoTrack,
};
