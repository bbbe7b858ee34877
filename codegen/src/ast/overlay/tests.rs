use super::apply;
use crate::ast::{Author, Model};
use crate::diagnostics::Diagnostics;
use crate::shape_id::ShapeId;
use crate::source::Source;
use crate::testing::{ast, source};

const MODEL: &str = r#"{"smithy": "2.0", "shapes": {"a#B": {"type": "string",
    "traits": {"smithy.api#pattern": "x"}}}}"#;

fn merge(overlay: &str) -> Result<Model, String> {
    let mut model = ast(MODEL);
    let mut diagnostics = Diagnostics::default();
    apply(Some(&mut model), 0, source(overlay), &mut diagnostics);
    let diagnostics = diagnostics
        .into_result(())
        .map_err(|diagnostics| diagnostics.to_string());
    diagnostics.map(|()| model)
}

fn correction(replaces: &str) -> String {
    format!(
        r#"{{"shapes": {{"a#B": {{"type": "apply", "traits": {{"smithy.api#pattern": "y"}}}}}},
        "metadata": {{"corrections": [{{"shape": "a#B", "trait": "smithy.api#pattern",
        "replaces": "{replaces}", "reason": "wrong"}}]}}}}"#
    )
}

#[test]
fn overlay_adds_a_trait() {
    let model = merge(
        r#"{"shapes": {"a#B": {"type": "apply", "traits": {"smithy.api#documentation": "d"}}}}"#,
    )
    .expect("merged");
    let id = ShapeId::parse("a#B").expect("an id");
    let shape = model.shape(&id).expect("the shape");
    let documentation = shape.traits.documentation().expect("documentation");
    assert_eq!(
        (documentation.text, documentation.author),
        ("d", Author::Overlay)
    );
}

#[test]
fn correction_replaces_the_value_that_it_names() {
    assert!(merge(&correction("x")).is_ok());
    let error = merge(&correction("z")).expect_err("outdated");
    assert!(
        error.contains(r#"replaces `"z"`, but the model now has `"x"`"#),
        "{error}"
    );
}

#[test]
fn a_correction_can_remove_a_trait() {
    let removal = |shape: &str, replaces: &str| {
        format!(
            r#"{{"metadata": {{"corrections": [{{"shape": "{shape}", "trait": "smithy.api#pattern",
            "replaces": "{replaces}", "remove": true, "reason": "wrong"}}]}}}}"#
        )
    };
    let model = merge(&removal("a#B", "x")).expect("merged");
    let id = ShapeId::parse("a#B").expect("an id");
    let shape = model.shape(&id).expect("the shape");
    assert!(!shape.traits.has("smithy.api#pattern"));
    let error = merge(&removal("a#B", "z")).expect_err("outdated");
    assert!(error.contains("but the model now has"), "{error}");
    let error = merge(&removal("a#C", "x")).expect_err("no such shape");
    assert!(
        error.contains("a shape that the model does not have"),
        "{error}"
    );
}

#[test]
fn a_replacement_without_a_correction_is_an_error() {
    let error =
        merge(r#"{"shapes": {"a#B": {"type": "apply", "traits": {"smithy.api#pattern": "y"}}}}"#)
            .expect_err("no correction");
    assert!(error.contains("would replace a trait"), "{error}");
}

#[test]
fn an_unknown_shape_is_an_error() {
    let error = merge(r#"{"shapes": {"a#C": {"type": "apply", "traits": {}}}}"#)
        .expect_err("no such shape");
    assert!(error.contains("a#C"), "{error}");
}

#[test]
fn invalid_overlays_and_corrections_are_errors() {
    let unused = r#"{"metadata": {"corrections": [{"shape": "a#B", "trait": "t", "replaces": 1,
        "reason": "r"}]}}"#;
    let gone = correction("x").replace("smithy.api#pattern", "smithy.api#title");
    for (overlay, reason) in [
        ("{", "the file is not JSON"),
        (
            r#"{"shapes": {"a#B": {"type": "string"}}}"#,
            "is not an apply statement",
        ),
        (
            r#"{"shapes": {"B": {"type": "apply"}}}"#,
            "is not an apply statement",
        ),
        (
            r#"{"shapes": {"a#B$m": {"type": "apply"}}}"#,
            "that the model does not have",
        ),
        (
            r#"{"metadata": {"corrections": [{"shape": "a#B"}]}}"#,
            "a correction is incomplete",
        ),
        (
            &correction("x").replace("wrong", ""),
            "a correction is incomplete",
        ),
        (unused, "the correction of t on a#B has no apply statement"),
        (&gone, "the model no longer has the trait"),
    ] {
        let error = merge(overlay).expect_err(overlay);
        assert!(error.contains(reason), "{overlay}: {error}");
    }
}

