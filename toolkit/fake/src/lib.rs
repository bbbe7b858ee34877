//! An Amazon Interactive Video Service on loopback, so that applications can be tested and written
//! without an AWS account.
#![forbid(unsafe_code)]

mod behaviour;
mod connector;
mod control_http;
mod fake;
mod handler;
mod server;
mod service;
pub mod wire;

pub use behaviour::{Behaviour, Caller, Fault, ServiceError};
pub use connector::Connector;
pub use fake::{Builder, Fake, credentials};
pub use server::Server;
pub use service::{
    AudioTrack, ChannelOverview, Clock, Control, ControlError, ControlErrorKind, Denial, Encoder,
    Event, Ingest, Limits, Options, Overview, Playback, Quotas, Service, StateFileError,
    StoredObject, StreamOverview, VideoTrack,
};
