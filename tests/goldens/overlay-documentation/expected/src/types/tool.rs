// …

/// The union `Tool`.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub enum Tool {
    /// A spade, for [`Bed::bed_arn`](field@crate::types::Bed::bed_arn).
    Spade(String),
    /// A variant that this version of the crate does not know. It cannot be sent.
    #[non_exhaustive]
    Unknown,
}

// …
