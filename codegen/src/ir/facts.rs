//! Facts about errors and operations that explanations and retries use.

/// The facts about the errors of a service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErrorFacts {
    /// The kinds of errors that only this service has, sorted by name.
    pub kinds: Vec<ErrorKind>,
    /// The names of kinds by error code, sorted by code.
    pub codes: Vec<(String, String)>,
    /// The hints; the first that matches an error is printed.
    pub hints: Vec<ErrorHint>,
}

/// A kind of errors that only some services have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ErrorKind {
    /// The name of the enum's variant.
    pub name: String,
    /// The documentation.
    pub docs: Vec<String>,
}

/// A hint for readers of an error.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ErrorHint {
    /// The name of the operation; `None` if the hint applies to all.
    pub operation: Option<String>,
    /// The error code, or the name of the kind of errors.
    pub error: String,
    /// The hint. `{operation}` stands for the name of the operation.
    pub text: String,
}
