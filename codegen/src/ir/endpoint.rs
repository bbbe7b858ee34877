//! The parameters of endpoint rules, the sources of their values, and partitions.

use super::{Name, Rule};

/// The endpoint rule set of a service.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// The parameters, in the model's order.
    pub parameters: Vec<Parameter>,
    /// The rules, in the order in which they are tried.
    pub rules: Vec<Rule>,
    /// `true` if the client needs the runtime's feature `endpoint-rules`.
    pub needs_library: bool,
}

/// A parameter of the endpoint rules.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The name of the field of `Params`; as wire name, the name in the rules.
    pub name: Name,
    /// The parameter's type.
    pub kind: ParameterKind,
    /// The configuration value that sets it by default; `None` if it is not built in.
    pub built_in: Option<BuiltIn>,
    /// The setting of this client that sets it; `None` if there is none.
    pub setting: Option<Setting>,
    /// `true` if the rules may assume that it has a value.
    pub required: bool,
    /// The default value; `None` if the parameter may be unset.
    pub default: Option<ParameterValue>,
    /// The first sentence of the getter's documentation.
    pub getter_docs: String,
    /// The first sentence of the setter's documentation.
    pub setter_docs: String,
    /// The documentation from the model; empty for built-in parameters.
    pub docs: Vec<String>,
    /// The compiler's deprecation note; `None` if the parameter is not deprecated.
    pub deprecated: Option<String>,
}

/// A setting of the client's configuration that sets a parameter (`clientContextParams`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The name of the type that stores it in the configuration, for example `SizeSetting`.
    pub type_name: String,
    /// The documentation.
    pub docs: Vec<String>,
}

/// A parameter's type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// A string.
    String,
    /// A boolean.
    Boolean,
    /// A list of strings.
    StringArray,
}

/// A parameter's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParameterValue {
    /// A string.
    String(String),
    /// A boolean.
    Boolean(bool),
    /// A list of strings.
    StringArray(Vec<String>),
}

/// A configuration value that the rules can read (a parameter's `builtIn`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltIn {
    /// The region.
    Region,
    /// `true` if dual-stack endpoints are enabled.
    DualStack,
    /// `true` if FIPS endpoints are enabled.
    Fips,
    /// The custom endpoint URL.
    Endpoint,
    /// The account id of the credentials.
    AccountId,
    /// The mode (`preferred`, `disabled` or `required`) of endpoints with an account id.
    AccountIdMode,
}

/// An operation's value for a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndpointBinding {
    /// The parameter's Rust name.
    pub parameter: String,
    /// The source of its value.
    pub source: BindingSource,
}

/// The source of an operation's value for a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BindingSource {
    /// A fixed value from the model.
    Static(ParameterValue),
    /// A member of the input. If it is required and unset, the call fails.
    Member {
        /// The path to the member.
        path: InputPath,
        /// The member's name in the model if it is required, otherwise `None`.
        required: Option<String>,
    },
}

/// A path into an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputPath {
    /// The members to follow, outermost first.
    pub fields: Vec<PathField>,
    /// The conversion of the value at the end of `fields`.
    pub end: PathEnd,
}

/// A member in a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathField {
    /// The field's Rust name.
    pub rust: String,
    /// `true` if the field is an `Option`.
    pub optional: bool,
}

/// The conversion of the value at the end of a path to a parameter's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathEnd {
    /// A boolean is copied.
    Boolean,
    /// A string or enum becomes a string.
    String,
    /// A map becomes the list of its keys.
    Keys,
    /// Further steps collect a list of strings.
    Strings(Vec<StringStep>),
}

/// A step towards a list of strings, applied to each value that the previous step yields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StringStep {
    /// Follows members, outermost first.
    Members(Vec<PathField>),
    /// Yields each element of a list.
    Elements {
        /// `true` if elements may be null.
        sparse: bool,
    },
    /// Yields each value of a map.
    Values {
        /// `true` if values may be null.
        sparse: bool,
    },
    /// Yields several strings in order, each at the end of a list of members.
    Each(Vec<Vec<PathField>>),
}

/// A partition: a group of regions with common endpoint settings.
#[derive(Clone, Debug)]
pub struct Partition {
    /// The partition's name, for example `aws` or `aws-cn`.
    pub name: String,
    /// The names of its known regions, sorted.
    pub regions: Vec<String>,
    /// The prefixes that other regions in the partition have, for example `eu-`.
    pub prefixes: Vec<String>,
    /// The suffix of host names, for example `amazonaws.com`.
    pub dns_suffix: String,
    /// The suffix of dual-stack (IPv4 and IPv6) host names.
    pub dual_stack_dns_suffix: String,
    /// `true` if the partition has FIPS endpoints.
    pub supports_fips: bool,
    /// `true` if the partition has dual-stack (IPv4 and IPv6) endpoints.
    pub supports_dual_stack: bool,
    /// The signing region of global services.
    pub implicit_global_region: String,
}
