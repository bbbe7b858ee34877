//! Random inputs.

use aws_smithy_types::DateTime;
use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop, prop_oneof};
use proptest::strategy::Union;

use crate::model::{Binding, Member, Operation, Shape, model};
use crate::value::Value;

/// A call to make.
#[derive(Clone, Debug)]
pub struct Call {
    pub operation: &'static str,
    pub input: Value,
}

/// Calls of all operations, each as likely as another.
pub fn calls() -> BoxedStrategy<Call> {
    let operations = model().operations();
    Union::new(operations.iter().map(call)).boxed()
}

/// Calls of one operation.
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
        // All of some inputs are set, and none of others.
        prop::option::weighted(0.7, value).prop_map(move |value| Some((name.clone(), value?)))
    };
    let members: Vec<_> = members.iter().map(member).collect();
    let some =
        members.prop_map(|members| Value::Structure(members.into_iter().flatten().collect()));
    some.boxed()
}

fn value(shape: &Shape, binding: Binding) -> BoxedStrategy<Value> {
    match shape {
        Shape::Boolean => any::<bool>().prop_map(Value::Boolean).boxed(),
        Shape::Integer(least, greatest) => integer(*least, *greatest),
        Shape::Long => any::<i64>().prop_map(Value::Integer).boxed(),
        Shape::Text(least, greatest) => text(*least, *greatest, binding)
            .prop_map(Value::Text)
            .boxed(),
        Shape::Enum(values) => enumeration(values),
        Shape::Time => time(),
        Shape::List(element, greatest) => {
            let sizes = prop_oneof![
                Just(0),
                Just(1),
                Just(2),
                Just((*greatest).min(60)),
                Just((*greatest + 1).min(61))
            ];
            let element = value(element, binding);
            let lists =
                sizes.prop_flat_map(move |size| prop::collection::vec(element.clone(), size));
            lists.prop_map(Value::List).boxed()
        }
        Shape::Map => {
            let entry = (text(0, 128, binding), text(0, 256, binding));
            let entries = prop::collection::vec(entry, 0..6);
            entries
                .prop_map(|entries| Value::Map(entries.into_iter().collect()))
                .boxed()
        }
        Shape::Structure(members) => structure(members),
    }
}

fn integer(least: i64, greatest: i64) -> BoxedStrategy<Value> {
    let fits = |number: i64| number.clamp(i32::MIN.into(), i32::MAX.into());
    let ends = [
        least,
        greatest,
        least - 1,
        greatest + 1,
        0,
        i64::from(i32::MIN),
        i64::from(i32::MAX),
    ];
    let ends = prop::sample::select(ends.map(fits).to_vec());
    prop_oneof![ends, any::<i32>().prop_map(i64::from)]
        .prop_map(Value::Integer)
        .boxed()
}

fn enumeration(values: &[&'static str]) -> BoxedStrategy<Value> {
    let known = prop::sample::select(values.to_vec()).prop_map(str::to_owned);
    let unknown = text(0, 20, Binding::Body);
    prop_oneof![3 => known, 1 => unknown]
        .prop_map(Value::Text)
        .boxed()
}

/// Points in time: plain ones, with fractions, and beyond what can be written.
fn time() -> BoxedStrategy<Value> {
    let seconds = prop_oneof![0..4_000_000_000_i64, -100_000_000_000..300_000_000_000_i64];
    let nanos = prop_oneof![
        Just(0),
        0..1_000_000_000_u32,
        (0..1000_u32).prop_map(|millis| millis * 1_000_000)
    ];
    let times =
        (seconds, nanos).prop_map(|(seconds, nanos)| DateTime::from_secs_and_nanos(seconds, nanos));
    times.prop_map(Value::Time).boxed()
}

/// Texts at and past their limits, of characters that must be escaped somewhere, and of any.
pub fn text(least: usize, greatest: usize, binding: Binding) -> BoxedStrategy<String> {
    let lengths =
        prop::sample::select(vec![least, greatest, greatest + 1, least.saturating_sub(1)]);
    let at_limits = lengths.prop_map(|length| "a".repeat(length));
    let arn = "arn:aws:ivs:us-west-2:[0-9]{12}:(channel|stream-key)/[a-zA-Z0-9]{12}";
    let special = "[ +%/\\\\?#&=.,;:~*'\"<>{}()\\[\\]@!$|^`_-]{0,12}";
    let control = "[\\x00-\\x1f\\x7f-\\x9f\\u{2028}\\u{feff}a\"\\\\]{0,8}";
    let all = prop_oneof![
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
        // A URI longer than the `http` crate's limit is refused there; it is not ours to compare.
        Binding::Label | Binding::Query => all
            .prop_map(|text| text.chars().take(2_000).collect())
            .boxed(),
        Binding::Body | Binding::Header(_) => all.boxed(),
    }
}
