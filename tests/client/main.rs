//! What a consumer of the generated client sees: requests on a real socket, typed answers, typed
//! errors.
//!
//! Nothing here knows the generator. Expectations come from the Smithy model or are written by
//! hand, and every test also holds for `aws-sdk-ivs` 1.131.0, the crate ours stands in for.

#![forbid(unsafe_code)]

mod behaviour;
mod errors;
mod operations;
mod paginators;
mod surface;
