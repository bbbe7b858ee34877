//! Endpoint rules' parameters, where their values come from, and partitions.

use super::{Name, Rule};

/// The rules by which a call's endpoint is found.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// What the rules look at, in the model's order.
    pub parameters: Vec<Parameter>,
    /// The rules, in order.
    pub rules: Vec<Rule>,
    /// Whether the client needs what `restjson1-runtime` has behind `endpoint-rules`.
    pub needs_library: bool,
}

/// A parameter of the rules.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The field's name, and the one in the rules.
    pub name: Name,
    /// Its type.
    pub kind: ParameterKind,
    /// Where its value comes from, unless a trait says.
    pub built_in: Option<BuiltIn>,
    /// The setting of the client that gives its value: the type's name.
    pub setting: Option<Setting>,
    /// Whether it always has a value when the rules are followed.
    pub required: bool,
    /// Its value where none is set.
    pub default: Option<ParameterValue>,
    /// What it is, in words that can follow "Sets".
    pub summary: String,
    /// Markdown: more about it.
    pub docs: Vec<String>,
    /// What the compiler says to whoever still uses it, where it is deprecated.
    pub deprecated: Option<String>,
}

/// A setting of the client's configuration that gives a parameter's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The name of the type that holds it.
    pub type_name: String,
    /// Markdown.
    pub docs: Vec<String>,
}

/// A parameter's type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// Text.
    String,
    /// `true` or `false`.
    Boolean,
    /// Texts in order.
    StringArray,
}

/// A value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParameterValue {
    /// Text.
    String(String),
    /// `true` or `false`.
    Boolean(bool),
    /// Texts in order.
    StringArray(Vec<String>),
}

/// Where a parameter's value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltIn {
    /// The region.
    Region,
    /// Whether dual-stack endpoints are on.
    DualStack,
    /// Whether FIPS endpoints are on.
    Fips,
    /// The URL that overrides the endpoint.
    Endpoint,
    /// The account of the credentials.
    AccountId,
    /// Whether the account may be part of the endpoint.
    AccountIdMode,
}

/// What an operation says about a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndpointBinding {
    /// The parameter's field.
    pub parameter: String,
    /// Its value.
    pub source: BindingSource,
}

/// Where the value of a bound parameter comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BindingSource {
    /// The model.
    Static(ParameterValue),
    /// A member of the input; the call fails without it where it is required.
    Member {
        /// The way to it.
        path: InputPath,
        /// The member's name in the model, where the service requires it.
        required: Option<String>,
    },
}

/// A way into an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputPath {
    /// The members on the way.
    pub fields: Vec<PathField>,
    /// What becomes of the value at the end of it.
    pub end: PathEnd,
}

/// A member on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathField {
    /// The field's name.
    pub rust: String,
    /// Whether the field is an `Option`.
    pub optional: bool,
}

/// What becomes of the value at the end of a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathEnd {
    /// It is a boolean.
    Boolean,
    /// It is a text or an enum.
    String,
    /// It is a map, of which the keys count.
    Keys,
    /// From it steps lead to texts.
    Strings(Vec<StringStep>),
}

/// A step on the way to texts, from each thing that the step before came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StringStep {
    /// To a member, by members on the way.
    Members(Vec<PathField>),
    /// To each element of a list.
    Elements {
        /// Whether they may be null.
        sparse: bool,
    },
    /// To each value of a map.
    Values {
        /// Whether they may be null.
        sparse: bool,
    },
    /// To one text after the other, by the members on the way to each.
    Each(Vec<Vec<PathField>>),
}

/// A partition.
#[derive(Clone, Debug)]
pub struct Partition {
    /// `aws`, `aws-cn`, …
    pub name: String,
    /// The regions that are known by name, sorted.
    pub regions: Vec<String>,
    /// The prefixes of other regions' names.
    pub prefixes: Vec<String>,
    /// The end of its host names.
    pub dns_suffix: String,
    /// The end of its host names for IPv6 and IPv4.
    pub dual_stack_dns_suffix: String,
    /// Whether it has FIPS endpoints.
    pub supports_fips: bool,
    /// Whether it has endpoints for IPv6 and IPv4.
    pub supports_dual_stack: bool,
    /// The region that global services sign for.
    pub implicit_global_region: String,
}
