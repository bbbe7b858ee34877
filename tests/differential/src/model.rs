//! The facts of the model that values and answers are drawn from, read straight from its JSON.

use std::sync::LazyLock;

use serde_json::{Map, Value as Json};

/// The model of the service.
pub fn model() -> &'static Model {
    static MODEL: LazyLock<Model> = LazyLock::new(Model::load);
    &MODEL
}

/// The shapes by id.
pub struct Model {
    shapes: Map<String, Json>,
}

/// An operation.
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

/// Where a member travels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Binding {
    Body,
    Label,
    Query,
    Header(&'static str),
}

/// What a value is, with the limits that the model sets.
#[derive(Clone, Debug)]
pub enum Shape {
    Boolean,
    /// An integer of 32 bits, with its least and greatest value.
    Integer(i64, i64),
    /// An integer of 64 bits.
    Long,
    /// A text, with its least and greatest length.
    Text(usize, usize),
    Enum(Vec<&'static str>),
    Time,
    List(Box<Shape>, usize),
    /// Texts by key.
    Map,
    Structure(Vec<Member>),
}

impl Model {
    fn load() -> Self {
        let text = include_str!("../../../model/ivs.json");
        let mut model: Json = serde_json::from_str(text).expect("a model in JSON");
        match model["shapes"].take() {
            Json::Object(shapes) => Self { shapes },
            _ => panic!("a model has shapes"),
        }
    }

    /// All operations, by name.
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
            let id = text(&reference["target"]);
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

    /// The members of the structure that `reference` leads to.
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
            shape: self.shape(text(&member["target"])),
        };
        members.map(member).collect()
    }

    fn shape(&'static self, id: &'static str) -> Shape {
        let Some(shape) = self.shapes.get(id) else {
            return match local(id) {
                "String" => Shape::Text(0, 64),
                "Boolean" | "PrimitiveBoolean" => Shape::Boolean,
                "Integer" | "PrimitiveInteger" => Shape::Integer(i32::MIN.into(), i32::MAX.into()),
                "Long" | "PrimitiveLong" => Shape::Long,
                "Timestamp" => Shape::Time,
                other => panic!("the harness has no values of {other} yet"),
            };
        };
        let limits = |name, least: i64, greatest: i64| {
            let limits = trait_of(shape, name);
            let limit = |end, otherwise| limits[end].as_i64().unwrap_or(otherwise);
            (limit("min", least), limit("max", greatest))
        };
        let size = |number: i64| usize::try_from(number).expect("a length");
        match text(&shape["type"]) {
            "boolean" => Shape::Boolean,
            "integer" => {
                let (least, greatest) = limits("range", i32::MIN.into(), i32::MAX.into());
                Shape::Integer(least, greatest)
            }
            "long" => Shape::Long,
            "timestamp" => Shape::Time,
            "string" => match trait_of(shape, "enum").as_array() {
                Some(values) => Shape::Enum(values.iter().map(|one| text(&one["value"])).collect()),
                None => {
                    let (least, greatest) = limits("length", 0, 64);
                    Shape::Text(size(least), size(greatest))
                }
            },
            "enum" => {
                let members = shape["members"].as_object().into_iter().flatten();
                Shape::Enum(
                    members
                        .map(|(_, one)| text(trait_of(one, "enumValue")))
                        .collect(),
                )
            }
            "list" => {
                let (_, greatest) = limits("length", 0, 4);
                let element = self.shape(text(&shape["member"]["target"]));
                Shape::List(Box::new(element), size(greatest))
            }
            "map" => Shape::Map,
            "structure" => Shape::Structure(self.members_of(shape)),
            other => panic!("the harness has no values of type {other} yet: {id}"),
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

fn text(value: &'static Json) -> &'static str {
    value.as_str().expect("a text of the model")
}

fn local(id: &str) -> &str {
    id.rsplit_once('#').map_or(id, |(_, name)| name)
}
