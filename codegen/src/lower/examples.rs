//! Examples of operations (`examples`): checked against the model, and converted to typed values.

mod check;
mod constraints;
mod form;
mod report;
#[cfg(test)]
mod tests;

use serde_json::{Map, Value};

use self::check::Checker;
use self::form::{RawExample, RawOutcome};
use self::report::Reporter;
use super::closure::OperationShapes;
use super::context::Context;
use super::docs::{self, Scope};
use super::operations::{in_module, scope};
use super::values::{self, ValueContext};
use crate::ast::Shape;
use crate::ast::ids::EXAMPLES;
use crate::diagnostics::{Code, Diagnostics, Step};
use crate::ir::{
    Client, Example, ExampleError, ExampleOutcome, FieldValue, Member, Operation, Structure,
};
use crate::printable::{escape, line};

/// Adds the examples of all operations to the client, whose types are complete.
pub(super) fn add(context: &Context<'_>, client: &mut Client, diagnostics: &mut Diagnostics) {
    let all = context.types.closure.operations.iter();
    let with_examples = all.filter(|shapes| shapes.shape.traits.has(EXAMPLES));
    for shapes in with_examples {
        let mut operations = client.operations.iter();
        let name = shapes.shape.id.name();
        let Some(index) = operations.position(|operation| operation.name.wire == name) else {
            continue;
        };
        let mut lowering = Lowering {
            context,
            shapes,
            operation: &client.operations[index],
            errors: &client.errors,
            values: ValueContext::new(client),
            reporter: Reporter::new(shapes.shape, diagnostics),
        };
        let examples = lowering.examples();
        client.operations[index].examples = examples;
    }
}

/// Lowering of the examples of an operation.
struct Lowering<'a, 'd> {
    context: &'a Context<'a>,
    shapes: &'a OperationShapes<'a>,
    operation: &'a Operation,
    errors: &'a [Structure],
    values: ValueContext<'a>,
    reporter: Reporter<'a, 'd>,
}

impl<'a> Lowering<'a, '_> {
    fn examples(&mut self) -> Vec<Example> {
        let operation = self.operation;
        let scope = scope(self.context, &operation.input, &operation.output);
        let scope = in_module(scope, &operation.module, &operation.name.rust);
        let examples = form::examples(&mut self.reporter).into_iter();
        examples
            .filter_map(|example| self.example(&example, &scope))
            .collect()
    }

    /// Returns the example, if it fits the model.
    fn example(&mut self, example: &RawExample<'_>, scope: &Scope<'_>) -> Option<Example> {
        let faults = self.reporter.faults;
        let place = |key: &str| vec![Step::from(example.index), key.into()];
        let (shapes, operation) = (self.shapes, self.operation);
        let allows = example.allows_constraint_errors;
        let input = shapes.input.filter(|_| shapes.input_is_known);
        self.check(input, example.input, place("input"), allows);
        let input = self.fields(
            &operation.input.members,
            example.input,
            place("input"),
            faults,
        );
        let outcome = match &example.outcome {
            RawOutcome::Output(None) => ExampleOutcome::Output(Vec::new()),
            RawOutcome::Output(output) => {
                let shape = shapes.output.filter(|_| shapes.output_is_known);
                self.check(shape, *output, place("output"), false);
                let members = &operation.output.members;
                ExampleOutcome::Output(self.fields(members, *output, place("output"), faults))
            }
            RawOutcome::Error(id, content) => {
                let place = place("error");
                ExampleOutcome::Error(self.error(id, *content, place, faults)?)
            }
        };
        (self.reporter.faults == faults).then(|| Example {
            title: escape::line(&line(example.title)),
            docs: docs::trait_lines(&shapes.shape.traits, EXAMPLES, example.documentation, scope),
            input,
            outcome,
        })
    }

    /// Checks members against their structure; `None` stands for a shape without readable members.
    fn check(
        &mut self,
        shape: Option<&Shape>,
        values: Option<&Map<String, Value>>,
        place: Vec<Step>,
        allows_constraint_errors: bool,
    ) {
        let empty = Map::new();
        let mut checker = Checker {
            types: &self.context.types,
            patterns: &self.context.patterns,
            reporter: &mut self.reporter,
            place,
            allows_constraint_errors,
        };
        checker.members(shape, values.unwrap_or(&empty));
    }

    /// Converts checked values; returns nothing if the example has faults.
    fn fields(
        &mut self,
        members: &[Member],
        values: Option<&Map<String, Value>>,
        place: Vec<Step>,
        faults: usize,
    ) -> Vec<FieldValue> {
        if self.reporter.faults > faults {
            return Vec::new();
        }
        let Some(values) = values else {
            return Vec::new();
        };
        let fields = values::fields(&self.values, members, values);
        fields.unwrap_or_else(|reason| {
            let help = "write values that fit the model";
            self.reporter.report(Code::ExampleType, reason, help, place);
            Vec::new()
        })
    }

    fn error(
        &mut self,
        id: &str,
        content: Option<&Map<String, Value>>,
        place: Vec<Step>,
        faults: usize,
    ) -> Option<ExampleError> {
        let errors = &self.shapes.errors;
        let Some(shape) = errors.iter().find(|error| error.id.as_str() == id) else {
            let place = [place, vec!["shapeId".into()]].concat();
            let reason = format!("the operation has no error `{id}`");
            let help = "use the id of one of its errors";
            self.reporter
                .report(Code::ExampleError, reason, help, place)
                .did_you_mean(id, errors.iter().map(|error| error.id.as_str()));
            return None;
        };
        let place = [place, vec!["content".into()]].concat();
        self.check(Some(shape), content, place.clone(), false);
        let wire = shape.id.name();
        let mut variants = self.operation.errors.iter();
        let variant = variants.find(|variant| variant.name.wire == wire)?;
        let mut structures = self.errors.iter();
        let structure = structures.find(|error| error.name.rust == variant.name.rust)?;
        Some(ExampleError {
            variant: variant.name.rust.clone(),
            method: variant.method.clone(),
            members: self.fields(&structure.members, content, place, faults),
        })
    }
}
