//! Numbers of any size, kept as digits.

use aws_smithy_types::{BigDecimal, BigInteger};

use super::read::{FromDigits, Read, Slot, Target};
use super::write::{ValueWriter, Write, WriteResult};

macro_rules! big_number {
    ($type:ident, $expected:literal) => {
        impl FromDigits for $type {
            fn set(&mut self, digits: &str) -> Result<(), &'static str> {
                let number = digits.parse().ok();
                *self = number.ok_or(concat!("invalid type, expected ", $expected))?;
                Ok(())
            }

            fn reset(&mut self) {
                *self = Self::default();
            }
        }

        impl Read for $type {
            fn absent() -> Self {
                Self::default()
            }

            fn slot(&mut self) -> Slot<'_> {
                Slot::new(Target::Big(self))
            }
        }

        impl Write for $type {
            fn write(&self, out: ValueWriter<'_>) -> WriteResult {
                let number = json_number(self.as_ref());
                out.buffer.extend_from_slice(number.as_bytes());
                Ok(())
            }
        }
    };
}

big_number!(BigInteger, "an integer");
big_number!(BigDecimal, "a number");

/// Formats `number` as JSON requires: without a plus sign or leading zeros, and with digits on both
/// sides of the decimal point.
fn json_number(number: &str) -> String {
    let (sign, unsigned) = match number.strip_prefix('-') {
        Some(unsigned) => ("-", unsigned),
        None => ("", number.strip_prefix('+').unwrap_or(number)),
    };
    let (digits, exponent) = match unsigned.find(['e', 'E']) {
        Some(index) => unsigned.split_at(index),
        None => (unsigned, ""),
    };
    let (integer, fraction) = match digits.split_once('.') {
        Some((integer, fraction)) => (integer, Some(fraction)),
        None => (digits, None),
    };
    let integer = match integer.trim_start_matches('0') {
        "" => "0",
        trimmed => trimmed,
    };
    match fraction {
        Some("") => format!("{sign}{integer}.0{exponent}"),
        Some(fraction) => format!("{sign}{integer}.{fraction}{exponent}"),
        None => format!("{sign}{integer}{exponent}"),
    }
}

#[cfg(test)]
mod tests {
    use std::str::FromStr as _;

    use aws_smithy_types::{BigDecimal, BigInteger};

    use crate::json::{Members, Read as _, Slot, ValueWriter, read_object};

    const LONG: &str = "123456789012345678901234567890123456789012345678901234567890";

    #[derive(Default)]
    struct Both {
        integer: Option<BigInteger>,
        decimal: Option<BigDecimal>,
    }

    impl Members for Both {
        fn member(&mut self, name: &str) -> Option<Slot<'_>> {
            match name {
                "i" => Some(self.integer.slot()),
                "d" => Some(self.decimal.slot()),
                _ => None,
            }
        }
    }

    #[test]
    fn all_digits_are_kept() {
        let mut both = Both::default();
        let json = format!(r#"{{"i": -{LONG}, "d": {LONG}.000000000000000000010e-7}}"#);
        read_object(json.as_bytes(), &mut both).expect("numbers");
        let (integer, decimal) = (both.integer.expect("set"), both.decimal.expect("set"));
        assert_eq!(integer.as_ref(), format!("-{LONG}"));
        assert_eq!(decimal.as_ref(), format!("{LONG}.000000000000000000010e-7"));
        let mut out = Vec::new();
        let mut object = ValueWriter::new(&mut out).object();
        object.member("i", &integer).expect("written");
        object.member("d", &decimal).expect("written");
        object.finish();
        let expected = format!(r#"{{"i":-{LONG},"d":{LONG}.000000000000000000010e-7}}"#);
        assert_eq!(String::from_utf8(out).expect("UTF-8"), expected);
    }

    #[test]
    fn other_values_are_errors_and_null_is_none() {
        for json in [
            r#"{"i": "5"}"#,
            r#"{"i": 5.5}"#,
            r#"{"i": true}"#,
            r#"{"d": []}"#,
        ] {
            assert!(
                read_object(json.as_bytes(), &mut Both::default()).is_err(),
                "{json}"
            );
        }
        let mut both = Both::default();
        read_object(br#"{"i": null, "d": null}"#, &mut both).expect("nothing");
        assert!(both.integer.is_none() && both.decimal.is_none());
    }

    #[test]
    fn numbers_are_written_in_json_syntax() {
        for (number, expected) in [
            ("00123", "123"),
            ("-000", "-0"),
            ("+5", "5"),
            (".5", "0.5"),
            ("5.", "5.0"),
            ("-.5E+10", "-0.5E+10"),
        ] {
            let decimal = BigDecimal::from_str(number).expect("a number");
            assert_eq!(super::json_number(decimal.as_ref()), expected, "{number}");
        }
    }
}
