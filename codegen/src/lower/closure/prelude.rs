//! The shapes of Smithy's prelude, which every model has without defining them.

use crate::ast::{ShapeKind, UNIT};
use crate::shape_id::ShapeId;

/// Returns `true` if the shape is Smithy's unit type, which stands for "no value".
pub(in crate::lower) fn is_unit(id: &ShapeId) -> bool {
    id.as_str() == UNIT
}

/// The ids of the prelude's shapes, without the deprecated primitive ones.
pub(super) const PRELUDE: [&str; 14] = [
    "smithy.api#BigDecimal",
    "smithy.api#BigInteger",
    "smithy.api#Blob",
    "smithy.api#Boolean",
    "smithy.api#Byte",
    "smithy.api#Document",
    "smithy.api#Double",
    "smithy.api#Float",
    "smithy.api#Integer",
    "smithy.api#Long",
    "smithy.api#Short",
    "smithy.api#String",
    "smithy.api#Timestamp",
    UNIT,
];

/// Returns the type of the prelude's shape `id`, or `None` if the prelude does not have the shape.
pub(in crate::lower) fn prelude(id: &ShapeId) -> Option<ShapeKind> {
    let name = id.as_str().strip_prefix("smithy.api#")?;
    Some(match name.strip_prefix("Primitive").unwrap_or(name) {
        "Blob" => ShapeKind::Blob,
        "Boolean" => ShapeKind::Boolean,
        "String" => ShapeKind::String,
        "Timestamp" => ShapeKind::Timestamp,
        "Byte" => ShapeKind::Byte,
        "Short" => ShapeKind::Short,
        "Integer" => ShapeKind::Integer,
        "Long" => ShapeKind::Long,
        "Float" => ShapeKind::Float,
        "Double" => ShapeKind::Double,
        "BigInteger" => ShapeKind::BigInteger,
        "BigDecimal" => ShapeKind::BigDecimal,
        "Document" => ShapeKind::Document,
        _ => return None,
    })
}
