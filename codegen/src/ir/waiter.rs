//! Waiters: calls that are repeated until something is so.

use super::{Name, Type};

/// A waiter of an operation.
#[derive(Clone, Debug)]
pub struct Waiter {
    /// What its types' names begin with, and its name in the model.
    pub name: Name,
    /// The module that holds it, and the end of the client's method `wait_until_…`.
    pub module: String,
    /// Markdown.
    pub docs: Vec<String>,
    /// What the compiler says to whoever still uses it, where it is deprecated.
    pub deprecated: Option<String>,
    /// How many seconds lie between two calls at least.
    pub min_delay: u64,
    /// How many seconds lie between two calls at most.
    pub max_delay: u64,
    /// What ends or prolongs the wait, in order.
    pub acceptors: Vec<Acceptor>,
}

/// What an outcome of the call means.
#[derive(Clone, Debug, PartialEq)]
pub struct Acceptor {
    /// What it means.
    pub state: State,
    /// Which outcome.
    pub matcher: Matcher,
}

/// What an outcome means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The wait is over.
    Success,
    /// The wait is in vain.
    Failure,
    /// The wait goes on.
    Retry,
}

/// Which outcomes are meant.
#[derive(Clone, Debug, PartialEq)]
pub enum Matcher {
    /// All answers, or all errors.
    Success(bool),
    /// The error with this code.
    Error(String),
    /// Answers for which this holds.
    Holds(Predicate),
}

/// What may hold of an answer and of what was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Predicate {
    /// One value compared with another.
    Compare(Comparison, Operand, Operand),
    /// A truth is there, and is one.
    True(Path),
    /// All of several texts are this one, and there is one at least.
    All(Path, String),
    /// One of several texts is this one.
    Any(Path, String),
    /// All of them.
    And(Vec<Predicate>),
    /// One of them.
    Or(Vec<Predicate>),
    /// The opposite.
    Not(Box<Predicate>),
}

/// How two values are compared.
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

/// A value that is compared.
#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A truth.
    Bool(bool),
    /// What lies at the end of a path: a text, a number or a truth.
    Path(Path),
    /// How many there are at the end of a path, or how long the text there is.
    Length(Path),
}

/// The way to values in an answer, or in what was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Whether it begins at the input, not at the output.
    pub from_input: bool,
    /// The steps.
    pub steps: Vec<PathStep>,
    /// The type of what is at its end.
    pub ty: Type,
    /// Whether it leads to several values.
    pub several: bool,
}

/// A step on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathStep {
    /// To a member.
    Member {
        /// The field.
        rust: String,
        /// Whether it is an `Option`.
        optional: bool,
        /// Whether it is boxed.
        boxed: bool,
    },
    /// To each element of a list.
    Each,
}
