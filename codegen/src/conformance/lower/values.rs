//! Values of required members.

use crate::ir::{FieldValue, Location, Operation, PathPart, Scalar, Type, TypedValue};

/// Returns arbitrary values for the input members that every request needs.
pub(super) fn required_input(operation: &Operation) -> Vec<FieldValue> {
    let is_in_host = |index: usize| {
        let mut parts = operation.host_prefix.iter();
        parts.any(|part| matches!(part, PathPart::Label { member, .. } if *member == index))
    };
    let members = operation.input.members.iter().enumerate();
    let required = members.filter(|(index, member)| match member.location {
        Location::Label => true,
        Location::Query(_) => member.required,
        _ => is_in_host(*index),
    });
    let calls = required.map(|(_, member)| {
        let value = match &member.ty {
            Type::Scalar(Scalar::Bool) => TypedValue::Bool(true),
            Type::Scalar(scalar @ (Scalar::F32 | Scalar::F64)) => TypedValue::Float(*scalar, 1.0),
            Type::Scalar(_) => TypedValue::Integer(1),
            Type::Timestamp(_) => TypedValue::Timestamp(0, 0),
            Type::Enum(reference) => TypedValue::Enum {
                ty: reference.rust.clone(),
                wire: "label".to_owned(),
                variant: None,
            },
            Type::List { sparse, .. } => TypedValue::List {
                elements: Vec::new(),
                sparse: *sparse,
            },
            _ => TypedValue::String("label".to_owned()),
        };
        FieldValue {
            field: member.name.rust.clone(),
            optional: member.optional,
            value,
        }
    });
    calls.collect()
}
