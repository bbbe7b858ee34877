//! Recipes and quotas against `ivs-fake`, in the process.
//!
//! The clock is Tokio's, which jumps to the end of every sleep: no test waits.
#![forbid(unsafe_code)]

mod batch;
mod channel;
mod crash;
mod ingest;
mod live;
mod metadata;
mod quota;
mod record;
mod scene;
mod stream_key;
mod tags;
mod viewers;
