//! The table of a service's operations and shapes, which the generator writes.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use regex::Regex;
use serde::Deserialize;
use serde_json::{Number, Value};

use super::uri::Pattern as UriPattern;

/// The operations and shapes of a service, as `codegen::wire_table` writes them.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Table {
    pub(super) service: Service,
    pub(super) operations: BTreeMap<String, Operation>,
    inputs: HashMap<String, Structure>,
    outputs: HashMap<String, Structure>,
    errors: HashMap<String, ErrorShape>,
    structures: HashMap<String, Structure>,
    unions: HashMap<String, Structure>,
    enums: HashMap<String, Enum>,
}

/// A fault in the text of a table.
#[derive(Debug)]
pub struct TableError(String);

impl std::fmt::Display for TableError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the wire table is invalid: {}", self.0)
    }
}

impl std::error::Error for TableError {}

/// The service itself.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Service {
    /// The service name in signatures; `None` if requests are not signed.
    pub(super) signing_name: Option<String>,
}

/// An operation.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Operation {
    pub(super) method: String,
    pub(super) uri: UriPattern,
    /// The status of a success.
    pub(super) status: u16,
    /// The codes of the modelled errors.
    errors: Vec<String>,
    /// `true` if requests need no signature.
    #[serde(default)]
    pub(super) unsigned: bool,
}

/// A structure, or a union of which one member is present.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Structure {
    /// The members, in their order on the wire.
    pub(super) members: Vec<Member>,
}

/// A modelled error.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ErrorShape {
    pub(super) status: u16,
    /// The member that contains the message for people.
    pub(super) message: Option<String>,
    pub(super) members: Vec<Member>,
}

/// The strings that an enum's values have on the wire.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Enum {
    pub(super) values: Vec<String>,
    /// Further values, which messages must not name.
    #[serde(default)]
    pub(super) internal: Vec<String>,
}

/// A member of a structure or union.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Member {
    /// The name in the model, which inputs and outputs of behaviours use.
    pub(super) name: String,
    /// The name in JSON; `None` if it is `name`.
    wire: Option<String>,
    /// The part of the HTTP message that contains the member.
    #[serde(default, rename = "in")]
    pub(super) location: Location,
    #[serde(default)]
    pub(super) required: bool,
    /// The value that an absent member has.
    pub(super) default: Option<Value>,
    #[serde(flatten)]
    pub(super) ty: Type,
}

impl Member {
    /// Returns the name in JSON.
    pub(super) fn wire(&self) -> &str {
        self.wire.as_deref().unwrap_or(&self.name)
    }
}

/// The part of an HTTP message that contains a member.
#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(super) enum Location {
    /// A member of the JSON body.
    #[default]
    Body,
    /// A label of the path.
    Label,
    /// The query parameter of this name.
    Query(String),
    /// A map of query parameters.
    QueryParams,
    /// The header of this name.
    Header(String),
    /// The header of this name, in base64.
    EncodedHeader(String),
    /// A map of headers whose names have this prefix.
    PrefixHeaders(String),
    /// The entire body, with this media type.
    Payload(String),
    /// The status of the response.
    ResponseCode,
}

/// A type with its constraints.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Type {
    #[serde(flatten)]
    pub(super) kind: Kind,
    /// The least and the greatest number.
    pub(super) range: Option<(Option<Number>, Option<Number>)>,
    /// The least and the greatest length.
    pub(super) length: Option<(Option<u64>, Option<u64>)>,
    pub(super) pattern: Option<Pattern>,
    /// `true` if no two elements may be equal.
    #[serde(default)]
    pub(super) unique: bool,
    /// The values of an integer enum.
    pub(super) numbers: Option<Vec<i64>>,
}

/// A type.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub(super) enum Kind {
    Boolean,
    Byte,
    Short,
    Integer,
    Long,
    Float,
    Double,
    BigInteger,
    BigDecimal,
    String,
    Document,
    Blob,
    /// A blob that is not held in memory by clients.
    Stream,
    Timestamp {
        format: TimestampFormat,
    },
    Enum {
        shape: String,
    },
    Structure {
        shape: String,
    },
    Union {
        shape: String,
    },
    /// A member without a value.
    Unit,
    List {
        element: Box<Type>,
        #[serde(default)]
        sparse: bool,
    },
    Map {
        key: Box<Type>,
        value: Box<Type>,
        #[serde(default)]
        sparse: bool,
    },
}

/// The form of a timestamp on the wire.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum TimestampFormat {
    DateTime,
    HttpDate,
    EpochSeconds,
}

