use super::parse;
use crate::ast::{Model, ShapeKind};
use crate::diagnostics::Diagnostics;
use crate::shape_id::ShapeId;
use crate::testing::source;

fn parse_shapes(shapes: &str) -> Result<Model, Vec<String>> {
    let text = format!(r#"{{"smithy": "2.0", "shapes": {{{shapes}}}}}"#);
    let mut diagnostics = Diagnostics::default();
    let model = parse(source(&text), &mut diagnostics);
    let reasons = |diagnostics: Diagnostics| {
        diagnostics
            .iter()
            .map(|diagnostic| diagnostic.reason.clone())
            .collect::<Vec<_>>()
    };
    diagnostics.into_result(()).map_err(reasons)?;
    model.ok_or_else(Vec::new)
}

fn kind(name: &str, shape: &str) -> ShapeKind {
    let model = parse_shapes(&format!(r#""a#{name}": {shape}"#)).expect("a model");
    let id = ShapeId::parse(&format!("a#{name}")).expect("an id");
    model.shape(&id).expect("the shape").kind.clone()
}

#[test]
fn simple_types_are_read() {
    for type_name in [
        "blob",
        "boolean",
        "string",
        "timestamp",
        "byte",
        "short",
        "integer",
        "long",
        "float",
        "double",
        "bigInteger",
        "bigDecimal",
        "document",
    ] {
        let kind = format!("{:?}", kind("A", &format!(r#"{{"type": "{type_name}"}}"#)));
        assert!(kind.eq_ignore_ascii_case(type_name), "{type_name}: {kind}");
    }
}

#[test]
fn members_are_read_in_the_order_of_the_model() {
    let members = r#""members": {"b": {"target": "a#B"}, "a": {"target": "a#A"}}"#;
    for (type_name, expected) in [
        ("structure", "Structure"),
        ("union", "Union"),
        ("enum", "Enum"),
        ("intEnum", "IntEnum"),
    ] {
        let kind = kind("A", &format!(r#"{{"type": "{type_name}", {members}}}"#));
        let (ShapeKind::Structure(members)
        | ShapeKind::Union(members)
        | ShapeKind::Enum(members)
        | ShapeKind::IntEnum(members)) = &kind
        else {
            panic!("{type_name}: {kind:?}");
        };
        assert!(format!("{kind:?}").starts_with(expected), "{kind:?}");
        let ids: Vec<_> = members.iter().map(|member| member.id.as_str()).collect();
        assert_eq!(ids, ["a#A$b", "a#A$a"], "the model's order");
    }
    for type_name in ["list", "set"] {
        let kind = kind(
            "A",
            &format!(r#"{{"type": "{type_name}", "member": {{"target": "a#B"}}}}"#),
        );
        assert!(matches!(kind, ShapeKind::List(member) if member.target.as_str() == "a#B"));
    }
    let map = r#"{"type": "map", "key": {"target": "a#K"}, "value": {"target": "a#V"}}"#;
    assert!(matches!(
        kind("A", map),
        ShapeKind::Map(key, value)
            if key.target.as_str() == "a#K" && value.id.as_str() == "a#A$value"
    ));
}

#[test]
fn input_and_output_default_to_unit() {
    let operation =
        r#"{"type": "operation", "output": {"target": "a#O"}, "errors": [{"target": "a#E"}]}"#;
    let ShapeKind::Operation {
        input,
        output,
        errors,
    } = kind("A", operation)
    else {
        panic!("no operation");
    };
    assert_eq!(input.as_str(), "smithy.api#Unit");
    assert_eq!(output.as_str(), "a#O");
    assert_eq!(errors.len(), 1);
}

#[test]
fn resources_have_lifecycle_and_other_operations() {
    let resource = r#"{"type": "resource", "create": {"target": "a#C"}, "list": {"target": "a#L"},
        "operations": [{"target": "a#O"}], "collectionOperations": [{"target": "a#P"}],
        "resources": [{"target": "a#R"}]}"#;
    let ShapeKind::Resource {
        operations,
        resources,
    } = kind("A", resource)
    else {
        panic!("no resource");
    };
    let operations: Vec<_> = operations.iter().map(ShapeId::as_str).collect();
    assert_eq!(operations, ["a#C", "a#L", "a#O", "a#P"]);
    assert_eq!(resources.len(), 1);
}

#[test]
fn applied_traits_are_merged() {
    let model = parse_shapes(
        r#""a#S$m": {"type": "apply", "traits": {"smithy.api#documentation": "m"}},
        "a#S": {"type": "structure", "members": {"m": {"target": "a#S"}},
            "traits": {"smithy.api#title": "t"}}, "a#T": {"type": "string"}"#,
    )
    .expect("a model");
    let id = ShapeId::parse("a#S").expect("an id");
    let shape = model.shape(&id).expect("the shape");
    assert_eq!(shape.traits.title(), Some("t"));
    let member = shape.members().next().expect("a member");
    assert_eq!(
        member
            .traits
            .documentation()
            .map(|documentation| documentation.text),
        Some("m")
    );
}

#[test]
fn all_faults_are_reported_at_once() {
    let diagnostics = parse_shapes(
        r#""nothing": {"type": "string"},
        "a#B": {"type": "bulb"},
        "a#C": {},
        "a#D": {"type": "list"},
        "a#E": {"type": "structure", "members": {"1x": {"target": "a#E"}, "_": {"target": "a#E"}}},
        "a#F": {"type": "structure", "members": {"a": {"target": "F"}, "b": null}},
        "a#G": {"type": "apply", "traits": {}},
        "a#B$m": {"type": "apply", "traits": {}},
        "a#H": -1,
        "a#I": {"type": "union", "members": [], "traits": 1},
        "a#J": {"type": "service", "version": 1, "operations": {}, "errors": [{"target": "x"}]}"#,
    )
    .expect_err("diagnostics");
    let expected = [
        "`nothing` is not a shape id",
        "`bulb` is not a shape type",
        "the shape has no type",
        "the shape has no `member`",
        "`1x` is not a member name",
        "`_` is not a member name",
        r#"`"F"` is not a shape id"#,
        "the reference has no target",
        "the shape has no type",
        "`members` is not an object",
        "`traits` is not an object",
        "`version` is not a string",
        "`operations` is not a list",
        r#"`"x"` is not a shape id"#,
        "traits are applied to a shape that does not exist",
    ];
    assert_eq!(diagnostics, expected);
}

#[test]
fn files_other_than_smithy_2_models_are_errors() {
    for (text, reason) in [
        ("{", "the file is not JSON"),
        ("[]", "the file is not a JSON object"),
        (
            r#"{"smithy": "2", "shapes": []}"#,
            "`shapes` is not an object",
        ),
        (
            r#"{"smithy": "1.0"}"#,
            r#"the model lacks `"smithy": "2.0"`"#,
        ),
        (r#"{"smithy": 2}"#, r#"the model lacks `"smithy": "2.0"`"#),
    ] {
        let mut diagnostics = Diagnostics::default();
        assert!(parse(source(text), &mut diagnostics).is_none(), "{text}");
        let diagnostics = diagnostics.to_string();
        assert!(diagnostics.contains(reason), "{text}: {diagnostics}");
    }
}

#[test]
fn a_private_marker_of_the_parser_is_a_name_like_any_other() {
    let members = r#"{"a": {"target": "smithy.api#String"}}"#.replace('"', "\\\"");
    for (marker, value) in [("RawValue", members.as_str()), ("Number", "7")] {
        let key = format!("$serde_json::private::{marker}");
        let shape = format!(r#""a#S": {{"type": "structure", "members": {{"{key}": "{value}"}}}}"#);
        let reasons = parse_shapes(&shape).expect_err("not a member name");
        assert_eq!(reasons, [format!("`{key}` is not a member name")]);
    }
}
