//! Values of the model's shapes, as both clients can be given them.

use std::collections::HashMap;

use aws_smithy_types::DateTime;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `true` or `false`.
    Boolean(bool),
    /// An integer of any size.
    Integer(i64),
    /// A text, or an enum's value.
    Text(String),
    /// A point in time.
    Time(DateTime),
    /// Values in order.
    List(Vec<Value>),
    /// Texts by key: clones of one map, so that both sides write it in one order.
    Map(HashMap<String, String>),
    /// A structure's members that are set.
    Structure(Vec<(String, Value)>),
}

/// The driver asks for what the model says is there.
const WRONG: &str = "a value of another kind than the model's";

impl Value {
    pub fn boolean(&self) -> bool {
        match self {
            Value::Boolean(value) => *value,
            _ => panic!("{WRONG}"),
        }
    }

    pub fn integer(&self) -> i64 {
        match self {
            Value::Integer(value) => *value,
            _ => panic!("{WRONG}"),
        }
    }

    pub fn text(&self) -> &str {
        match self {
            Value::Text(value) => value,
            _ => panic!("{WRONG}"),
        }
    }

    pub fn time(&self) -> DateTime {
        match self {
            Value::Time(value) => *value,
            _ => panic!("{WRONG}"),
        }
    }

    pub fn list(&self) -> &[Value] {
        match self {
            Value::List(values) => values,
            _ => panic!("{WRONG}"),
        }
    }

    pub fn map(&self) -> &HashMap<String, String> {
        match self {
            Value::Map(values) => values,
            _ => panic!("{WRONG}"),
        }
    }

    /// The member `name` of a structure, where it is set.
    pub fn member(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Structure(members) => {
                let member = members.iter().find(|(known, _)| known == name);
                member.map(|(_, value)| value)
            }
            _ => panic!("{WRONG}"),
        }
    }
}
