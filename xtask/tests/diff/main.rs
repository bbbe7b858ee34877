//! Tests of `cargo xtask diff`.
#![forbid(unsafe_code)]

mod models;
mod table;
