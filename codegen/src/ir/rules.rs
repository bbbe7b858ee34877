//! Endpoint rules: conditions, what they come to, and typed values.

/// A rule: what it comes to where all its conditions hold.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The conditions, in order.
    pub conditions: Vec<Condition>,
    /// What it comes to.
    pub outcome: Outcome,
}

/// What a rule comes to.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// More rules, of which one must apply.
    Rules(Vec<Rule>),
    /// An endpoint.
    Endpoint(EndpointParts),
    /// An error with this text.
    Error(Typed),
}

/// The parts of an endpoint.
#[derive(Clone, Debug)]
pub struct EndpointParts {
    /// A text.
    pub url: Typed,
    /// The headers, by name, with texts.
    pub headers: Vec<(String, Vec<Typed>)>,
    /// The ways of signing, by name, with what they need.
    pub auth_schemes: Vec<(String, Vec<(String, Property)>)>,
    /// Other properties, by name.
    pub properties: Vec<(String, Property)>,
}

/// A property of an endpoint: a document.
#[derive(Clone, Debug)]
pub enum Property {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number, as it is written.
    Number(serde_json::Number),
    /// A text.
    Text(Typed),
    /// A list.
    List(Vec<Property>),
    /// An object.
    Object(Vec<(String, Property)>),
}

/// A condition of a rule.
#[derive(Clone, Debug)]
pub enum Condition {
    /// An optional value is set; it gets a name where it is used.
    Set {
        /// The value.
        value: Typed,
        /// Its name.
        name: Option<String>,
    },
    /// A value that is always there gets a name.
    Let {
        /// The value.
        value: Typed,
        /// Its name.
        name: String,
    },
    /// A boolean is true; an optional one is also set.
    Holds(Typed),
}

/// A value with its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The value.
    pub value: Value,
    /// Its type in the rules.
    pub kind: RuleType,
    /// Whether it may be unset.
    pub optional: bool,
    /// How Rust holds it.
    pub ownership: Ownership,
}

/// A type in the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleType {
    /// Text.
    String,
    /// `true` or `false`.
    Boolean,
    /// Texts in order.
    Array,
    /// What `aws.partition` gives.
    Partition,
    /// What `aws.parseArn` gives.
    Arn,
    /// What `parseURL` gives.
    Url,
}

/// How Rust holds a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ownership {
    /// What is copied; of texts, `&str`.
    Borrowed,
    /// A reference to what is owned: `&String`.
    Reference,
    /// Just made: whoever takes it owns it.
    Owned,
    /// Owned by a field or a variable.
    Place,
}

/// A value in the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text.
    Text(String),
    /// `true` or `false`.
    Boolean(bool),
    /// A parameter's field.
    Parameter(String),
    /// A variable.
    Variable(String),
    /// A field of a record: of a partition, ARN or URL.
    Field(Box<Typed>, &'static str),
    /// An element of a list; from its end where the index is negative.
    Item(Box<Typed>, isize),
    /// Texts and values in one text.
    Template(Vec<TemplatePart>),
    /// Texts in order.
    List(Vec<Typed>),
    /// Whether a value is set.
    IsSet(Box<Typed>),
    /// What a boolean is not.
    Not(Box<Typed>),
    /// Whether two values are the same.
    Equal(Box<Typed>, Box<Typed>),
    /// One of two values.
    Choice(Box<Typed>, Box<Typed>, Box<Typed>),
    /// The first value that is set.
    First(Vec<Typed>),
    /// What a function gives.
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
    /// `substring`, with start, end, and whether they are counted from the end.
    Substring(Box<Typed>, usize, usize, Box<Typed>),
    /// `split`, with the delimiter and the limit.
    Split(Box<Typed>, Box<Typed>, usize),
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplatePart {
    /// Text.
    Literal(String),
    /// A value.
    Value(Typed),
}

impl Function {
    /// The values that it is called with.
    pub fn arguments(&self) -> Vec<&Typed> {
        match self {
            Self::Partition(one) | Self::ParseArn(one) | Self::ParseUrl(one) => vec![one],
            Self::UriEncode(one) => vec![one],
            Self::HostLabel(one, two) | Self::HostableBucket(one, two) => vec![one, two],
            Self::Substring(one, _, _, two) | Self::Split(one, two, _) => vec![one, two],
        }
    }
}

impl Typed {
    /// Whether the variable `name` is in it.
    pub fn mentions(&self, name: &str) -> bool {
        let any = |values: &[&Typed]| values.iter().any(|value| value.mentions(name));
        match &self.value {
            Value::Text(_) | Value::Boolean(_) | Value::Parameter(_) => false,
            Value::Variable(variable) => variable == name,
            Value::Field(of, _) | Value::Item(of, _) | Value::IsSet(of) | Value::Not(of) => {
                of.mentions(name)
            }
            Value::Equal(left, right) => any(&[left, right]),
            Value::Choice(condition, yes, no) => any(&[condition, yes, no]),
            Value::First(values) | Value::List(values) => {
                values.iter().any(|value| value.mentions(name))
            }
            Value::Call(function) => any(&function.arguments()),
            Value::Template(parts) => parts.iter().any(|part| match part {
                TemplatePart::Literal(_) => false,
                TemplatePart::Value(value) => value.mentions(name),
            }),
        }
    }
}

impl Condition {
    /// Its value.
    pub fn value(&self) -> &Typed {
        match self {
            Self::Set { value, .. } | Self::Let { value, .. } | Self::Holds(value) => value,
        }
    }
}

impl Outcome {
    /// Whether the variable `name` is in it.
    pub fn mentions(&self, name: &str) -> bool {
        match self {
            Self::Error(text) => text.mentions(name),
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
            Self::Text(text) => text.mentions(name),
            Self::List(list) => list.iter().any(|value| value.mentions(name)),
            Self::Object(members) => members.iter().any(|(_, value)| value.mentions(name)),
        }
    }
}
