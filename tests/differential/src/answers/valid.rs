//! Answers that fit the model, in all the spellings that JSON has.

use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop, prop_oneof};

use super::json::{Json, escaped};
use crate::inputs::text;
use crate::model::{Binding, Member, Shape};

/// The body of a structure: its members that travel there, some left out.
pub fn body(members: &[Member]) -> BoxedStrategy<Json> {
    let members: Vec<_> = members
        .iter()
        .filter(|member| member.binding == Binding::Body)
        .collect();
    let members: Vec<_> = members
        .into_iter()
        .map(|member| {
            let name = member.name.to_owned();
            let value = prop_oneof![12 => value(&member.shape), 1 => Just(Json::Null)];
            let weight = if member.required { 0.9 } else { 0.7 };
            let some = prop::option::weighted(weight, value);
            some.prop_map(move |value| value.map(|value| (name.clone(), value)))
        })
        .collect();
    let object = members.prop_map(|members| members.into_iter().flatten().collect::<Vec<_>>());
    // The order of members says nothing.
    object.prop_shuffle().prop_map(Json::Object).boxed()
}

/// A value of `shape`.
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
        Shape::Text(least, greatest) => spelled(text(*least, *greatest, Binding::Body)),
        Shape::Enum(values) => {
            let known = prop::sample::select(values.clone()).prop_map(str::to_owned);
            spelled(prop_oneof![3 => known, 1 => text(0, 20, Binding::Body)].boxed())
        }
        Shape::Time => time(),
        Shape::List(element, _) => {
            let values = prop::collection::vec(value(element), 0..4);
            values.prop_map(Json::Array).boxed()
        }
        Shape::Map => {
            let entry = (text(0, 20, Binding::Body), spelled(text(0, 20, Binding::Body)));
            let entry = entry.prop_map(|(name, value)| (escaped(&name), value));
            prop::collection::vec(entry, 0..4).prop_map(Json::Object).boxed()
        }
        Shape::Structure(members) => body(members),
    }
}

/// A text with the escapes it needs, or with all its characters escaped.
fn spelled(text: BoxedStrategy<String>) -> BoxedStrategy<Json> {
    let spelled = (text, prop::sample::select(vec![true, true, true, false]));
    let json = spelled.prop_map(|(text, plain)| match plain {
        true => Json::text(&text),
        false => {
            let units = text.encode_utf16().take(200);
            Json::Text(units.map(|unit| format!("\\u{unit:04x}")).collect())
        }
    });
    json.boxed()
}

/// Dates as the service sends them, and as the format allows them.
fn time() -> BoxedStrategy<Json> {
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
    let time = (date, fraction, zone);
    time.prop_map(|(date, fraction, zone)| Json::text(&format!("{date}{fraction}{zone}")))
        .boxed()
}
