//! The canonical form of a published model: without documentation, sorted, and readable in a diff.
//!
//! This repository keeps models only in this form. Equal shapes, members and traits give equal
//! text, so a diff of two models only shows changes of the service.

mod markup;
mod order;
mod overlays;
mod print;
mod prose;
#[cfg(test)]
mod tests;
mod upgrade;

use serde_json::{Map, Value};

use crate::ast::{ids, json, object};
use crate::diagnostics::{Code, Diagnostics, Input, Step};
use crate::report::locate;
use crate::source::{Source, Sources};
pub use overlays::{Pruned, Removed, is_stale, prune};

/// A model in canonical form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CanonicalModel {
    /// The canonical text: a Smithy JSON AST without documentation.
    pub text: String,
    /// The only service of the model.
    pub service: Service,
    /// Diagnostics that did not stop the conversion, such as repeated keys.
    pub warnings: Diagnostics,
}

/// A table of partitions in canonical form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CanonicalPartitions {
    /// The canonical text.
    pub text: String,
    /// Diagnostics that did not stop the conversion, such as repeated keys.
    pub warnings: Diagnostics,
}

/// The identifiers of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// The shape id, for example `com.amazonaws.ivs#AmazonInteractiveVideoService`.
    pub id: String,
    /// The API version, for example `2020-07-14`; empty if the model has none.
    pub version: String,
    /// The SDK id in the trait `aws.api#service`.
    pub sdk_id: Option<String>,
}

/// Converts a published model into canonical form.
///
/// All shapes and traits are kept, except for documentation. A model of Smithy 1 becomes one of
/// Smithy 2. A canonical model is not changed.
///
/// # Errors
/// If the text is not a Smithy JSON AST with exactly one service, or if documentation remains in an
/// unknown place.
pub fn model(source: Source<'_>) -> Result<CanonicalModel, Diagnostics> {
    let mut diagnostics = Diagnostics::about(Input::Model, source.name);
    let help = "use a Smithy model in its JSON form (the AST)";
    let canonical =
        json(source, help, &mut diagnostics).and_then(|model| canonical(model, &mut diagnostics));
    let sources = Sources {
        model: source,
        ..EMPTY
    };
    let diagnostics = locate(diagnostics, &sources);
    match canonical {
        Some((text, service)) if !diagnostics.has_errors() => Ok(CanonicalModel {
            text,
            service,
            warnings: diagnostics,
        }),
        _ => Err(diagnostics),
    }
}

/// Converts a published `partitions.json` into canonical form.
///
/// Descriptions of regions are kept, because they are names.
///
/// # Errors
/// If the text has no list of partitions.
pub fn partitions(source: Source<'_>) -> Result<CanonicalPartitions, Diagnostics> {
    let mut diagnostics = Diagnostics::about(Input::Partitions, source.name);
    let help = "use the `partitions.json` of the AWS SDKs";
    let table = json(source, help, &mut diagnostics);
    if let Some(table) = &table
        && !table.get("partitions").is_some_and(Value::is_array)
    {
        let reason = "the file has no list `partitions`";
        diagnostics
            .file(Code::NoPartitions, reason, help)
            .below(["partitions".into()]);
    }
    let sources = Sources {
        partitions: source,
        ..EMPTY
    };
    let diagnostics = locate(diagnostics, &sources);
    match table {
        Some(table) if !diagnostics.has_errors() => Ok(CanonicalPartitions {
            text: print::partitions(&table),
            warnings: diagnostics,
        }),
        _ => Err(diagnostics),
    }
}

const EMPTY: Sources<'_> = Sources {
    model: Source { name: "", text: "" },
    overlays: Vec::new(),
    partitions: Source { name: "", text: "" },
};

/// Converts a model to its canonical text. Reports remaining documentation in addition to returning
/// the result.
fn canonical(mut model: Value, diagnostics: &mut Diagnostics) -> Option<(String, Service)> {
    let top_level_keys = ["smithy", "metadata", "shapes"];
    for (key, _) in object(Some(&model)) {
        if !top_level_keys.contains(&key.as_str()) {
            let reason = format!("the key `{key}` is unknown at the top of a model");
            let help = "a model has `smithy`, `metadata` and `shapes`";
            diagnostics
                .file(Code::UnknownKey, reason, help)
                .below([key.as_str().into()])
                .key()
                .did_you_mean(key, top_level_keys);
        }
    }
    let version = model.get("smithy").and_then(Value::as_str);
    let major = version.map(|version| version.split_once('.').map_or(version, |(major, _)| major));
    let is_old = major == Some("1");
    if !matches!(major, Some("1" | "2")) {
        let reason = "the model is not one of Smithy 1 or 2";
        let help = "use a model with `\"smithy\": \"2.0\"`";
        diagnostics
            .file(Code::Version, reason, help)
            .below(["smithy".into()]);
    }
    if is_old {
        model["smithy"] = "2.0".into();
    }
    let model = model.as_object_mut()?;
    let Some(Value::Object(shapes)) = model.get_mut("shapes") else {
        let help = "write `\"shapes\": {\"namespace#Name\": {…}}`";
        diagnostics
            .file(Code::Form, "`shapes` is not an object", help)
            .below(["shapes".into()]);
        return None;
    };
    if is_old {
        upgrade::upgrade(shapes);
    }
    let service = service(shapes, diagnostics);
    prose::remove(shapes);
    // Markup is checked before sorting, because diagnostics refer to indexes in the source text.
    markup::check(model, diagnostics);
    order::sort_model(model);
    Some((
        print::model(&Value::Object(std::mem::take(model))),
        service?,
    ))
}

fn service(shapes: &Map<String, Value>, diagnostics: &mut Diagnostics) -> Option<Service> {
    let help = "use a model with one shape of type `service`";
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
    for (second, _) in services {
        let reason = format!("the model has a second service besides {id}");
        diagnostics
            .file(Code::SeveralServices, reason, help)
            .below([Step::Shape(second.clone())])
            .key();
    }
    let string = |value: &Value| value.as_str().map(str::to_owned);
    Some(Service {
        id: id.clone(),
        version: string(&shape["version"]).unwrap_or_default(),
        sdk_id: string(&shape["traits"][ids::AWS_SERVICE]["sdkId"]),
    })
}
