//! Tests of the generated client as its users see it: requests on a real socket, typed outputs and
//! typed errors.
//!
//! These tests do not use the generator. Expectations come from the Smithy model or are written by
//! hand. Every test except those of `extensions` also holds for `aws-sdk-ivs` 1.131.0, the crate that
//! ours replaces.

#![forbid(unsafe_code)]

mod behaviour;
mod blocking;
mod errors;
mod extensions;
mod operations;
mod paginators;
mod surface;
