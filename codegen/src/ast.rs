//! The Smithy JSON AST: shapes, their members and traits, as the model states them.

mod mixins;
mod overlay;
mod parse;
mod shape;
mod traits;
mod value;

pub(crate) use overlay::apply;
pub(crate) use parse::parse;
pub(crate) use shape::{Member, Model, Shape, ShapeKind, UNIT};
pub(crate) use traits::{PaginatedTrait, Traits, ids, treatment};
pub use traits::{TimestampFormat, Treatment, known_traits};
pub(crate) use value::{brief, json, object};
