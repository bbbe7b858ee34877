//! Waiters, which repeat a call until a resource reaches a state.

use super::Type;

/// A waiter of an operation.
#[derive(Clone, Debug)]
pub struct Waiter {
    /// The waiter's name in the model.
    pub name: String,
    /// The name of the fluent builder.
    pub fluent_builder: String,
    /// The name of the type for the last result of a successful wait.
    pub final_poll: String,
    /// The name of the type for the error of a wait.
    pub error: String,
    /// The waiter's module, which is also the suffix of the client's method `wait_until_…`.
    pub module: String,
    /// The name of the module's file, without extension.
    pub module_file: String,
    /// The documentation.
    pub docs: Vec<String>,
    /// The compiler's deprecation note; `None` if the waiter is not deprecated.
    pub deprecated: Option<String>,
    /// The minimum delay between two calls, in seconds.
    pub min_delay: u64,
    /// The maximum delay between two calls, in seconds.
    pub max_delay: u64,
    /// The acceptors, in order: the first that matches a result determines the state.
    pub acceptors: Vec<Acceptor>,
}

/// A state, and the results of a call that lead to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Acceptor {
    /// The state after a matching result.
    pub state: State,
    /// The results that match.
    pub matcher: Matcher,
}

/// The state of a waiter after a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The waiter has succeeded.
    Success,
    /// The waiter has failed.
    Failure,
    /// The waiter repeats the call.
    Retry,
}

/// The results of a call that an acceptor matches.
#[derive(Clone, Debug, PartialEq)]
pub enum Matcher {
    /// Every output if `true`, every error if `false`.
    Success(bool),
    /// The error with this code.
    Error(String),
    /// The outputs for which the predicate is true.
    Holds(Predicate),
}

/// A predicate on the input and output of a call.
#[derive(Clone, Debug, PartialEq)]
pub enum Predicate {
    /// A comparison of the first operand with the second.
    Compare(Comparison, Operand, Operand),
    /// The path yields a boolean that is present and true.
    True(Path),
    /// The path yields at least one string, and all are equal to this one.
    All(Path, String),
    /// The path yields at least one string equal to this one.
    Any(Path, String),
    /// All predicates are true.
    And(Vec<Predicate>),
    /// At least one predicate is true.
    Or(Vec<Predicate>),
    /// The predicate is false.
    Not(Box<Predicate>),
}

/// A comparison operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

/// An operand of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    /// A string.
    String(String),
    /// A number.
    Number(f64),
    /// A boolean.
    Bool(bool),
    /// The string, number or boolean at the end of a path.
    Path(Path),
    /// The length of the list, map or string at the end of a path, or the number of values that the
    /// path yields.
    Length(Path),
}

/// A path to values in the input or output.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// `true` if the path starts at the input, `false` if at the output.
    pub from_input: bool,
    /// The steps.
    pub steps: Vec<PathStep>,
    /// The type of each value at the end.
    pub ty: Type,
    /// `true` if the path can yield several values.
    pub several: bool,
}

/// A step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathStep {
    /// Follows a member.
    Member {
        /// The field's Rust name.
        rust: String,
        /// `true` if the field is an `Option`.
        optional: bool,
        /// `true` if the field's value is boxed.
        boxed: bool,
    },
    /// Yields each element of a list.
    Each,
}
