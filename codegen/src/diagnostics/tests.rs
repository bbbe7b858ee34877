use super::{Code, Diagnostics, Input, SUGGESTED, Severity};
use crate::shape_id::ShapeId;

#[test]
fn a_diagnostic_prints_all_its_parts() {
    let mut diagnostics = Diagnostics::about(Input::Model, "model.json");
    let id = ShapeId::parse("a#B").expect("an id");
    diagnostics.file(Code::Syntax, "no JSON", "give some");
    diagnostics
        .shape(Code::NoTarget, &id, "no target", "add it")
        .did_you_mean("Chanel", ["Channel"]);
    diagnostics
        .shape_trait(Code::TraitValue, &id, "c#d", "no value", "set it")
        .severity = Severity::Warning;
    let expected = "error[E0101]: no JSON\n  file:  model.json\n  help:  give some\n\n\
                    error[E0301]: no target\n  file:  model.json\n  shape: a#B\n  \
                    help:  did you mean `Channel`?\n  help:  add it\n\n\
                    warning[E0402]: no value\n  file:  model.json\n  shape: a#B\n  trait: c#d\n  help:  set it";
    assert_eq!(diagnostics.to_string(), expected);
    let places: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| diagnostic.place.to_string())
        .collect();
    assert_eq!(places, ["", "shapes/a#B", "shapes/a#B/traits/c#d"]);
}

#[test]
fn only_errors_prevent_a_result() {
    assert_eq!(Diagnostics::default().into_result(1), Ok(1));
    let mut diagnostics = Diagnostics::about(Input::Partitions, "a");
    diagnostics.file(Code::UnknownTrait, "r", "h").severity = Severity::Warning;
    assert_eq!(diagnostics.clone().into_result(1), Ok(1));
    diagnostics.file(Code::UnknownTrait, "r", "h");
    let mut all = Diagnostics::default();
    all.extend(diagnostics);
    assert_eq!(all.count(Severity::Error), 1);
    assert!(all.into_result(1).is_err());
}

#[test]
fn only_the_first_diagnostics_have_suggestions() {
    let mut diagnostics = Diagnostics::default();
    for _ in 0..SUGGESTED + 1 {
        diagnostics
            .file(Code::UnknownKey, "unknown", "remove it")
            .did_you_mean("Chanel", ["Channel"]);
    }
    let suggestions = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.nearest.is_some());
    assert_eq!(suggestions.count(), SUGGESTED);
}
