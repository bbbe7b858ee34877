//! The examples: their code, and their inputs and results in the overlay.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::pin::Pin;

use ivs_sdk::Client;
use serde_json::Value;

/// A running example.
pub(crate) type Running = Pin<Box<dyn Future<Output = Result<(), Box<dyn Error>>>>>;

/// The code of an example.
pub(crate) struct Example {
    pub(crate) operation: &'static str,
    pub(crate) title: &'static str,
    pub(crate) run: fn(Client) -> Running,
}

/// A block of code on a page about more than one operation.
pub(crate) struct Block {
    /// The path of the module, `lib` for the front page.
    pub(crate) page: &'static str,
    /// The number among the page's blocks of Rust.
    pub(crate) number: usize,
    pub(crate) run: fn(Client) -> Running,
}

/// An example in the overlay.
#[derive(Clone, Debug)]
pub(crate) struct Documented {
    pub(crate) operation: String,
    pub(crate) title: String,
    pub(crate) outcome: Outcome,
}

/// The documented result of a call.
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    Output(Value),
    /// The code of an error.
    Error(String),
}

impl Documented {
    /// Returns all examples of the overlay.
    pub(crate) fn read() -> Vec<Self> {
        let folder = model().join("overlay/examples");
        let entries = fs::read_dir(folder).expect("the overlay");
        let files = entries.map(|entry| json(&entry.expect("an entry").path()));
        files.flat_map(|file| examples(&file)).collect()
    }

    /// Returns an example of an operation.
    pub(crate) fn find(operation: &str, title: &str) -> Self {
        let mut all = Self::read().into_iter();
        all.find(|example| example.operation == operation && example.title == title)
            .unwrap_or_else(|| panic!("the overlay has no example {title:?} of {operation}"))
    }
}

/// Returns the names of the model's operations.
pub(crate) fn operations() -> BTreeSet<String> {
    let model = json(&model().join("ivs.json"));
    let shapes = model["shapes"].as_object().expect("shapes");
    let operations = shapes
        .iter()
        .filter(|(_, shape)| shape["type"] == "operation");
    operations.map(|(id, _)| name(id).to_owned()).collect()
}

fn examples(file: &Value) -> Vec<Documented> {
    let shapes = file["shapes"].as_object().expect("shapes").iter();
    let examples = shapes.flat_map(|(id, shape)| {
        let examples = shape["traits"]["smithy.api#examples"].as_array();
        let examples = examples.expect("examples").iter();
        examples.map(|example| Documented {
            operation: name(id).to_owned(),
            title: example["title"].as_str().expect("a title").to_owned(),
            outcome: match example["error"]["shapeId"].as_str() {
                Some(error) => Outcome::Error(name(error).to_owned()),
                None => Outcome::Output(example["output"].clone()),
            },
        })
    });
    examples.collect()
}

/// Returns the name of a shape id.
fn name(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, name)| name)
}

fn model() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../model")
}

fn json(path: &Path) -> Value {
    let text = fs::read_to_string(path);
    let text = text.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
