//! The forms of traits' values. Getters skip values of the wrong form, which lowering reports.

use serde_json::Value;

use crate::ast::ShapeKind;

/// The form that a trait's value must have.
#[derive(Clone, Copy, Debug)]
pub(super) enum Form {
    /// Any value: for markers, and for traits whose values a pass of lowering checks.
    Any,
    /// A string.
    String,
    /// A string that is not empty.
    Name,
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// The value of an enum's member: a string, or a 32-bit integer in an `intEnum`.
    EnumValue,
    /// A list of strings.
    List,
    /// A list of objects.
    ListOfObjects,
    /// An object.
    Object,
    /// An object whose values are strings, with these keys.
    Strings(&'static [&'static str]),
    /// An object whose values are objects.
    Objects,
    /// An object with a value of the form at the key.
    Key(&'static str, &'static Form),
    /// The definitions of the trait `enum`.
    EnumDefinitions,
}

impl Form {
    /// Returns `true` if the value of a trait, on a shape of `kind` or its member, has this form.
    pub(super) fn fits(self, kind: &ShapeKind, value: &Value) -> bool {
        match self {
            Self::Any => true,
            Self::EnumValue if matches!(kind, ShapeKind::IntEnum(_)) => {
                let number = value.as_i64().map(i32::try_from);
                matches!(number, Some(Ok(_)))
            }
            Self::String | Self::EnumValue => value.is_string(),
            Self::Name => value.as_str().is_some_and(|string| !string.is_empty()),
            Self::OneOf(strings) => value
                .as_str()
                .is_some_and(|string| strings.contains(&string)),
            Self::List => value
                .as_array()
                .is_some_and(|list| list.iter().all(Value::is_string)),
            Self::ListOfObjects => value
                .as_array()
                .is_some_and(|list| list.iter().all(Value::is_object)),
            Self::Object => value.is_object(),
            Self::Strings(_) => all_values(value, Value::is_string),
            Self::Objects => all_values(value, Value::is_object),
            Self::Key(key, form) => value.get(key).is_some_and(|value| form.fits(kind, value)),
            Self::EnumDefinitions => {
                let definitions = value.as_array().map_or(&[][..], Vec::as_slice);
                let has_value =
                    |definition: &Value| definition.get("value").is_some_and(Value::is_string);
                !definitions.is_empty() && definitions.iter().all(has_value)
            }
        }
    }

    /// Describes the form: "the trait's value must be …".
    pub(super) fn describe(self, kind: &ShapeKind) -> String {
        match self {
            Self::Any => "any value".to_owned(),
            Self::EnumValue if matches!(kind, ShapeKind::IntEnum(_)) => {
                "a 32-bit integer".to_owned()
            }
            Self::String | Self::EnumValue => "a string".to_owned(),
            Self::Name => "a string that is not empty".to_owned(),
            Self::OneOf(strings) => match strings {
                [first @ .., last] if !first.is_empty() => {
                    format!("`{}` or `{last}`", first.join("`, `"))
                }
                _ => format!("`{}`", strings.concat()),
            },
            Self::List => "a list of strings".to_owned(),
            Self::ListOfObjects => "a list of objects".to_owned(),
            Self::Object => "an object".to_owned(),
            Self::Strings(keys) => {
                format!("an object whose values are strings: {}", keys.join(", "))
            }
            Self::Objects => "an object whose values are objects".to_owned(),
            Self::Key(key, form) => {
                let form = form.describe(kind);
                format!("an object with {form} as `{key}`")
            }
            Self::EnumDefinitions => "a list of objects with a string as `value`".to_owned(),
        }
    }
}

fn all_values(value: &Value, fits: impl Fn(&Value) -> bool) -> bool {
    value
        .as_object()
        .is_some_and(|object| object.values().all(fits))
}
