//! The IR as text, for people who debug the generator.

use std::collections::BTreeSet;
use std::fmt::{Debug, Write as _};

use crate::diagnostics::{Code, Diagnostics, Input};
use crate::lower::{Lowered, PASSES};

/// What pass `after` made, of what is called `filter`.
///
/// # Errors
/// When there is no such pass, or nothing is called so.
pub(crate) fn view(
    lowered: &Lowered<'_>,
    after: Option<&str>,
    filter: Option<&str>,
) -> Result<String, Diagnostics> {
    let mut view = View {
        filter,
        text: String::new(),
        names: BTreeSet::new(),
    };
    match after.unwrap_or("shapes") {
        "closure" => {
            for operation in &lowered.closure.operations {
                view.item(operation.shape.id.name(), operation);
            }
            for (id, shape) in &lowered.closure.shapes {
                view.item(id.name(), shape);
            }
            for (id, shape) in &lowered.closure.errors {
                view.item(id.name(), shape);
            }
        }
        "names" => {
            for (id, name) in lowered.names.iter() {
                view.item(id.name(), name);
            }
        }
        "recursion" => {
            for member in lowered.recursion.iter() {
                view.item(member.name(), member);
            }
        }
        "shapes" => {
            let client = &lowered.client;
            view.item("service", &client.service);
            for operation in &client.operations {
                view.item(&operation.name.wire, operation);
            }
            for structure in client.structures.iter().chain(&client.errors) {
                view.item(&structure.name.wire, structure);
            }
            for union in &client.unions {
                view.item(&union.name.wire, union);
            }
            for shape in &client.enums {
                view.item(&shape.name.wire, shape);
            }
            view.item("endpoint", &client.endpoint);
            view.item("partitions", &client.partitions);
        }
        other => {
            let mut found = Diagnostics::about(Input::Other, "the flag --after");
            let help = format!("the passes are {}", PASSES.join(", "));
            found
                .text(
                    Code::UnknownPass,
                    format!("there is no pass `{other}`"),
                    help,
                )
                .meant(other, PASSES);
            return Err(found);
        }
    }
    if let Some(filter) = filter
        && view.text.is_empty()
    {
        let mut found = Diagnostics::about(Input::Other, "the flag --filter");
        let reason = format!("nothing is called `{filter}`");
        let help = "filter by a shape's name, without its namespace";
        found
            .text(Code::UnknownName, reason, help)
            .meant(filter, view.names.iter().map(String::as_str));
        return Err(found);
    }
    Ok(view.text)
}

struct View<'a> {
    filter: Option<&'a str>,
    text: String,
    /// The names to filter by.
    names: BTreeSet<String>,
}

impl View<'_> {
    fn item(&mut self, name: &str, value: &dyn Debug) {
        self.names.insert(name.to_owned());
        if self.filter.is_none_or(|filter| filter == name) {
            // Writing to a `String` does not fail.
            let _ = writeln!(self.text, "{name}: {value:#?}");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{model, options, sources};
    use crate::{PASSES, ir_text};

    fn view(after: Option<&str>, filter: Option<&str>) -> Result<String, String> {
        let shapes = r#"{
            "Op": {"errors": ["Bad"]},
            "Bad": {"type": "structure", "traits": {"error": "client"}},
            "Part": {"type": "structure", "members": {"part": "Part"}},
            "Choice": {"type": "union", "members": {"part": "Part"}},
            "Kind": {"type": "enum", "members": {"A": "Unit"}},
            "Out": {"members": {"a": "Choice", "b": "Kind"}}}"#;
        let text = model(shapes).to_string();
        ir_text(&sources(&text), &options(), after, filter).map_err(|found| found.to_string())
    }

    #[test]
    fn each_pass_shows_what_it_made() {
        for (pass, starts) in [
            (
                "closure",
                &["Op: OperationShapes {", "Part: (", "Bad: Shape {"][..],
            ),
            ("names", &["Part: \"Part\"", "Kind: \"Kind\""]),
            ("recursion", &["Part: ShapeId("]),
            (
                "shapes",
                &[
                    "service: Service {",
                    "Op: Operation {",
                    "Part: Structure {",
                    "Bad: Structure {",
                    "Choice: Union {",
                    "Kind: Enum {",
                    "endpoint: Endpoint {",
                    "partitions: [",
                ],
            ),
        ] {
            let text = view(Some(pass), None).expect(pass);
            for start in starts {
                assert!(
                    text.lines().any(|line| line == *start),
                    "{pass}: no {start} in {text}"
                );
            }
        }
        assert_eq!(PASSES, ["closure", "names", "recursion", "shapes"]);
        assert_eq!(
            view(None, None),
            view(Some("shapes"), None),
            "the last pass is the usual one"
        );
    }

    #[test]
    fn a_filter_leaves_one_thing() {
        let text = view(None, Some("Kind")).expect("the enum");
        assert!(text.starts_with("Kind: Enum {"), "{text}");
        assert!(!text.contains("\nPart: "), "{text}");
    }

    #[test]
    fn what_is_not_there_is_said() {
        let error = view(Some("emit"), None).expect_err("no pass");
        assert!(error.contains("there is no pass `emit`"), "{error}");
        assert!(
            error.contains("closure, names, recursion, shapes"),
            "{error}"
        );
        let error = view(None, Some("Gone")).expect_err("nothing");
        assert!(error.contains("nothing is called `Gone`"), "{error}");
        for (after, filter, meant) in [
            (Some("recursoin"), None, "recursion"),
            (None, Some("Chioce"), "Choice"),
        ] {
            let error = view(after, filter).expect_err(meant);
            assert!(
                error.contains(&format!("did you mean `{meant}`?")),
                "{error}"
            );
        }
    }
}
