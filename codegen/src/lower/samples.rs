//! The calls that the documentation of paginators, waiters and settings shows.

use crate::ir::{Client, ExampleOutcome, FieldValue, Operation};

/// Adds the inputs of these calls to all operations, and selects an operation that is not safe to
/// repeat. Examples must have been added.
pub(super) fn add(client: &mut Client) {
    for operation in &mut client.operations {
        operation.sample = sample(operation);
    }
    let operations = client.operations.iter().enumerate();
    let is_unsafe = operations.filter(|(_, operation)| !operation.repeatable);
    // The call with the fewest required members distracts least.
    let shortest = is_unsafe.min_by_key(|(_, operation)| required(operation).count());
    client.unsafe_example = shortest.map(|(index, _)| index);
}

/// Returns the required members as the first successful example sets them, or else any example.
fn sample(operation: &Operation) -> Vec<FieldValue> {
    let examples = &operation.examples;
    let succeeds = examples
        .iter()
        .find(|example| matches!(example.outcome, ExampleOutcome::Output(_)));
    let Some(example) = succeeds.or(examples.first()) else {
        return Vec::new();
    };
    let fields = example.input.iter();
    let required = fields.filter(|field| required(operation).any(|name| name == field.field));
    required.cloned().collect()
}

/// Iterates over the names of the fields that the service requires.
fn required(operation: &Operation) -> impl Iterator<Item = &str> {
    let members = operation.input.members.iter();
    let required = members.filter(|member| member.required);
    required.map(|member| &*member.name.rust)
}

#[cfg(test)]
mod tests {
    use crate::testing::client;

    fn sample(examples: &str) -> Vec<String> {
        let client = client(&format!(
            r#"{{
            "Op": {{"errors": ["Gone"], "traits": {{"examples": [{examples}]}}}},
            "Gone": {{"type": "structure", "traits": {{"error": "client"}}}},
            "In": {{"members": {{"a": "String", "must": {{"target": "String",
                "traits": {{"required": {{}}}}}}}}}}
        }}"#
        ));
        let fields = client.operations[0].sample.iter();
        fields
            .map(|field| format!("{} {:?}", field.field, field.value))
            .collect()
    }

    #[test]
    fn required_members_are_set_as_in_the_first_successful_example() {
        let failed = r#"{"title": "F", "input": {"must": "no"}, "error": {"shapeId": "t#Gone",
            "content": {}}}"#;
        let plain = r#"{"title": "P", "input": {"a": "b", "must": "yes"}}"#;
        assert_eq!(sample(""), [""; 0]);
        assert_eq!(sample(failed), [r#"must String("no")"#]);
        assert_eq!(
            sample(&format!("{failed}, {plain}")),
            [r#"must String("yes")"#]
        );
    }

    #[test]
    fn the_unsafe_operation_with_the_fewest_required_members_is_shown() {
        let shown = |traits: &str| {
            let client = client(&format!(
                r#"{{
                "Service": {{"operations": ["A", "B", "C"]}},
                "A": {{"type": "operation", "traits": {{"readonly": {{}}, "http": {{"method": "GET",
                    "uri": "/a"}}}}}},
                "B": {{"type": "operation", "input": "In", "traits": {{{traits}
                    "http": {{"method": "POST", "uri": "/b"}}}}}},
                "C": {{"type": "operation", "traits": {{{traits}
                    "http": {{"method": "POST", "uri": "/c"}}}}}},
                "In": {{"members": {{"must": {{"target": "String",
                    "traits": {{"required": {{}}}}}}}}}}
            }}"#
            ));
            let index = client.unsafe_example;
            index.map(|index| client.operations[index].name.wire.clone())
        };
        assert_eq!(shown("").as_deref(), Some("C"));
        assert_eq!(shown(r#""idempotent": {},"#), None);
    }
}
