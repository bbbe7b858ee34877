use crate::diagnostics::Diagnostics;
use crate::ir::{AuthScheme, Usage};
use crate::testing::{assert_diagnostic, ast, client, diagnostic_lines, model, structure};

/// Returns the usage of the shape `name`, or `None` if it is not in the closure.
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
fn operations_of_the_service_and_its_resources_appear_once() {
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
    let operations = client.operations.iter();
    let modules: Vec<_> = operations.map(|operation| &*operation.module).collect();
    assert_eq!(modules, ["create", "list", "op"]);
}

#[test]
fn errors_of_the_service_are_errors_of_each_operation() {
    let client = client(
        r#"{
        "Service": {"errors": ["Common", "Specific"]},
        "Op": {"errors": ["Specific"]},
        "Specific": {"type": "structure", "traits": {"error": "client"}},
        "Common": {"type": "structure", "traits": {"error": "server"}},
        "Unused": {"type": "structure", "traits": {"error": "server"}}
    }"#,
    );
    let names = |errors: &mut dyn Iterator<Item = &String>| errors.cloned().collect::<Vec<_>>();
    let errors = &client.operations[0].errors;
    let variants = names(&mut errors.iter().map(|variant| &variant.name.rust));
    assert_eq!(variants, ["Common", "Specific"]);
    let types = names(&mut client.errors.iter().map(|error| &error.name.rust));
    assert_eq!(types, ["Common", "Specific"]);
}

#[test]
fn shapes_are_used_like_the_members_that_reach_them() {
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
    assert_eq!(usage("In"), None, "inputs belong to their operation");
}

#[test]
fn reference_to_a_missing_or_wrong_shape_is_an_error() {
    for (shapes, diagnostic) in [
        (
            r#"{"In": {"members": {"a": {"target": "t#Gone"}}}}"#,
            "E0301 t#In$a: the target t#Gone is not in the model",
        ),
        (
            r#"{"Service": {"operations": ["Op", {"target": "t#Gone"}]}}"#,
            "E0301 t#Service: the target t#Gone is not in the model",
        ),
        (
            r#"{"Op": {"errors": ["Text"]}, "Text": {"type": "string"}}"#,
            "E0302 t#Op: the target t#Text is not a structure",
        ),
        (
            r#"{"Service": {"operations": ["Op", "In"]}}"#,
            "E0302 t#Service: the target t#In is not an operation",
        ),
        (
            r#"{"Service": {"resources": ["In"]}}"#,
            "E0302 t#Service: the target t#In is not a resource",
        ),
        (
            r#"{"In": {"members": {"a": "Op"}}}"#,
            "E0302 t#In$a: the target t#Op is not a data type",
        ),
    ] {
        assert_diagnostic(shapes, diagnostic);
    }
}

#[test]
fn model_without_exactly_one_service_is_an_error() {
    assert_diagnostic(
        r#"{"Zweite": {"type": "service", "version": "1"}}"#,
        "E0209 t#Zweite: the model has a second service besides t#Service",
    );
    assert_diagnostic(r#"{"Service": null}"#, "E0208 : the model has no service");
}

#[test]
fn long_chain_of_structures_does_not_overflow_the_stack() {
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
fn operation_without_input_and_output_has_empty_structures() {
    let client = client(r#"{"Op": {"input": null, "output": null}, "In": null, "Out": null}"#);
    assert!(structure(&client, "OpInput").members.is_empty());
    assert!(structure(&client, "OpOutput").members.is_empty());
}

#[test]
fn all_diagnostics_are_reported_at_once() {
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

#[test]
fn mixins_of_services_resources_and_operations_are_merged_and_not_part_of_the_api() {
    let client = client(
        r#"{
        "Service": {"mixins": ["Common"], "operations": null},
        "Common": {"type": "service", "version": "1", "errors": ["Bad"], "resources": ["Bed"],
            "traits": {"mixin": {}, "httpBearerAuth": {}}},
        "Other": {"type": "service", "version": "1", "operations": ["Mixin"],
            "traits": {"mixin": {}}},
        "Bed": {"type": "resource", "mixins": ["Readable"]},
        "Readable": {"type": "resource", "operations": ["Op"], "traits": {"mixin": {}}},
        "Op": {"mixins": ["Mixin"]},
        "Mixin": {"type": "operation", "errors": ["Full"],
            "traits": {"mixin": {}, "optionalAuth": {}}},
        "Bad": {"type": "structure", "traits": {"error": "client"}},
        "Full": {"type": "structure", "traits": {"error": "server"}}
    }"#,
    );
    assert_eq!(client.service.version, "2020-01-01");
    assert_eq!(client.service.auth, [AuthScheme::SigV4, AuthScheme::Bearer]);
    let [op] = &*client.operations else {
        panic!("{:#?}", client.operations);
    };
    let errors = op.errors.iter().map(|error| &*error.name.rust);
    assert_eq!(errors.collect::<Vec<_>>(), ["Bad", "Full"]);
    assert_eq!(op.auth.as_ref().map(Vec::len), Some(3));
}
