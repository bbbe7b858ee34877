//! The parts of generated types that are the same for each, but for names.
//!
//! A generated file shows what is its own: members, variants, bindings. What it shares with its
//! like is written once, here. The macros stand on what every generated crate has: `crate::Client`,
//! `crate::config::Builder`, `crate::client::customize`, `crate::error::sealed_unhandled`.

mod error;
mod fluent;
mod operation;
mod structure;
