//! Lists of a table's resources, and reads of several at once.

use serde::Serialize;

use super::context::Context;
use super::error::Outcome;
use super::input::{ByArns, Paged};
use super::output::List;
use super::page::{Cursor, PageRequest};
use super::table::{Resource, Table};

/// Returns a page of all resources of a table, in the order of their creation.
pub(crate) fn all<T: Resource, V>(
    context: &Context<'_>,
    table: &Table<T>,
    input: &Paged,
    default: usize,
    key: &'static str,
    view: impl Fn(&T) -> V,
) -> Outcome<List<V>> {
    let cursor = Cursor::open(&PageRequest {
        list: &[&context.scope.key(), T::TYPE.as_str()],
        token: input.next_token.as_deref(),
        max_results: input.max_results,
        default,
        most: 100,
    })?;
    Ok(List(key, cursor.page(table.after(cursor.after), view)))
}

/// The reason why one ARN of a batch has no result.
#[derive(Debug, Serialize)]
pub(crate) struct BatchError {
    arn: String,
    code: &'static str,
    message: String,
}

/// Returns copies of the resources of a batch in the order of the request, each once, and an error
/// for each unknown ARN.
pub(crate) fn batch<T: Resource + Clone>(
    table: &Table<T>,
    input: ByArns,
) -> (Vec<T>, Vec<BatchError>) {
    let mut found = Vec::new();
    let mut errors = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for arn in input.arns {
        if !seen.insert(arn.clone()) {
            continue;
        }
        match table.get(&arn) {
            Some(resource) => found.push(resource.clone()),
            None => {
                let message = format!("Resource: {arn} not found");
                errors.push(BatchError {
                    arn,
                    code: NOT_FOUND,
                    message,
                });
            }
        }
    }
    (found, errors)
}

/// The code of entries of a batch that name nothing.
pub(crate) const NOT_FOUND: &str = "404";
