//! Helpers for unit tests: a tiny service, built from a few shapes in short form.
//!
//! In short form, shapes are in the namespace `t` and traits without a namespace in `smithy.api`. A
//! target is one of the given shapes or a shape of the prelude. A member may be just its target.
//! The shapes are merged into [`BASE`]; null removes a value.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::diagnostics::Diagnostics;
use crate::ir::{Client, Member, Partition, Structure};
use crate::lower::Pass;
use crate::options::{Options, RuntimeDependency};
use crate::source::{Source, Sources};
use crate::{ast, lower};

const BASE: &str = r#"{
    "Service": {
        "type": "service", "version": "2020-01-01", "operations": ["Op"],
        "traits": {
            "title": "Tiny Service",
            "aws.api#service": {"sdkId": "Tiny Service"},
            "aws.auth#sigv4": {"name": "tiny"},
            "aws.protocols#restJson1": {},
            "smithy.rules#endpointRuleSet": {
                "parameters": {
                    "Region": {"builtIn": "AWS::Region", "type": "String"},
                    "UseFIPS": {"builtIn": "AWS::UseFIPS", "type": "Boolean", "default": false}
                },
                "rules": [
                    {
                        "type": "endpoint",
                        "conditions": [
                            {"fn": "isSet", "argv": [{"ref": "Region"}]},
                            {"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "P"}
                        ],
                        "endpoint": {"url": "https://tiny.{Region}.{P#dnsSuffix}"}
                    },
                    {"type": "error", "conditions": [], "error": "none"}
                ]
            }
        }
    },
    "Op": {
        "type": "operation", "input": "In", "output": "Out",
        "traits": {"http": {"method": "POST", "uri": "/op"}}
    },
    "In": {"type": "structure"},
    "Out": {"type": "structure"}
}"#;

const PARTITIONS: &str = r#"{"partitions": [{
    "id": "aws", "regionRegex": "^us\\-\\w+\\-\\d+$", "regions": {"us-a-1": {}},
    "outputs": {"dnsSuffix": "s", "dualStackDnsSuffix": "d", "supportsFIPS": true,
        "supportsDualStack": true, "implicitGlobalRegion": "us-a-1"}
}]}"#;

/// Builds the complete model from `shapes`.
pub(crate) fn model(shapes: &str) -> Value {
    let mut all = parse(BASE);
    merge(&mut all, parse(shapes));
    let names = all.as_object().expect("an object").clone();
    let id = |name: &str| match name {
        name if name.contains('#') => name.to_owned(),
        name if names.contains_key(name) || name.contains('$') => format!("t#{name}"),
        name => format!("smithy.api#{name}"),
    };
    let shapes = names
        .iter()
        .map(|(name, shape)| (id(name), self::shape(shape.clone(), &id)));
    json!({"smithy": "2.0", "shapes": shapes.collect::<Map<_, _>>()})
}

/// Generates the client of the model.
pub(crate) fn generate(model: &Value) -> Result<crate::Generated, crate::Diagnostics> {
    let text = model.to_string();
    crate::generate(&sources(&text), &options())
}

/// Returns the sources for a model: no overlays, and a small table of partitions.
pub(crate) fn sources(model: &str) -> Sources<'_> {
    Sources {
        model: source(model),
        overlays: Vec::new(),
        partitions: source(PARTITIONS),
    }
}

/// Parses a model without errors.
pub(crate) fn ast(text: &str) -> ast::Model {
    let mut diagnostics = Diagnostics::default();
    let model = ast::parse(source(text), &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics}");
    model.expect("a model")
}

/// Lowers a model.
pub(crate) fn lowered(model: &ast::Model) -> Result<lower::Lowered<'_>, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let partitions = lower::partitions(source(PARTITIONS), &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics}");
    lower_with(model, partitions, lower::Choices::default())
}

/// Runs all passes on a model.
pub(crate) fn lower_with<'a>(
    model: &'a ast::Model,
    partitions: Vec<Partition>,
    choices: lower::Choices<'_>,
) -> Result<lower::Lowered<'a>, Diagnostics> {
    let (passes, diagnostics) = lower::run(model, "model", partitions, choices, Pass::Shapes);
    passes.complete(diagnostics)
}

/// Generates the files for `shapes`.
pub(crate) fn files(shapes: &str) -> BTreeMap<String, String> {
    match generate(&model(shapes)) {
        Ok(generated) => generated.files,
        Err(diagnostics) => panic!("{diagnostics}"),
    }
}

/// Generates one file for `shapes`.
pub(crate) fn file(path: &str, shapes: &str) -> String {
    let mut files = files(shapes);
    let paths: Vec<_> = files.keys().cloned().collect();
    files
        .remove(path)
        .unwrap_or_else(|| panic!("no {path}, but {paths:#?}"))
}

/// Fails unless `text` contains `lines` in this order, ignoring indentation.
pub(crate) fn assert_lines(text: &str, lines: &[&str]) {
    let mut remaining = text.lines().map(str::trim);
    for line in lines {
        assert!(
            remaining.any(|text_line| text_line == *line),
            "no `{line}` in\n{text}"
        );
    }
}

/// Returns one line per diagnostic about `shapes`: code, shape and reason.
pub(crate) fn diagnostic_lines(shapes: &str) -> Vec<String> {
    let model = ast(&model(shapes).to_string());
    lines(&lowered(&model).err().expect("diagnostics"))
}

