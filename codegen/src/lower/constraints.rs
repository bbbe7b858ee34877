//! The constraints of members and elements.

use serde_json::{Number, Value};

use super::types::Types;
use crate::ast::{Member, Shape, ShapeKind, ids};
use crate::ir::{Bounds, Constraints};

/// Returns the constraints of a member's values; a trait of the member replaces its target's.
pub(super) fn constraints(types: &Types<'_>, member: &Member) -> Constraints {
    let target = types.target(member);
    let (key, element) = match target.map(|shape| &shape.kind) {
        Some(ShapeKind::List(element)) => (None, Some(element)),
        Some(ShapeKind::Map(key, value)) => (Some(key), Some(value)),
        _ => (None, None),
    };
    let boxed = |constraints: Constraints| constraints.non_empty().map(Box::new);
    Constraints {
        element: element.and_then(|element| boxed(constraints(types, element))),
        // Keys are strings; an invalid model may have a map as its key.
        key: key.and_then(|key| boxed(without_elements(types, key))),
        ..without_elements(types, member)
    }
}

fn without_elements(types: &Types<'_>, member: &Member) -> Constraints {
    let target = types.target(member);
    let value = |id: &str| {
        let target = target.and_then(|target| target.traits.get(id));
        member.traits.get(id).or(target)
    };
    Constraints {
        range: value(ids::RANGE).and_then(range),
        length: value(ids::LENGTH).and_then(length),
        pattern: value(ids::PATTERN)
            .and_then(Value::as_str)
            .map(String::from),
        unique_items: value(ids::UNIQUE_ITEMS).is_some(),
        numbers: target.map(numbers).unwrap_or_default(),
        element: None,
        key: None,
    }
}

/// Returns the bounds in the trait `range`.
pub(crate) fn range(value: &Value) -> Option<Bounds<Number>> {
    let number = |key| value.get(key).and_then(Value::as_number).cloned();
    Bounds::new(number("min"), number("max"))
}

/// Returns the bounds in the trait `length`.
pub(crate) fn length(value: &Value) -> Option<Bounds<u64>> {
    let number = |key| value.get(key).and_then(Value::as_u64);
    Bounds::new(number("min"), number("max"))
}

/// Returns the names and values of an integer enum.
fn numbers(shape: &Shape) -> Vec<(String, i32)> {
    if !matches!(shape.kind, ShapeKind::IntEnum(_)) {
        return Vec::new();
    }
    let values = shape.members().filter_map(|member| {
        let number = member.traits.enum_value()?.as_i64()?;
        Some((member.name.clone(), i32::try_from(number).ok()?))
    });
    values.collect()
}

#[cfg(test)]
mod tests {
    use crate::ir::{Bounds, Constraints};
    use crate::testing::{client, member};

    #[test]
    fn traits_of_members_replace_those_of_targets() {
        let client = client(
            r#"{
            "Name": {"type": "string", "traits": {"length": {"min": 1, "max": 8}, "pattern": "^a$"}},
            "Names": {"type": "list", "member": {"target": "Name", "traits": {"pattern": "b"}},
                "traits": {"length": {"max": 5}, "uniqueItems": {}}},
            "Tags": {"type": "map", "key": "Name", "value": "String"},
            "Level": {"type": "intEnum", "members": {
                "HIGH": {"target": "Unit", "traits": {"enumValue": 9}},
                "LOW": {"target": "Unit", "traits": {"enumValue": 1}}}},
            "Choice": {"type": "union", "members": {"x": "Name"}},
            "In": {"members": {
                "name": {"target": "Name", "traits": {"length": {"max": 3}}},
                "names": "Names", "tags": "Tags", "level": "Level", "choice": "Choice",
                "share": {"target": "Double", "traits": {"range": {"min": 0.5, "max": 2}}},
                "none": {"target": "String", "traits": {"length": {}, "range": {"min": "1"}}}
            }}
        }"#,
        );
        let constraints = |name| member(&client, "OpInput", name).constraints.clone();
        let at_most = |max| Bounds::new(None, Some(max));
        let name = Constraints {
            length: Bounds::new(Some(1), Some(8)),
            pattern: Some("^a$".to_owned()),
            ..Constraints::default()
        };
        assert_eq!(
            constraints("name"),
            Constraints {
                length: at_most(3),
                ..name.clone()
            }
        );
        let element = Constraints {
            pattern: Some("b".to_owned()),
            ..name.clone()
        };
        assert_eq!(
            constraints("names"),
            Constraints {
                length: at_most(5),
                unique_items: true,
                element: Some(Box::new(element)),
                ..Constraints::default()
            }
        );
        assert_eq!(
            constraints("tags"),
            Constraints {
                key: Some(Box::new(name.clone())),
                ..Constraints::default()
            }
        );
        let numbers = [("HIGH".to_owned(), 9), ("LOW".to_owned(), 1)];
        assert_eq!(constraints("level").numbers, numbers);
        let share = constraints("share").range.expect("a range");
        assert_eq!(share.to_string(), "0.5 to 2");
        assert_eq!(constraints("none"), Constraints::default());
        assert_eq!(client.unions[0].variants[0].constraints, name);
    }
}
