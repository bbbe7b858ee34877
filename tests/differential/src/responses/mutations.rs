//! Mutations that make response bodies unusual or invalid.

use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop, prop_oneof};

use super::json::Json;

/// A mutation of a JSON value at a position.
///
/// Positions count values in document order, modulo the number of values.
#[derive(Clone, Debug)]
pub enum Mutation {
    /// Replaces a value.
    Replace(u32, Json),
    /// Removes the last member or element; replaces other values with `null`.
    Remove(u32),
    /// Repeats the first member with another value or appends an element; replaces other values.
    Duplicate(u32, Json),
    /// Inserts a member with this name if the value is an object.
    Add(u32, String, Json),
    /// Nests a value this many levels deep in lists (`true`) or objects.
    Nest(u32, bool, usize),
}

/// A mutation of the JSON text.
#[derive(Clone, Debug)]
pub enum TextMutation {
    None,
    /// Truncates at a position, in thousandths of the length.
    Truncate(u32),
    /// Inserts a string at a position, in thousandths of the length.
    Insert(u32, &'static str),
}

/// Generates one to three mutations.
pub fn mutations() -> BoxedStrategy<Vec<Mutation>> {
    prop::collection::vec(mutation(), 1..4).boxed()
}

fn mutation() -> BoxedStrategy<Mutation> {
    let position = any::<u32>;
    prop_oneof![
        6 => (position(), value()).prop_map(|(position, value)| Mutation::Replace(position, value)),
        2 => position().prop_map(Mutation::Remove),
        2 => (position(), value())
            .prop_map(|(position, value)| Mutation::Duplicate(position, value)),
        2 => (position(), "[a-zA-Z_]{1,8}", value())
            .prop_map(|(position, name, value)| Mutation::Add(position, name, value)),
        1 => (position(), any::<bool>(), prop::sample::select(vec![1, 2, 100, 127, 128, 129, 300]))
            .prop_map(|(position, list, depth)| Mutation::Nest(position, list, depth)),
    ]
    .boxed()
}

/// Generates a mutation of the JSON text, most often none.
pub fn text_mutation() -> BoxedStrategy<TextMutation> {
    let inserted = vec![
        " ", "\n\t\r ", "\u{feff}", ",", "]", "}", "\"", "\\", "x", "\u{0}", "{}", "//", ":", "é",
    ];
    prop_oneof![
        6 => Just(TextMutation::None),
        2 => (0..1_000_u32).prop_map(TextMutation::Truncate),
        2 => (0..=1_000_u32, prop::sample::select(inserted))
            .prop_map(|(position, string)| TextMutation::Insert(position, string)),
    ]
    .boxed()
}

/// Generates a value of any type, which may be invalid or `null`.
fn value() -> BoxedStrategy<Json> {
    let numbers = vec![
        "0",
        "-0",
        "5",
        "5.0",
        "5.5",
        "5e2",
        "50e-1",
        "1e400",
        "-1e400",
        "1e-400",
        "2147483648",
        "-2147483649",
        "9223372036854775808",
        "-9223372036854775809",
        "18446744073709551616",
        "0.1",
        "1E5",
        "NaN",
        "Infinity",
        "123456789012345678901234567890",
    ];
    let invalid_numbers = vec![
        "5.",
        ".5",
        "+5",
        "05",
        "-",
        "--5",
        "1e",
        "0x10",
        "-Infinity",
        "1_000",
    ];
    let strings = vec![
        "",
        "a",
        "5",
        "true",
        "null",
        "NaN",
        "\\u0000",
        "\\ud83d\\ude00",
        "\\/\\b\\f\\n\\r\\t",
        "\t",
        "é",
        "no value was set",
    ];
    let invalid_escapes = vec!["\\ud800", "\\udc00\\ud800", "\\x", "\\u12", "\\u00zz"];
    let timestamps = vec![
        "2024-02-30T00:00:00Z",
        "2024-02-29T24:00:00Z",
        "2023-02-29T00:00:00Z",
        "2016-12-31T23:59:60Z",
        "2024-01-01T00:00:60Z",
        "2024-01-01",
        "2024-01-01T00:00:00",
        "2024-01-01 00:00:00Z",
        "2024-1-1T0:0:0Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z",
        "10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "2024-01-01T00:00:00.Z",
        "2024-01-01T00:00:00,5Z",
        "2024-01-01T00:00:00+25:00",
        "2024-01-01T00:00:00+0100",
        "2024-01-01t00:00:00z",
        "Mon, 01 Jan 2024 00:00:00 GMT",
        "1704067200",
        "2024-01-01T00:00:00-00:00",
    ];
    let select = |values: Vec<&'static str>| prop::sample::select(values).prop_map(str::to_owned);
    prop_oneof![
        36 => Just(Json::Null),
        12 => any::<bool>().prop_map(Json::Bool),
        48 => select(numbers).prop_map(Json::Raw),
        48 => select(strings).prop_map(Json::String),
        36 => select(timestamps).prop_map(Json::String),
        12 => Just(Json::Array(Vec::new())),
        12 => Just(Json::Array(vec![Json::Null])),
        12 => Just(Json::Array(vec![Json::string("a"), Json::Raw("1".to_owned())])),
        12 => Just(Json::Object(Vec::new())),
        12 => Just(Json::Object(vec![("a".to_owned(), Json::Null)])),
        // Rare, because the clients deliberately differ in these (see `differences`).
        1 => select(invalid_numbers).prop_map(Json::Raw),
        1 => select(invalid_escapes).prop_map(Json::String),
        12 => select(vec!["tru", "nul", "True", "undefined", "'a'", "", " ", "true false", "[1,]", "{\"a\":1,}", "{a:1}"])
            .prop_map(Json::Raw),
    ]
    .boxed()
}

impl Mutation {
    /// Applies the mutation.
    pub fn apply(&self, json: &mut Json) {
        let count = u32::try_from(json.count()).unwrap_or(u32::MAX);
        let index = |position: &u32| (position % count) as usize;
        match self {
            Mutation::Replace(position, value) => {
                if let Some(target) = json.nth(index(position)) {
                    *target = value.clone();
                }
            }
            Mutation::Remove(position) => match json.nth(index(position)) {
                Some(Json::Array(values)) => drop(values.pop()),
                Some(Json::Object(members)) => drop(members.pop()),
                Some(other) => *other = Json::Null,
                None => {}
            },
            Mutation::Duplicate(position, value) => match json.nth(index(position)) {
                Some(Json::Object(members)) => {
                    if let Some((name, _)) = members.first().cloned() {
                        members.push((name, value.clone()));
                    }
                }
                Some(Json::Array(values)) => values.push(value.clone()),
                Some(other) => *other = value.clone(),
                None => {}
            },
            Mutation::Add(position, name, value) => {
                if let Some(Json::Object(members)) = json.nth(index(position)) {
                    let middle = members.len() / 2;
                    members.insert(middle, (name.clone(), value.clone()));
                }
            }
            Mutation::Nest(position, list, depth) => {
                if let Some(target) = json.nth(index(position)) {
                    for _ in 0..*depth {
                        let inner = std::mem::replace(target, Json::Null);
                        *target = match list {
                            true => Json::Array(vec![inner]),
                            false => Json::Object(vec![("n".to_owned(), inner)]),
                        };
                    }
                }
            }
        }
    }
}

impl TextMutation {
    /// Applies the mutation at the nearest preceding character boundary.
    pub fn apply(&self, mut json: String) -> String {
        let index = |thousandths: &u32, json: &str| {
            let mut index = json.len() * *thousandths as usize / 1_000;
            while !json.is_char_boundary(index) {
                index -= 1;
            }
            index
        };
        match self {
            TextMutation::None => {}
            TextMutation::Truncate(thousandths) => json.truncate(index(thousandths, &json)),
            TextMutation::Insert(thousandths, inserted) => {
                let index = index(thousandths, &json);
                json.insert_str(index, inserted);
            }
        }
        json
    }
}
