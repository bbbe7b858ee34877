//! Event streams, which the generator does not speak: their operations are refused, or left out.

use crate::ast::{Member, Model, Shape, ShapeKind};
use crate::diagnostics::{Code, Diagnostics, Severity};
use crate::ir::Skipped;
use crate::shape_id::ShapeId;

/// What `operation` streams events through, by which the client has to leave it out. Each member is a
/// diagnostic, which stops the generation unless `skip` says to do without the operation.
pub(super) fn skipped(
    model: &Model,
    operation: &Shape,
    skip: bool,
    diagnostics: &mut Diagnostics,
) -> Option<Skipped> {
    let ShapeKind::Operation { input, output, .. } = &operation.kind else {
        return None;
    };
    let mut members = Vec::new();
    for part in [input, output] {
        for member in event_members(model, part) {
            if members.iter().any(|known| known == member.id.as_str()) {
                continue;
            }
            let name = operation.id.name();
            let reason = format!("`{name}` streams events through `{}`", member.name);
            let (severity, help) = if skip {
                (
                    Severity::Warning,
                    "the client is made without the operation",
                )
            } else {
                let help = "pass `--skip-unsupported` to make the client without the operations \
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

fn event_members<'a>(model: &'a Model, part: &ShapeId) -> impl Iterator<Item = &'a Member> {
    let members = model.shape(part).into_iter().flat_map(Shape::members);
    members.filter(|member| {
        let target = model.shape(&member.target);
        target.is_some_and(|target| {
            matches!(target.kind, ShapeKind::Union(_)) && target.traits.is_streaming()
        })
    })
}
