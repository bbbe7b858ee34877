//! Tests of the generated client's optional features that the official client lacks.

#![forbid(unsafe_code)]

mod check;
mod serde;
