//! What the official client does where no signature says so.

mod answers;
mod customizing;
mod defaults;
mod endpoints;
mod error_bodies;
mod paging;
mod redaction;
mod requests;
mod retries;
mod shared_config;
mod signing;
mod timestamps;
mod unreadable;
