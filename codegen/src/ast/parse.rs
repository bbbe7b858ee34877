//! Parses the JSON of a model into a [`Model`].

mod reader;

use serde_json::{Map, Value};

use super::Traits;
use super::mixins;
use super::shape::{Model, Shape};
use super::value::{json, object};
use crate::diagnostics::{Code, Diagnostics, Input, Part, Place, Step};
use crate::shape_id::ShapeId;
use crate::source::Source;
use reader::{ShapeReader, Statement};

/// Parses a model; `None` if the file is not a model.
///
/// Apply statements are merged into the shapes. The model keeps only the ids of unreadable
/// shapes.
pub(crate) fn parse(source: Source<'_>, diagnostics: &mut Diagnostics) -> Option<Model> {
    let mut model_diagnostics = Diagnostics::about(Input::Model, source.name);
    let help = "use a Smithy model in its JSON form (the AST)";
    let model = json(source, help, &mut model_diagnostics)
        .and_then(|root| model(&root, &mut model_diagnostics));
    diagnostics.extend(model_diagnostics);
    model
}

fn model(root: &Value, diagnostics: &mut Diagnostics) -> Option<Model> {
    let version = root.get("smithy").and_then(Value::as_str);
    if !version.is_some_and(|version| version.starts_with("2.") || version == "2") {
        let reason = "the model lacks `\"smithy\": \"2.0\"`";
        let help = "use a model of Smithy 2; `smithy ast` converts older models";
        diagnostics
            .file(Code::Version, reason, help)
            .below(["smithy".into()]);
        return None;
    }
    if root.get("shapes").is_some_and(|shapes| !shapes.is_object()) {
        let help = "write `\"shapes\": {\"namespace#Name\": {…}}`";
        diagnostics
            .file(Code::Form, "`shapes` is not an object", help)
            .below(["shapes".into()]);
        return None;
    }
    let mut model = Model::default();
    let mut apply_statements = Vec::new();
    for (key, value) in object(root.get("shapes")) {
        let Some(id) = ShapeId::parse(key) else {
            let help = "shape ids have the form `namespace#Name`";
            diagnostics
                .file(Code::ShapeId, format!("`{key}` is not a shape id"), help)
                .below([Step::Shape(key.clone())])
                .key();
            continue;
        };
        let mut reader = ShapeReader::new(&id, value, diagnostics);
        let statement = reader.statement();
        let traits = reader.traits();
        let mixins = reader.mixins();
        let is_partial = reader.is_partial;
        match statement {
            Some(Statement::Shape(kind)) => model.insert(Shape {
                id,
                kind,
                traits,
                mixins,
                is_partial,
            }),
            Some(Statement::Apply) => apply_statements.push((id, traits)),
            None => model.insert_unreadable(id),
        }
    }
    // Traits are applied before mixins are resolved, so that shapes inherit those of their mixins.
    // Members that come from mixins exist only afterwards.
    apply_statements.retain(
        |(id, traits): &(ShapeId, Traits)| match model.traits_mut(id) {
            Some(target) => {
                target.extend(traits.clone());
                false
            }
            None => true,
        },
    );
    mixins::resolve(&mut model, diagnostics);
    for (id, traits) in apply_statements {
        if let Some(target) = model.traits_mut(&id) {
            target.extend(traits);
        } else if !model.is_unreadable(&id) {
            let reason = "traits are applied to a shape that does not exist";
            let help = "remove the statement, or correct the id";
            let diagnostic = diagnostics.shape(Code::ApplyTarget, &id, reason, help);
            diagnostic.did_you_mean(id.as_str(), model.ids());
            diagnostic.place = Place {
                steps: vec![Step::Shape(id.as_str().to_owned())],
                part: Part::Key,
            };
        }
    }
    Some(model)
}

impl Traits {
    fn new(traits: Option<&Map<String, Value>>) -> Self {
        Self::from_map(traits.cloned().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests;
