//! Structures, unions and enums.

use super::{Name, Type};

/// A structure with its builder.
#[derive(Clone, Debug)]
pub struct Structure {
    /// The name of the Rust type; as wire name, the shape's name.
    pub name: Name,
    /// The name of the module that contains it or, for a nested type, its builder.
    pub module: String,
    /// The name of the module's file, without extension.
    pub module_file: String,
    /// The structure's purpose.
    pub role: Role,
    /// The documentation.
    pub docs: Vec<String>,
    /// The compiler's deprecation note; `None` if the structure is not deprecated.
    pub deprecated: Option<String>,
    /// The members, in the model's order.
    pub members: Vec<Member>,
    /// The fields of the builder.
    pub builder: BuilderForm,
    /// The name of the builder.
    pub builder_name: String,
    /// `true` if the builder's `build` can fail, because a required member has no default.
    pub fallible: bool,
    /// The members in the JSON body, by index, in the order on the wire.
    pub body: Vec<usize>,
    /// The members in a response's headers and status, by index, in the order in which they are
    /// parsed.
    pub headers: Vec<usize>,
    /// The member that is the entire body; `None` if the body consists of `body`.
    pub payload: Option<Payload>,
    /// The places in which the structure is used.
    pub usage: Usage,
    /// `true` if the shape itself is sensitive: none of its members are printed.
    pub sensitive: bool,
    /// The form of the field `message`; for errors only.
    pub message: Option<MessageForm>,
    /// The member with the service's message, by index, unless error metadata has it; for errors
    /// only.
    pub message_member: Option<usize>,
    /// The name of the inner function that returns the value before any member is parsed.
    pub empty_function: String,
    /// The name of the inner function that parses a response; for errors only.
    pub read_function: String,
}

impl Structure {
    /// Returns `true` if a member is a stream, so that the structure cannot be cloned.
    pub fn streams(&self) -> bool {
        self.members.iter().any(|member| member.ty == Type::Stream)
    }
}

/// The purpose of a structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Nested in inputs, outputs or errors.
    Type,
    /// An operation's input.
    Input,
    /// An operation's output.
    Output,
    /// A modeled error.
    Error,
}

/// The form of an error's field `message`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageForm {
    /// `true` if the field is an `Option`.
    pub optional: bool,
    /// `true` if the message must not be printed.
    pub sensitive: bool,
}

/// The fields of a structure's builder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuilderForm {
    /// The structure itself, because all its fields are `Option`s.
    Value,
    /// An `Option` for each member.
    Members,
}

/// The places in which a shape is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// `true` if the shape occurs in responses.
    pub in_responses: bool,
    /// `true` if the shape occurs in requests.
    pub in_requests: bool,
    /// `true` if the shape occurs in a URI or header.
    pub in_bindings: bool,
}

/// A member of a structure.
#[derive(Clone, Debug)]
pub struct Member {
    /// The field's name; as wire name, the name in JSON.
    pub name: Name,
    /// The member's name in the model.
    pub model: String,
    /// The documentation.
    pub docs: MemberDocs,
    /// The compiler's deprecation note; `None` if the member is not deprecated.
    pub deprecated: Option<String>,
    /// The type of the value, without `Option`.
    pub ty: Type,
    /// `true` if the field is an `Option`.
    pub optional: bool,
    /// `true` if the service requires the member.
    pub required: bool,
    /// The value that `build` uses if the member is unset; `None` if there is none.
    pub default: Option<Literal>,
    /// The field's value if the response lacks the member.
    pub absent: Absent,
    /// The condition under which the member is sent.
    pub presence: Presence,
    /// The part of the request or response that contains the member.
    pub location: Location,
    /// `true` if the member is an idempotency token, which is generated if unset.
    pub idempotency_token: bool,
    /// `true` if the value must not be printed.
    pub sensitive: bool,
}

/// The documentation of a member, in the form that each item needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemberDocs {
    /// The documentation of the field and its accessor.
    pub field: Vec<String>,
    /// The documentation of the setter, which appends to a list and inserts into a map.
    pub setter: Vec<String>,
    /// The documentation of `set_…`, which takes an `Option`.
    pub option_setter: Vec<String>,
    /// The documentation of a builder's `get_…`.
    pub getter: Vec<String>,
}

/// A member that is the entire body (`httpPayload`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payload {
    /// The member, by index.
    pub member: usize,
    /// The encoding of the body.
    pub kind: PayloadKind,
    /// The header `content-type` of requests.
    pub content_type: String,
}

