//! Tests of `cargo xtask diff`.
#![forbid(unsafe_code)]

mod authorities;
mod changed;
mod ivs;
mod models;
mod random;
mod reordered;
mod table;
mod workspace;
