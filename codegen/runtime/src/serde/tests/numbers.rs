//! Numbers: those that JSON or serde lacks, and those of any size.

use aws_smithy_types::{DateTime, Document, Number};
use serde_core::Deserialize as _;
use serde_core::de::value::{self, MapDeserializer};

use super::{PlantInput, json, read};

#[test]
fn numbers_that_are_not_finite_are_strings() {
    for (number, text) in [
        (f32::NAN, r#"{"share":"NaN"}"#),
        (f32::NEG_INFINITY, r#"{"share":"-Infinity"}"#),
    ] {
        let input = PlantInput {
            share: Some(number),
            ..PlantInput::default()
        };
        assert_eq!(json(&input).as_deref(), Ok(text));
        let again: PlantInput = read(text).expect("a number");
        assert_eq!(again.share.map(f32::to_bits), Some(number.to_bits()));
    }
}

#[test]
fn numbers_may_be_objects_of_serde_json_or_wide() {
    let number = |digits| {
        let key = "$serde_json::private::Number";
        MapDeserializer::<_, value::Error>::new([(key, digits)].into_iter())
    };
    let members = ["count", "since", "share", "notes"];
    let numbers = ["-8", "1.5", "0.1", "-1"].map(number);
    let data = MapDeserializer::new(members.into_iter().zip(numbers));
    let expected = PlantInput {
        count: Some(-8),
        since: Some(DateTime::from_secs_and_nanos(1, 500_000_000)),
        share: Some(0.1),
        notes: Some(Document::Number(Number::NegInt(-1))),
        ..PlantInput::default()
    };
    assert_eq!(PlantInput::deserialize(data), Ok(expected));

    let wide = |member| {
        let data = [(member, 123_456_789_012_345_678_901_234_u128)];
        let data = MapDeserializer::<_, value::Error>::new(data.into_iter());
        PlantInput::deserialize(data).map_err(|error| error.to_string())
    };
    assert_eq!(wide("type"), Err("expected a string".to_owned()));
    assert_eq!(wide("total"), Err("the number does not fit".to_owned()));
    let share = wide("share").map(|input| input.share);
    assert_eq!(share, Ok(Some(123_456_789_012_345_678_901_234_f32)));
}

#[cfg(feature = "big-numbers")]
#[allow(dead_code, reason = "`input` is for checks")]
mod big {
    use aws_smithy_types::{BigDecimal, BigInteger};

    use super::super::{json, read};
    use super::big;

    #[derive(Debug, PartialEq)]
    struct Numbers {
        integer: Option<BigInteger>,
        decimal: Option<BigDecimal>,
    }

    crate::inspected! {
        modules: [big, big],
        inputs: [Numbers { integer: "i", decimal: "d" }],
        outputs: [],
        responses: Types { structures: [], unions: [], enums: [] },
        requests: Types { structures: [], unions: [], enums: [] },
        shared: Members {},
    }

    #[test]
    fn numbers_of_any_size_keep_all_digits() {
        let long = "123456789012345678901234567890";
        for (integer, decimal, text) in [
            ("5", "0.5", r#"{"i":5,"d":0.5}"#),
            (
                "-9223372036854775808",
                "7",
                r#"{"i":-9223372036854775808,"d":7}"#,
            ),
            (long, "1.50", &format!(r#"{{"i":"{long}","d":"1.50"}}"#)),
        ] {
            let numbers = Numbers {
                integer: Some(integer.parse().expect("an integer")),
                decimal: Some(decimal.parse().expect("a number")),
            };
            assert_eq!(json(&numbers).as_deref(), Ok(text));
            assert_eq!(read(text), Ok(numbers));
        }
        assert!(read::<Numbers>(r#"{"i":0.5}"#).is_err());
    }
}