fn lines(diagnostics: &Diagnostics) -> Vec<String> {
    let line = |diagnostic: &crate::Diagnostic| {
        let shape = diagnostic.shape.as_deref().unwrap_or_default();
        format!(
            "{} {shape}: {}",
            diagnostic.code.as_str(),
            diagnostic.reason
        )
    };
    diagnostics.iter().map(line).collect()
}

/// Fails unless `shapes` have exactly one diagnostic, and its line begins with `start`.
pub(crate) fn assert_diagnostic(shapes: &str, start: &str) {
    match &*diagnostic_lines(shapes) {
        [line] if line.starts_with(start) => {}
        lines => panic!("expected only `{start}`, not {lines:#?}"),
    }
}

/// Lowers `shapes` to IR. Fails unless there is exactly one warning, whose line begins with `start`.
pub(crate) fn client_with_warning(shapes: &str, start: &str) -> Client {
    let model = ast(&model(shapes).to_string());
    let lowered = match lowered(&model) {
        Ok(lowered) => lowered,
        Err(diagnostics) => panic!("{diagnostics}"),
    };
    match &*lines(&lowered.warnings) {
        [only] if only.starts_with(start) => lowered.client,
        lines => panic!("expected only `{start}`, not {lines:#?}"),
    }
}

/// Lowers `shapes` to IR.
pub(crate) fn client(shapes: &str) -> Client {
    let model = ast(&model(shapes).to_string());
    match lowered(&model) {
        Ok(lowered) => lowered.client,
        Err(diagnostics) => panic!("{diagnostics}"),
    }
}

/// Lowers `shapes` to IR, with the documentation of an overlay, by shape or member.
pub(crate) fn documented_client(shapes: &str, documentation: &[(&str, &str)]) -> Client {
    let model = documented(shapes, documentation);
    match lowered(&model) {
        Ok(lowered) => lowered.client,
        Err(diagnostics) => panic!("{diagnostics}"),
    }
}

/// Parses `shapes`, and applies an overlay with documentation by shape or member.
pub(crate) fn documented(shapes: &str, documentation: &[(&str, &str)]) -> ast::Model {
    let mut model = ast(&model(shapes).to_string());
    let statement = |(id, text): &(&str, &str)| {
        let traits = json!({"smithy.api#documentation": text});
        (
            format!("t#{id}"),
            json!({"type": "apply", "traits": traits}),
        )
    };
    let statements: Map<_, _> = documentation.iter().map(statement).collect();
    let overlay = json!({"smithy": "2.0", "shapes": statements}).to_string();
    let mut diagnostics = Diagnostics::default();
    ast::apply(Some(&mut model), 0, source(&overlay), &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics}");
    model
}

/// Returns a structure, input, output or error by its Rust name.
pub(crate) fn structure<'a>(client: &'a Client, name: &str) -> &'a Structure {
    let operations = client.operations.iter();
    let mut all = operations
        .flat_map(|operation| [&operation.input, &operation.output])
        .chain(&client.structures)
        .chain(&client.errors);
    all.find(|structure| structure.name.rust == name)
        .unwrap_or_else(|| panic!("no {name}"))
}

/// Returns a member of a structure by its name in the model.
pub(crate) fn member<'a>(client: &'a Client, name: &str, member: &str) -> &'a Member {
    let mut members = structure(client, name).members.iter();
    members
        .find(|candidate| candidate.model == member)
        .unwrap_or_else(|| panic!("no {name}.{member}"))
}

pub(crate) fn source(text: &str) -> Source<'_> {
    Source { name: "text", text }
}

pub(crate) fn options() -> Options {
    Options {
        crate_name: "tiny-sdk".to_owned(),
        crate_version: "1.2.3".to_owned(),
        runtime: RuntimeDependency::Path("../runtime".to_owned()),
        allowed_traits: Vec::new(),
        skip_unsupported: false,
    }
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

fn merge(base: &mut Value, change: Value) {
    match (base, change) {
        (Value::Object(base), Value::Object(change)) => {
            for (key, value) in change {
                if value.is_null() {
                    base.remove(&key);
                } else {
                    merge(base.entry(key).or_insert(Value::Null), value);
                }
            }
        }
        (base, change) => *base = change,
    }
}

fn shape(mut shape: Value, id: &dyn Fn(&str) -> String) -> Value {
    let members = shape.get_mut("members").and_then(Value::as_object_mut);
    for member in members.into_iter().flatten() {
        reference(member.1, id);
    }
    for key in [
        "member", "key", "value", "input", "output", "create", "read",
    ] {
        if let Some(member) = shape.get_mut(key) {
            reference(member, id);
        }
    }
    for key in [
        "operations",
        "resources",
        "errors",
        "collectionOperations",
        "mixins",
    ] {
        let list = shape.get_mut(key).and_then(Value::as_array_mut);
        for target in list.into_iter().flatten() {
            reference(target, id);
        }
    }
    traits(&mut shape);
    shape
}

/// Expands the short form of a member or reference.
fn reference(member: &mut Value, id: &dyn Fn(&str) -> String) {
    if member.is_string() {
        *member = json!({"target": member});
    }
    if let Some(target) = member.get_mut("target") {
        *target = id(target.as_str().unwrap_or_default()).into();
    }
    traits(member);
}

fn traits(holder: &mut Value) {
    let Some(traits) = holder.get_mut("traits").and_then(Value::as_object_mut) else {
        return;
    };
    let short = std::mem::take(traits);
    traits.extend(short.into_iter().map(|(id, value)| match id.contains('#') {
        true => (id, value),
        false => (format!("smithy.api#{id}"), value),
    }));
}
