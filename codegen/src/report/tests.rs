use super::{Style, report};
use crate::diagnostics::{Code, Diagnostics, Input, Severity};
use crate::testing::{model, options, source, sources};
use crate::{Sources, generate};

/// What is said about a model.
fn said(model: &str, style: Style) -> String {
    let sources = sources(model);
    let diagnostics = generate(&sources, &options()).expect_err("diagnostics");
    report(&diagnostics, &sources, style)
}

#[test]
fn a_finding_is_shown_with_what_it_is_about() {
    let text = said(
        "{\n  \"smithy\": \"2.0\",\n  \"shäpes\": ü\n}",
        Style::Plain,
    );
    let expected = "\
error[E0101]: the text is not JSON: expected value
 --> text:3:13
  |
3 |   \"shäpes\": ü
  |             ^ here
  |
  = help: give a Smithy model in its JSON form (the AST)

error: 1 problem; nothing was written
";
    assert_eq!(text, expected);
}

/// A model of two lines at most: as small as it can be, and spoilt.
fn minified() -> String {
    let shapes = r#"{"In": {"members": {"a": {"target": "t#Paart"}, "b": {"target": "t#Part",
        "traits": {"made.up#trait": {}}}}}, "Part": {"type": "structure"}}"#;
    model(shapes).to_string()
}

#[test]
fn all_findings_come_with_names_that_are_close() {
    let text = said(&minified(), Style::Plain);
    let lines = [
        "error[E0301]: it refers to t#Paart, which the model does not have",
        "  = shape: t#In$a",
        "  = help: did you mean `t#Part`?",
        "error[E0401]: the generator does not know the trait",
        "  = shape: t#In$b",
        "  = trait: made.up#trait",
        "error: 2 problems; nothing was written",
    ];
    crate::testing::assert_lines(&text, &lines.map(str::trim));
}

#[test]
fn a_minified_model_is_shown_in_pieces_and_placed_rightly() {
    let long = "é".repeat(10_000);
    let text = minified().replacen('{', &format!("{{\"{long}\": \"{long}\","), 1);
    let said = said(&text, Style::Plain);
    let place = text.find("\"t#Paart\"").expect("the reference");
    let column = text[..place].chars().count() + 1;
    assert!(said.contains(&format!(" --> text:1:{column}\n")), "{said}");
    assert!(said.contains("^^^^^^^^^ this reference"), "{said}");
    assert!(
        said.lines().all(|line| line.chars().count() < 160),
        "{said}"
    );
}

#[test]
fn a_long_value_is_shown_by_its_first_line() {
    let mut diagnostics = Diagnostics::about(Input::Model, "model");
    let lines = "1,\n".repeat(500);
    let text = format!("{{\"a\":\n [{lines}2]}}");
    diagnostics.file(Code::Form, "r", "h").below(["a".into()]);
    let sources = sources(&text);
    let diagnostics = super::locate(diagnostics, &sources);
    let text = report(&diagnostics, &sources, Style::Plain);
    assert!(text.contains("2 |  [1,\n  |  ^^^ this value\n"), "{text}");
    assert!(text.lines().count() < 12, "{text}");
}

#[test]
fn colours_are_there_when_they_are_wanted() {
    let (plain, colored) = (
        said(&minified(), Style::Plain),
        said(&minified(), Style::Colored),
    );
    assert!(!plain.contains('\u{1b}'));
    assert!(
        colored.contains("\u{1b}[1m\u{1b}[91merror[E0301]\u{1b}["),
        "{colored:?}"
    );
    let mut bare = String::new();
    let mut rest = &*colored;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        bare.push_str(before);
        rest = after.split_once('m').map_or("", |(_, rest)| rest);
    }
    assert_eq!(bare + rest, plain, "colours are the only difference");
}

#[test]
fn what_has_no_text_is_said_without_a_piece() {
    let mut diagnostics = Diagnostics::about(Input::Other, "the flag --filter");
    diagnostics.file(Code::UnknownName, "nothing is called `x`", "h");
    let sources = sources("{}");
    let diagnostics = super::locate(diagnostics, &sources);
    let text = report(&diagnostics, &sources, Style::Plain);
    assert!(
        text.starts_with("error[E0802]: nothing is called `x`\n--> the flag --filter\n"),
        "{text}"
    );
}

#[test]
fn findings_are_counted() {
    let sources = sources("{}");
    let mut diagnostics = Diagnostics::about(Input::Model, "model");
    assert_eq!(report(&diagnostics, &sources, Style::Plain), "");
    let mut last = |severity| {
        diagnostics.file(Code::UnknownTrait, "r", "h").severity = severity;
        let text = report(&diagnostics, &sources, Style::Plain);
        text.lines().next_back().map(str::to_owned)
    };
    for (severity, line) in [
        (Severity::Warning, "warning: 1 warning"),
        (Severity::Warning, "warning: 2 warnings"),
        (
            Severity::Error,
            "error: 1 problem and 2 warnings; nothing was written",
        ),
        (
            Severity::Error,
            "error: 2 problems and 2 warnings; nothing was written",
        ),
    ] {
        assert_eq!(last(severity).as_deref(), Some(line));
    }
}

#[test]
fn no_text_and_no_place_in_it_is_too_odd() {
    let odd = "\u{feff}{\"a\u{202e}\u{7f}\t\": [1,\r\n\r\u{2028}\"\u{1f600}é\"]\n}\n\n";
    for start in 0..=odd.len() + 1 {
        for end in start..=odd.len() + 1 {
            let mut diagnostics = Diagnostics::about(Input::Model, "a\nb");
            let diagnostic = diagnostics.file(Code::Form, "r\u{1b}[0m\n", "\n");
            diagnostic.shape = Some("\u{7f}".to_owned());
            diagnostic.span = Some(crate::Span {
                start,
                end,
                line: usize::MAX,
                column: 0,
                label: "here",
            });
            let sources = Sources {
                model: source(odd),
                overlays: Vec::new(),
                partitions: source(""),
            };
            let diagnostics = super::locate(diagnostics, &sources);
            let text = report(&diagnostics, &sources, Style::Plain);
            assert!(
                !text.contains('\u{1b}') && !text.contains('\u{202e}'),
                "{text:?}"
            );
        }
    }
}
