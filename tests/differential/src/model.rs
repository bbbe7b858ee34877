//! The parts of the model that random inputs and responses depend on, read from its JSON.

use std::sync::LazyLock;

use serde_json::{Map, Value as Json};

/// Returns the model of the service.
pub fn model() -> &'static Model {
    static MODEL: LazyLock<Model> = LazyLock::new(Model::load);
    &MODEL
}

/// A model: its shapes by id.
pub struct Model {
    shapes: Map<String, Json>,
}

/// An operation with its input, output and errors.
pub struct Operation {
    pub name: &'static str,
    pub input: Vec<Member>,
    pub output: Vec<Member>,
    pub errors: Vec<Error>,
}

/// An error that an operation declares.
pub struct Error {
    pub name: &'static str,
    pub status: u16,
    pub members: Vec<Member>,
}

/// A member of a structure.
#[derive(Clone, Debug)]
pub struct Member {
    pub name: &'static str,
    pub required: bool,
    pub binding: Binding,
    pub shape: Shape,
}

/// The part of a message that a member is bound to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Binding {
    Body,
    Label,
    Query,
    Header(&'static str),
}

/// A simplified shape with the model's constraints.
#[derive(Clone, Debug)]
pub enum Shape {
    Boolean,
    /// A 32-bit integer with its minimum and maximum.
    Integer(i64, i64),
    /// A 64-bit integer.
    Long,
    /// A string with its minimum and maximum length.
    String(usize, usize),
    Enum(Vec<&'static str>),
    Timestamp,
    /// A list with its element shape and maximum length.
    List(Box<Shape>, usize),
    /// A map of strings.
    Map,
    Structure(Vec<Member>),
}

impl Model {
    fn load() -> Self {
        let json = include_str!("../../../model/ivs.json");
        let mut model: Json = serde_json::from_str(json).expect("the model is JSON");
        match model["shapes"].take() {
            Json::Object(shapes) => Self { shapes },
            _ => panic!("the model has no shapes"),
        }
    }

    /// Returns all operations, sorted by name.
    pub fn operations(&'static self) -> Vec<Operation> {
        let shapes = self.shapes.iter();
        let operations = shapes.filter(|(_, shape)| shape["type"] == "operation");
        let mut operations: Vec<_> = operations
            .map(|(id, shape)| Operation {
                name: local(id),
                input: self.members(&shape["input"]),
                output: self.members(&shape["output"]),
                errors: self.errors(&shape["errors"]),
            })
            .collect();
        operations.sort_by_key(|operation| operation.name);
        operations
    }

    fn errors(&'static self, references: &'static Json) -> Vec<Error> {
        let references = references.as_array().into_iter().flatten();
        let error = |reference: &'static Json| {
            let id = string(&reference["target"]);
            let status = trait_of(&self.shapes[id], "httpError").as_u64();
            Error {
                name: local(id),
                status: status
                    .and_then(|status| u16::try_from(status).ok())
                    .expect("a status"),
                members: self.members(reference),
            }
        };
        references.map(error).collect()
    }

    /// Returns the members of the structure that `reference` targets, or none if it is not in the
    /// model.
    fn members(&'static self, reference: &'static Json) -> Vec<Member> {
        let Some(id) = reference["target"].as_str() else {
            return Vec::new();
        };
        match self.shapes.get(id) {
            Some(shape) => self.members_of(shape),
            None => Vec::new(),
        }
    }

    fn members_of(&'static self, shape: &'static Json) -> Vec<Member> {
        let members = shape["members"].as_object().into_iter().flatten();
        let member = |(name, member): (&'static String, &'static Json)| Member {
            name,
            required: !trait_of(member, "required").is_null(),
            binding: binding(member),
            shape: self.shape(string(&member["target"])),
        };
        members.map(member).collect()
    }

    fn shape(&'static self, id: &'static str) -> Shape {
        let Some(shape) = self.shapes.get(id) else {
            return match local(id) {
                "String" => Shape::String(0, 64),
                "Boolean" | "PrimitiveBoolean" => Shape::Boolean,
                "Integer" | "PrimitiveInteger" => Shape::Integer(i32::MIN.into(), i32::MAX.into()),
                "Long" | "PrimitiveLong" => Shape::Long,
                "Timestamp" => Shape::Timestamp,
                other => panic!("values of {other} are not supported yet"),
            };
        };
        let limits = |name, default_min: i64, default_max: i64| {
            let limits = trait_of(shape, name);
            let limit = |key, default| limits[key].as_i64().unwrap_or(default);
            (limit("min", default_min), limit("max", default_max))
        };
        let size = |number: i64| usize::try_from(number).expect("a length");
        match string(&shape["type"]) {
            "boolean" => Shape::Boolean,
            "integer" => {
                let (min, max) = limits("range", i32::MIN.into(), i32::MAX.into());
                Shape::Integer(min, max)
            }
            "long" => Shape::Long,
            "timestamp" => Shape::Timestamp,
            "string" => match trait_of(shape, "enum").as_array() {
                Some(values) => {
                    let values = values.iter().map(|value| string(&value["value"]));
                    Shape::Enum(values.collect())
                }
                None => {
                    let (min, max) = limits("length", 0, 64);
                    Shape::String(size(min), size(max))
                }
            },
            "enum" => {
                let members = shape["members"].as_object().into_iter().flatten();
                let values = members.map(|(_, member)| string(trait_of(member, "enumValue")));
                Shape::Enum(values.collect())
            }
            "list" => {
                let (_, max) = limits("length", 0, 4);
                let element = self.shape(string(&shape["member"]["target"]));
                Shape::List(Box::new(element), size(max))
            }
            "map" => Shape::Map,
            "structure" => Shape::Structure(self.members_of(shape)),
            other => panic!("values of type {other} are not supported yet: {id}"),
        }
    }
}

fn binding(member: &'static Json) -> Binding {
    if !trait_of(member, "httpLabel").is_null() {
        Binding::Label
    } else if !trait_of(member, "httpQuery").is_null() {
        Binding::Query
    } else if let Some(header) = trait_of(member, "httpHeader").as_str() {
        Binding::Header(header)
    } else {
        Binding::Body
    }
}

fn trait_of(shape: &'static Json, name: &str) -> &'static Json {
    &shape["traits"][format!("smithy.api#{name}")]
}

fn string(value: &'static Json) -> &'static str {
    value.as_str().expect("a string in the model")
}

fn local(id: &str) -> &str {
    id.rsplit_once('#').map_or(id, |(_, name)| name)
}
