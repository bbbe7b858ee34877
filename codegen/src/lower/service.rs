//! The service's names.

use super::closure::Closure;
use super::docs;
use crate::ast::ShapeKind;
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::Service;

/// The service's names, by its traits.
pub(super) fn service(closure: &Closure<'_>, found: &mut Diagnostics) -> Service {
    let shape = closure.service;
    let traits = &shape.traits;
    let version = match &shape.kind {
        ShapeKind::Service { version, .. } => version.clone(),
        _ => String::new(),
    };
    let mut fact = |value: Option<&str>, trait_id: &str, what: &str| {
        if value.is_none() {
            found.shape_trait(
                Code::TraitValue,
                &shape.id,
                trait_id,
                format!("the service does not say {what}"),
                format!("add the trait `{trait_id}`"),
            );
        }
        value.unwrap_or_default().to_owned()
    };
    // User agents and spans know a service by its SDK id in lower case, without spaces.
    let id = fact(traits.sdk_id(), "aws.api#service", "its SDK id");
    let id = id.to_lowercase().replace(' ', "");
    Service {
        name: shape.id.name().to_owned(),
        title: fact(traits.title(), "smithy.api#title", "its title"),
        id,
        signing_name: fact(
            traits.signing_name(),
            "aws.auth#sigv4",
            "the name that requests are signed for",
        ),
        version,
        docs: docs::lines(traits),
    }
}
