//! Why a file's facts could not be taken.

use std::fmt;

/// Why a file's facts could not be taken.
#[derive(Debug)]
#[non_exhaustive]
pub enum FactsError {
    /// The text is no JSON object.
    Json(serde_json::Error),
    /// The JSON is no Smithy AST, for the reason given.
    NotAst(String),
    /// The JSON holds no list of partitions.
    NotPartitions,
    /// The model has no service, or several: the ids found.
    Services(Vec<String>),
    /// Markup of prose remains below a shape (or `metadata`).
    Prose {
        /// The shape's id, or `metadata`.
        place: String,
        /// The path below it, `traits/aws.api#service/text` for example.
        path: String,
    },
}

impl fmt::Display for FactsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "not a JSON object: {error}"),
            Self::NotAst(reason) => write!(f, "not a Smithy JSON AST: {reason}"),
            Self::NotPartitions => {
                f.write_str("not a partitions file: the list `partitions` is missing")
            }
            Self::Services(ids) if ids.is_empty() => f.write_str("the model has no service"),
            Self::Services(ids) => {
                write!(
                    f,
                    "the model has {} services, expected one: {}",
                    ids.len(),
                    ids.join(", ")
                )
            }
            Self::Prose { place, path } => write!(
                f,
                "prose remains in {place} at {path}; if that is documentation, teach `codegen/src/facts/prose.rs` to remove it"
            ),
        }
    }
}

impl std::error::Error for FactsError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Json(error) => Some(error),
            _ => None,
        }
    }
}
