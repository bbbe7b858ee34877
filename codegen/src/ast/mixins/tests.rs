use serde_json::json;

use crate::ast::{Model, Shape, parse};
use crate::diagnostics::Diagnostics;
use crate::shape_id::ShapeId;
use crate::testing::source;

fn read(shapes: &serde_json::Value) -> (Model, Diagnostics) {
    let text = json!({"smithy": "2.0", "shapes": shapes}).to_string();
    let mut diagnostics = Diagnostics::default();
    let model = parse(source(&text), &mut diagnostics).expect("a model");
    (model, diagnostics)
}

fn shape<'a>(model: &'a Model, id: &str) -> &'a Shape {
    let id = ShapeId::parse(id).expect("an id");
    model.shape(&id).expect("a shape")
}

fn members(shape: &Shape) -> Vec<(&str, &str, &str)> {
    let members = shape.members();
    members
        .map(|member| (member.id.as_str(), &*member.name, member.target.name()))
        .collect()
}

#[test]
fn members_of_mixins_come_first_and_traits_are_added() {
    let (model, diagnostics) = read(&json!({
        "t#A": {"type": "structure",
            "mixins": [{"target": "t#M"}, {"target": "t#N"}],
            "members": {"own": {"target": "smithy.api#Long"}},
            "traits": {"smithy.api#title": "own"}},
        "t#M": {"type": "structure", "mixins": [{"target": "t#N"}],
            "members": {"m": {"target": "smithy.api#String"}},
            "traits": {"smithy.api#mixin": {"localTraits": ["smithy.api#private"]},
                "smithy.api#private": {}, "smithy.api#title": "m", "smithy.api#tags": ["m"]}},
        "t#N": {"type": "structure",
            "members": {"n": {"target": "smithy.api#Integer"}},
            "traits": {"smithy.api#mixin": {}}},
        "t#A$m": {"type": "apply", "traits": {"smithy.api#required": {}}},
        "t#N$n": {"type": "apply", "traits": {"smithy.api#jsonName": "x"}}
    }));
    assert!(diagnostics.is_empty(), "{diagnostics}");
    let a = shape(&model, "t#A");
    let expected = [
        ("t#A$n", "n", "Integer"),
        ("t#A$m", "m", "String"),
        ("t#A$own", "own", "Long"),
    ];
    assert_eq!(members(a), expected);
    let ids: Vec<_> = a.traits.ids().collect();
    assert_eq!(ids, ["smithy.api#title", "smithy.api#tags"]);
    assert_eq!(a.traits.title(), Some("own"));
    let traits = |name: &str| {
        let mut members = a.members();
        let member = members.find(|member| member.name == name);
        let traits = member.map(|member| member.traits.ids().map(str::to_owned).collect());
        traits.unwrap_or_else(Vec::new)
    };
    assert_eq!(traits("m"), ["smithy.api#required"]);
    assert_eq!(traits("n"), ["smithy.api#jsonName"]);
    // The mixin itself is unchanged.
    let m = shape(&model, "t#M");
    assert_eq!(m.members().count(), 2);
    assert!(m.members().all(|member| !member.traits.is_required()));
}

#[test]
fn services_operations_and_lists_inherit_from_mixins() {
    let (model, diagnostics) = read(&json!({
        "t#S": {"type": "service", "mixins": [{"target": "t#MS"}], "version": "2"},
        "t#MS": {"type": "service", "version": "1", "operations": [{"target": "t#O"}],
            "traits": {"smithy.api#mixin": {}}},
        "t#O": {"type": "operation", "mixins": [{"target": "t#MO"}],
            "errors": [{"target": "t#E"}]},
        "t#MO": {"type": "operation", "errors": [{"target": "t#F"}],
            "traits": {"smithy.api#mixin": {}}},
        "t#L": {"type": "list", "mixins": [{"target": "t#ML"}]},
        "t#ML": {"type": "list", "member": {"target": "smithy.api#String"},
            "traits": {"smithy.api#mixin": {}, "smithy.api#sparse": {}}}
    }));
    assert!(diagnostics.is_empty(), "{diagnostics}");
    let kind = format!("{:?}", shape(&model, "t#S").kind);
    assert!(
        kind.contains("t#O") && kind.contains("version: \"2\""),
        "{kind}"
    );
    let kind = format!("{:?}", shape(&model, "t#O").kind);
    assert!(kind.contains("t#E") && kind.contains("t#F"), "{kind}");
    let list = shape(&model, "t#L");
    assert_eq!(members(list)[0].2, "String");
    assert!(list.traits.is_sparse());
}

#[test]
fn one_fault_gives_one_diagnostic() {
    let mixin = |mixins: &[&str]| {
        let mixins: Vec<_> = mixins.iter().map(|id| json!({"target": id})).collect();
        json!({"type": "structure", "mixins": mixins, "traits": {"smithy.api#mixin": {}}})
    };
    for (shapes, expected) in [
        (
            json!({"t#A": mixin(&["t#B"]), "t#B": mixin(&["t#C"]), "t#C": mixin(&["t#B"])}),
            "[E0308]: its mixins refer back to the shape itself",
        ),
        (
            json!({"t#A": mixin(&["t#None"]), "t#B": mixin(&["t#A"])}),
            "[E0301]: it refers to t#None",
        ),
        (
            json!({"t#A": mixin(&["t#B"]), "t#B": {"type": "union", "members": {}}}),
            "[E0307]: t#B is not a mixin of the same type",
        ),
        (
            json!({"t#A": mixin(&["t#B"]), "t#B": {"type": "structure"}}),
            "[E0307]: t#B is not a mixin of the same type",
        ),
    ] {
        let (_, diagnostics) = read(&shapes);
        assert_eq!(diagnostics.iter().count(), 1, "{diagnostics}");
        assert!(diagnostics.to_string().contains(expected), "{diagnostics}");
    }
}

#[test]
fn long_chains_are_resolved_without_recursion() {
    let mut shapes = serde_json::Map::new();
    for index in 0..3000 {
        let next = format!("t#M{}", index + 1);
        shapes.insert(
            format!("t#M{index}"),
            json!({"type": "structure", "mixins": [{"target": next}],
                "traits": {"smithy.api#mixin": {}}}),
        );
    }
    let end = json!({"type": "structure", "members": {"a": {"target": "smithy.api#String"}},
        "traits": {"smithy.api#mixin": {}}});
    shapes.insert("t#M3000".to_owned(), end);
    let (model, diagnostics) = read(&shapes.into());
    assert!(diagnostics.is_empty(), "{diagnostics}");
    assert_eq!(members(shape(&model, "t#M0")).len(), 1);
}
