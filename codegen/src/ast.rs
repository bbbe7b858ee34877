//! The model in memory: shapes, members and traits, read from the Smithy JSON AST.

mod facts;
mod mixins;
mod overlay;
mod parse;
mod shape;
mod traits;
mod value;

pub(crate) use facts::{CallRate, Facts, Page};
pub(crate) use overlay::apply;
pub(crate) use parse::parse;
pub(crate) use shape::{Member, Model, Shape, ShapeKind, UNIT};
pub(crate) use traits::{
    Author, Documentation, EnumDefinition, PaginatedTrait, Traits, ids, treatment,
};
pub use traits::{TimestampFormat, Treatment, known_traits};
pub(crate) use value::{brief, json, object, parse_json};
