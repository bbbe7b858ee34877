//! Diagnostics about examples.

use crate::ast::Shape;
use crate::ast::ids::EXAMPLES;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Severity, Step};

/// Reporter of faults in the examples of an operation.
///
/// A published model is not ours to correct, and calls do not need examples, so faults in it are
/// warnings and the example is omitted. In an overlay they are errors.
pub(super) struct Reporter<'a, 'd> {
    pub(super) operation: &'a Shape,
    diagnostics: &'d mut Diagnostics,
    /// The number of faults reported so far.
    pub(super) faults: usize,
}

impl<'a, 'd> Reporter<'a, 'd> {
    pub(super) fn new(operation: &'a Shape, diagnostics: &'d mut Diagnostics) -> Self {
        Self {
            operation,
            diagnostics,
            faults: 0,
        }
    }

    /// Reports a fault; `place` is its place in the trait's value.
    pub(super) fn report(
        &mut self,
        code: Code,
        reason: impl Into<String>,
        help: impl Into<String>,
        place: Vec<Step>,
    ) -> &mut Diagnostic {
        self.faults += 1;
        let id = &self.operation.id;
        let diagnostic = self
            .diagnostics
            .shape_trait(code, id, EXAMPLES, reason, help)
            .below(place);
        if !self.operation.traits.is_overlaid(EXAMPLES) {
            diagnostic.severity = Severity::Warning;
            diagnostic.help.push_str("; the example is omitted");
        }
        diagnostic
    }
}
