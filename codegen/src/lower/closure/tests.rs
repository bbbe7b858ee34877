use crate::diagnostics::Diagnostics;
use crate::ir::Usage;
use crate::testing::{assert_diagnostic, ast, client, diagnostic_lines, model, structure};

/// Which way `name` travels, where it is of the closure.
fn usage(shapes: &str, name: &str) -> Option<Usage> {
    let model = ast(&model(shapes).to_string());
    let mut diagnostics = Diagnostics::default();
    let closure = super::closure(&model, false, &mut diagnostics).expect("a closure");
    assert!(diagnostics.is_empty(), "{diagnostics}");
    let mut shapes = closure.shapes.iter();
    let shape = shapes.find(|(id, _)| id.name() == name);
    shape.map(|(_, (_, usage))| *usage)
}

#[test]
fn operations_come_from_the_service_and_from_resources_once() {
    let client = client(
        r#"{
        "Service": {"resources": ["A"]},
        "A": {"type": "resource", "create": "Create", "operations": ["Op"], "resources": ["B"]},
        "B": {"type": "resource", "collectionOperations": ["List"], "resources": ["A"]},
        "Create": {"type": "operation", "traits": {"http": {"method": "PUT", "uri": "/c"}}},
        "List": {"type": "operation", "traits": {"http": {"method": "GET", "uri": "/l"}}},
        "Other": {"type": "operation"}
    }"#,
    );
    let modules: Vec<_> = client.operations.iter().map(|one| &*one.module).collect();
    assert_eq!(modules, ["create", "list", "op"]);
}

#[test]
fn errors_of_the_service_are_errors_of_each_operation() {
    let client = client(
        r#"{
        "Service": {"errors": ["Common", "Own"]},
        "Op": {"errors": ["Own"]},
        "Own": {"type": "structure", "traits": {"error": "client"}},
        "Common": {"type": "structure", "traits": {"error": "server"}},
        "Unused": {"type": "structure", "traits": {"error": "server"}}
    }"#,
    );
    let names = |errors: &mut dyn Iterator<Item = &String>| errors.cloned().collect::<Vec<_>>();
    let variants = &client.operations[0].errors;
    let variants = names(&mut variants.iter().map(|variant| &variant.name.rust));
    assert_eq!(variants, ["Common", "Own"]);
    let types = names(&mut client.errors.iter().map(|error| &error.name.rust));
    assert_eq!(types, ["Common", "Own"]);
}

#[test]
fn shapes_travel_the_way_of_what_reaches_them() {
    let shapes = r#"{
        "Service": {"operations": ["Op", "Put"]},
        "Put": {"type": "operation", "input": "Later"},
        "Later": {"type": "structure", "members": {"late": "Late"}},
        "Late": {"type": "structure"},
        "In": {"members": {"both": "Both", "q": {"target": "List", "traits": {"httpQuery": "q"}}}},
        "Out": {"members": {"both": "Both", "map": "Map", "late": "Late"}},
        "Op": {"errors": ["Bad"]},
        "Bad": {"type": "structure", "members": {"why": "Why"}, "traits": {"error": "client"}},
        "Why": {"type": "structure"},
        "Both": {"type": "structure", "members": {"deep": "Deep", "self": "Both"}},
        "Deep": {"type": "structure"},
        "List": {"type": "list", "member": "Kind"},
        "Kind": {"type": "enum", "members": {"A": "Unit"}},
        "Map": {"type": "map", "key": "String", "value": "Read"},
        "Read": {"type": "structure"},
        "Unused": {"type": "structure"}
    }"#;
    let usage = |name| {
        usage(shapes, name).map(|usage| (usage.in_responses, usage.in_requests, usage.in_bindings))
    };
    assert_eq!(usage("Both"), Some((true, true, false)));
    assert_eq!(usage("Deep"), Some((true, true, false)));
    assert_eq!(usage("Late"), Some((true, true, false)));
    assert_eq!(usage("Kind"), Some((false, true, true)));
    assert_eq!(usage("Read"), Some((true, false, false)));
    assert_eq!(usage("Why"), Some((true, false, false)));
    assert_eq!(usage("Unused"), None);
    assert_eq!(usage("In"), None, "inputs are the operations' own");
}

#[test]
fn references_lead_to_what_is_there() {
    for (shapes, diagnostic) in [
        (
            r#"{"In": {"members": {"a": {"target": "t#Gone"}}}}"#,
            "E0301 t#In$a: it refers to t#Gone, which the model does not have",
        ),
        (
            r#"{"Service": {"operations": ["Op", {"target": "t#Gone"}]}}"#,
            "E0301 t#Service: it refers to t#Gone, which the model does not have",
        ),
        (
            r#"{"Op": {"errors": ["Text"]}, "Text": {"type": "string"}}"#,
            "E0302 t#Op: it refers to t#Text, which is not a structure",
        ),
        (
            r#"{"Service": {"operations": ["Op", "In"]}}"#,
            "E0302 t#Service: it refers to t#In, which is not an operation",
        ),
        (
            r#"{"Service": {"resources": ["In"]}}"#,
            "E0302 t#Service: it refers to t#In, which is not a resource",
        ),
        (
            r#"{"In": {"members": {"a": "Op"}}}"#,
            "E0302 t#In$a: it refers to t#Op, which is not a shape of data",
        ),
    ] {
        assert_diagnostic(shapes, diagnostic);
    }
}

#[test]
fn there_is_one_service() {
    assert_diagnostic(
        r#"{"Zweite": {"type": "service", "version": "1"}}"#,
        "E0209 t#Zweite: the model has a second service, beside t#Service",
    );
    assert_diagnostic(r#"{"Service": null}"#, "E0208 : the model has no service");
}

#[test]
fn a_long_chain_of_structures_is_no_trouble() {
    let link = |index: usize| {
        let next = (index + 1) % 5_000;
        format!(
            r#""S{index}": {{"type": "structure", "members": {{"n": "L{next}"}}}},
            "L{index}": {{"type": "list", "member": "S{index}"}},"#
        )
    };
    let links: String = (0..5_000).map(link).collect();
    let shapes = format!(r#"{{{links} "In": {{"members": {{"a": "S0"}}}}}}"#);
    assert!(usage(&shapes, "S4999").is_some());
}

#[test]
fn an_operation_may_take_and_give_nothing() {
    let client = client(r#"{"Op": {"input": null, "output": null}, "In": null, "Out": null}"#);
    assert!(structure(&client, "OpInput").members.is_empty());
    assert!(structure(&client, "OpOutput").members.is_empty());
}

#[test]
fn all_findings_come_at_once() {
    let diagnostics = diagnostic_lines(
        r#"{
        "Service": {"traits": {"title": null}},
        "In": {"members": {"a": {"target": "t#Gone"}, "b": "Unit"}},
        "Out": {"members": {"c": {"target": "String", "traits": {"made.up#trait": {}}}}},
        "Op": {"traits": {"http": null}}
    }"#,
    );
    let shapes = ["t#In$a", "t#In$b", "t#Out$c", "t#Service", "t#Op"];
    for shape in shapes {
        assert!(
            diagnostics
                .iter()
                .any(|line| line.contains(&format!(" {shape}: "))),
            "{diagnostics:#?}"
        );
    }
    assert_eq!(diagnostics.len(), shapes.len(), "{diagnostics:#?}");
}
