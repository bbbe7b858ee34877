//! Models as long as one likes: our own, copy after copy under other names.

use anyhow::{Context as _, Result};
use serde_json::{Map, Value};

/// The model of `seed`, with about `count` shapes; and how many they are.
pub(super) fn model(seed: &str, count: usize) -> Result<(String, usize)> {
    let mut model: Value = serde_json::from_str(seed)?;
    let shapes = model["shapes"]
        .as_object()
        .context("a model without shapes")?;
    let (service, body) = shapes
        .iter()
        .find(|(_, shape)| shape["type"] == "service")
        .context("a model without a service")?;
    let (service, mut body) = (service.clone(), body.clone());
    let once: Map<String, Value> = shapes
        .iter()
        .filter(|(id, _)| **id != service)
        .map(|(id, shape)| (id.clone(), shape.clone()))
        .collect();

    let copies = (count / once.len()).max(1);
    let (mut all, mut operations) = (Map::new(), Vec::new());
    for copy in 0..copies {
        let rename = Rename {
            namespace: namespace(&service),
            copy,
        };
        for (id, shape) in &once {
            let mut shape = shape.clone();
            rename.within(&mut shape);
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

/// Gives the shapes of a copy names of their own.
struct Rename<'a> {
    namespace: &'a str,
    copy: usize,
}

impl Rename<'_> {
    /// `ns#Name$member` becomes `ns#NameCopy3$member`.
    fn id(&self, id: &str) -> String {
        if self.copy == 0 || !id.starts_with(self.namespace) {
            return id.to_owned();
        }
        let (shape, member) = id.split_at(id.find('$').unwrap_or(id.len()));
        format!("{shape}Copy{}{member}", self.copy)
    }

    fn within(&self, value: &mut Value) {
        match value {
            Value::String(text) if text.starts_with(self.namespace) => *text = self.id(text),
            Value::Array(values) => values.iter_mut().for_each(|value| self.within(value)),
            Value::Object(members) => {
                if let Some(Value::String(uri)) = members.get_mut("uri")
                    && self.copy > 0
                {
                    *uri = format!("/Copy{}{uri}", self.copy);
                }
                members.values_mut().for_each(|value| self.within(value));
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
    fn copies_refer_to_themselves() {
        let (text, count) = model(SEED, 6).unwrap();
        assert_eq!(count, 7);
        let made: Value = serde_json::from_str(&text).unwrap();
        let shapes = &made["shapes"];
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