/// A regular expression, compiled when it is first used.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub(super) struct Pattern {
    pub(super) text: String,
    regex: OnceLock<Option<Regex>>,
}

impl From<String> for Pattern {
    fn from(text: String) -> Self {
        Self {
            text,
            regex: OnceLock::new(),
        }
    }
}

impl Pattern {
    /// Returns `true` if a part of the string matches; `None` if the expression is not supported.
    pub(super) fn is_match(&self, string: &str) -> Option<bool> {
        let regex = self.regex.get_or_init(|| Regex::new(&self.text).ok());
        regex.as_ref().map(|regex| regex.is_match(string))
    }
}

impl Table {
    /// Parses the text that `codegen::wire_table` returns.
    ///
    /// # Errors
    /// If the text has another form, or names a shape that it lacks.
    pub fn parse(text: &str) -> Result<Arc<Self>, TableError> {
        let table: Self =
            serde_json::from_str(text).map_err(|error| TableError(error.to_string()))?;
        table.check_references()?;
        Ok(Arc::new(table))
    }

    /// Returns the names of the operations, in alphabetical order.
    pub fn operation_names(&self) -> impl Iterator<Item = &str> {
        self.operations.keys().map(String::as_str)
    }

    /// Returns the codes of the errors that the model declares for an operation.
    pub fn declared_errors(&self, operation: &str) -> &[String] {
        let operation = self.operations.get(operation);
        operation.map_or(&[], |operation| &operation.errors)
    }

    /// Returns the patterns that are not supported.
    ///
    /// A request with a value of such a pattern fails.
    pub fn unsupported_patterns(&self) -> Vec<&str> {
        let mut unsupported = Vec::new();
        self.visit_types(&mut |ty| {
            let pattern = ty.pattern.as_ref();
            if let Some(pattern) = pattern.filter(|pattern| pattern.is_match("").is_none()) {
                unsupported.push(pattern.text.as_str());
            }
        });
        unsupported
    }

    /// Returns the members of the input; `None` if the operation has none.
    pub(super) fn input(&self, operation: &str) -> Option<&[Member]> {
        let input = self.inputs.get(operation);
        input.map(|structure| &*structure.members)
    }

    /// Returns the members of the output; `None` if the operation has none.
    pub(super) fn output(&self, operation: &str) -> Option<&[Member]> {
        let output = self.outputs.get(operation);
        output.map(|structure| &*structure.members)
    }

    pub(super) fn error(&self, code: &str) -> Option<&ErrorShape> {
        self.errors.get(code)
    }

    pub(super) fn structure(&self, shape: &str) -> &[Member] {
        members(&self.structures, shape)
    }

    pub(super) fn union(&self, shape: &str) -> &[Member] {
        members(&self.unions, shape)
    }

    pub(super) fn enum_shape(&self, shape: &str) -> Option<&Enum> {
        self.enums.get(shape)
    }

    /// Calls `visit` with each type of the table.
    fn visit_types<'a>(&'a self, visit: &mut impl FnMut(&'a Type)) {
        let structures = [&self.inputs, &self.outputs, &self.structures, &self.unions];
        let structures = structures.into_iter().flat_map(HashMap::values);
        let members = structures.flat_map(|structure| &structure.members);
        let error_members = self.errors.values().flat_map(|error| &error.members);
        for member in members.chain(error_members) {
            visit_type(&member.ty, visit);
        }
    }

    fn check_references(&self) -> Result<(), TableError> {
        let mut missing = None;
        self.visit_types(&mut |ty| {
            let (shape, is_known) = match &ty.kind {
                Kind::Enum { shape } => (shape, self.enums.contains_key(shape)),
                Kind::Structure { shape } => (shape, self.structures.contains_key(shape)),
                Kind::Union { shape } => (shape, self.unions.contains_key(shape)),
                _ => return,
            };
            if !is_known {
                missing.get_or_insert(shape);
            }
        });
        match missing {
            None => Ok(()),
            Some(shape) => Err(TableError(format!("it lacks the shape {shape}"))),
        }
    }
}

fn members<'a>(structures: &'a HashMap<String, Structure>, name: &str) -> &'a [Member] {
    let structure = structures.get(name);
    structure.map_or(&[], |structure| &structure.members)
}

fn visit_type<'a>(ty: &'a Type, visit: &mut impl FnMut(&'a Type)) {
    visit(ty);
    match &ty.kind {
        Kind::List { element, .. } => visit_type(element, visit),
        Kind::Map { key, value, .. } => {
            visit_type(key, visit);
            visit_type(value, visit);
        }
        _ => {}
    }
}
