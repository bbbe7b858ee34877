//! Strategies for random operation inputs.

use aws_smithy_types::DateTime;
use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop, prop_oneof};
use proptest::strategy::Union;

use crate::model::{Binding, Member, Operation, Shape, model};
use crate::value::Value;

/// An operation and its input.
#[derive(Clone, Debug)]
pub struct Call {
    pub operation: &'static str,
    pub input: Value,
}

/// Generates calls to all operations with equal probability.
pub fn calls() -> BoxedStrategy<Call> {
    let operations = model().operations();
    Union::new(operations.iter().map(call)).boxed()
}

/// Generates calls to one operation.
pub fn call(operation: &Operation) -> BoxedStrategy<Call> {
    let name = operation.name;
    let input = structure(&operation.input);
    input
        .prop_map(move |input| Call {
            operation: name,
            input,
        })
        .boxed()
}

fn structure(members: &[Member]) -> BoxedStrategy<Value> {
    let member = |member: &Member| {
        let name = member.name.to_owned();
        let value = value(&member.shape, member.binding);
        // With this weight, small inputs also occur with all members set, and with none.
        prop::option::weighted(0.7, value).prop_map(move |value| Some((name.clone(), value?)))
    };
    let members: Vec<_> = members.iter().map(member).collect();
    let structures =
        members.prop_map(|members| Value::Structure(members.into_iter().flatten().collect()));
    structures.boxed()
}

fn value(shape: &Shape, binding: Binding) -> BoxedStrategy<Value> {
    match shape {
        Shape::Boolean => any::<bool>().prop_map(Value::Boolean).boxed(),
        Shape::Integer(min, max) => integer(*min, *max),
        Shape::Long => any::<i64>().prop_map(Value::Integer).boxed(),
        Shape::String(min, max) => string(*min, *max, binding).prop_map(Value::String).boxed(),
        Shape::Enum(values) => enumeration(values),
        Shape::Timestamp => timestamp(),
        Shape::List(element, max) => {
            let sizes = prop_oneof![
                Just(0),
                Just(1),
                Just(2),
                Just((*max).min(60)),
                Just((*max + 1).min(61))
            ];
            let element = value(element, binding);
            let lists =
                sizes.prop_flat_map(move |size| prop::collection::vec(element.clone(), size));
            lists.prop_map(Value::List).boxed()
        }
        Shape::Map => {
            let entry = (string(0, 128, binding), string(0, 256, binding));
            let entries = prop::collection::vec(entry, 0..6);
            entries
                .prop_map(|entries| Value::Map(entries.into_iter().collect()))
                .boxed()
        }
        Shape::Structure(members) => structure(members),
    }
}

fn integer(min: i64, max: i64) -> BoxedStrategy<Value> {
    let clamp = |number: i64| number.clamp(i32::MIN.into(), i32::MAX.into());
    let limits = [
        min,
        max,
        min - 1,
        max + 1,
        0,
        i64::from(i32::MIN),
        i64::from(i32::MAX),
    ];
    let at_limits = prop::sample::select(limits.map(clamp).to_vec());
    prop_oneof![at_limits, any::<i32>().prop_map(i64::from)]
        .prop_map(Value::Integer)
        .boxed()
}

fn enumeration(values: &[&'static str]) -> BoxedStrategy<Value> {
    let known = prop::sample::select(values.to_vec()).prop_map(str::to_owned);
    let unknown = string(0, 20, Binding::Body);
    prop_oneof![3 => known, 1 => unknown]
        .prop_map(Value::String)
        .boxed()
}

/// Generates timestamps: in seconds, with fractions, and outside the formattable range.
fn timestamp() -> BoxedStrategy<Value> {
    let seconds = prop_oneof![0..4_000_000_000_i64, -100_000_000_000..300_000_000_000_i64];
    let nanos = prop_oneof![
        Just(0),
        0..1_000_000_000_u32,
        (0..1000_u32).prop_map(|millis| millis * 1_000_000)
    ];
    let timestamps =
        (seconds, nanos).prop_map(|(seconds, nanos)| DateTime::from_secs_and_nanos(seconds, nanos));
    timestamps.prop_map(Value::Timestamp).boxed()
}

/// Generates strings at and beyond their length limits, with characters that need escaping, and
/// arbitrary ones.
pub fn string(min: usize, max: usize, binding: Binding) -> BoxedStrategy<String> {
    let lengths = prop::sample::select(vec![min, max, max + 1, min.saturating_sub(1)]);
    let at_limits = lengths.prop_map(|length| "a".repeat(length));
    let arn = "arn:aws:ivs:us-west-2:[0-9]{12}:(channel|stream-key)/[a-zA-Z0-9]{12}";
    let special = "[ +%/\\\\?#&=.,;:~*'\"<>{}()\\[\\]@!$|^`_-]{0,12}";
    let control = "[\\x00-\\x1f\\x7f-\\x9f\\u{2028}\\u{feff}a\"\\\\]{0,8}";
    let strings = prop_oneof![
        4 => at_limits,
        4 => arn,
        4 => special,
        2 => control,
        2 => "[a-zA-Z0-9-_]{0,40}",
        2 => any::<String>(),
        1 => "\\PC{0,80}",
        1 => Just(".".to_owned()),
        1 => Just("..".to_owned()),
        1 => Just("a/../b//c/%2F%2f%".to_owned()),
        1 => (3_000..6_000_usize).prop_map(|length| "xé\"".repeat(length / 3)),
    ];
    match binding {
        // The `http` crate rejects very long URIs, so no request would be sent or compared.
        Binding::Label | Binding::Query => strings
            .prop_map(|string| string.chars().take(2_000).collect())
            .boxed(),
        Binding::Body | Binding::Header(_) => strings.boxed(),
    }
}
