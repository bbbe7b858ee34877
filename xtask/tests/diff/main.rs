//! Tests of `cargo xtask diff`.
#![forbid(unsafe_code)]

mod authorities;
mod models;
mod table;
