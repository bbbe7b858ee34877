//! Published models, and a changed copy.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde_json::Value;

/// Returns the newest file in `folder` whose name starts with `prefix`.
pub(super) fn find(folder: &Path, prefix: &str) -> Option<PathBuf> {
    let entries = std::fs::read_dir(folder).ok()?;
    let matches = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.starts_with(prefix))
    };
    // The names end with a date, so the last name is the newest file.
    entries
        .flatten()
        .map(|entry| entry.path())
        .filter(matches)
        .max()
}

/// Returns a copy of the model that lacks an operation, and in which each tenth string has another
/// limit and each operation another documentation.
pub(super) fn changed(model: &str) -> Result<String> {
    let mut model: Value = serde_json::from_str(model)?;
    let shapes = model["shapes"].as_object_mut().context("no shapes")?;
    for (index, (_, shape)) in shapes.iter_mut().enumerate() {
        match shape["type"].as_str() {
            Some("service") => {
                let operations = shape["operations"].as_array_mut();
                operations.and_then(Vec::pop).context("no operations")?;
            }
            Some("operation") => shape["traits"]["smithy.api#documentation"] = "Changed.".into(),
            Some("string") if index % 10 == 0 => {
                shape["traits"]["smithy.api#length"] = serde_json::json!({"max": 77});
            }
            _ => {}
        }
    }
    Ok(model.to_string())
}

#[cfg(test)]
mod tests {
    use super::changed;

    #[test]
    fn a_changed_copy_lacks_an_operation() {
        let model = r#"{"shapes": {
            "a#Name": {"type": "string"},
            "a#S": {"type": "service", "operations": [{"target": "a#A"}, {"target": "a#B"}]}
        }}"#;
        let copy: serde_json::Value = serde_json::from_str(&changed(model).unwrap()).unwrap();
        let shapes = &copy["shapes"];
        assert_eq!(shapes["a#S"]["operations"].as_array().unwrap().len(), 1);
        assert_eq!(shapes["a#Name"]["traits"]["smithy.api#length"]["max"], 77);
        assert!(changed("{}").is_err());
    }
}
