//! The facts of a published model, as text that a person can read and compare.
//!
//! A published Smithy model mixes facts (shapes, members, traits) with documentation prose. Only the
//! facts are kept in this repository, in one canonical form: the same facts always give the same
//! text, so a diff between two models shows what changed in the service and nothing else.

mod error;
mod markup;
mod order;
mod print;
mod prose;
#[cfg(test)]
mod tests;

pub use error::FactsError;
use serde_json::{Map, Value};

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
/// When `text` is no Smithy JSON AST with exactly one service, or when prose remains in a place this
/// module does not know.
pub fn model(text: &str) -> Result<Facts, FactsError> {
    let mut model = object(text)?;
    if let Some(key) = model
        .keys()
        .find(|key| !["smithy", "metadata", "shapes"].contains(&key.as_str()))
    {
        return Err(FactsError::NotAst(format!(
            "key `{key}` is unknown at the top level"
        )));
    }
    if !model.get("smithy").is_some_and(Value::is_string) {
        return Err(FactsError::NotAst(
            "the Smithy version, a string under key `smithy`, is missing".to_owned(),
        ));
    }
    let Some(Value::Object(shapes)) = model.get_mut("shapes") else {
        return Err(FactsError::NotAst(
            "the object `shapes` is missing".to_owned(),
        ));
    };
    prose::remove(shapes);
    let service = service(shapes)?;
    order::sort_model(&mut model);
    markup::refuse(&model)?;
    Ok(Facts {
        text: print::model(&Value::Object(model)),
        service,
    })
}

/// Brings a published `partitions.json` into canonical form. Region descriptions are names: they stay.
///
/// # Errors
/// When `text` holds no list of partitions.
pub fn partitions(text: &str) -> Result<String, FactsError> {
    let partitions = object(text)?;
    if !partitions.get("partitions").is_some_and(Value::is_array) {
        return Err(FactsError::NotPartitions);
    }
    Ok(print::partitions(&Value::Object(partitions)))
}

fn object(text: &str) -> Result<Map<String, Value>, FactsError> {
    serde_json::from_str(text).map_err(FactsError::Json)
}

fn service(shapes: &Map<String, Value>) -> Result<Service, FactsError> {
    let services: Vec<_> = shapes
        .iter()
        .filter(|(_, shape)| shape["type"] == "service")
        .collect();
    let [(id, shape)] = services.as_slice() else {
        return Err(FactsError::Services(
            services.into_iter().map(|(id, _)| id.clone()).collect(),
        ));
    };
    let text = |value: &Value| value.as_str().map(str::to_owned);
    Ok(Service {
        id: (*id).clone(),
        version: text(&shape["version"]).unwrap_or_default(),
        sdk_id: text(&shape["traits"]["aws.api#service"]["sdkId"]),
    })
}
