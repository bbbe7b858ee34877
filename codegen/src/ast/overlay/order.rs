//! The order of members, where the published model's is not that of the service's clients.
//!
//! `metadata.memberOrder` says for a structure which members come first, and in which order; the others
//! follow in the model's.

use serde_json::Value;

use crate::ast::Model;
use crate::ast::value::object;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
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
    for (text, names) in object(orders) {
        let wanted: Option<Vec<&str>> = names
            .as_array()
            .and_then(|names| names.iter().map(Value::as_str).collect());
        let (Some(id), Some(wanted)) = (ShapeId::parse(text), wanted) else {
            let reason = "an order of members is no list of names for a shape";
            let help = "write `\"namespace#Name\": [\"member\", …]`";
            at(diagnostics.file(Code::Form, reason, help), text);
            continue;
        };
        let Some(model) = &mut model else { continue };
        if model.is_unreadable(&id) {
            continue;
        }
        let Some(members) = model.structure_members_mut(&id) else {
            let reason = "the overlay orders members of a structure that the model does not have";
            let help = "take the order out, or correct the id";
            let diagnostic = diagnostics.shape(Code::OverlayTarget, &id, reason, help);
            at(diagnostic, text).did_you_mean(text, model.ids());
            continue;
        };
        let mut order = Vec::new();
        for name in &wanted {
            match members.iter().position(|member| member.name == *name) {
                Some(index) if !order.contains(&index) => order.push(index),
                other => {
                    let reason = match other {
                        Some(_) => format!("the order names `{name}` twice"),
                        None => format!("the order names `{name}`, which is not a member"),
                    };
                    let help = "take the name out, or correct it";
                    let known = members.iter().map(|member| &*member.name);
                    let diagnostic = diagnostics.shape(Code::MemberOrder, &id, reason, help);
                    at(diagnostic, text).did_you_mean(name, known);
                }
            }
        }
        if order.len() != wanted.len() {
            continue;
        }
        if order.iter().copied().eq(0..order.len()) {
            let reason = "the members come in this order as it is";
            let help = "take the order out";
            at(
                diagnostics.shape(Code::MemberOrder, &id, reason, help),
                text,
            );
        }
        // Stable: those that are not named keep their order.
        let rank = |name: &str| wanted.iter().position(|wanted| *wanted == name);
        members.sort_by_key(|member| rank(&member.name).unwrap_or(wanted.len()));
    }
}

fn place() -> [crate::diagnostics::Step; 2] {
    ["metadata".into(), KEY.into()]
}

/// Says that the diagnostic is about the order for the shape `text`.
fn at<'a>(diagnostic: &'a mut Diagnostic, text: &str) -> &'a mut Diagnostic {
    let [metadata, order] = place();
    diagnostic.place = crate::diagnostics::Place::default().down([metadata, order, text.into()]);
    diagnostic
}
