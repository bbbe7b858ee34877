//! Changes of any single value of a model: if the facts or the generated files differ, there is a
//! difference, or a reason for which there is none.

use std::collections::BTreeMap;

use codegen::{diff, generate};
use serde_json::{Value, json};

use crate::models::{self, Texts};
use crate::random::Random;
use crate::table::{mutations, options, sources};
use crate::workspace;

/// The reasons for which a change of a value is no difference, by the start of its description.
const REASONS: [(&str, &str); 1] = [(
    "smithy = ",
    "the minor version of the format, which states no fact of the service",
)];

/// A step to a value inside another one.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Key(String),
    Index(usize),
}

/// A change of one value.
#[derive(Clone, Debug)]
struct Change {
    path: Vec<Step>,
    /// `None` removes the value.
    new: Option<Value>,
}

/// Returns all changes of single values.
fn changes(model: &Value) -> Vec<Change> {
    let mut changes = Vec::new();
    collect(model, &mut Vec::new(), &mut changes);
    changes
}

fn collect(value: &Value, path: &mut Vec<Step>, changes: &mut Vec<Change>) {
    let is_empty = value.as_object().is_some_and(|object| object.is_empty());
    // A shape may omit an empty list of members.
    let is_optional = is_empty && path.last() == Some(&Step::Key("members".to_owned()));
    let mut change = |new: Option<Value>| {
        if !path.is_empty() && !is_optional {
            let path = path.clone();
            changes.push(Change { path, new });
        }
    };
    change(None);
    match value {
        Value::Bool(value) => change(Some((!value).into())),
        Value::Number(number) => {
            let more = number.as_f64().unwrap_or_default() + 1.0;
            let is_integer = number.is_i64() || number.is_u64();
            change(Some(if is_integer {
                json!(more as i64)
            } else {
                json!(more)
            }));
        }
        Value::String(string) => {
            change(Some(format!("{string}x").into()));
            // Another target, if the string is one.
            let targets = ["smithy.api#String", "smithy.api#Integer"];
            let target = targets.iter().find(|target| *target != string);
            if let Some(target) = target.filter(|_| string.contains('#')) {
                change(Some((*target).into()));
            }
        }
        Value::Null | Value::Array(_) | Value::Object(_) => {}
    }
    let steps: Vec<(Step, &Value)> = match value {
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items
                .map(|(index, item)| (Step::Index(index), item))
                .collect()
        }
        Value::Object(object) => {
            let entries = object.iter();
            entries
                .map(|(key, value)| (Step::Key(key.clone()), value))
                .collect()
        }
        _ => Vec::new(),
    };
    for (step, value) in steps {
        path.push(step);
        collect(value, path, changes);
        path.pop();
    }
}

impl Change {
    fn apply(&self, model: &Value) -> Value {
        let mut model = model.clone();
        let (last, path) = self.path.split_last().expect("a path");
        let holder = path.iter().fold(&mut model, |value, step| match step {
            Step::Key(key) => &mut value[key],
            Step::Index(index) => &mut value[index],
        });
        match (last, &self.new) {
            (Step::Key(key), Some(new)) => holder[key] = new.clone(),
            (Step::Index(index), Some(new)) => holder[index] = new.clone(),
            (Step::Key(key), None) => {
                holder.as_object_mut().expect("an object").shift_remove(key);
            }
            (Step::Index(index), None) => {
                holder.as_array_mut().expect("a list").remove(*index);
            }
        }
        model
    }

    fn name(&self) -> String {
        let path = self.path.iter().map(|step| match step {
            Step::Key(key) => key.clone(),
            Step::Index(index) => index.to_string(),
        });
        let path: Vec<_> = path.collect();
        match &self.new {
            Some(new) => format!("{} = {new}", path.join(" > ")),
            None => format!("{} is removed", path.join(" > ")),
        }
    }
}

/// Tries changes of a model; returns those that are a difference of the facts or of the generated
/// files, but not of the report and not for a known reason.
fn unreported(texts: &Texts, selected: impl Fn(usize) -> bool) -> Vec<String> {
    let model: Value = serde_json::from_str(&texts.model).expect("JSON");
    let files = |texts: &Texts| generate(&sources(texts), &options()).map(|crate_| crate_.files);
    let old_files = files(texts).expect("a crate");
    let mut faults = Vec::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, change) in changes(&model).iter().enumerate() {
        if !selected(index) {
            continue;
        }
        let new = Texts {
            model: change.apply(&model).to_string(),
            partitions: texts.partitions.clone(),
        };
        let mut count = |result| *counts.entry(result).or_default() += 1;
        let Ok(report) = diff::compare(&sources(texts), &sources(&new), &options()) else {
            count("rejected");
            continue;
        };
        if !report.differences.is_empty() {
            count("reported");
            continue;
        }
        let name = change.name();
        let has_same_files = files(&new).is_ok_and(|files| files == old_files);
        let reason = REASONS.iter().find(|(start, _)| name.starts_with(start));
        match (has_same_files, reason) {
            (true, Some((_, reason))) => count(reason),
            (true, None) => faults.push(format!("{name}: the facts differ")),
            (false, _) => faults.push(format!("{name}: the generated files differ")),
        }
    }
    println!("{counts:?}");
    faults
}

/// Fails if one of `sample` changes of IVS, chosen by `seed`, is not reported.
fn assert_sample_of_ivs_is_reported(seed: u64, sample: usize) {
    let texts = workspace::ivs();
    let model: Value = serde_json::from_str(&texts.model).expect("JSON");
    let mut indexes: Vec<_> = (0..changes(&model).len()).collect();
    Random::new(seed).shuffle(&mut indexes);
    indexes.truncate(sample);
    let faults = unreported(&texts, |index| indexes.contains(&index));
    assert!(faults.is_empty(), "seed {seed}: {}", faults.join("\n"));
}

#[test]
fn a_change_of_any_value_is_a_difference_or_has_a_reason() {
    let mutation = mutations().remove(0);
    let [base, _] = models::both(&mutation);
    let faults = unreported(&base, |_| true);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_sample_of_ivs_is_reported(17, 30);
}

#[test]
#[ignore = "it takes minutes; `.ci/run --full` runs it"]
fn random_changes_of_ivs_are_differences_or_have_a_reason() {
    let time = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let seed = time.expect("a time after 1970").subsec_nanos();
    assert_sample_of_ivs_is_reported(seed.into(), 500);
}
