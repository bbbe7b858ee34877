//! Waiters, which repeat a call until a resource reaches a state.

use super::{Scalar, Type};

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
    /// The number of successes in a row that end the wait.
    pub successes: u32,
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
    /// The outputs for which the predicate yields this boolean.
    Boolean(Predicate, bool),
    /// The outputs for which the operand is this string.
    String(Operand, String),
    /// The outputs in which a path yields at least one string, and all are equal to this one.
    AllStrings(Path, String),
    /// The outputs in which a path yields at least one string equal to this one.
    AnyString(Path, String),
}

/// A JMESPath expression that yields a boolean, or a value that is neither `true` nor `false`.
///
/// A value is truthy unless it is null, `false`, or an empty string, list or map.
#[derive(Clone, Debug, PartialEq)]
pub enum Predicate {
    /// A comparison of two operands of the same type.
    ///
    /// `==` and `!=` yield a boolean; an order yields null if an operand is null.
    Compare(Comparison, Operand, Operand),
    /// The value at the end of a path.
    Value(Path),
    /// The first operand that is not truthy, or else the last one.
    And(Vec<Predicate>),
    /// The first operand that is truthy, or else the last one.
    Or(Vec<Predicate>),
    /// `true` if the predicate is not truthy, or else `false`.
    Not(Box<Predicate>),
}

impl Predicate {
    /// Returns `true` if the predicate is `true` whenever it is truthy.
    pub fn is_true_if_truthy(&self) -> bool {
        match self {
            Self::Compare(..) | Self::Not(_) => true,
            Self::Value(path) => path.is_boolean(),
            Self::And(operands) => operands.last().is_some_and(Self::is_true_if_truthy),
            Self::Or(operands) => operands.iter().all(Self::is_true_if_truthy),
        }
    }

    /// Returns `true` if the predicate is `false` whenever it is not truthy.
    pub fn is_false_unless_truthy(&self) -> bool {
        match self {
            Self::Compare(comparison, ..) => !comparison.is_order(),
            Self::Not(_) => true,
            Self::Value(path) => path.is_boolean() && path.is_required(),
            Self::And(operands) => operands.iter().all(Self::is_false_unless_truthy),
            Self::Or(operands) => operands.last().is_some_and(Self::is_false_unless_truthy),
        }
    }

    /// Returns `true` if the predicate can yield this boolean.
    pub fn can_be(&self, expected: bool) -> bool {
        match self {
            Self::Compare(..) | Self::Not(_) => true,
            Self::Value(path) => path.is_boolean(),
            Self::And(operands) if !expected => operands.iter().any(|one| one.can_be(false)),
            Self::Or(operands) if expected => operands.iter().any(|one| one.can_be(true)),
            Self::And(operands) | Self::Or(operands) => {
                operands.last().is_some_and(|last| last.can_be(expected))
            }
        }
    }
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

impl Comparison {
    /// Returns `true` except for `==` and `!=`.
    pub fn is_order(self) -> bool {
        !matches!(self, Self::Equal | Self::NotEqual)
    }
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
    ///
    /// It is null if the first list in the path, or the value at its end, is null.
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

impl Path {
    /// Returns `true` if the path yields at most one value, a boolean.
    pub fn is_boolean(&self) -> bool {
        !self.several && self.ty == Type::Scalar(Scalar::Bool)
    }

    /// Returns `true` if the path yields exactly one value, which is never null.
    pub fn is_required(&self) -> bool {
        let is_required = |step: &PathStep| match step {
            PathStep::Member { optional, .. } => !optional,
            PathStep::Each => false,
        };
        self.steps.iter().all(is_required)
    }
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
