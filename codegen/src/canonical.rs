//! The facts of a published model, as text that a person can read and compare.
//!
//! A published Smithy model mixes facts (shapes, members, traits) with documentation prose. Only the
//! facts are kept in this repository, in one canonical form: the same facts always give the same
//! text, so a diff between two models shows what changed in the service and nothing else.

mod markup;
mod order;
mod print;
mod prose;
#[cfg(test)]
mod tests;

use serde_json::{Map, Value};

use crate::ast::ids;
use crate::ast::{json, object};
use crate::diagnostics::{Code, Diagnostics, Input, Step};
use crate::report::locate;
use crate::{Source, Sources};

/// The facts of a model, and what its service is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The canonical text: a Smithy JSON AST without documentation prose.
    pub text: String,
    /// The service the model describes.
    pub service: Service,
}

/// How a model names its service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// The shape id, `com.amazonaws.ivs#AmazonInteractiveVideoService` for example.
    pub id: String,
    /// The API version, `2020-07-14` for example; empty where the model gives none.
    pub version: String,
    /// The SDK id of trait `aws.api#service`, where the service has one.
    pub sdk_id: Option<String>,
}

/// Takes the facts out of a published model.
///
/// Every shape, and every trait that states a fact, is kept; documentation is left out. The result
/// does not change when it is passed through this function again.
///
/// # Errors
/// When the text is no Smithy JSON AST with exactly one service, or when prose remains in a place
/// this module does not know.
pub fn model(source: Source<'_>) -> Result<Facts, Diagnostics> {
    let mut diagnostics = Diagnostics::about(Input::Model, source.name);
    let help = "give a Smithy model in its JSON form (the AST)";
    let facts =
        json(source, help, &mut diagnostics).and_then(|model| facts(model, &mut diagnostics));
    let sources = Sources {
        model: source,
        ..NOTHING
    };
    facts
        .filter(|_| diagnostics.is_empty())
        .ok_or_else(|| locate(diagnostics, &sources))
}

/// Brings a published `partitions.json` into canonical form. Region descriptions are names: they stay.
///
/// # Errors
/// When the text holds no list of partitions.
pub fn partitions(source: Source<'_>) -> Result<String, Diagnostics> {
    let mut diagnostics = Diagnostics::about(Input::Partitions, source.name);
    let help = "give a table of partitions as the AWS SDKs share it";
    let table = json(source, help, &mut diagnostics);
    if let Some(table) = &table
        && !table.get("partitions").is_some_and(Value::is_array)
    {
        let reason = "the text has no list `partitions`";
        diagnostics
            .file(Code::NoPartitions, reason, help)
            .below(["partitions".into()]);
    }
    let sources = Sources {
        partitions: source,
        ..NOTHING
    };
    table
        .filter(|_| diagnostics.is_empty())
        .map(|table| print::partitions(&table))
        .ok_or_else(|| locate(diagnostics, &sources))
}

const NOTHING: Sources<'_> = Sources {
    model: Source { name: "", text: "" },
    overlays: Vec::new(),
    partitions: Source { name: "", text: "" },
};

/// The facts, where the model is one; what remains of prose is found beside.
fn facts(mut model: Value, diagnostics: &mut Diagnostics) -> Option<Facts> {
    let known = ["smithy", "metadata", "shapes"];
    for (key, _) in object(Some(&model)) {
        if !known.contains(&key.as_str()) {
            let reason = format!("the key `{key}` is unknown at the top of a model");
            let help = "a model has `smithy`, `metadata` and `shapes`";
            diagnostics
                .file(Code::UnknownKey, reason, help)
                .below([key.as_str().into()])
                .key()
                .did_you_mean(key, known);
        }
    }
    if !model.get("smithy").is_some_and(Value::is_string) {
        let reason = "the model does not say its Smithy version";
        let help = "give a model with `\"smithy\": \"2.0\"`";
        diagnostics
            .file(Code::Version, reason, help)
            .below(["smithy".into()]);
    }
    let model = model.as_object_mut()?;
    let Some(Value::Object(shapes)) = model.get_mut("shapes") else {
        let help = "write `\"shapes\": {\"namespace#Name\": {…}}`";
        diagnostics
            .file(Code::Form, "`shapes` is not an object", help)
            .below(["shapes".into()]);
        return None;
    };
    let service = service(shapes, diagnostics);
    prose::remove(shapes);
    // Before anything is sorted: lists are still as they are in the text.
    markup::refuse(model, diagnostics);
    order::sort_model(model);
    Some(Facts {
        text: print::model(&Value::Object(std::mem::take(model))),
        service: service?,
    })
}

fn service(shapes: &Map<String, Value>, diagnostics: &mut Diagnostics) -> Option<Service> {
    let help = "give a model with one shape of type `service`";
    let mut services = shapes
        .iter()
        .filter(|(_, shape)| shape["type"] == "service");
    let Some((id, shape)) = services.next() else {
        diagnostics
            .file(Code::NoService, "the model has no service", help)
            .below(["shapes".into()])
            .key();
        return None;
    };
    for (other, _) in services {
        let reason = format!("the model has a second service, beside {id}");
        diagnostics
            .file(Code::SeveralServices, reason, help)
            .below([Step::Shape(other.clone())])
            .key();
    }
    let text = |value: &Value| value.as_str().map(str::to_owned);
    Some(Service {
        id: id.clone(),
        version: text(&shape["version"]).unwrap_or_default(),
        sdk_id: text(&shape["traits"][ids::AWS_SERVICE]["sdkId"]),
    })
}
