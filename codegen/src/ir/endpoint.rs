//! Endpoint rules and partitions.

use super::Name;

/// The rules by which a call's endpoint is found.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// What the rules look at, in the model's order.
    pub parameters: Vec<Parameter>,
    /// The rules, in order.
    pub rules: Vec<Rule>,
}

/// A parameter of the rules.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The field's name, and the one in the rules.
    pub name: Name,
    /// Its type.
    pub kind: ParameterKind,
    /// Where its value comes from.
    pub built_in: BuiltIn,
    /// Its value where none is set; such parameters are not optional in the rules.
    pub default: Option<bool>,
}

/// A parameter's type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// Text.
    String,
    /// `true` or `false`.
    Boolean,
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
}

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
    /// An endpoint with this URL.
    Endpoint(Vec<Template>),
    /// An error with this text.
    Error(Vec<Template>),
}

/// A condition of a rule.
#[derive(Clone, Debug)]
pub enum Condition {
    /// An optional parameter is set; its value gets the parameter's name.
    IsSet(String),
    /// The partition of a region is known; it gets a name.
    Partition {
        /// The region.
        region: Expression,
        /// The partition's name.
        assign: String,
    },
    /// A truth holds.
    Holds(Expression),
    /// A truth does not hold.
    HoldsNot(Expression),
    /// Two texts are equal.
    Equal(Expression, Expression),
    /// A text can be a label of a host.
    HostLabel {
        /// The text.
        label: Expression,
        /// Whether it may be several labels.
        dots: bool,
    },
}

/// A value in the rules.
#[derive(Clone, Debug)]
pub enum Expression {
    /// Text.
    Text(String),
    /// A parameter's or an assigned value.
    Reference(String),
    /// A fact about a partition that has a name.
    Partition(String, PartitionFact),
}

/// A fact about a partition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartitionFact {
    /// `name`.
    Name,
    /// `dnsSuffix`.
    DnsSuffix,
    /// `dualStackDnsSuffix`.
    DualStackDnsSuffix,
    /// `supportsFIPS`.
    SupportsFips,
    /// `supportsDualStack`.
    SupportsDualStack,
    /// `implicitGlobalRegion`.
    ImplicitGlobalRegion,
}

/// A part of a URL or text.
#[derive(Clone, Debug)]
pub enum Template {
    /// Text.
    Literal(String),
    /// A value.
    Value(Expression),
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
