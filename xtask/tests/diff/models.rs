//! Models in short form, and their mutations.
//!
//! In short form, shapes are in the namespace `garden`, and traits without a namespace in
//! `smithy.api`. A target is one of the given shapes, or a shape of the prelude. A member may be
//! just its target.

use serde_json::{Map, Value, json};

/// The shapes that are changed by mutations.
const BASE: &str = include_str!("../../../tests/diff/base.json");

const PARTITIONS: &str = r#"{"partitions": [
    {
        "id": "aws", "regionRegex": "^us\\-\\w+\\-\\d+$", "regions": {"us-a-1": {}},
        "outputs": {"dnsSuffix": "example.com", "dualStackDnsSuffix": "example.net",
            "supportsFIPS": true, "supportsDualStack": true, "implicitGlobalRegion": "us-a-1"}
    },
    {
        "id": "aws-b", "regionRegex": "^b\\-\\w+\\-\\d+$", "regions": {"b-a-1": {}},
        "outputs": {"dnsSuffix": "example.b", "dualStackDnsSuffix": "example.b",
            "supportsFIPS": false, "supportsDualStack": false, "implicitGlobalRegion": "b-a-1"}
    }
]}"#;

/// A model and a table of partitions.
#[derive(Clone, Debug)]
pub(crate) struct Texts {
    pub(crate) model: String,
    pub(crate) partitions: String,
}

/// Returns the model without a mutation, except that of the key `from`; and the mutated one.
pub(crate) fn both(mutation: &Value) -> [Texts; 2] {
    let mut old = parse(BASE);
    merge(&mut old, &mutation["from"]);
    let mut new = old.clone();
    merge(&mut new, &mutation["to"]);
    order(&mut new, &mutation["order"]);
    rules(&mut new, &mutation["rules"]);
    let old_partitions = parse(PARTITIONS);
    let mut new_partitions = old_partitions.clone();
    partitions(&mut new_partitions, &mutation["partitions"]);
    let texts = |shapes: Value, partitions: Value| Texts {
        model: expand(shapes).to_string(),
        partitions: partitions.to_string(),
    };
    [texts(old, old_partitions), texts(new, new_partitions)]
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

/// Merges a change: null removes a value. A string as shape takes the shape of that name.
fn merge(base: &mut Value, change: &Value) {
    let Value::Object(change) = change else {
        return;
    };
    let original = base.clone();
    for (key, value) in change {
        match value {
            Value::String(name) if original.get(name).is_some_and(Value::is_object) => {
                base[key] = original[name].clone();
            }
            value => merge_value(base, key, value),
        }
    }
}

pub(crate) fn merge_value(base: &mut Value, key: &str, change: &Value) {
    if !base.is_object() {
        *base = json!({});
    }
    let object = base.as_object_mut().expect("an object");
    match change {
        Value::Null => {
            object.shift_remove(key);
        }
        Value::Object(changes) => {
            let value = object.entry(key).or_insert_with(|| json!({}));
            if !value.is_object() {
                *value = json!({});
            }
            for (key, change) in changes {
                merge_value(value, key, change);
            }
        }
        change => {
            object.insert(key.to_owned(), change.clone());
        }
    }
}

/// Moves the named members of shapes to the front.
fn order(shapes: &mut Value, order: &Value) {
    for (shape, names) in order.as_object().into_iter().flatten() {
        let members = shapes[shape]["members"].as_object_mut().expect("members");
        let mut sorted = Map::new();
        for name in names.as_array().expect("a list") {
            let name = name.as_str().expect("a string");
            let member = members
                .shift_remove(name)
                .unwrap_or_else(|| panic!("no {name}"));
            sorted.insert(name.to_owned(), member);
        }
        sorted.append(members);
        *members = sorted;
    }
}

/// Changes the endpoint rules: sets the value `at` a path, swaps two rules, or renames a variable.
fn rules(shapes: &mut Value, change: &Value) {
    if change.is_null() {
        return;
    }
    let all = &mut shapes["Garden"]["traits"]["smithy.rules#endpointRuleSet"]["rules"];
    if let Some(path) = change["at"].as_array() {
        let (last, path) = path.split_last().expect("a path");
        let place = path.iter().fold(all, |place, step| match step {
            Value::String(key) => &mut place[key],
            step => &mut place[step.as_u64().expect("an index") as usize],
        });
        match (last, &change["value"]) {
            (Value::String(key), value) => place[key] = value.clone(),
            (index, value) => {
                let index = index.as_u64().expect("an index") as usize;
                let list = place.as_array_mut().expect("a list");
                match value {
                    Value::Null => {
                        list.remove(index);
                    }
                    value => list[index] = value.clone(),
                }
            }
        }
    } else if let Some(swap) = change["swap"].as_array() {
        let index = |at: usize| swap[at].as_u64().expect("an index") as usize;
        let rules = all[0]["rules"].as_array_mut().expect("a list");
        rules.swap(index(0), index(1));
    } else {
        let name = |at: usize| change["rename"][at].as_str().expect("a name");
        *all = parse(&all.to_string().replace(name(0), name(1)));
    }
}

/// Changes partitions, by their ids.
fn partitions(partitions: &mut Value, change: &Value) {
    for (id, change) in change.as_object().into_iter().flatten() {
        let all = partitions["partitions"].as_array_mut().expect("a list");
        let index = all.iter().position(|partition| partition["id"] == **id);
        let index = index.unwrap_or_else(|| panic!("no partition {id}"));
        match change {
            Value::Null => {
                all.remove(index);
            }
            change => {
                for (key, value) in change.as_object().expect("an object") {
                    merge_value(&mut all[index], key, value);
                }
            }
        }
    }
}

/// Expands the short form.
pub(crate) fn expand(shapes: Value) -> Value {
    let names = shapes.as_object().expect("an object").clone();
    let id = |name: &str| match name {
        name if name.contains('#') => name.to_owned(),
        name if names.contains_key(name) => format!("garden#{name}"),
        name => format!("smithy.api#{name}"),
    };
    let shapes = names
        .iter()
        .map(|(name, shape)| (id(name), self::shape(shape.clone(), &id)));
    json!({"smithy": "2.0", "shapes": shapes.collect::<Map<_, _>>()})
}

fn shape(mut shape: Value, id: &dyn Fn(&str) -> String) -> Value {
    for (_, member) in shape
        .get_mut("members")
        .and_then(Value::as_object_mut)
        .into_iter()
        .flatten()
    {
        reference(member, id);
    }
    for key in ["member", "key", "value", "input", "output"] {
        if let Some(member) = shape.get_mut(key) {
            reference(member, id);
        }
    }
    for key in ["operations", "errors", "mixins"] {
        for target in shape
            .get_mut(key)
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
        {
            reference(target, id);
        }
    }
    traits(&mut shape, id);
    shape
}

fn reference(member: &mut Value, id: &dyn Fn(&str) -> String) {
    if member.is_string() {
        *member = json!({"target": member});
    }
    let target = member["target"].as_str().expect("a target");
    member["target"] = id(target).into();
    traits(member, id);
}

fn traits(holder: &mut Value, id: &dyn Fn(&str) -> String) {
    let Some(traits) = holder.get_mut("traits").and_then(Value::as_object_mut) else {
        return;
    };
    let short = std::mem::take(traits);
    for (name, mut value) in short {
        if name == "auth" {
            for scheme in value.as_array_mut().expect("a list") {
                *scheme = id(scheme.as_str().expect("an id")).into();
            }
        }
        let name = match name.contains('#') {
            true => name,
            false => format!("smithy.api#{name}"),
        };
        traits.insert(name, value);
    }
}
