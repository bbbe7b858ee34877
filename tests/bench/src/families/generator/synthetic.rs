//! Synthetic models of any size: renamed copies of our model.

use anyhow::{Context as _, Result};
use serde_json::{Map, Value};

/// Builds a model of about `count` shapes from `seed`; returns it with the exact number of shapes.
pub(super) fn model(seed: &str, count: usize) -> Result<(String, usize)> {
    let mut model: Value = serde_json::from_str(seed)?;
    let shapes = model["shapes"]
        .as_object()
        .context("the model has no shapes")?;
    let (service, body) = shapes
        .iter()
        .find(|(_, shape)| shape["type"] == "service")
        .context("the model has no service")?;
    let (service, mut body) = (service.clone(), body.clone());
    let originals: Map<String, Value> = shapes
        .iter()
        .filter(|(id, _)| **id != service)
        .map(|(id, shape)| (id.clone(), shape.clone()))
        .collect();

    let copies = (count / originals.len()).max(1);
    let (mut all, mut operations) = (Map::new(), Vec::new());
    for copy in 0..copies {
        let rename = Rename {
            namespace: namespace(&service),
            copy,
        };
        for (id, shape) in &originals {
            let mut shape = shape.clone();
            rename.rename_ids_and_uris(&mut shape);
            let id = rename.id(id);
            if shape["type"] == "operation" {
                operations.push(serde_json::json!({ "target": id }));
            }
            all.insert(id, shape);
        }
    }
    body["operations"] = operations.into();
    let shapes = all.len() + 1;
    all.insert(service, body);
    model["shapes"] = all.into();
    Ok((serde_json::to_string(&model)?, shapes))
}

fn namespace(id: &str) -> &str {
    id.find('#').map_or(id, |end| &id[..=end])
}

/// Renames the shapes of a copy.
struct Rename<'a> {
    namespace: &'a str,
    copy: usize,
}

impl Rename<'_> {
    /// Returns the id in the copy: `ns#Name$member` becomes `ns#NameCopy3$member`.
    fn id(&self, id: &str) -> String {
        if self.copy == 0 || !id.starts_with(self.namespace) {
            return id.to_owned();
        }
        let (shape, member) = id.split_at(id.find('$').unwrap_or(id.len()));
        format!("{shape}Copy{}{member}", self.copy)
    }

    /// Renames the ids and changes the URIs in `value`, so that both are unique to the copy.
    fn rename_ids_and_uris(&self, value: &mut Value) {
        match value {
            Value::String(id) if id.starts_with(self.namespace) => *id = self.id(id),
            Value::Array(values) => values
                .iter_mut()
                .for_each(|value| self.rename_ids_and_uris(value)),
            Value::Object(members) => {
                if let Some(Value::String(uri)) = members.get_mut("uri")
                    && self.copy > 0
                {
                    *uri = format!("/Copy{}{uri}", self.copy);
                }
                members
                    .values_mut()
                    .for_each(|value| self.rename_ids_and_uris(value));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEED: &str = r##"{"smithy":"2.0","shapes":{
        "a#S":{"type":"service","operations":[{"target":"a#O"}]},
        "a#O":{"type":"operation","input":{"target":"a#I"},"traits":{"smithy.api#http":{"uri":"/O"}}},
        "a#I":{"type":"structure","members":{"m":{"target":"smithy.api#String"},"n":{"target":"a#I$m"}}}}}"##;

    #[test]
    fn copies_refer_to_shapes_of_the_same_copy() {
        let (json, count) = model(SEED, 6).unwrap();
        assert_eq!(count, 7);
        let model: Value = serde_json::from_str(&json).unwrap();
        let shapes = &model["shapes"];
        assert_eq!(shapes["a#O"]["input"]["target"], "a#I");
        assert_eq!(shapes["a#OCopy2"]["input"]["target"], "a#ICopy2");
        let uri = &shapes["a#OCopy2"]["traits"]["smithy.api#http"]["uri"];
        assert_eq!(uri, "/Copy2/O");
        let members = &shapes["a#ICopy1"]["members"];
        assert_eq!(members["m"]["target"], "smithy.api#String");
        assert_eq!(members["n"]["target"], "a#ICopy1$m");
        assert_eq!(shapes["a#S"]["operations"].as_array().unwrap().len(), 3);
    }
}
