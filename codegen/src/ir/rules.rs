//! Endpoint rules: conditions, outcomes and typed values.

/// A rule: its outcome applies if all its conditions hold.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The conditions, in the order in which they are evaluated.
    pub conditions: Vec<Condition>,
    /// The outcome if all conditions hold.
    pub outcome: Outcome,
}

/// The outcome of a rule.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Nested rules, one of which must apply.
    Rules(Vec<Rule>),
    /// An endpoint.
    Endpoint(EndpointParts),
    /// An error with this message.
    Error(Typed),
}

/// The parts of an endpoint.
#[derive(Clone, Debug)]
pub struct EndpointParts {
    /// The URL, a string.
    pub url: Typed,
    /// The names of headers with their values, which are strings.
    pub headers: Vec<(String, Vec<Typed>)>,
    /// The names of authentication schemes with their properties.
    pub auth_schemes: Vec<(String, Vec<(String, Property)>)>,
    /// The names and values of other properties.
    pub properties: Vec<(String, Property)>,
}

/// The value of an endpoint property: a document.
#[derive(Clone, Debug)]
pub enum Property {
    /// `null`.
    Null,
    /// A boolean.
    Boolean(bool),
    /// A number, as written in the model.
    Number(serde_json::Number),
    /// A string.
    String(Typed),
    /// A list.
    List(Vec<Property>),
    /// An object: keys and values.
    Object(Vec<(String, Property)>),
}

/// A condition of a rule.
#[derive(Clone, Debug)]
pub enum Condition {
    /// An optional value is set. It is bound to a variable if it is used later.
    Set {
        /// The value.
        value: Typed,
        /// The variable; `None` if the value is not used later.
        name: Option<String>,
    },
    /// A value that is always set is bound to a variable.
    Let {
        /// The value.
        value: Typed,
        /// The variable.
        name: String,
    },
    /// A boolean is true; if it is optional, it must also be set.
    Holds(Typed),
}

/// A value expression with its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The value.
    pub value: RuleValue,
    /// Its type in the rules' language.
    pub kind: RuleType,
    /// `true` if the value may be unset.
    pub optional: bool,
    /// The ownership of the Rust value.
    pub ownership: Ownership,
}

/// A type of the rules' language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleType {
    /// A string.
    String,
    /// A boolean.
    Boolean,
    /// A list of strings.
    Array,
    /// The result of `aws.partition`.
    Partition,
    /// The result of `aws.parseArn`.
    Arn,
    /// The result of `parseURL`.
    Url,
}

/// The ownership of a value in the emitted Rust expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ownership {
    /// A `Copy` value; for strings, `&str`.
    Borrowed,
    /// A reference to an owned value, for example `&String`.
    Reference,
    /// A temporary, which can be moved.
    Owned,
    /// A field or variable that owns the value: it can be borrowed, but not moved.
    Place,
}

/// A value expression of the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleValue {
    /// A string.
    String(String),
    /// A boolean.
    Boolean(bool),
    /// The field of a parameter.
    Parameter(String),
    /// A variable.
    Variable(String),
    /// A field of a partition, ARN or URL.
    Field(Box<Typed>, &'static str),
    /// An element of a list. A negative index counts from the end.
    Item(Box<Typed>, i32),
    /// A string with interpolated values.
    Template(Vec<TemplatePart>),
    /// A list of strings.
    List(Vec<Typed>),
    /// `true` if a value is set.
    IsSet(Box<Typed>),
    /// The negation of a boolean.
    Not(Box<Typed>),
    /// `true` if two values are equal.
    Equal(Box<Typed>, Box<Typed>),
    /// `ite`: a condition, the value if it is true, and the value if it is false.
    Choice(Box<Typed>, Box<Typed>, Box<Typed>),
    /// `coalesce`: the first value that is set.
    First(Vec<Typed>),
    /// The result of a function.
    Call(Function),
}

