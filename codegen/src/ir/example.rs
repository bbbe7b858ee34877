//! Examples of operations.

use super::FieldValue;

/// An example of an operation.
#[derive(Clone, Debug)]
pub struct Example {
    /// The title, as one line of Markdown.
    pub title: String,
    /// The documentation.
    pub docs: Vec<String>,
    /// The input members that are set.
    pub input: Vec<FieldValue>,
    /// The result of the call.
    pub outcome: ExampleOutcome,
}

/// The result of the call in an example.
#[derive(Clone, Debug)]
pub enum ExampleOutcome {
    /// The output, with the members that are set.
    Output(Vec<FieldValue>),
    /// A modeled error.
    Error(ExampleError),
}

/// The error in an example.
#[derive(Clone, Debug)]
pub struct ExampleError {
    /// The name of the variant.
    pub variant: String,
    /// The suffix of the method `is_…`, in snake case.
    pub method: String,
    /// The error's members that are set.
    pub members: Vec<FieldValue>,
}
