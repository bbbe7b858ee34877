//! The parts of the Smithy model that the tests need, read directly from its JSON.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value};

/// Returns the model of the service under test.
pub fn model() -> &'static Model {
    static MODEL: LazyLock<Model> = LazyLock::new(Model::load);
    &MODEL
}

/// A Smithy model: its shapes by id.
pub struct Model {
    shapes: Map<String, Value>,
}

/// An operation and the values of its `http` trait.
pub struct Operation {
    /// The HTTP method.
    pub method: &'static str,
    /// The URI pattern.
    pub uri: &'static str,
    /// The status of a successful response.
    pub status: u16,
    /// The shape id of the input.
    pub input: &'static str,
    /// The shape id of the output.
    pub output: &'static str,
    /// The names of the declared errors, each with its HTTP status.
    pub errors: Vec<(&'static str, u16)>,
    /// `true` if the operation has a paginator.
    pub paginated: bool,
}

/// A member of a structure.
pub struct Member {
    /// The name in the model.
    pub name: &'static str,
    /// The shape id of the target.
    pub target: &'static str,
    /// The HTTP binding.
    pub binding: Binding,
}

/// The part of the HTTP message that a member is bound to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Binding {
    /// The JSON body.
    Body,
    /// A label of the path.
    Label,
    /// The query parameter of this name.
    Query(&'static str),
    /// The header of this name.
    Header(&'static str),
}

impl Model {
    fn load() -> Self {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../model/ivs.json");
        let json = std::fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut model: Value = serde_json::from_slice(&json).expect("a model in JSON");
        let Value::Object(shapes) = model["shapes"].take() else {
            panic!("a model has shapes")
        };
        Self { shapes }
    }

    /// Returns all operations by name.
    pub fn operations(&'static self) -> BTreeMap<&'static str, Operation> {
        self.of_type("operation")
            .map(|(name, shape)| (name, self.operation(shape)))
            .collect()
    }

    /// Returns the values of each enum in alphabetical order, by enum name.
    ///
    /// Strings with the deprecated `enum` trait are included.
    pub fn enums(&'static self) -> BTreeMap<&'static str, Vec<&'static str>> {
        let enum_shapes = self.of_type("enum").map(|(name, shape)| {
            let members = shape["members"].as_object().expect("an enum has members");
            (
                name,
                members
                    .values()
                    .map(|member| string(trait_of(member, "enumValue")))
                    .collect(),
            )
        });
        let enum_traits = self.of_type("string").filter_map(|(name, shape)| {
            let values = trait_of(shape, "enum").as_array()?;
            Some((
                name,
                values
                    .iter()
                    .map(|value| string(&value["value"]))
                    .collect::<Vec<_>>(),
            ))
        });
        let sorted = |(name, mut values): (_, Vec<_>)| {
            values.sort_unstable();
            (name, values)
        };
        enum_shapes.chain(enum_traits).map(sorted).collect()
    }

    /// Returns the members of a structure in model order; empty for other shapes and the unit type.
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

    /// Returns the target of a list's members or a map's values.
    pub fn element(&'static self, id: &str) -> Option<&'static str> {
        let shape = self.shapes.get(id)?;
        ["member", "value"]
            .iter()
            .find_map(|member| shape[member]["target"].as_str())
    }

    fn structure(&'static self, id: &str) -> Option<&'static Value> {
        self.shapes
            .get(id)
            .filter(|shape| shape["type"] == "structure")
    }

    fn of_type(
        &'static self,
        shape_type: &str,
    ) -> impl Iterator<Item = (&'static str, &'static Value)> {
        self.shapes
            .iter()
            .filter(move |(_, shape)| shape["type"] == shape_type)
            .map(|(id, shape)| (local_name(id), shape))
    }

    fn operation(&'static self, shape: &'static Value) -> Operation {
        let http = trait_of(shape, "http");
        let errors = shape["errors"].as_array().into_iter().flatten();
        Operation {
            method: string(&http["method"]),
            uri: string(&http["uri"]),
            status: http["code"].as_u64().unwrap_or(200) as u16,
            input: string(&shape["input"]["target"]),
            output: string(&shape["output"]["target"]),
            errors: errors
                .map(|error| self.error(string(&error["target"])))
                .collect(),
            paginated: !trait_of(shape, "paginated").is_null(),
        }
    }

    fn error(&'static self, id: &'static str) -> (&'static str, u16) {
        let status = trait_of(&self.shapes[id], "httpError")
            .as_u64()
            .expect("an error's status");
        (local_name(id), status as u16)
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
            target: string(&member["target"]),
            binding,
        }
    }
}

fn trait_of(shape: &'static Value, name: &str) -> &'static Value {
    &shape["traits"][format!("smithy.api#{name}")]
}

fn string(value: &'static Value) -> &'static str {
    value.as_str().expect("a string")
}

/// Returns a shape's name without its namespace.
fn local_name(id: &str) -> &str {
    id.rsplit_once('#').map_or(id, |(_, name)| name)
}
