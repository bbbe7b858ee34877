//! Traits of this generator. Overlays state facts with them that Smithy has no trait for.

use serde_json::Value;

use super::form::Form;
use super::row::{Row, implemented};
use super::{Traits, ids};

pub(super) const ROWS: &[Row] = &[
    implemented(ids::ERROR_HINTS, Form::Strings(&["error codes", "kinds"])),
    implemented(ids::ERROR_KIND, Form::Strings(&["kind", "documentation"])),
    implemented(ids::REPEAT, Form::Key("reason", &Form::String)),
    implemented(ids::WAITER_SUCCESSES, Form::Object),
];

/// The trait `errorKind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ErrorKindTrait<'a> {
    pub(crate) kind: &'a str,
    /// The documentation of a kind that only this service has.
    pub(crate) documentation: Option<&'a str>,
}

/// The trait `repeat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RepeatTrait<'a> {
    /// `true` if sending the request twice has the effect of sending it once.
    pub(crate) is_safe: bool,
    pub(crate) reason: &'a str,
}

impl Traits {
    /// Returns the kind of an error; `None` if there is none or it is incomplete.
    pub(crate) fn error_kind(&self) -> Option<ErrorKindTrait<'_>> {
        let value = self.get(ids::ERROR_KIND)?;
        Some(ErrorKindTrait {
            kind: value.get("kind")?.as_str()?,
            documentation: value.get("documentation").and_then(Value::as_str),
        })
    }

    /// Iterates over hints by the error code or kind to which they apply.
    pub(crate) fn error_hints(&self) -> impl Iterator<Item = (&str, &str)> {
        let hints = self.get(ids::ERROR_HINTS).and_then(Value::as_object);
        let hints = hints.into_iter().flatten();
        hints.filter_map(|(error, hint)| Some((error.as_str(), hint.as_str()?)))
    }

    /// Returns whether an operation can be repeated; `None` if that is not stated.
    pub(crate) fn repeat(&self) -> Option<RepeatTrait<'_>> {
        let value = self.get(ids::REPEAT)?;
        Some(RepeatTrait {
            is_safe: value.get("safe")?.as_bool()?,
            reason: value.get("reason")?.as_str()?,
        })
    }
}
