//! A case as it stands in the trait.

use serde_json::{Map, Value};

use crate::ast::Shape;
use crate::diagnostics::{Code, Diagnostics};
use crate::shape_id::ShapeId;

/// A case of one of the two traits.
pub(super) struct TraitCase<'a> {
    /// The shape that has the trait.
    pub(super) shape: &'a ShapeId,
    /// The trait's id.
    pub(super) trait_id: &'static str,
    /// Its place in the trait.
    pub(super) index: usize,
    value: &'a Map<String, Value>,
}

/// The cases that `shape` has in the trait `id`.
pub(super) fn cases_of<'a>(
    shape: &'a Shape,
    id: &'static str,
    diagnostics: &mut Diagnostics,
) -> Vec<TraitCase<'a>> {
    let Some(value) = shape.traits.get(id) else {
        return Vec::new();
    };
    let Some(values) = value.as_array() else {
        let help = "it is a list of cases";
        diagnostics.shape_trait(
            Code::ProtocolTest,
            &shape.id,
            id,
            "the trait is not a list",
            help,
        );
        return Vec::new();
    };
    let mut cases = Vec::new();
    for (index, value) in values.iter().enumerate() {
        let case = value.as_object().map(|value| TraitCase {
            shape: &shape.id,
            trait_id: id,
            index,
            value,
        });
        match case {
            Some(case) if !case.id().is_empty() => cases.push(case),
            _ => {
                let help = "a case is an object with an `id`";
                diagnostics
                    .shape_trait(Code::ProtocolTest, &shape.id, id, "a case has no id", help)
                    .below([index.into()]);
            }
        }
    }
    cases
}

impl<'a> TraitCase<'a> {
    pub(super) fn id(&self) -> &'a str {
        self.text("id")
    }

    pub(super) fn get(&self, key: &str) -> Option<&'a Value> {
        self.value.get(key)
    }

    /// The text under `key`; nothing where there is none.
    pub(super) fn text(&self, key: &str) -> &'a str {
        self.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    /// The text under `key`, if there is one.
    pub(super) fn optional(&self, key: &str) -> Option<String> {
        self.get(key).and_then(Value::as_str).map(str::to_owned)
    }

    /// The texts in the list under `key`.
    pub(super) fn texts(&self, key: &str, diagnostics: &mut Diagnostics) -> Vec<String> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let texts = value.as_array().map(|values| {
            let texts = values.iter().map(|value| value.as_str().map(str::to_owned));
            texts.collect::<Option<Vec<_>>>()
        });
        texts.flatten().unwrap_or_else(|| {
            self.wrong(key, "it is not a list of texts", diagnostics);
            Vec::new()
        })
    }

    /// Names and texts in the object under `key`.
    pub(super) fn pairs(&self, key: &str, diagnostics: &mut Diagnostics) -> Vec<(String, String)> {
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
            self.wrong(key, "it is not an object of texts", diagnostics);
            Vec::new()
        })
    }

    /// Reports what stands under `key`.
    pub(super) fn wrong(&self, key: &str, reason: &str, diagnostics: &mut Diagnostics) {
        diagnostics
            .shape_trait(
                Code::ProtocolTest,
                self.shape,
                self.trait_id,
                format!("`{key}` of the case {}: {reason}", self.id()),
                "correct the case, or leave it out with an overlay",
            )
            .below([self.index.into(), key.into()]);
    }
}
