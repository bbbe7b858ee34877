//! Reorders members, if clients of the service need another order than the published model's.
//!
//! `metadata.memberOrder` lists the first members of a structure; the others follow in the order of
//! the model.

use serde_json::Value;

use crate::ast::Model;
use crate::ast::value::object;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Place, Step};
use crate::shape_id::ShapeId;

const KEY: &str = "memberOrder";

/// Orders the members of the structures that the overlay names.
pub(super) fn apply(mut model: Option<&mut Model>, root: &Value, diagnostics: &mut Diagnostics) {
    let orders = root.pointer("/metadata/memberOrder");
    if orders.is_some_and(|orders| !orders.is_object()) {
        let help = "write `\"memberOrder\": {\"namespace#Name\": [\"member\", …]}`";
        let reason = "`memberOrder` is not an object";
        diagnostics.file(Code::Form, reason, help).below(place());
    }
    for (key, names) in object(orders) {
        let listed_names: Option<Vec<&str>> = names
            .as_array()
            .and_then(|names| names.iter().map(Value::as_str).collect());
        let (Some(id), Some(listed_names)) = (ShapeId::parse(key), listed_names) else {
            let reason = "a member order is not a list of names";
            let help = "write `\"namespace#Name\": [\"member\", …]`";
            at_order(diagnostics.file(Code::Form, reason, help), key);
            continue;
        };
        let Some(model) = &mut model else { continue };
        if model.is_unreadable(&id) {
            continue;
        }
        let Some(members) = model.structure_members_mut(&id) else {
            let reason = "the overlay orders members of a structure that the model does not have";
            let help = "remove the order, or correct the id";
            let diagnostic = diagnostics.shape(Code::OverlayTarget, &id, reason, help);
            at_order(diagnostic, key)
                .key()
                .did_you_mean(key, model.ids());
            continue;
        };
        let is_member = |name: &&str| members.iter().any(|member| member.name == **name);
        if listed_names.len() > 1 && !listed_names.iter().any(is_member) {
            let reason = "the order names no member of the structure";
            let help = "remove the order";
            let diagnostic = diagnostics.shape(Code::MemberOrder, &id, reason, help);
            at_order(diagnostic, key).key();
            continue;
        }
        let mut order = Vec::new();
        for (position, name) in listed_names.iter().enumerate() {
            match members.iter().position(|member| member.name == *name) {
                Some(index) if !order.contains(&index) => order.push(index),
                index => {
                    let reason = match index {
                        Some(_) => format!("the order names `{name}` twice"),
                        None => format!("the order names `{name}`, which is not a member"),
                    };
                    let help = "remove the name, or correct it";
                    let names = members.iter().map(|member| &*member.name);
                    let diagnostic = diagnostics.shape(Code::MemberOrder, &id, reason, help);
                    let diagnostic = at_order(diagnostic, key).below([position.into()]);
                    diagnostic.did_you_mean(name, names);
                }
            }
        }
        if order.len() != listed_names.len() {
            continue;
        }
        if order.iter().copied().eq(0..order.len()) {
            let reason = "the model already has the members in this order";
            let help = "remove the order";
            let diagnostic = diagnostics.shape(Code::MemberOrder, &id, reason, help);
            at_order(diagnostic, key).key();
        }
        // The sort is stable: the other members keep their order.
        let rank = |name: &str| listed_names.iter().position(|listed| *listed == name);
        members.sort_by_key(|member| rank(&member.name).unwrap_or(listed_names.len()));
    }
}

fn place() -> [Step; 2] {
    ["metadata".into(), KEY.into()]
}

/// Points the diagnostic at the order for the shape `id`.
fn at_order<'a>(diagnostic: &'a mut Diagnostic, id: &str) -> &'a mut Diagnostic {
    let [metadata, order] = place();
    diagnostic.place = Place::default().down([metadata, order, id.into()]);
    diagnostic
}
