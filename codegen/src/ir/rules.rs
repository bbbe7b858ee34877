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
    Item(Box<Typed>, isize),
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
    /// Returns `true` if the value uses the variable `name`.
    pub fn mentions(&self, name: &str) -> bool {
        let any = |values: &[&Typed]| values.iter().any(|value| value.mentions(name));
        match &self.value {
            RuleValue::String(_) | RuleValue::Boolean(_) | RuleValue::Parameter(_) => false,
            RuleValue::Variable(variable) => variable == name,
            RuleValue::Field(inner, _)
            | RuleValue::Item(inner, _)
            | RuleValue::IsSet(inner)
            | RuleValue::Not(inner) => inner.mentions(name),
            RuleValue::Equal(left, right) => any(&[left, right]),
            RuleValue::Choice(condition, yes, no) => any(&[condition, yes, no]),
            RuleValue::First(values) | RuleValue::List(values) => {
                values.iter().any(|value| value.mentions(name))
            }
            RuleValue::Call(function) => any(&function.arguments()),
            RuleValue::Template(parts) => parts.iter().any(|part| match part {
                TemplatePart::Literal(_) => false,
                TemplatePart::Value(value) => value.mentions(name),
            }),
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
    /// Returns `true` if the outcome uses the variable `name`.
    pub fn mentions(&self, name: &str) -> bool {
        match self {
            Self::Error(message) => message.mentions(name),
            Self::Rules(rules) => rules.iter().any(|rule| {
                let mut conditions = rule.conditions.iter();
                conditions.any(|condition| condition.value().mentions(name))
                    || rule.outcome.mentions(name)
            }),
            Self::Endpoint(parts) => {
                let mut headers = parts.headers.iter().flat_map(|(_, values)| values);
                let schemes = parts.auth_schemes.iter().flat_map(|(_, values)| values);
                let mut properties = parts.properties.iter().chain(schemes);
                parts.url.mentions(name)
                    || headers.any(|value| value.mentions(name))
                    || properties.any(|(_, value)| value.mentions(name))
            }
        }
    }
}

impl Property {
    fn mentions(&self, name: &str) -> bool {
        match self {
            Self::Null | Self::Boolean(_) | Self::Number(_) => false,
            Self::String(string) => string.mentions(name),
            Self::List(list) => list.iter().any(|value| value.mentions(name)),
            Self::Object(members) => members.iter().any(|(_, value)| value.mentions(name)),
        }
    }
}
