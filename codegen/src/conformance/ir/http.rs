//! The protocol tests that a model carries (`smithy.test`): what must be sent, and what must be
//! understood.

use serde_json::Value;

use crate::ir::{BigNumber, Scalar};

/// The protocol tests of a client.
#[derive(Clone, Debug, Default)]
pub(crate) struct HttpTests {
    /// What must be sent, by operation module and id.
    pub(crate) requests: Vec<RequestTest>,
    /// What must be understood, by operation module and id.
    pub(crate) responses: Vec<ResponseTest>,
    /// Those that are not a client's of this protocol, or are of operations that the client leaves out.
    pub(crate) left_out: Vec<LeftOut>,
}

/// A case that is not tested.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    /// Its id.
    pub id: String,
    /// Why.
    pub reason: LeftOutReason,
}

/// Why a case is not tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOutReason {
    /// It is the server's.
    Server,
    /// It is of another protocol.
    Protocol,
    /// It is of an event stream.
    EventStream,
    /// The client does not have what it is of: an operation, or an error that one declares.
    Unused,
}

/// Where a case belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CaseOf {
    /// The id in the suite.
    pub(crate) id: String,
    /// The test function's name.
    pub(crate) function: String,
    /// The operation's module.
    pub(crate) module: String,
    /// The client's method.
    pub(crate) method: String,
}

/// What must be sent for an input.
#[derive(Clone, Debug)]
pub(crate) struct RequestTest {
    /// Where it belongs.
    pub(crate) of: CaseOf,
    /// What is set in the input.
    pub(crate) input: Vec<Set>,
    /// The HTTP method.
    pub(crate) method: String,
    /// The path, without query.
    pub(crate) path: String,
    /// What stands between `https://` and the path before the operation has its say.
    pub(crate) host: Option<String>,
    /// The host that it must be sent to.
    pub(crate) resolved_host: Option<String>,
    /// Parts of the query that must be there, encoded.
    pub(crate) query: Vec<String>,
    /// Names that the query must not have.
    pub(crate) forbidden_query: Vec<String>,
    /// Names that the query must have.
    pub(crate) required_query: Vec<String>,
    /// Headers that must be there.
    pub(crate) headers: Vec<(String, String)>,
    /// Headers that must not be there.
    pub(crate) forbidden_headers: Vec<String>,
    /// Headers that must be there with any value.
    pub(crate) required_headers: Vec<String>,
    /// The body, and how it is compared; `None` where any will do.
    pub(crate) body: Option<Body>,
}

/// A body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// Compared as JSON values.
    Json(String),
    /// Compared byte by byte.
    Bytes(Vec<u8>),
}

/// What must be understood of an answer.
#[derive(Clone, Debug)]
pub(crate) struct ResponseTest {
    /// Where it belongs.
    pub(crate) of: CaseOf,
    /// The HTTP status.
    pub(crate) code: u16,
    /// The answer's headers.
    pub(crate) headers: Vec<(String, String)>,
    /// The answer's body.
    pub(crate) body: Vec<u8>,
    /// What is set in the input: that without which there is no request.
    pub(crate) input: Vec<Set>,
    /// The operation's error enum and the variant; `None` for an output.
    pub(crate) error: Option<(String, String)>,
    /// The type that is expected: below `operation::MODULE`, or an error's below `types::error`.
    pub(crate) ty: String,
    /// What is set in the expected value.
    pub(crate) expected: Vec<Set>,
    /// Whether its builder's `build` can fail.
    pub(crate) fallible: bool,
    /// The fields that are compared.
    pub(crate) fields: Vec<Field>,
}

/// A field that is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) name: String,
    /// How.
    pub(crate) by: ComparedBy,
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ComparedBy {
    /// By `==`.
    Equality,
    /// By what is printed of them: they hold what is not equal to itself.
    Printed,
    /// By what they hold: they are streams.
    Collected,
}

/// A call of a builder's setter.
#[derive(Clone, Debug)]
pub(crate) struct Set {
    /// The field's name.
    pub(crate) field: String,
    /// The value.
    pub(crate) value: Given,
}

/// A value of a case, with its type.
#[derive(Clone, Debug)]
pub(crate) enum Given {
    /// Nothing: an element of a sparse list or map.
    Null,
    /// A boolean.
    Bool(bool),
    /// An integer.
    Integer(i64),
    /// A number; NaN and the infinities are numbers, too.
    Float(Scalar, f64),
    /// A string.
    String(String),
    /// Bytes.
    Blob(Vec<u8>),
    /// Bytes that are not held in memory.
    Stream(Vec<u8>),
    /// A number of any size, as text.
    Big(BigNumber, String),
    /// Any value.
    Document(Value),
    /// A point in time: seconds and nanoseconds since the epoch.
    Timestamp(i64, u32),
    /// An enum's value, by the enum's name.
    Enum(String, String),
    /// A structure.
    Structure {
        /// Its type's name.
        ty: String,
        /// What is set in it.
        members: Vec<Set>,
        /// Whether its builder's `build` can fail.
        fallible: bool,
    },
    /// A union's variant.
    Variant {
        /// The union's name.
        ty: String,
        /// The variant's.
        variant: String,
        /// The variant's value; `None` for a unit.
        value: Option<Box<Given>>,
    },
    /// A value that stands in a box.
    Boxed(Box<Given>),
    /// Values in order; of a sparse list they are optional.
    List {
        /// The elements.
        elements: Vec<Given>,
        /// Whether they may be null.
        sparse: bool,
    },
    /// Values by key; of a sparse map they are optional.
    Map {
        /// Keys and values.
        entries: Vec<(Given, Given)>,
        /// Whether the values may be null.
        sparse: bool,
    },
}

impl Given {
    /// Whether it holds what is not equal to itself.
    pub(crate) fn has_nan(&self) -> bool {
        match self {
            Given::Float(_, number) => number.is_nan(),
            Given::Structure { members, .. } => members.iter().any(|set| set.value.has_nan()),
            Given::Variant { value, .. } => value.as_ref().is_some_and(|value| value.has_nan()),
            Given::Boxed(value) => value.has_nan(),
            Given::List { elements, .. } => elements.iter().any(Given::has_nan),
            Given::Map { entries, .. } => entries.iter().any(|(_, value)| value.has_nan()),
            _ => false,
        }
    }
}
