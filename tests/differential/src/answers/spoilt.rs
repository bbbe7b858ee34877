//! What can be wrong with a body: one change after the other.

use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop, prop_oneof};

use super::json::Json;

/// A change.
#[derive(Clone, Debug)]
pub enum Change {
    /// Puts another value in the place of one.
    Replace(u32, Json),
    /// Takes a member or an element out.
    Remove(u32),
    /// Says a member twice, the second time with another value.
    Double(u32, Json),
    /// Adds a member that the model does not know.
    Add(u32, String, Json),
    /// Puts a value into lists or objects, this often.
    Nest(u32, bool, usize),
}

/// A change of the text.
#[derive(Clone, Debug)]
pub enum TextChange {
    None,
    /// Leaves only so much of it, in thousandths.
    Cut(u32),
    /// Puts something at a place, in thousandths.
    Insert(u32, &'static str),
}

/// Some changes, mostly one.
pub fn changes() -> BoxedStrategy<Vec<Change>> {
    prop::collection::vec(change(), 1..4).boxed()
}

fn change() -> BoxedStrategy<Change> {
    let place = any::<u32>;
    prop_oneof![
        6 => (place(), other()).prop_map(|(place, value)| Change::Replace(place, value)),
        2 => place().prop_map(Change::Remove),
        2 => (place(), other()).prop_map(|(place, value)| Change::Double(place, value)),
        2 => (place(), "[a-zA-Z_]{1,8}", other()).prop_map(|(place, name, value)| Change::Add(place, name, value)),
        1 => (place(), any::<bool>(), prop::sample::select(vec![1, 2, 100, 127, 128, 129, 300]))
            .prop_map(|(place, list, depth)| Change::Nest(place, list, depth)),
    ]
    .boxed()
}

/// Changes of the text; mostly none.
pub fn text_changes() -> BoxedStrategy<TextChange> {
    let inserted = vec![
        " ", "\n\t\r ", "\u{feff}", ",", "]", "}", "\"", "\\", "x", "\u{0}", "{}", "//", ":", "é",
    ];
    prop_oneof![
        6 => Just(TextChange::None),
        2 => (0..1_000_u32).prop_map(TextChange::Cut),
        2 => (0..=1_000_u32, prop::sample::select(inserted))
            .prop_map(|(place, text)| TextChange::Insert(place, text)),
    ]
    .boxed()
}

/// A value that may be of another type, a bad one, or none.
fn other() -> BoxedStrategy<Json> {
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
    let no_numbers = vec![
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
    let texts = vec![
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
    let no_escapes = vec!["\\ud800", "\\udc00\\ud800", "\\x", "\\u12", "\\u00zz"];
    let times = vec![
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
        48 => select(texts).prop_map(Json::Text),
        36 => select(times).prop_map(Json::Text),
        12 => Just(Json::Array(Vec::new())),
        12 => Just(Json::Array(vec![Json::Null])),
        12 => Just(Json::Array(vec![Json::text("a"), Json::Raw("1".to_owned())])),
        12 => Just(Json::Object(Vec::new())),
        12 => Just(Json::Object(vec![("a".to_owned(), Json::Null)])),
        // Seldom: the clients differ in these on purpose (see `differences`).
        1 => select(no_numbers).prop_map(Json::Raw),
        1 => select(no_escapes).prop_map(Json::Text),
        12 => select(vec!["tru", "nul", "True", "undefined", "'a'", "", " ", "true false", "[1,]", "{\"a\":1,}", "{a:1}"])
            .prop_map(Json::Raw),
    ]
    .boxed()
}

impl Change {
    /// Makes the change.
    pub fn apply(&self, json: &mut Json) {
        let count = u32::try_from(json.count()).unwrap_or(u32::MAX);
        let at = |place: &u32| (place % count) as usize;
        match self {
            Change::Replace(place, value) => {
                if let Some(found) = json.nth(at(place)) {
                    *found = value.clone();
                }
            }
            Change::Remove(place) => match json.nth(at(place)) {
                Some(Json::Array(values)) => drop(values.pop()),
                Some(Json::Object(members)) => drop(members.pop()),
                Some(other) => *other = Json::Null,
                None => {}
            },
            Change::Double(place, value) => match json.nth(at(place)) {
                Some(Json::Object(members)) => {
                    if let Some((name, _)) = members.first().cloned() {
                        members.push((name, value.clone()));
                    }
                }
                Some(Json::Array(values)) => values.push(value.clone()),
                Some(other) => *other = value.clone(),
                None => {}
            },
            Change::Add(place, name, value) => {
                if let Some(Json::Object(members)) = json.nth(at(place)) {
                    let middle = members.len() / 2;
                    members.insert(middle, (name.clone(), value.clone()));
                }
            }
            Change::Nest(place, list, depth) => {
                if let Some(found) = json.nth(at(place)) {
                    for _ in 0..*depth {
                        let inner = std::mem::replace(found, Json::Null);
                        *found = match list {
                            true => Json::Array(vec![inner]),
                            false => Json::Object(vec![("n".to_owned(), inner)]),
                        };
                    }
                }
            }
        }
    }
}

impl TextChange {
    /// Makes the change, at the nearest end of a character.
    pub fn apply(&self, mut text: String) -> String {
        let at = |thousandths: &u32, text: &str| {
            let mut place = text.len() * *thousandths as usize / 1_000;
            while !text.is_char_boundary(place) {
                place -= 1;
            }
            place
        };
        match self {
            TextChange::None => {}
            TextChange::Cut(thousandths) => text.truncate(at(thousandths, &text)),
            TextChange::Insert(thousandths, inserted) => {
                let place = at(thousandths, &text);
                text.insert_str(place, inserted);
            }
        }
        text
    }
}
