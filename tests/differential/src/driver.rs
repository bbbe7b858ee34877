//! The driver that `build.rs` made of the model: this file is compiled for each of the two crates.
#![allow(
    clippy::manual_map,
    clippy::needless_question_mark,
    reason = "a member's value may be one that `?` takes out of it, or not"
)]
#![allow(
    non_snake_case,
    reason = "functions are called like the types that they make"
)]

use std::pin::Pin;

use aws_smithy_types::error::operation::BuildError;

use super::sdk;
use crate::outcome::Outcome;
use crate::value::Value;

include!(concat!(env!("OUT_DIR"), "/driver.rs"));
