//! Structures, unions and enums.

use super::{Name, Type};

/// A structure with its builder.
#[derive(Clone, Debug)]
pub struct Structure {
    /// Its type's name, and the shape's.
    pub name: Name,
    /// The module that holds it.
    pub module: String,
    /// What it is for.
    pub role: Role,
    /// Markdown.
    pub docs: Vec<String>,
    /// What the compiler says to whoever still uses it, where it is deprecated.
    pub deprecated: Option<String>,
    /// Its members, in the model's order.
    pub members: Vec<Member>,
    /// What its builder holds.
    pub builder: BuilderForm,
    /// Whether its builder's `build` can fail: some required member has no stand-in.
    pub fallible: bool,
    /// The members in the body, by index, in the order on the wire.
    pub body: Vec<usize>,
    /// The members in headers and the status, by index, in the order in which an answer's are read.
    pub headers: Vec<usize>,
    /// The member that is the body.
    pub payload: Option<Payload>,
    /// Which way it travels.
    pub usage: Usage,
    /// Whether it is itself sensitive, so that nothing of it is printed.
    pub sensitive: bool,
    /// The inner function that gives the value in which nothing is read yet.
    pub empty_function: String,
    /// The inner function that reads an answer, of an error.
    pub read_function: String,
}

impl Structure {
    /// Whether a member is not held in memory, so that there is only one of it.
    pub fn streams(&self) -> bool {
        self.members.iter().any(|member| member.ty == Type::Stream)
    }
}

/// What a structure is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Part of inputs, outputs or errors.
    Type,
    /// What an operation takes.
    Input,
    /// What an operation gives.
    Output,
    /// How an operation fails.
    Error,
}

/// What a structure's builder holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuilderForm {
    /// The structure itself: nothing in it has a value before it is set.
    Value,
    /// A field for each member.
    Members,
}

/// Which way a shape travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// In answers.
    pub in_responses: bool,
    /// In requests.
    pub in_requests: bool,
    /// In a URI or a header.
    pub in_bindings: bool,
}

/// A member of a structure.
#[derive(Clone, Debug)]
pub struct Member {
    /// The field's name, and the one in JSON.
    pub name: Name,
    /// The member's name in the model.
    pub model: String,
    /// Markdown.
    pub docs: Vec<String>,
    /// What the compiler says to whoever still uses it, where it is deprecated.
    pub deprecated: Option<String>,
    /// The type of its value.
    pub ty: Type,
    /// Whether the field is an `Option`.
    pub optional: bool,
    /// Whether the service requires it.
    pub required: bool,
    /// What `build` puts where nothing was set; `None` for fields that have no stand-in.
    pub default: Option<Literal>,
    /// What a field holds where the service sent nothing.
    pub absent: Absent,
    /// When it is written.
    pub presence: Presence,
    /// Where it travels.
    pub location: Location,
    /// Whether it is a token that is made up where it is unset.
    pub idempotency_token: bool,
    /// Whether its value must not be printed.
    pub sensitive: bool,
}

/// A member that is a body of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payload {
    /// The member, by index.
    pub member: usize,
    /// What it is made of.
    pub kind: PayloadKind,
    /// The header `content-type` that it goes out with.
    pub content_type: String,
}

/// What a payload is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayloadKind {
    /// JSON; an empty object stands for one that is unset.
    Object,
    /// JSON, or no body at all.
    Json,
    /// A string.
    String,
    /// Bytes.
    Bytes,
    /// Bytes that are not held in memory.
    Stream,
}

/// A default value.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `false`, 0, the empty string, list or map.
    Zero,
    /// `true`.
    True,
    /// An integer.
    Integer(i64),
    /// A number.
    Float(f64),
    /// A string, or an enum's value.
    String(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A point in time, in seconds since the epoch.
    Seconds(f64),
    /// A value of any kind.
    Document(Document),
}

/// A default of a document: collections are empty.
#[derive(Clone, Debug, PartialEq)]
pub enum Document {
    /// `true` or `false`.
    Bool(bool),
    /// A number from 0 on.
    Unsigned(u64),
    /// A number below 0.
    Negative(i64),
    /// Any other number.
    Float(f64),
    /// A string.
    String(String),
    /// An empty list.
    List,
    /// An empty map.
    Map,
}

/// What a field holds where the service sent nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Absent {
    /// `None`.
    None,
    /// A value that stands for nothing: empty, 0, `false`, an enum's unknown value.
    Placeholder,
    /// The default.
    Default(Literal),
    /// As [`Placeholder`](Self::Placeholder), in an `Option`: a structure in which nothing is set.
    SomePlaceholder,
}

/// When a member is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Presence {
    /// Where it is set.
    WhenSet,
    /// Always.
    Always,
    /// Where it differs from its default.
    UnlessDefault(Literal),
}

/// Where a member travels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// In the JSON body.
    Body,
    /// In the path.
    Label,
    /// In the query, under this name.
    Query(String),
    /// In the query, under the names that are its keys.
    QueryParams,
    /// In this header.
    Header(String),
    /// In this header, in base64.
    EncodedHeader(String),
    /// In headers that begin so and end with its keys.
    PrefixHeaders(String),
    /// As the body.
    Payload,
    /// It is the response's status.
    ResponseCode,
}

/// An enum: known values, and room for unknown ones.
#[derive(Clone, Debug)]
pub struct Enum {
    /// Its type's name, and the shape's.
    pub name: Name,
    /// The module that holds it.
    pub module: String,
    /// Markdown.
    pub docs: Vec<String>,
    /// What the compiler says to whoever still uses it, where it is deprecated.
    pub deprecated: Option<String>,
    /// The values, by Rust name.
    pub values: Vec<EnumValue>,
    /// The values' texts, sorted.
    pub wire_values: Vec<String>,
    /// The name of the variant for unknown values.
    pub unknown: String,
    /// Which way it travels.
    pub usage: Usage,
    /// Whether it is itself sensitive, so that no value is printed.
    pub sensitive: bool,
}

/// A known value of an enum.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// The variant's name, and the text on the wire.
    pub name: Name,
    /// Markdown.
    pub docs: Vec<String>,
    /// What the compiler says to whoever still uses it, where it is deprecated.
    pub deprecated: Option<String>,
}

/// A union: one of several members.
#[derive(Clone, Debug)]
pub struct Union {
    /// Its type's name, and the shape's.
    pub name: Name,
    /// The module that holds it.
    pub module: String,
    /// Markdown.
    pub docs: Vec<String>,
    /// What the compiler says to whoever still uses it, where it is deprecated.
    pub deprecated: Option<String>,
    /// The variants, by Rust name.
    pub variants: Vec<Variant>,
    /// Which way it travels.
    pub usage: Usage,
    /// Whether it is itself sensitive.
    pub sensitive: bool,
}

/// A variant of a union.
#[derive(Clone, Debug)]
pub struct Variant {
    /// The variant's name, and the one in JSON.
    pub name: Name,
    /// The member's name in the model.
    pub model: String,
    /// The snake-case name for `is_…` and `as_…`.
    pub method: String,
    /// Markdown.
    pub docs: Vec<String>,
    /// What the compiler says to whoever still uses it, where it is deprecated.
    pub deprecated: Option<String>,
    /// The type of its value; `None` for a unit.
    pub ty: Option<Type>,
    /// Whether its value must not be printed.
    pub sensitive: bool,
}
