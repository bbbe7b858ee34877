//! The facts of the Smithy model that the tests draw on, read straight from its JSON.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value};

/// The model of the service under test.
pub fn model() -> &'static Model {
    static MODEL: LazyLock<Model> = LazyLock::new(Model::load);
    &MODEL
}

/// A Smithy model by its shapes.
pub struct Model {
    shapes: Map<String, Value>,
}

/// An operation with what its HTTP trait says.
pub struct Operation {
    /// The HTTP method.
    pub method: &'static str,
    /// The pattern of the URI.
    pub uri: &'static str,
    /// The status of a success.
    pub status: u16,
    /// The id of the input's shape.
    pub input: &'static str,
    /// The id of the output's shape.
    pub output: &'static str,
    /// The declared errors by name, with their HTTP status.
    pub errors: Vec<(&'static str, u16)>,
    /// Whether it has a paginator.
    pub paginated: bool,
}

/// A member of a structure.
pub struct Member {
    /// Its name in the model.
    pub name: &'static str,
    /// The id of its shape.
    pub target: &'static str,
    /// Where it travels.
    pub binding: Binding,
}

/// Where a member travels in the HTTP message.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Binding {
    /// In the body.
    Body,
    /// In the path.
    Label,
    /// In the query, by this name.
    Query(&'static str),
    /// In the header of this name.
    Header(&'static str),
}

impl Model {
    fn load() -> Self {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../model/ivs.json");
        let text = std::fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut model: Value = serde_json::from_slice(&text).expect("a model in JSON");
        let Value::Object(shapes) = model["shapes"].take() else {
            panic!("a model has shapes")
        };
        Self { shapes }
    }

    /// All operations by name.
    pub fn operations(&'static self) -> BTreeMap<&'static str, Operation> {
        self.of_type("operation")
            .map(|(name, shape)| (name, self.operation(shape)))
            .collect()
    }

    /// The names of all enums, the old trait included, with their values in alphabetical order.
    pub fn enums(&'static self) -> BTreeMap<&'static str, Vec<&'static str>> {
        let modern = self.of_type("enum").map(|(name, shape)| {
            let members = shape["members"].as_object().expect("an enum has members");
            (
                name,
                members
                    .values()
                    .map(|m| text(trait_of(m, "enumValue")))
                    .collect(),
            )
        });
        let old = self.of_type("string").filter_map(|(name, shape)| {
            let values = trait_of(shape, "enum").as_array()?;
            Some((
                name,
                values.iter().map(|v| text(&v["value"])).collect::<Vec<_>>(),
            ))
        });
        let sorted = |(name, mut values): (_, Vec<_>)| {
            values.sort_unstable();
            (name, values)
        };
        modern.chain(old).map(sorted).collect()
    }

    /// The members of a structure in model order; none for the unit type and for other shapes.
    pub fn members(&'static self, id: &str) -> Vec<Member> {
        let Some(shape) = self.structure(id) else {
            return Vec::new();
        };
        let members = shape["members"]
            .as_object()
            .expect("a structure has members");
        members
            .iter()
            .map(|(name, member)| Self::member(name, member))
            .collect()
    }

    /// The shape of a list's or a map's elements.
    pub fn element(&'static self, id: &str) -> Option<&'static str> {
        let shape = self.shapes.get(id)?;
        ["member", "value"]
            .iter()
            .find_map(|part| shape[part]["target"].as_str())
    }

    fn structure(&'static self, id: &str) -> Option<&'static Value> {
        self.shapes
            .get(id)
            .filter(|shape| shape["type"] == "structure")
    }

    fn of_type(&'static self, kind: &str) -> impl Iterator<Item = (&'static str, &'static Value)> {
        self.shapes
            .iter()
            .filter(move |(_, shape)| shape["type"] == kind)
            .map(|(id, shape)| (local(id), shape))
    }

    fn operation(&'static self, shape: &'static Value) -> Operation {
        let http = trait_of(shape, "http");
        let errors = shape["errors"].as_array().into_iter().flatten();
        Operation {
            method: text(&http["method"]),
            uri: text(&http["uri"]),
            status: http["code"].as_u64().unwrap_or(200) as u16,
            input: text(&shape["input"]["target"]),
            output: text(&shape["output"]["target"]),
            errors: errors
                .map(|error| self.error(text(&error["target"])))
                .collect(),
            paginated: !trait_of(shape, "paginated").is_null(),
        }
    }

    fn error(&'static self, id: &'static str) -> (&'static str, u16) {
        let status = trait_of(&self.shapes[id], "httpError")
            .as_u64()
            .expect("an error's status");
        (local(id), status as u16)
    }

    fn member(name: &'static str, member: &'static Value) -> Member {
        let binding = if !trait_of(member, "httpLabel").is_null() {
            Binding::Label
        } else if let Some(query) = trait_of(member, "httpQuery").as_str() {
            Binding::Query(query)
        } else if let Some(header) = trait_of(member, "httpHeader").as_str() {
            Binding::Header(header)
        } else {
            Binding::Body
        };
        Member {
            name,
            target: text(&member["target"]),
            binding,
        }
    }
}

fn trait_of(shape: &'static Value, name: &str) -> &'static Value {
    &shape["traits"][format!("smithy.api#{name}")]
}

fn text(value: &'static Value) -> &'static str {
    value.as_str().expect("a string of the model")
}

/// A shape's name without its namespace.
fn local(id: &str) -> &str {
    id.rsplit_once('#').map_or(id, |(_, name)| name)
}
