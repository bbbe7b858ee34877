//! The driver that `build.rs` generates; this file is compiled once against each crate.
#![allow(
    clippy::manual_map,
    clippy::needless_question_mark,
    clippy::redundant_closure,
    reason = "the generated expression for a member may or may not contain `?` or more than a call"
)]
#![allow(
    non_snake_case,
    reason = "function names contain the names of the types they build or read"
)]

use std::pin::Pin;

use aws_smithy_types::error::operation::BuildError;
use serde_json::{Map, Value as Json};

use super::sdk;
use crate::outcome::{Outcome, timestamp};
use crate::value::Value;

include!(concat!(env!("OUT_DIR"), "/driver.rs"));
