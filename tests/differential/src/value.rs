//! Values of the model's shapes, independent of the clients' types.

use std::collections::HashMap;

use aws_smithy_types::DateTime;

/// A value of a shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Boolean(bool),
    /// A 32-bit or 64-bit integer.
    Integer(i64),
    /// A string or an enum value.
    String(String),
    Timestamp(DateTime),
    List(Vec<Value>),
    /// A map of strings. Both clients get clones of it, so they serialize it in the same order.
    Map(HashMap<String, String>),
    /// The members of a structure that are set.
    Structure(Vec<(String, Value)>),
}

/// The panic message if the driver expects another type than the value has.
const TYPE_MISMATCH: &str = "the value does not have the type in the model";

impl Value {
    pub fn boolean(&self) -> bool {
        match self {
            Value::Boolean(value) => *value,
            _ => panic!("{TYPE_MISMATCH}"),
        }
    }

    pub fn integer(&self) -> i64 {
        match self {
            Value::Integer(value) => *value,
            _ => panic!("{TYPE_MISMATCH}"),
        }
    }

    pub fn string(&self) -> &str {
        match self {
            Value::String(value) => value,
            _ => panic!("{TYPE_MISMATCH}"),
        }
    }

    pub fn timestamp(&self) -> DateTime {
        match self {
            Value::Timestamp(value) => *value,
            _ => panic!("{TYPE_MISMATCH}"),
        }
    }

    pub fn list(&self) -> &[Value] {
        match self {
            Value::List(values) => values,
            _ => panic!("{TYPE_MISMATCH}"),
        }
    }

    pub fn map(&self) -> &HashMap<String, String> {
        match self {
            Value::Map(values) => values,
            _ => panic!("{TYPE_MISMATCH}"),
        }
    }

    /// Returns the member `name` of a structure if it is set.
    pub fn member(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Structure(members) => {
                let member = members.iter().find(|(known, _)| known == name);
                member.map(|(_, value)| value)
            }
            _ => panic!("{TYPE_MISMATCH}"),
        }
    }
}
