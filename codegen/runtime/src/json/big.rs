//! Numbers of any size: their digits are kept as they came.

use aws_smithy_types::{BigDecimal, BigInteger};

use super::read::{Read, Slot, Target};
use super::write::{ValueWriter, Write, Written};
use crate::http::HttpText;

/// A number made from the digits of a JSON text.
pub trait FromDigits {
    /// Takes the number that `raw`, a JSON value, is.
    ///
    /// # Errors
    /// When it is none.
    fn set(&mut self, raw: &str) -> Result<(), &'static str>;

    /// To the value of a required member that is missing.
    fn reset(&mut self);
}

macro_rules! big_number {
    ($type:ident, $what:literal, $fits:expr) => {
        impl FromDigits for $type {
            fn set(&mut self, raw: &str) -> Result<(), &'static str> {
                let fits: fn(&str) -> bool = $fits;
                let number = raw.parse().ok().filter(|_| fits(raw));
                *self = number.ok_or(concat!("invalid type, expected ", $what))?;
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
            fn write(&self, out: ValueWriter<'_>) -> Written {
                let number = json_number(self.as_ref());
                out.out.extend_from_slice(number.as_bytes());
                Ok(())
            }
        }

        impl HttpText for $type {
            fn http_text(&self) -> std::borrow::Cow<'_, str> {
                std::borrow::Cow::Borrowed(self.as_ref())
            }
        }
    };
}

big_number!(BigInteger, "an integer", |raw| !raw.starts_with('"'));
big_number!(BigDecimal, "a number", |raw| !raw.starts_with('"'));

/// The number as JSON writes it: without a plus, with a digit before and behind the point, and without
/// zeros in front.
fn json_number(text: &str) -> String {
    let (sign, number) = match text.strip_prefix('-') {
        Some(number) => ("-", number),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, exponent) = match number.find(['e', 'E']) {
        Some(at) => number.split_at(at),
        None => (number, ""),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    match fraction {
        Some("") => format!("{sign}{whole}.0{exponent}"),
        Some(fraction) => format!("{sign}{whole}.{fraction}{exponent}"),
        None => format!("{sign}{whole}{exponent}"),
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
    fn digits_are_kept() {
        let mut both = Both::default();
        let text = format!(r#"{{"i": -{LONG}, "d": {LONG}.000000000000000000010e-7}}"#);
        read_object(text.as_bytes(), &mut both).expect("numbers");
        let (integer, decimal) = (both.integer.expect("one"), both.decimal.expect("one"));
        assert_eq!(integer.as_ref(), format!("-{LONG}"));
        assert_eq!(decimal.as_ref(), format!("{LONG}.000000000000000000010e-7"));
        let mut out = Vec::new();
        let mut object = ValueWriter::new(&mut out).object();
        object.member("i", &integer).expect("written");
        object.member("d", &decimal).expect("written");
        object.finish();
        let expected = format!(r#"{{"i":-{LONG},"d":{LONG}.000000000000000000010e-7}}"#);
        assert_eq!(String::from_utf8(out).expect("a text"), expected);
    }

    #[test]
    fn what_is_no_number_is_refused_and_null_is_none() {
        for text in [
            r#"{"i": "5"}"#,
            r#"{"i": 5.5}"#,
            r#"{"i": true}"#,
            r#"{"d": []}"#,
        ] {
            assert!(
                read_object(text.as_bytes(), &mut Both::default()).is_err(),
                "{text}"
            );
        }
        let mut both = Both::default();
        read_object(br#"{"i": null, "d": null}"#, &mut both).expect("nothing");
        assert!(both.integer.is_none() && both.decimal.is_none());
    }

    #[test]
    fn numbers_are_written_as_json_has_them() {
        for (text, expected) in [
            ("00123", "123"),
            ("-000", "-0"),
            ("+5", "5"),
            (".5", "0.5"),
            ("5.", "5.0"),
            ("-.5E+10", "-0.5E+10"),
        ] {
            let number = BigDecimal::from_str(text).expect("a number");
            assert_eq!(super::json_number(number.as_ref()), expected, "{text}");
        }
    }
}
