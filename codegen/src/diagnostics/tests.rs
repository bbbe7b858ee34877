use super::{Code, Diagnostics, Input, Severity};
use crate::ast::ShapeId;

#[test]
fn a_finding_says_where_what_and_how() {
    let mut found = Diagnostics::about(Input::Model, "model.json");
    let id = ShapeId::parse("a#B").expect("an id");
    found.text(Code::Syntax, "no JSON", "give some");
    found
        .shape(Code::NoTarget, &id, "no target", "add it")
        .meant("Chanel", ["Channel"]);
    found
        .shape_trait(Code::TraitValue, &id, "c#d", "no value", "set it")
        .severity = Severity::Warning;
    let expected = "error[E0101]: no JSON\n  file:  model.json\n  help:  give some\n\n\
                    error[E0301]: no target\n  file:  model.json\n  shape: a#B\n  \
                    help:  did you mean `Channel`?\n  help:  add it\n\n\
                    warning[E0402]: no value\n  file:  model.json\n  shape: a#B\n  trait: c#d\n  help:  set it";
    assert_eq!(found.to_string(), expected);
    let places: Vec<_> = found.iter().map(|one| one.place.to_string()).collect();
    assert_eq!(places, ["", "shapes/a#B", "shapes/a#B/traits/c#d"]);
}

#[test]
fn without_errors_there_is_a_value() {
    assert_eq!(Diagnostics::default().or(1), Ok(1));
    let mut found = Diagnostics::about(Input::Partitions, "a");
    found.text(Code::UnknownTrait, "r", "h").severity = Severity::Warning;
    assert_eq!(found.clone().or(1), Ok(1));
    found.text(Code::UnknownTrait, "r", "h");
    let mut all = Diagnostics::default();
    all.extend(found);
    assert_eq!(all.count(Severity::Error), 1);
    assert!(all.or(1).is_err());
}
