//! The form of the trait `examples`. Examples do not change the client, so problems are warnings.

use serde_json::Value;

use crate::ast::Shape;
use crate::ast::ids::EXAMPLES;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Severity, Step};

/// A key of an object: its name, the check of its value, and a description of valid values.
type Key = (&'static str, fn(&Value) -> bool, &'static str);

const EXAMPLE: [Key; 6] = [
    ("title", Value::is_string, "a string"),
    ("documentation", Value::is_string, "a string"),
    ("input", Value::is_object, "an object"),
    ("output", Value::is_object, "an object"),
    ("error", Value::is_object, "an object"),
    ("allowConstraintErrors", Value::is_boolean, "a boolean"),
];
const ERROR: [Key; 2] = [
    ("shapeId", Value::is_string, "a string"),
    ("content", Value::is_object, "an object"),
];

/// Warns about malformed examples of an operation.
pub(super) fn check(operation: &Shape, diagnostics: &mut Diagnostics) {
    let Some(value) = operation.traits.get(EXAMPLES) else {
        return;
    };
    let mut pass = Pass {
        operation,
        diagnostics,
    };
    let Some(examples) = value.as_array() else {
        pass.warn("the examples are not a list", Vec::new());
        return;
    };
    for (index, example) in examples.iter().enumerate() {
        let place = vec![Step::from(index)];
        let has_known_keys = pass.object("the example", example, &EXAMPLE, &place);
        if has_known_keys && example.get("title").is_none() {
            pass.warn("the example has no `title`", place.clone());
        }
        let Some(error) = example.get("error") else {
            continue;
        };
        if example.get("output").is_some() {
            let reason = "the example has both `output` and `error`";
            pass.warn(reason, place.clone());
        }
        let error_place = [place, vec!["error".into()]].concat();
        if error.is_object()
            && pass.object("the example's error", error, &ERROR, &error_place)
            && error.get("shapeId").is_none()
        {
            let reason = "the example's error has no `shapeId`";
            pass.warn(reason, error_place);
        }
    }
}

struct Pass<'a> {
    operation: &'a Shape,
    diagnostics: &'a mut Diagnostics,
}

impl Pass<'_> {
    /// Checks that `value`, called `subject`, is an object with valid values. Returns `true` if all
    /// its keys are known: an unknown one may be a missing key, misspelled.
    fn object(&mut self, subject: &str, value: &Value, keys: &[Key], place: &[Step]) -> bool {
        let Some(object) = value.as_object() else {
            self.warn(format!("{subject} is not an object"), place.to_vec());
            return false;
        };
        let mut has_known_keys = true;
        for (name, value) in object {
            let steps = [place, &[name.as_str().into()]].concat();
            match keys.iter().find(|(key, ..)| key == name) {
                Some((_, is_valid, expected)) if !is_valid(value) => {
                    self.warn(format!("`{name}` of {subject} is not {expected}"), steps);
                }
                Some(_) => {}
                None => {
                    has_known_keys = false;
                    self.warn(format!("{subject} has an unknown key `{name}`"), steps)
                        .key()
                        .did_you_mean(name, keys.iter().map(|(key, ..)| *key));
                }
            }
        }
        has_known_keys
    }

    fn warn(&mut self, reason: impl Into<String>, place: Vec<Step>) -> &mut Diagnostic {
        let id = &self.operation.id;
        let help = "examples have no effect on the client; write a list of objects with `title`, \
                    `input`, and `output` or `error`";
        let diagnostic = self
            .diagnostics
            .shape_trait(Code::TraitValue, id, EXAMPLES, reason, help)
            .below(place);
        diagnostic.severity = Severity::Warning;
        diagnostic
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{client, client_with_warning};

    fn shapes(examples: &str) -> String {
        format!(r#"{{"Op": {{"traits": {{"examples": {examples}}}}}}}"#)
    }

    #[test]
    fn malformed_example_is_a_warning() {
        for (examples, reason) in [
            ("{}", "the examples are not a list"),
            ("[5]", "the example is not an object"),
            (r#"[{"input": {}}]"#, "the example has no `title`"),
            (
                r#"[{"title": "a"}, {"title": 5}]"#,
                "`title` of the example is not a string",
            ),
            (
                r#"[{"title": "a", "documentation": []}]"#,
                "`documentation` of the example is not a string",
            ),
            (
                r#"[{"title": "a", "input": "b"}]"#,
                "`input` of the example is not an object",
            ),
            (
                r#"[{"title": "a", "output": []}]"#,
                "`output` of the example is not an object",
            ),
            (
                r#"[{"title": "a", "allowConstraintErrors": "true"}]"#,
                "`allowConstraintErrors` of the example is not a boolean",
            ),
            (
                r#"[{"title": "a", "ouput": {}}]"#,
                "the example has an unknown key `ouput`",
            ),
            (
                r#"[{"tilte": "a"}]"#,
                "the example has an unknown key `tilte`",
            ),
            (
                r#"[{"title": "a", "error": "t#E"}]"#,
                "`error` of the example is not an object",
            ),
            (
                r#"[{"title": "a", "error": {"content": {}}}]"#,
                "the example's error has no `shapeId`",
            ),
            (
                r#"[{"title": "a", "error": {"shapeId": "t#E", "content": 1}}]"#,
                "`content` of the example's error is not an object",
            ),
            (
                r#"[{"title": "a", "error": {"shapeId": "t#E"}, "output": {}}]"#,
                "the example has both `output` and `error`",
            ),
        ] {
            let start = format!("E0402 t#Op: {reason}");
            let client = client_with_warning(&shapes(examples), &start);
            assert_eq!(client.operations.len(), 1);
        }
    }

    #[test]
    fn valid_examples_have_no_diagnostic() {
        client(&shapes(
            r#"[{"title": "a", "documentation": "b", "input": {"c": 1}, "output": {}},
            {"title": "d", "allowConstraintErrors": true,
                "error": {"shapeId": "t#E", "content": {"message": "e"}}}]"#,
        ));
    }
}