/// A call of a function of the runtime crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Function {
    /// `aws.partition`
    Partition(Box<Typed>),
    /// `aws.parseArn`
    ParseArn(Box<Typed>),
    /// `parseURL`
    ParseUrl(Box<Typed>),
    /// `uriEncode`
    UriEncode(Box<Typed>),
    /// `isValidHostLabel`
    HostLabel(Box<Typed>, Box<Typed>),
    /// `aws.isVirtualHostableS3Bucket`
    HostableBucket(Box<Typed>, Box<Typed>),
    /// `substring`, with start, end, and a boolean: `true` if they count from the end.
    Substring(Box<Typed>, usize, usize, Box<Typed>),
    /// `split`, with the delimiter and the limit.
    Split(Box<Typed>, Box<Typed>, usize),
}

/// A part of a string with interpolated values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplatePart {
    /// Fixed text.
    Literal(String),
    /// An interpolated value.
    Value(Typed),
}

impl Function {
    /// Returns the arguments that are expressions.
    pub fn arguments(&self) -> Vec<&Typed> {
        match self {
            Self::Partition(argument)
            | Self::ParseArn(argument)
            | Self::ParseUrl(argument)
            | Self::UriEncode(argument) => vec![argument],
            Self::HostLabel(first, second)
            | Self::HostableBucket(first, second)
            | Self::Substring(first, _, _, second)
            | Self::Split(first, second, _) => vec![first, second],
        }
    }
}

impl Typed {
    /// Calls `visit` with the name of each variable used in the value.
    pub fn visit_variables(&self, visit: &mut impl FnMut(&str)) {
        match &self.value {
            RuleValue::String(_) | RuleValue::Boolean(_) | RuleValue::Parameter(_) => {}
            RuleValue::Variable(name) => visit(name),
            RuleValue::Field(inner, _)
            | RuleValue::Item(inner, _)
            | RuleValue::IsSet(inner)
            | RuleValue::Not(inner) => inner.visit_variables(visit),
            RuleValue::Equal(left, right) => {
                left.visit_variables(visit);
                right.visit_variables(visit);
            }
            RuleValue::Choice(condition, yes, no) => {
                for value in [condition, yes, no] {
                    value.visit_variables(visit);
                }
            }
            RuleValue::First(values) | RuleValue::List(values) => {
                for value in values {
                    value.visit_variables(visit);
                }
            }
            RuleValue::Call(function) => {
                for argument in function.arguments() {
                    argument.visit_variables(visit);
                }
            }
            RuleValue::Template(parts) => {
                for part in parts {
                    if let TemplatePart::Value(value) = part {
                        value.visit_variables(visit);
                    }
                }
            }
        }
    }
}

impl Condition {
    /// Returns the value that the condition tests or binds.
    pub fn value(&self) -> &Typed {
        match self {
            Self::Set { value, .. } | Self::Let { value, .. } | Self::Holds(value) => value,
        }
    }
}

impl Outcome {
    /// Calls `visit` with each value of an error or endpoint, but not with those of nested rules.
    pub fn visit_values(&self, visit: &mut impl FnMut(&Typed)) {
        match self {
            Self::Rules(_) => {}
            Self::Error(message) => visit(message),
            Self::Endpoint(parts) => {
                visit(&parts.url);
                let headers = parts.headers.iter();
                headers.flat_map(|(_, values)| values).for_each(&mut *visit);
                let schemes = parts.auth_schemes.iter();
                let schemes = schemes.flat_map(|(_, properties)| properties);
                for (_, property) in parts.properties.iter().chain(schemes) {
                    property.visit_values(visit);
                }
            }
        }
    }
}

impl Property {
    fn visit_values(&self, visit: &mut impl FnMut(&Typed)) {
        match self {
            Self::Null | Self::Boolean(_) | Self::Number(_) => {}
            Self::String(string) => visit(string),
            Self::List(list) => {
                for value in list {
                    value.visit_values(visit);
                }
            }
            Self::Object(members) => {
                for (_, value) in members {
                    value.visit_values(visit);
                }
            }
        }
    }
}
