//! Strategies for bodies that conform to the model, in various JSON notations.

use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop, prop_oneof};

use super::json::{Json, escape};
use crate::inputs::string;
use crate::model::{Binding, Member, Shape};

/// Generates a body from the members bound to it, with some omitted.
pub fn body(members: &[Member]) -> BoxedStrategy<Json> {
    let members: Vec<_> = members
        .iter()
        .filter(|member| member.binding == Binding::Body)
        .map(|member| {
            let name = member.name.to_owned();
            let value = prop_oneof![12 => value(&member.shape), 1 => Just(Json::Null)];
            let weight = if member.required { 0.9 } else { 0.7 };
            let optional = prop::option::weighted(weight, value);
            optional.prop_map(move |value| value.map(|value| (name.clone(), value)))
        })
        .collect();
    let object = members.prop_map(|members| members.into_iter().flatten().collect::<Vec<_>>());
    // The order of members must not matter.
    object.prop_shuffle().prop_map(Json::Object).boxed()
}

/// Generates a value of `shape`.
pub fn value(shape: &Shape) -> BoxedStrategy<Json> {
    match shape {
        Shape::Boolean => any::<bool>().prop_map(Json::Bool).boxed(),
        Shape::Integer(..) => prop_oneof![
            4 => any::<i32>().prop_map(|number| number.to_string()),
            1 => any::<i16>().prop_map(|number| format!("{number}.0")),
            1 => (0..100_i32, 0..4_u32).prop_map(|(number, power)| format!("{number}e{power}")),
            1 => prop::sample::select(vec!["0", "-0", "2147483647", "-2147483648", "0.0", "5E2", "1e+2"])
                .prop_map(str::to_owned),
        ]
        .prop_map(Json::Raw)
        .boxed(),
        Shape::Long => prop_oneof![
            any::<i64>().prop_map(|number| number.to_string()),
            prop::sample::select(vec!["9223372036854775807", "-9223372036854775808", "1e3", "12.0"])
                .prop_map(str::to_owned),
        ]
        .prop_map(Json::Raw)
        .boxed(),
        Shape::String(min, max) => json_string(string(*min, *max, Binding::Body)),
        Shape::Enum(values) => {
            let known = prop::sample::select(values.clone()).prop_map(str::to_owned);
            json_string(prop_oneof![3 => known, 1 => string(0, 20, Binding::Body)].boxed())
        }
        Shape::Timestamp => timestamp(),
        Shape::List(element, _) => {
            let values = prop::collection::vec(value(element), 0..4);
            values.prop_map(Json::Array).boxed()
        }
        Shape::Map => {
            let value = json_string(string(0, 20, Binding::Body));
            let entry = (string(0, 20, Binding::Body), value);
            let escaped = entry.prop_map(|(name, value)| (escape(&name), value));
            prop::collection::vec(escaped, 0..4).prop_map(Json::Object).boxed()
        }
        Shape::Structure(members) => body(members),
    }
}

/// Generates JSON strings with only the necessary characters escaped, or with all of them.
fn json_string(strings: BoxedStrategy<String>) -> BoxedStrategy<Json> {
    let choices = (strings, prop::sample::select(vec![true, true, true, false]));
    let json = choices.prop_map(|(string, minimal)| match minimal {
        true => Json::string(&string),
        false => {
            let units = string.encode_utf16().take(200);
            Json::String(units.map(|unit| format!("\\u{unit:04x}")).collect())
        }
    });
    json.boxed()
}

/// Generates timestamps in the forms that the service sends and others that the format allows.
fn timestamp() -> BoxedStrategy<Json> {
    let parts = (
        1..10_000_u32,
        1..13_u32,
        1..29_u32,
        0..24_u32,
        0..60_u32,
        0..60_u32,
    );
    let date = parts.prop_map(|(year, month, day, hour, minute, second)| {
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
    });
    let fraction = prop_oneof![3 => Just(String::new()), 2 => "\\.[0-9]{1,12}"];
    let zone = prop::sample::select(vec!["Z", "Z", "Z", "z", "+00:00", "-08:00", "+14:30"]);
    let timestamp = (date, fraction, zone);
    timestamp
        .prop_map(|(date, fraction, zone)| Json::string(&format!("{date}{fraction}{zone}")))
        .boxed()
}
