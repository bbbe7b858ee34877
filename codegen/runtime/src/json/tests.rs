//! One value at a time, through the same doors as generated code.

use aws_smithy_types::date_time::Format;

use super::{JsonError, Members, Read, Slot, ValueWriter, Write, read_object};

mod scalars;
mod shapes;
mod texts;
mod written;

/// A structure whose only member is `v`.
struct One<T>(T, Format);

impl<T: Read> Members for One<T> {
    fn member(&mut self, name: &str) -> Option<Slot<'_>> {
        (name == "v").then(|| self.0.slot().timestamps(self.1))
    }
}

/// What the structure's member holds after `text`.
fn from_text<T: Read>(text: &str, format: Format) -> Result<T, JsonError> {
    let mut one = One(T::absent(), format);
    read_object(text.as_bytes(), &mut one)?;
    Ok(one.0)
}

/// `value`, the text of a member's value, as a `T`.
fn read<T: Read>(value: &str) -> Result<T, JsonError> {
    from_text(&format!(r#"{{"v":{value}}}"#), Format::EpochSeconds)
}

/// As [`read`], where the value must be a `T`.
fn good<T: Read>(value: &str) -> T {
    read(value).unwrap_or_else(|error| panic!("{value}: {error}"))
}

/// Asserts that none of `values` can be read as a `T`.
fn all_bad<T: Read + std::fmt::Debug>(values: &[&str]) {
    for value in values {
        let result = read::<T>(value);
        assert!(result.is_err(), "{value} was read as {result:?}");
    }
}

/// The text of `value`.
fn written(value: &dyn Write, format: Format) -> String {
    let mut out = Vec::new();
    let place = ValueWriter::new(&mut out).timestamps(format);
    value.write(place).expect("a value that has a text");
    String::from_utf8(out).expect("UTF-8")
}
