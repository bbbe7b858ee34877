//! The cases in a trait's value.

use serde_json::{Map, Value};

use crate::ast::Shape;
use crate::conformance::ir::{SkipReason, SkippedCase};
use crate::diagnostics::{Code, Diagnostics};
use crate::shape_id::ShapeId;

/// A case in the value of a trait of `smithy.test`.
pub(super) struct TraitCase<'a> {
    /// The shape that has the trait.
    shape: &'a ShapeId,
    /// The trait's id.
    pub(super) trait_id: &'static str,
    /// The case's index in the trait's value.
    index: usize,
    value: &'a Map<String, Value>,
}

/// Returns the cases in a shape's trait; reports those that are invalid.
pub(super) fn trait_cases<'a>(
    shape: &'a Shape,
    trait_id: &'static str,
    diagnostics: &mut Diagnostics,
) -> Vec<TraitCase<'a>> {
    let Some(value) = shape.traits.get(trait_id) else {
        return Vec::new();
    };
    let Some(values) = value.as_array() else {
        let reason = "the trait is not a list";
        diagnostics.shape_trait(
            Code::ProtocolTest,
            &shape.id,
            trait_id,
            reason,
            "write a list of cases",
        );
        return Vec::new();
    };
    let mut cases = Vec::new();
    for (index, value) in values.iter().enumerate() {
        let case = value.as_object().map(|value| TraitCase {
            shape: &shape.id,
            trait_id,
            index,
            value,
        });
        match case {
            Some(case) if !case.id().is_empty() => cases.push(case),
            _ => {
                let help = "write an object with an `id`";
                diagnostics
                    .shape_trait(
                        Code::ProtocolTest,
                        &shape.id,
                        trait_id,
                        "a case has no id",
                        help,
                    )
                    .below([index.into()]);
            }
        }
    }
    cases
}

impl<'a> TraitCase<'a> {
    /// Returns the case's id.
    pub(super) fn id(&self) -> &'a str {
        self.string("id")
    }

    /// Returns the entry for the skipped case.
    pub(super) fn skipped(&self, reason: SkipReason) -> SkippedCase {
        SkippedCase {
            id: self.id().to_owned(),
            reason,
        }
    }

    /// Returns the value of `key`.
    pub(super) fn get(&self, key: &str) -> Option<&'a Value> {
        self.value.get(key)
    }

    /// Returns the string at `key`; empty if there is none.
    pub(super) fn string(&self, key: &str) -> &'a str {
        self.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    /// Returns the string at `key`.
    pub(super) fn optional_string(&self, key: &str) -> Option<String> {
        self.get(key).and_then(Value::as_str).map(str::to_owned)
    }

    /// Returns the list of strings at `key`; empty if there is none.
    pub(super) fn strings(&self, key: &str, diagnostics: &mut Diagnostics) -> Vec<String> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let strings = value.as_array().map(|values| {
            let strings = values.iter().map(|value| value.as_str().map(str::to_owned));
            strings.collect::<Option<Vec<_>>>()
        });
        strings.flatten().unwrap_or_else(|| {
            self.error(key, "it is not a list of strings", diagnostics);
            Vec::new()
        })
    }

    /// Returns the entries of the object of strings at `key`; empty if there is none.
    pub(super) fn string_pairs(
        &self,
        key: &str,
        diagnostics: &mut Diagnostics,
    ) -> Vec<(String, String)> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let pairs = value.as_object().map(|values| {
            let pairs = values
                .iter()
                .map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())));
            pairs.collect::<Option<Vec<_>>>()
        });
        pairs.flatten().unwrap_or_else(|| {
            self.error(key, "it is not an object of strings", diagnostics);
            Vec::new()
        })
    }

    /// Reports an error in the value of `key`.
    pub(super) fn error(&self, key: &str, reason: &str, diagnostics: &mut Diagnostics) {
        diagnostics
            .shape_trait(
                Code::ProtocolTest,
                self.shape,
                self.trait_id,
                format!("`{key}` of the case {}: {reason}", self.id()),
                "correct the case, or remove it with an overlay",
            )
            .below([self.index.into(), key.into()]);
    }
}