const STRUCTURE: &str = r#"{"smithy": "2.0", "shapes": {"a#S": {"type": "structure", "members": {
    "a": {"target": "a#B"}, "b": {"target": "a#B"}, "c": {"target": "a#B"}}}}}"#;

/// Returns the members in the new order, or the diagnostics.
fn reorder(order: &str) -> Result<Vec<String>, String> {
    let mut model = ast(STRUCTURE);
    let mut diagnostics = Diagnostics::default();
    let overlay = format!(r#"{{"metadata": {{"memberOrder": {order}}}}}"#);
    apply(Some(&mut model), 0, source(&overlay), &mut diagnostics);
    diagnostics
        .into_result(())
        .map_err(|diagnostics| diagnostics.to_string())?;
    let id = ShapeId::parse("a#S").expect("an id");
    let members = model.shape(&id).expect("the shape").members();
    Ok(members.map(|member| member.name.clone()).collect())
}

#[test]
fn listed_members_come_first() {
    for (order, expected) in [
        (r#"["c"]"#, ["c", "a", "b"]),
        (r#"["c", "b"]"#, ["c", "b", "a"]),
        (r#"["b", "a", "c"]"#, ["b", "a", "c"]),
    ] {
        let order = format!(r#"{{"a#S": {order}}}"#);
        assert_eq!(reorder(&order).expect("an order"), expected);
    }
}

#[test]
fn orders_that_do_not_fit_the_structure_are_errors() {
    for (order, reason) in [
        (r#"{"a#S": ["d"]}"#, "names `d`, which is not a member"),
        (r#"{"a#S": ["c", "c"]}"#, "names `c` twice"),
        (
            r#"{"a#S": ["a", "b"]}"#,
            "already has the members in this order",
        ),
        (r#"{"a#S": ["y", "z"]}"#, "names no member of the structure"),
        (r#"{"a#S": []}"#, "already has the members in this order"),
        (r#"{"a#S": "c"}"#, "is not a list of names"),
        (r#"{"a#T": ["c"]}"#, "that the model does not have"),
        (r#"["a#S"]"#, "is not an object"),
    ] {
        let error = reorder(order).expect_err(reason);
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn values_of_the_trait_enum_are_documented_by_their_name() {
    let model = r#"{"smithy": "2.0", "shapes": {"a#E": {"type": "string", "traits": {
        "smithy.api#enum": [{"value": "one", "name": "ONE"}, {"value": "two"},
            {"value": "three", "name": "THREE", "documentation": "Old."}]}}}}"#;
    let merge = |statements: &str| {
        let mut model = ast(model);
        let mut diagnostics = Diagnostics::default();
        let overlay = format!(r#"{{"shapes": {{{statements}}}}}"#);
        apply(Some(&mut model), 0, source(&overlay), &mut diagnostics);
        diagnostics.into_result(model)
    };
    let statement = |name: &str, traits: &str| {
        format!(r#""a#E${name}": {{"type": "apply", "traits": {{{traits}}}}}"#)
    };
    let new = r#""smithy.api#documentation": "New.""#;
    let model = merge(&statement("ONE", new)).expect("a model");
    let shape = model.shape(&ShapeId::parse("a#E").expect("an id"));
    let definitions = shape.and_then(|shape| shape.traits.enum_definitions());
    let texts = definitions.into_iter().flatten().map(|definition| {
        let documentation = definition.documentation?;
        Some((documentation.text.to_owned(), documentation.author))
    });
    let expected = [
        Some(("New.".to_owned(), Author::Overlay)),
        None,
        Some(("Old.".to_owned(), Author::Model)),
    ];
    assert!(texts.eq(expected));
    for (statement, reason) in [
        (
            statement("two", new),
            "a shape that the model does not have",
        ),
        (statement("THREE", new), "would replace a trait"),
        (
            statement("ONE", r#""smithy.api#deprecated": {}"#),
            "only a string as documentation can be applied",
        ),
    ] {
        let error = merge(&statement).expect_err("an error").to_string();
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn facts_are_read_from_the_metadata() {
    let model = r#"{"smithy": "2.0", "shapes": {"a#Get": {"type": "operation"},
        "a#Put": {"type": "operation"}, "a#S": {"type": "structure"}}}"#;
    let merge = |metadata: &str| {
        let mut model = ast(model);
        let mut diagnostics = Diagnostics::default();
        let overlay = format!(r#"{{"metadata": {metadata}}}"#);
        apply(Some(&mut model), 0, source(&overlay), &mut diagnostics);
        diagnostics.into_result(model.facts)
    };
    let facts = merge(
        r#"{"resources": [{"name": "Beds", "operations": ["a#Put", "a#Get"]}],
        "callRates": {"a#Put": {"channel": 5, "account": 1}}, "example": "a#Put"}"#,
    );
    let facts = facts.expect("facts");
    let [beds] = &*facts.resources else {
        panic!("{:?}", facts.resources);
    };
    let ids: Vec<_> = beds.operations.iter().map(ShapeId::as_str).collect();
    assert_eq!((&*beds.name, &*ids), ("Beds", &["a#Put", "a#Get"][..]));
    assert_eq!(facts.example.as_ref().map(ShapeId::as_str), Some("a#Put"));
    let rates = facts.call_rates.values().flatten();
    let rates: Vec<_> = rates.map(|rate| (&*rate.per, rate.calls)).collect();
    assert_eq!(rates, [("channel", 5), ("account", 1)]);
    for (metadata, reason) in [
        (r#"{"resources": {}}"#, "`resources` is not a list"),
        (
            r#"{"resources": [{"name": "a"}]}"#,
            "no name or no operations",
        ),
        (
            r#"{"resources": [{"name": " ", "operations": []}]}"#,
            "no name or no operations",
        ),
        (
            r#"{"resources": [{"name": "a", "operations": [1]}]}"#,
            "is not a string",
        ),
        (
            r#"{"resources": [{"name": "a", "operations": ["a#S"]}]}"#,
            "`a#S` is not an operation of the model",
        ),
        (r#"{"example": {}}"#, "`example` is not a string"),
        (
            r#"{"example": "a#S"}"#,
            "`a#S` is not an operation of the model",
        ),
        (r#"{"callRates": []}"#, "`callRates` is not an object"),
        (
            r#"{"callRates": {"a#Get": {}}}"#,
            "not an object of numbers",
        ),
        (
            r#"{"callRates": {"a#Get": {"b": "1"}}}"#,
            "not an object of numbers",
        ),
        (
            r#"{"callRates": {"a#get": {"b": 1}}}"#,
            "`a#get` is not an operation of the model",
        ),
    ] {
        let error = merge(metadata).expect_err("an error").to_string();
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn markdown_files_are_pages() {
    let merge = |names: &[&str]| {
        let mut model = ast(r#"{"smithy": "2.0", "shapes": {}}"#);
        let mut diagnostics = Diagnostics::default();
        for (index, name) in names.iter().enumerate() {
            let overlay = Source { name, text: name };
            apply(Some(&mut model), index, overlay, &mut diagnostics);
        }
        diagnostics.into_result(model.facts)
    };
    let facts = merge(&["a/guide/type.md", "front-page.md", r"b\a-1.md"]).expect("facts");
    let front_page = facts.front_page.as_ref().expect("a front page");
    assert_eq!(
        (front_page.overlay, &*front_page.text),
        (1, "front-page.md")
    );
    let names: Vec<_> = facts.guide.keys().collect();
    assert_eq!(names, ["a-1", "type"]);
    for (names, reason) in [
        (&["A.md"][..], "`A` cannot be the name"),
        (&["1.md"], "`1` cannot be the name"),
        (&["a--b.md"], "`a--b` cannot be the name"),
        (&["a_b.md"], "`a_b` cannot be the name"),
        (&[".md"], "`` cannot be the name"),
        (&["a/b.md", "c/b.md"], "a/b.md is already the page `b`"),
        (
            &["a/front-page.md", "front-page.md"],
            "a/front-page.md is already the page `front-page`",
        ),
    ] {
        let error = merge(names).expect_err("an error").to_string();
        assert!(error.contains(reason), "{error}");
    }
}
