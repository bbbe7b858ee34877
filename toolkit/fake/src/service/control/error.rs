//! Errors of the control interface.

/// The kind of a control error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ControlErrorKind {
    /// The request is malformed.
    Invalid,
    /// There is no such resource or route.
    NotFound,
    /// The state does not allow it.
    Rejected,
    /// The fake failed, for example to write its state file.
    Failed,
}

/// The reason why a request to the control interface failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlError {
    kind: ControlErrorKind,
    message: String,
}

impl ControlError {
    fn new(kind: ControlErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
        }
    }

    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(ControlErrorKind::Invalid, message)
    }

    pub(crate) fn not_found(what: &str) -> Self {
        Self::new(ControlErrorKind::NotFound, format!("{what} does not exist"))
    }

    pub(crate) fn rejected(message: impl Into<String>) -> Self {
        Self::new(ControlErrorKind::Rejected, message)
    }

    pub(crate) fn failed(message: impl Into<String>) -> Self {
        Self::new(ControlErrorKind::Failed, message)
    }

    /// Returns the kind of the error.
    pub fn kind(&self) -> ControlErrorKind {
        self.kind
    }

    /// Returns the HTTP status of the response with this error.
    pub fn status(&self) -> u16 {
        match self.kind {
            ControlErrorKind::Invalid => 400,
            ControlErrorKind::NotFound => 404,
            ControlErrorKind::Rejected => 409,
            ControlErrorKind::Failed => 500,
        }
    }
}

impl std::fmt::Display for ControlError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ControlError {}
