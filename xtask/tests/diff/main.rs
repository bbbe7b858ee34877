//! Tests of `cargo xtask diff`.
#![forbid(unsafe_code)]

mod authorities;
mod changed;
mod ivs;
mod models;
mod notes;
mod pages;
mod random;
mod reordered;
mod table;
mod workspace;
