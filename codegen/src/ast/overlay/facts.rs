//! Reads the facts in an overlay's metadata: `resources`, `example` and `callRates`.

use serde_json::Value;

use crate::ast::facts::{CallRate, Resource};
use crate::ast::value::object;
use crate::ast::{Model, ShapeKind};
use crate::diagnostics::{Code, Diagnostics, Place, Step};
use crate::shape_id::ShapeId;

const RESOURCES: &str = "resources";
const EXAMPLE: &str = "example";
const CALL_RATES: &str = "callRates";

/// Adds the facts to the model.
pub(super) fn apply(model: Option<&mut Model>, root: &Value, diagnostics: &mut Diagnostics) {
    let mut reader = Reader { model, diagnostics };
    let metadata = root.get("metadata");
    let value = |key| metadata.and_then(|metadata| metadata.get(key));
    if let Some(resources) = value(RESOURCES) {
        let is_complete = reader.resources(resources).is_some();
        if let Some(model) = &mut reader.model {
            model.facts.has_faulty_resources |= !is_complete;
        }
    }
    if let Some(example) = value(EXAMPLE) {
        reader.example(example);
    }
    if let Some(rates) = value(CALL_RATES) {
        reader.call_rates(rates);
    }
}

struct Reader<'a> {
    model: Option<&'a mut Model>,
    diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    /// Adds the resources; `None` if one of them has a fault.
    fn resources(&mut self, value: &Value) -> Option<()> {
        let help =
            "write `\"resources\": [{\"name\": …, \"operations\": [\"namespace#Name\", …]}]`";
        let place = vec![RESOURCES.into()];
        let Some(resources) = value.as_array() else {
            self.form("`resources` is not a list", help, place);
            return None;
        };
        let mut result = Some(());
        for (index, resource) in resources.iter().enumerate() {
            let place = [&place[..], &[index.into()]].concat();
            let name = resource.get("name").and_then(Value::as_str);
            let ids = resource.get("operations").and_then(Value::as_array);
            let (Some(name), Some(ids)) = (name.filter(|name| !name.trim().is_empty()), ids) else {
                self.form("a resource has no name or no operations", help, place);
                result = None;
                continue;
            };
            let mut operations = Vec::new();
            for (index, id) in ids.iter().enumerate() {
                let place = [&place[..], &["operations".into(), index.into()]].concat();
                let operation = match id.as_str() {
                    Some(id) => self.operation(id, place),
                    None => {
                        self.form("the id of an operation is not a string", help, place);
                        None
                    }
                };
                match operation {
                    Some(operation) => operations.push(operation),
                    None => result = None,
                }
            }
            if let Some(model) = &mut self.model {
                let name = name.to_owned();
                model.facts.resources.push(Resource { name, operations });
            }
        }
        result
    }

    fn example(&mut self, value: &Value) {
        let place = vec![EXAMPLE.into()];
        let Some(id) = value.as_str() else {
            let help = "write the id of an operation: `\"example\": \"namespace#Name\"`";
            self.form("`example` is not a string", help, place);
            return;
        };
        let example = self.operation(id, place);
        if let Some(model) = &mut self.model {
            model.facts.example = example;
        }
    }

    fn call_rates(&mut self, value: &Value) {
        let help =
            "write `\"callRates\": {\"namespace#Name\": {\"account\": 5}}`, in calls per second";
        let place = vec![CALL_RATES.into()];
        if !value.is_object() {
            self.form("`callRates` is not an object", help, place);
            return;
        }
        for (id, rates) in object(Some(value)) {
            let place = [&place[..], &[id.as_str().into()]].concat();
            let read = rates.as_object().filter(|rates| !rates.is_empty());
            let read = read.and_then(|rates| {
                let rates = rates.iter().map(|(per, calls)| {
                    let calls = calls.as_u64()?;
                    let per = per.clone();
                    Some(CallRate { per, calls })
                });
                rates.collect::<Option<Vec<_>>>()
            });
            let Some(read) = read else {
                self.form("the call rate is not an object of numbers", help, place);
                continue;
            };
            if let Some(id) = self.operation(id, place)
                && let Some(model) = &mut self.model
            {
                model.facts.call_rates.insert(id, read);
            }
        }
    }

    /// Returns the id of an operation of the model.
    fn operation(&mut self, string: &str, place: Vec<Step>) -> Option<ShapeId> {
        let model = self.model.as_deref()?;
        let id = ShapeId::parse(string);
        if let Some(id) = id {
            let shape = model.shape(&id);
            let is_operation =
                shape.is_some_and(|shape| matches!(shape.kind, ShapeKind::Operation { .. }));
            if is_operation || model.is_unreadable(&id) {
                return Some(id);
            }
        }
        let operations = model.shapes().filter_map(|shape| match shape.kind {
            ShapeKind::Operation { .. } => Some(shape.id.as_str()),
            _ => None,
        });
        let reason = format!("`{string}` is not an operation of the model");
        let help = "remove the entry, or correct the id";
        let diagnostic = self.diagnostics.file(Code::OverlayTarget, reason, help);
        diagnostic.did_you_mean(string, operations);
        diagnostic.place = in_metadata(place);
        None
    }

    fn form(&mut self, reason: &str, help: &str, place: Vec<Step>) {
        let diagnostic = self.diagnostics.file(Code::Form, reason, help);
        diagnostic.place = in_metadata(place);
    }
}

fn in_metadata(place: Vec<Step>) -> Place {
    Place::default().down(["metadata".into()]).down(place)
}
