//! Macros that implement the shared behavior of generated types.
//!
//! Generated files only contain what differs between types: members, variants, bindings. All
//! arguments of the macros are named. The expansions use items that each generated crate has:
//! `crate::Client`, `crate::config::Builder`, `crate::client::customize`,
//! `crate::error::sealed_unhandled` and `crate::primitives::sealed_enum_unknown`.

#[cfg(feature = "check")]
mod check;
mod enums;
mod error;
mod explain;
mod fluent;
#[cfg(any(feature = "check", feature = "serde"))]
mod inspect;
mod operation;
mod paginator;
#[cfg(feature = "serde")]
mod serde;
mod structure;
mod waiter;
