use super::{Style, report};
use crate::diagnostics::{Code, Diagnostics, Input, Severity};
use crate::generate;
use crate::source::Sources;
use crate::testing::{model, options, source, sources};

/// Returns the report for a model.
fn report_for(model: &str, style: Style) -> String {
    let sources = sources(model);
    let diagnostics = generate(&sources, &options()).expect_err("diagnostics");
    report(&diagnostics, &sources, style)
}

#[test]
fn a_diagnostic_is_shown_with_its_excerpt() {
    let text = report_for(
        "{\n  \"smithy\": \"2.0\",\n  \"shäpes\": ü\n}",
        Style::Plain,
    );
    let expected = "\
error[E0101]: the file is not JSON: expected value
 --> text:3:13
  |
3 |   \"shäpes\": ü
  |             ^ here
  |
  = help: use a Smithy model in its JSON form (the AST)

error: 1 problem; nothing was written
";
    assert_eq!(text, expected);
}

#[test]
fn hidden_characters_are_replaced() {
    let text = "{\"shapes\": \"\u{2028}\u{85}\u{200f}\u{61c}\u{202e}\u{1b}[31m\u{7f}\"}";
    let is_hidden = |c: char| crate::printable::is_hidden(c) && c != '\n';
    let plain = report_for(text, Style::Plain);
    assert!(!plain.contains(is_hidden), "{plain:?}");
    assert!(plain.contains('\u{fffd}'), "{plain:?}");
    let colored = report_for(text, Style::Colored);
    assert!(
        !colored.replace('\u{1b}', "").contains(is_hidden),
        "{colored:?}"
    );
}

#[test]
fn byte_order_marks_are_skipped_and_not_counted_as_a_column() {
    let marked = |text: &str| format!("\u{feff}{text}");
    let valid = marked(&model("{}").to_string());
    let overlay = marked(r#"{"shapes": {}}"#);
    let partitions = marked(sources("").partitions.text);
    let sources = Sources {
        model: source(&valid),
        overlays: vec![source(&overlay)],
        partitions: source(&partitions),
    };
    let generated = generate(&sources, &options()).expect("a client");
    assert!(generated.warnings.is_empty(), "{}", generated.warnings);
    for (text, position) in [("{\"a\" x}", "text:1:6"), ("[]", "text:1:1")] {
        let report = report_for(&marked(text), Style::Plain);
        assert!(report.contains(&format!("--> {position}\n")), "{report}");
        assert!(!report.contains('\u{feff}'), "{report}");
    }
}

#[test]
fn repeated_keys_are_warnings_about_the_value_that_counts() {
    let repeated = model("{}").to_string().replacen(
        r#""version":"2020-01-01""#,
        r#""version":"1","version":"2""#,
        1,
    );
    let sources = sources(&repeated);
    let generated = generate(&sources, &options()).expect("a client");
    assert!(generated.files["src/lib.rs"].contains("Tiny Service 2."));
    let warning = generated.warnings.iter().next().expect("a warning");
    assert_eq!(
        (warning.code, warning.severity),
        (Code::DuplicateKey, Severity::Warning)
    );
    let span = warning.span.expect("a span");
    assert_eq!(&repeated[span.start..span.end + 4], r#""version":"2""#);
}

/// Returns a minified model with two faults.
fn minified() -> String {
    let shapes = r#"{"In": {"members": {"a": {"target": "t#Paart"}, "b": {"target": "t#Part",
        "traits": {"made.up#trait": {}}}}}, "Part": {"type": "structure"}}"#;
    model(shapes).to_string()
}

#[test]
fn similar_names_are_suggested() {
    let text = report_for(&minified(), Style::Plain);
    let lines = [
        "error[E0301]: the target t#Paart is not in the model",
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
fn excerpts_of_minified_models_are_cut_and_have_correct_positions() {
    let long = "é".repeat(10_000);
    let text = minified().replacen('{', &format!("{{\"{long}\": \"{long}\","), 1);
    let report = report_for(&text, Style::Plain);
    let place = text.find("\"t#Paart\"").expect("the reference");
    let column = text[..place].chars().count() + 1;
    assert!(
        report.contains(&format!(" --> text:1:{column}\n")),
        "{report}"
    );
    assert!(report.contains("^^^^^^^^^ this reference"), "{report}");
    assert!(
        report.lines().all(|line| line.chars().count() < 160),
        "{report}"
    );
}

#[test]
fn long_values_are_shown_by_their_first_line() {
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
fn only_colored_reports_have_colors() {
    let (plain, colored) = (
        report_for(&minified(), Style::Plain),
        report_for(&minified(), Style::Colored),
    );
    assert!(!plain.contains('\u{1b}'));
    assert!(
        colored.contains("\u{1b}[1m\u{1b}[91merror[E0301]\u{1b}["),
        "{colored:?}"
    );
    let mut without_colors = String::new();
    let mut rest = &*colored;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        without_colors.push_str(before);
        rest = after.split_once('m').map_or("", |(_, rest)| rest);
    }
    assert_eq!(
        without_colors + rest,
        plain,
        "colors are the only difference"
    );
}

#[test]
fn diagnostics_about_flags_have_no_excerpt() {
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
fn diagnostics_are_counted() {
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
fn long_reports_are_cut() {
    let sources = sources("{}");
    let mut diagnostics = Diagnostics::about(Input::Model, "model");
    for index in 0..300 {
        let severity = match index {
            200.. => Severity::Error,
            _ => Severity::Warning,
        };
        diagnostics
            .file(Code::Form, format!("r{index}"), "h")
            .severity = severity;
    }
    let lines = |diagnostics: &Diagnostics| {
        let report = report(diagnostics, &sources, Style::Plain);
        let lines = report.lines().filter(|line| line.contains("]: r"));
        let last = report.lines().next_back().unwrap_or_default().to_owned();
        (lines.map(str::to_owned).collect::<Vec<_>>(), last)
    };
    let (shown, last) = lines(&diagnostics);
    assert_eq!(shown.len(), 100);
    assert_eq!(shown[0], "error[E0204]: r200");
    let summary = "error: 100 problems and 200 warnings; nothing was written; \
                   200 of them are not shown";
    assert_eq!(last, summary);
    diagnostics.diagnostics.truncate(250);
    let (shown, _) = lines(&diagnostics);
    assert_eq!((shown.len(), &*shown[50]), (100, "error[E0204]: r200"));
}

#[test]
fn any_text_and_range_can_be_reported() {
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