/// The encoding of a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayloadKind {
    /// JSON; if unset, an empty object is sent.
    Object,
    /// JSON; if unset, no body is sent.
    Json,
    /// A string.
    String,
    /// Bytes.
    Bytes,
    /// A stream of bytes, which is not held in memory.
    Stream,
}

/// The literal of a default value.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `false`, 0, the empty string, list or map.
    Zero,
    /// `true`.
    True,
    /// An integer.
    Integer(i64),
    /// A floating-point number.
    Float(f64),
    /// A string, or an enum's wire value.
    String(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A point in time, in seconds since the epoch.
    Seconds(f64),
    /// A point in time, in seconds since the epoch and nanoseconds.
    Time(i64, u32),
    /// A document.
    Document(Document),
}

/// The default of a document, which may be scalar or an empty collection.
#[derive(Clone, Debug, PartialEq)]
pub enum Document {
    /// A boolean.
    Bool(bool),
    /// An integer of at least 0.
    Unsigned(u64),
    /// An integer below 0.
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

/// The value of a field if the response lacks the member.
#[derive(Clone, Debug, PartialEq)]
pub enum Absent {
    /// `None`.
    None,
    /// A placeholder: empty, 0, `false`, or an enum's unknown value.
    Placeholder,
    /// The default.
    Default(Literal),
    /// A [`Placeholder`](Self::Placeholder) in `Some`, for example a structure with nothing set.
    SomePlaceholder,
}

/// The condition under which a member is sent.
#[derive(Clone, Debug, PartialEq)]
pub enum Presence {
    /// Sent if it is set, which a field without an `Option` always is.
    WhenSet,
    /// Sent unless it is equal to its default.
    UnlessDefault(Literal),
}

/// The part of an HTTP request or response that contains a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// A member of the JSON body.
    Body,
    /// A label in the URI path.
    Label,
    /// A query parameter of this name.
    Query(String),
    /// A map of query parameters: its keys are their names.
    QueryParams,
    /// The header of this name.
    Header(String),
    /// The header of this name, encoded in base64.
    EncodedHeader(String),
    /// A map of headers: their names are this prefix and a key.
    PrefixHeaders(String),
    /// The entire body.
    Payload,
    /// The status code of the response.
    ResponseCode,
}

/// An enum: known values, and a variant for unknown ones.
#[derive(Clone, Debug)]
pub struct Enum {
    /// The name of the Rust type; as wire name, the shape's name.
    pub name: Name,
    /// The name of the type's module.
    pub module: String,
    /// The name of the module's file, without extension.
    pub module_file: String,
    /// The documentation.
    pub docs: Vec<String>,
    /// The compiler's deprecation note; `None` if the enum is not deprecated.
    pub deprecated: Option<String>,
    /// The known values, sorted by wire value.
    pub values: Vec<EnumValue>,
    /// The wire values, sorted.
    pub wire_values: Vec<String>,
    /// The name of the variant for unknown values.
    pub unknown: String,
    /// The places in which the enum is used.
    pub usage: Usage,
    /// `true` if the shape itself is sensitive: its values are not printed.
    pub sensitive: bool,
}

/// A known value of an enum.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// The variant's name, and the wire value.
    pub name: Name,
    /// The documentation.
    pub docs: Vec<String>,
    /// The compiler's deprecation note; `None` if the value is not deprecated.
    pub deprecated: Option<String>,
}

/// A union: exactly one of several members.
#[derive(Clone, Debug)]
pub struct Union {
    /// The name of the Rust type; as wire name, the shape's name.
    pub name: Name,
    /// The name of the type's module.
    pub module: String,
    /// The name of the module's file, without extension.
    pub module_file: String,
    /// The documentation.
    pub docs: Vec<String>,
    /// The compiler's deprecation note; `None` if the union is not deprecated.
    pub deprecated: Option<String>,
    /// The variants, sorted by Rust name.
    pub variants: Vec<Variant>,
    /// The places in which the union is used.
    pub usage: Usage,
    /// `true` if the shape itself is sensitive: its value is not printed.
    pub sensitive: bool,
}

/// A variant of a union.
#[derive(Clone, Debug)]
pub struct Variant {
    /// The variant's name; as wire name, the name in JSON.
    pub name: Name,
    /// The member's name in the model.
    pub model: String,
    /// The suffix of the methods `is_…` and `as_…`, in snake case.
    pub method: String,
    /// The documentation.
    pub docs: Vec<String>,
    /// The compiler's deprecation note; `None` if the variant is not deprecated.
    pub deprecated: Option<String>,
    /// The type of its value; `None` if it has none.
    pub ty: Option<Type>,
    /// `true` if the value must not be printed.
    pub sensitive: bool,
}
