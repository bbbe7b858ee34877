//! Programs that show how to use `ivs-sdk`, each in one file of this folder.
//!
//! | program | subject |
//! |---|---|
//! | `go_live` | create a channel, and follow its broadcast |
//! | `list_channels` | filters, pages, and streams by health |
//! | `private_playback` | a private channel, a playback key pair, and a signed playback token |
//! | `timed_metadata` | send metadata to all viewers of a stream |
//! | `recordings` | record the broadcasts of a channel |
//! | `ad_breaks` | insert ads into a stream |
//! | `failover_slate` | bridge interruptions of the ingest |
//! | `testing` | test an application without the service |
//!
//! `cargo run --example NAME` runs one from the root of the workspace. Region, credentials and
//! endpoint come from the usual sources of the AWS SDKs: for example the environment variables
//! `AWS_REGION`, `AWS_PROFILE` and `AWS_ENDPOINT_URL_IVS`.
//!
//! Without any of these variables and without a folder `.aws`, the programs start `ivs-fake` and call
//! it. Arguments may then be omitted.
#![forbid(unsafe_code)]

mod service;

pub use service::{Broadcasts, Service};
