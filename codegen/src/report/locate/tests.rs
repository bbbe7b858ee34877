use super::locate;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Input, Place, Step};
use crate::shape_id::ShapeId;
use crate::source::Sources;
use crate::testing::source;

const MODEL: &str = r#"{"shapes": {
    "a#S": {"type": "structure", "members": {
        "m": {"target": "a#L", "traits": {"x#own": {"k": [1, {"ö": 2}]}, "x#both": 3}},
        "member": {"target": "a#T"}
    }},
    "a#L": {"type": "list", "member": {"target": "a#M"}},
    "a#M": {"type": "map", "key": {"target": "a#K"}, "value": {"target": "a#V"}},
    "a#S$m": {"type": "apply", "traits": {"x#both": 4, "x#applied": 5}},
    "a#\u0054": {"type": "string"},
    "a#Op": {"type": "operation", "input": {"target": "a#I"}, "errors": [{"target": "a#E"}, {"target": "a#F"}]}
}}"#;

const OVERLAY: &str = r#"{"shapes": {
    "a#T": {"type": "apply", "traits": {"x#late": 6}},
    "a#S$m": {"type": "apply", "traits": {"x#both": 7}}}}"#;

fn sources(overlays: &[&'static str]) -> Sources<'static> {
    Sources {
        model: source(MODEL),
        overlays: overlays.iter().map(|text| source(text)).collect(),
        partitions: source("{}"),
    }
}

fn id(string: &str) -> ShapeId {
    ShapeId::parse(string).expect(string)
}

/// Returns the input, the excerpt and the label of the first diagnostic about the model.
fn locate_first(
    overlays: &[&'static str],
    add: impl FnOnce(&mut Diagnostics) -> &mut Diagnostic,
) -> (Input, String, &'static str) {
    let mut diagnostics = Diagnostics::about(Input::Model, "model");
    add(&mut diagnostics);
    let sources = sources(overlays);
    let diagnostics = locate(diagnostics, &sources);
    let diagnostic = diagnostics.iter().next().expect("a diagnostic");
    let span = diagnostic.span.expect("a span");
    let text = sources.get(diagnostic.input).expect("a text").text;
    let excerpt = text[span.start..span.end].to_owned();
    (diagnostic.input, excerpt, span.label)
}

#[test]
fn shapes_and_members_are_found_by_name() {
    for (shape, excerpt, label) in [
        ("a#S", r#""a#S""#, "this shape"),
        ("a#T", r#""a#\u0054""#, "this shape"),
        ("a#S$m", r#""m""#, "this member"),
        ("a#S$member", r#""member""#, "this member"),
        ("a#L$member", r#""member""#, "this member"),
        ("a#M$key", r#""key""#, "this member"),
        ("a#M$value", r#""value""#, "this member"),
        ("a#S$gone", r#""a#S""#, "in this shape"),
        ("a#Gone", "{", "in this file"),
    ] {
        let diagnostics = locate_first(&[], |diagnostics| {
            diagnostics.shape(Code::NoTarget, &id(shape), "", "")
        });
        let expected = (Input::Model, excerpt.to_owned(), label);
        assert_eq!(diagnostics, expected, "{shape}");
    }
}

#[test]
fn traits_are_found_in_the_statement_in_effect() {
    for (overlays, shape, trait_id, input, excerpt) in [
        (
            &[][..],
            "a#S$m",
            "x#own",
            Input::Model,
            r#"{"k": [1, {"ö": 2}]}"#,
        ),
        (&[], "a#S$m", "x#both", Input::Model, "4"),
        (&[], "a#S$m", "x#applied", Input::Model, "5"),
        (&[OVERLAY], "a#S$m", "x#both", Input::Overlay(0), "7"),
        (&[OVERLAY, "{}"], "a#T", "x#late", Input::Overlay(0), "6"),
        (&["{}", OVERLAY], "a#T", "x#late", Input::Overlay(1), "6"),
    ] {
        let diagnostics = locate_first(overlays, |diagnostics| {
            diagnostics.shape_trait(Code::TraitValue, &id(shape), trait_id, "", "")
        });
        assert_eq!(
            diagnostics,
            (input, excerpt.to_owned(), "this value"),
            "{shape} {trait_id}"
        );
    }
    let key = locate_first(&[OVERLAY], |diagnostics| {
        diagnostics
            .shape_trait(Code::UnknownTrait, &id("a#T"), "x#late", "", "")
            .key()
    });
    assert_eq!(
        key,
        (Input::Overlay(0), r#""x#late""#.to_owned(), "this trait")
    );
    let missing = locate_first(&[OVERLAY], |diagnostics| {
        diagnostics.shape_trait(Code::TraitMissing, &id("a#T"), "x#gone", "", "")
    });
    assert_eq!(
        missing,
        (Input::Model, r#""a#\u0054""#.to_owned(), "in this shape")
    );
}

#[test]
fn nested_values_are_found() {
    for (steps, excerpt, label) in [
        (vec!["k".into(), 1.into(), "ö".into()], "2", "this value"),
        (vec!["k".into(), 1.into()], r#"{"ö": 2}"#, "this value"),
        // Incomplete places.
        (
            vec!["k".into(), 1.into(), "gone".into()],
            r#"{"ö": 2}"#,
            "in this value",
        ),
        (vec!["k".into(), 7.into()], r#""k""#, "in this value"),
        (vec!["gone".into()], r#""x#own""#, "in this trait"),
    ] {
        let diagnostics = locate_first(&[], |diagnostics: &mut Diagnostics| {
            diagnostics
                .shape_trait(Code::TraitValue, &id("a#S$m"), "x#own", "", "")
                .below(steps)
        });
        assert_eq!(diagnostics, (Input::Model, excerpt.to_owned(), label));
    }
}

#[test]
fn references_are_found_by_target() {
    for (shape, under, target, excerpt) in [
        ("a#Op", &["input"][..], "a#I", r#""a#I""#),
        ("a#Op", &["output", "errors"], "a#F", r#""a#F""#),
        ("a#L$member", &[], "a#M", r#""a#M""#),
    ] {
        let diagnostics = locate_first(&[], |diagnostics| {
            diagnostics
                .shape(Code::NoTarget, &id(shape), "", "")
                .target(under, &id(target))
        });
        assert_eq!(
            diagnostics,
            (Input::Model, excerpt.to_owned(), "this reference")
        );
    }
}

#[test]
fn diagnostics_are_sorted_by_input_and_position() {
    let sources = sources(&[OVERLAY]);
    let mut diagnostics = Diagnostics::default();
    let mut add = |input, reason: &str, steps: &[&str]| {
        let mut added = Diagnostics::about(input, "");
        let diagnostic = added.file(Code::Form, reason, "");
        let steps = steps.iter().map(|key| Step::from(*key));
        diagnostic.place = Place::default().down(steps);
        diagnostics.extend(added);
    };
    add(Input::Other, "7", &[]);
    add(Input::Partitions, "6", &[]);
    add(Input::Overlay(0), "5", &["shapes", "a#T"]);
    add(Input::Model, "3", &["shapes", "a#Op"]);
    add(Input::Model, "4", &["shapes", "a#Op", "errors"]);
    add(Input::Model, "1", &["shapes", "a#S"]);
    add(Input::Model, "2", &["shapes", "a#L"]);
    add(Input::Model, "1", &["shapes", "a#S"]);
    let diagnostics = locate(diagnostics, &sources);
    let reasons: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| &*diagnostic.reason)
        .collect();
    assert_eq!(reasons, ["1", "2", "3", "4", "5", "6", "7"]);
}

#[test]
fn lines_and_columns_match_those_of_editors() {
    let sources = Sources {
        model: source("{\"é\": 0,\r\n \"ü\": {\"a\": 1}, \"a\": 2,\n \"ü\": {\"a\": 3}}"),
        overlays: Vec::new(),
        partitions: source(""),
    };
    for (steps, position) in [
        (&["é"][..], (1, 7)),
        (&["a"], (2, 22)),
        (&["ü", "a"], (3, 13)),
    ] {
        let mut diagnostics = Diagnostics::about(Input::Model, "model");
        let steps = steps.iter().map(|key| Step::from(*key));
        diagnostics.file(Code::Form, "", "").below(steps);
        let diagnostics = locate(diagnostics, &sources);
        let span = diagnostics
            .iter()
            .next()
            .and_then(|diagnostic| diagnostic.span);
        let span = span.expect("a span");
        assert_eq!((span.line, span.column), position);
    }
}
