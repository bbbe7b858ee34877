//! Reads and writes single values through the interface that generated code uses.

use aws_smithy_types::date_time::Format;

use super::{JsonError, Members, Read, Slot, ValueWriter, Write, read_object};

mod markers;
mod objects;
mod scalars;
mod shapes;
mod writing;

/// A structure with the single member `v`.
struct Single<T>(T, Format);

impl<T: Read> Members for Single<T> {
    fn member(&mut self, name: &str) -> Option<Slot<'_>> {
        (name == "v").then(|| self.0.slot().timestamps(self.1))
    }
}

/// Reads the member `v` of the object `json`.
fn read_member<T: Read>(json: &str, format: Format) -> Result<T, JsonError> {
    let mut single = Single(T::absent(), format);
    read_object(json.as_bytes(), &mut single)?;
    Ok(single.0)
}

/// Reads the JSON value `value` as a `T`.
fn read<T: Read>(value: &str) -> Result<T, JsonError> {
    read_member(&format!(r#"{{"v":{value}}}"#), Format::EpochSeconds)
}

/// Like [`read`], but panics if the value is not a `T`.
fn read_ok<T: Read>(value: &str) -> T {
    read(value).unwrap_or_else(|error| panic!("{value}: {error}"))
}

/// Asserts that none of `values` can be read as a `T`.
fn assert_all_invalid<T: Read + std::fmt::Debug>(values: &[&str]) {
    for value in values {
        let result = read::<T>(value);
        assert!(result.is_err(), "{value} was read as {result:?}");
    }
}

/// Returns the JSON of `value`.
fn to_json(value: &dyn Write, format: Format) -> String {
    let mut out = Vec::new();
    let writer = ValueWriter::new(&mut out).timestamps(format);
    value.write(writer).expect("a valid value");
    String::from_utf8(out).expect("UTF-8")
}
