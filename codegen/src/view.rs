//! The IR as text, for debugging the generator.

use std::collections::BTreeSet;
use std::fmt::{Debug, Write as _};

use crate::diagnostics::{Code, Diagnostics, Input};
use crate::generate::{parse_sources, passes};
use crate::ir::Client;
use crate::lower::{Names, Pass, Passes, Recursion};
use crate::options::Options;
use crate::report;
use crate::source::Sources;

/// The result of a pass as text.
#[derive(Clone, Debug)]
pub struct IrText {
    /// The items in Rust's debug format; incomplete if the model has errors.
    pub text: String,
    /// The diagnostics of the passes that ran.
    pub diagnostics: Diagnostics,
}

/// Runs the passes up to `after` (all of them if `None`) and returns the last one's result as text,
/// limited to the items called `filter`.
///
/// The diagnostics include errors in the model, and an error if no item is called `filter`.
pub fn ir_text(
    sources: &Sources<'_>,
    options: &Options,
    after: Option<Pass>,
    filter: Option<&str>,
) -> IrText {
    let input = parse_sources(sources);
    let last = after.unwrap_or(Pass::Shapes);
    let (passes, mut diagnostics) = passes(&input, sources, options, last);
    let mut view = View {
        filter,
        text: String::new(),
        names: BTreeSet::new(),
    };
    view.pass(last, &passes);
    if let Some(filter) = filter
        && view.text.is_empty()
        && !view.names.is_empty()
    {
        let mut unknown = Diagnostics::about(Input::Other, "the flag --filter");
        let reason = format!("nothing is called `{filter}`");
        let help = "filter by a shape's name, without its namespace";
        unknown
            .file(Code::UnknownName, reason, help)
            .did_you_mean(filter, view.names.iter().map(String::as_str));
        diagnostics.extend(unknown);
    }
    IrText {
        text: view.text,
        diagnostics: report::locate(diagnostics, sources),
    }
}

struct View<'a> {
    filter: Option<&'a str>,
    text: String,
    /// The names to filter by.
    names: BTreeSet<String>,
}

impl View<'_> {
    /// Adds the result of `pass`, if the pass has run.
    fn pass(&mut self, pass: Pass, passes: &Passes<'_>) {
        match pass {
            Pass::Closure => {
                let closure = passes.closure.iter();
                for operation in closure.clone().flat_map(|closure| &closure.operations) {
                    self.item(operation.shape.id.name(), operation);
                }
                for (id, shape) in closure.clone().flat_map(|closure| &closure.shapes) {
                    self.item(id.name(), shape);
                }
                for (id, shape) in closure.flat_map(|closure| &closure.errors) {
                    self.item(id.name(), shape);
                }
            }
            Pass::Names => {
                for (id, name) in passes.names.iter().flat_map(Names::iter) {
                    self.item(id.name(), name);
                }
            }
            Pass::Recursion => {
                for member in passes.recursion.iter().flat_map(Recursion::iter) {
                    self.item(member.name(), member);
                }
            }
            Pass::Shapes => passes.client.iter().for_each(|client| self.client(client)),
        }
    }

    fn client(&mut self, client: &Client) {
        self.item("service", &client.service);
        for operation in &client.operations {
            self.item(&operation.name.wire, operation);
        }
        for structure in client.structures.iter().chain(&client.errors) {
            self.item(&structure.name.wire, structure);
        }
        for union in &client.unions {
            self.item(&union.name.wire, union);
        }
        for shape in &client.enums {
            self.item(&shape.name.wire, shape);
        }
        self.item("endpoint", &client.endpoint);
        self.item("partitions", &client.partitions);
    }

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
    use crate::lower::Pass;
    use crate::testing::{model, options, sources};
    use crate::view::{IrText, ir_text};

    const SHAPES: &str = r#"{
        "Op": {"errors": ["Bad"]},
        "Bad": {"type": "structure", "traits": {"error": "client"}},
        "Part": {"type": "structure", "members": {"part": "Part"}},
        "Choice": {"type": "union", "members": {"part": "Part"}},
        "Kind": {"type": "enum", "members": {"A": "Unit"}},
        "Out": {"members": {"a": "Choice", "b": "Kind"}}}"#;

    fn view(shapes: &str, after: Option<Pass>, filter: Option<&str>) -> IrText {
        let text = model(shapes).to_string();
        ir_text(&sources(&text), &options(), after, filter)
    }

    #[test]
    fn each_pass_shows_its_result() {
        for (pass, starts) in [
            (
                Pass::Closure,
                &["Op: OperationShapes {", "Part: (", "Bad: Shape {"][..],
            ),
            (Pass::Names, &["Part: \"Part\"", "Kind: \"Kind\""]),
            (Pass::Recursion, &["Part: ShapeId("]),
            (
                Pass::Shapes,
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
            let IrText { text, diagnostics } = view(SHAPES, Some(pass), None);
            assert!(diagnostics.is_empty(), "{diagnostics}");
            for start in starts {
                assert!(
                    text.lines().any(|line| line == *start),
                    "{pass:?}: no {start} in {text}"
                );
            }
        }
        let last = view(SHAPES, Some(Pass::Shapes), None).text;
        assert_eq!(view(SHAPES, None, None).text, last);
    }

    #[test]
    fn a_filter_selects_one_item() {
        let IrText { text, diagnostics } = view(SHAPES, None, Some("Kind"));
        assert!(diagnostics.is_empty(), "{diagnostics}");
        assert!(text.starts_with("Kind: Enum {"), "{text}");
        assert!(!text.contains("\nPart: "), "{text}");
    }

    #[test]
    fn an_unknown_name_is_an_error() {
        for (filter, hint) in [("Gone", None), ("Chioce", Some("Choice"))] {
            let IrText { text, diagnostics } = view(SHAPES, None, Some(filter));
            assert_eq!(text, "");
            let error = diagnostics.to_string();
            assert!(
                error.contains(&format!("nothing is called `{filter}`")),
                "{error}"
            );
            if let Some(hint) = hint {
                assert!(
                    error.contains(&format!("did you mean `{hint}`?")),
                    "{error}"
                );
            }
        }
    }

    #[test]
    fn a_model_with_errors_is_shown_as_far_as_possible() {
        let shapes = r#"{"Op": {"traits": {"http": {"method": "POST", "uri": "/{gone}"}}}}"#;
        let closure = view(shapes, Some(Pass::Closure), None);
        assert!(
            closure.diagnostics.is_empty(),
            "the pass that finds it has not run"
        );
        let complete = view(shapes, None, None);
        assert!(
            complete.text.contains("Op: Operation {"),
            "{}",
            complete.text
        );
        assert!(complete.diagnostics.has_errors());
    }
}
