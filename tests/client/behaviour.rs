//! Behaviour of the official client that signatures do not show.

mod broken_responses;
mod customize;
mod defaults;
mod endpoints;
mod error_bodies;
mod memory;
mod pagination;
mod redaction;
mod requests;
mod responses;
mod retries;
mod shared_config;
mod signing;
mod timestamps;
