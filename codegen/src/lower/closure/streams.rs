//! Event streams, which the generator does not support: their operations are errors or are skipped.

use crate::ast::{Member, Model, Shape, ShapeKind};
use crate::diagnostics::{Code, Diagnostics, Severity};
use crate::ir::Skipped;
use crate::shape_id::ShapeId;

/// Returns the members through which `operation` streams events, or `None` if there are none.
///
/// Reports each member: as a warning if `skip` is `true`, as an error otherwise.
pub(super) fn check(
    model: &Model,
    operation: &Shape,
    skip: bool,
    diagnostics: &mut Diagnostics,
) -> Option<Skipped> {
    let ShapeKind::Operation { input, output, .. } = &operation.kind else {
        return None;
    };
    let mut members = Vec::new();
    for id in [input, output] {
        for member in event_members(model, id) {
            if members.iter().any(|listed| listed == member.id.as_str()) {
                continue;
            }
            let name = operation.id.name();
            let reason = format!("`{name}` streams events through `{}`", member.name);
            let (severity, help) = if skip {
                let help = "the generated client does not have the operation";
                (Severity::Warning, help)
            } else {
                let help = "pass `--skip-unsupported` to generate a client without the operations \
                            that stream events";
                (Severity::Error, help)
            };
            diagnostics
                .shape(Code::EventStream, &member.id, reason, help)
                .below(["target".into()])
                .severity = severity;
            members.push(member.id.as_str().to_owned());
        }
    }
    (!members.is_empty()).then(|| Skipped {
        operation: operation.id.name().to_owned(),
        members,
    })
}

fn event_members<'a>(model: &'a Model, id: &ShapeId) -> impl Iterator<Item = &'a Member> {
    let members = model.shape(id).into_iter().flat_map(Shape::members);
    members.filter(|member| {
        let target = model.shape(&member.target);
        target.is_some_and(|target| {
            matches!(target.kind, ShapeKind::Union(_)) && target.traits.is_streaming()
        })
    })
}
