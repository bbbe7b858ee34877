//! Traits of this generator about checks of inputs.

use super::form::Form;
use super::ids;
use super::row::{Row, implemented};

pub(super) const ROWS: &[Row] = &[implemented(ids::RULES, Form::ListOfObjects)];
