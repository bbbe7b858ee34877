//! Authentication schemes of the service and its operations.

use super::context::Context;
use crate::ast::ids::{self, AUTH};
use crate::ast::{Shape, Traits, Treatment, treatment};
use crate::diagnostics::{Code, Diagnostics, Severity};
use crate::ir::AuthScheme;

/// The schemes that the generator supports.
///
/// They are in order of id, which is Smithy's order of preference if a service has no trait `auth`.
const SCHEMES: [(&str, AuthScheme); 2] = [
    (ids::SIGV4, AuthScheme::SigV4),
    (ids::HTTP_BEARER_AUTH, AuthScheme::Bearer),
];

/// Returns the service's schemes, the preferred one first.
pub(super) fn service_schemes(
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<AuthScheme> {
    let service = context.types.closure.service;
    let listed = listed_schemes(context, service, diagnostics);
    none_if_empty(listed.unwrap_or_else(|| {
        let declared = SCHEMES.iter().filter(|(id, _)| service.traits.has(id));
        declared.map(|(_, scheme)| *scheme).collect()
    }))
}

/// Returns the schemes of an operation, or `None` if it uses the service's schemes.
pub(super) fn operation_schemes(
    context: &Context<'_>,
    operation: &Shape,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<AuthScheme>> {
    let listed = listed_schemes(context, operation, diagnostics);
    let is_optional = operation.traits.has(ids::OPTIONAL_AUTH);
    if listed.is_none() && !is_optional {
        return None;
    }
    let mut ignored = Diagnostics::default();
    let mut schemes = listed.map_or_else(|| service_schemes(context, &mut ignored), none_if_empty);
    if is_optional && !schemes.contains(&AuthScheme::None) {
        schemes.push(AuthScheme::None);
    }
    Some(schemes)
}

/// Returns the schemes in the shape's trait `auth`, if it has the trait.
fn listed_schemes(
    context: &Context<'_>,
    shape: &Shape,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<AuthScheme>> {
    let ids = shape.traits.auth()?;
    let traits: &Traits = &context.types.closure.service.traits;
    let (mut schemes, mut skipped) = (Vec::new(), Vec::new());
    for (index, id) in ids.iter().enumerate() {
        let scheme = SCHEMES.iter().find(|(scheme_id, _)| scheme_id == id);
        match scheme {
            Some((_, scheme)) if traits.has(id) => schemes.push(*scheme),
            None if traits.has(id) && is_unsupported(id) => skipped.push((index, *id)),
            _ => {
                let reason = format!("the service does not have the auth scheme `{id}`");
                let help = "list only schemes that the service has as traits and that the \
                            generator supports";
                let declared = SCHEMES
                    .iter()
                    .map(|(id, _)| *id)
                    .filter(|id| traits.has(id));
                diagnostics
                    .shape_trait(Code::AuthScheme, &shape.id, AUTH, reason, help)
                    .below([index.into()])
                    .did_you_mean(id, declared);
            }
        }
    }
    // A scheme that is not allowed is an error where the service has it.
    let is_allowed = |id: &str| {
        context
            .choices
            .allowed_traits
            .iter()
            .any(|trait_id| trait_id == id)
    };
    if skipped.iter().all(|(_, id)| is_allowed(id)) {
        report_skipped(shape, &ids, &skipped, diagnostics);
    }
    Some(schemes)
}

/// Returns `true` if the generator does not support the trait. If the service has the trait,
/// `support` reports it.
fn is_unsupported(trait_id: &str) -> bool {
    matches!(treatment(trait_id), None | Some(Treatment::Rejected(_)))
}

/// Warns about the schemes of the list that are skipped. If these are all, the list is an error,
/// because requests would not be signed.
fn report_skipped(
    shape: &Shape,
    listed: &[&str],
    skipped: &[(usize, &str)],
    diagnostics: &mut Diagnostics,
) {
    if !skipped.is_empty() && skipped.len() == listed.len() {
        let reason = "the generator supports none of the auth schemes in the list";
        let help = format!(
            "add a scheme that it supports: {}",
            SCHEMES.map(|(id, _)| id).join(" or ")
        );
        diagnostics.shape_trait(Code::AuthScheme, &shape.id, AUTH, reason, help);
        return;
    }
    for (index, id) in skipped {
        let reason = format!("the generator does not support the auth scheme `{id}`");
        let help = "the scheme is allowed and skipped: requests use the other schemes of the list";
        diagnostics
            .shape_trait(Code::AuthScheme, &shape.id, AUTH, reason, help)
            .below([(*index).into()])
            .severity = Severity::Warning;
    }
}

/// Returns `schemes`, or the scheme for unsigned requests if there are none.
fn none_if_empty(mut schemes: Vec<AuthScheme>) -> Vec<AuthScheme> {
    if schemes.is_empty() {
        schemes.push(AuthScheme::None);
    }
    schemes
}

#[cfg(test)]
mod tests {
    use crate::ir::AuthScheme::{self, Bearer, None as Unsigned, SigV4};
    use crate::lower::Choices;
    use crate::testing::{assert_diagnostic, ast, client, lower_with, model};

    fn schemes(service: &str, operation: &str) -> (Vec<AuthScheme>, Option<Vec<AuthScheme>>) {
        let client = client(&format!(
            r#"{{"Service": {{"traits": {{{service}}}}}, "Op": {{"traits": {{{operation}}}}}}}"#
        ));
        (client.service.auth, client.operations[0].auth.clone())
    }

    #[test]
    fn schemes_of_an_operation_override_those_of_the_service() {
        let bearer = r#""httpBearerAuth": {}"#;
        assert_eq!(schemes("", ""), (vec![SigV4], None));
        assert_eq!(schemes(bearer, ""), (vec![SigV4, Bearer], None));
        let reversed =
            format!(r#"{bearer}, "auth": ["smithy.api#httpBearerAuth", "aws.auth#sigv4"]"#);
        assert_eq!(schemes(&reversed, ""), (vec![Bearer, SigV4], None));
        for (operation, expected) in [
            (r#""auth": []"#, vec![Unsigned]),
            (r#""auth": ["aws.auth#sigv4"]"#, vec![SigV4]),
            (r#""optionalAuth": {}"#, vec![Bearer, SigV4, Unsigned]),
        ] {
            let (_, schemes) = schemes(&reversed, operation);
            assert_eq!(schemes, Some(expected), "{operation}");
        }
    }

    #[test]
    fn scheme_that_the_service_lacks_is_an_error() {
        assert_diagnostic(
            r#"{"Op": {"traits": {"auth": ["smithy.api#httpBearerAuth"]}}}"#,
            "E0420 t#Op: the service does not have the auth scheme `smithy.api#httpBearerAuth`",
        );
    }

    #[test]
    fn allowed_schemes_are_skipped_with_a_warning() {
        let lower = |auth: &str, allowed: &[String]| {
            let shapes = format!(
                r#"{{"Service": {{"traits": {{"aws.auth#sigv4a": {{"name": "tiny"}}, "auth": [{auth}]}}}}}}"#
            );
            let ast = ast(&model(&shapes).to_string());
            let choices = Choices {
                allowed_traits: allowed,
                ..Choices::default()
            };
            let result = lower_with(&ast, Vec::new(), choices);
            let (schemes, diagnostics) = match result {
                Ok(lowered) => (lowered.client.service.auth, lowered.warnings),
                Err(diagnostics) => (Vec::new(), diagnostics),
            };
            let mut lines: Vec<_> = diagnostics
                .iter()
                .map(|diagnostic| format!("{:?} {}", diagnostic.severity, diagnostic.reason))
                .collect();
            lines.retain(|line| !line.starts_with("Warning the trait requires"));
            (schemes, lines)
        };
        let allowed = ["aws.auth#sigv4a".to_owned()];
        let both = r#""aws.auth#sigv4a", "aws.auth#sigv4""#;
        let (schemes, lines) = lower(both, &allowed);
        assert_eq!(schemes, [SigV4]);
        assert_eq!(
            lines,
            ["Warning the generator does not support the auth scheme `aws.auth#sigv4a`"]
        );
        let (_, lines) = lower(r#""aws.auth#sigv4a""#, &allowed);
        assert_eq!(
            lines,
            ["Error the generator supports none of the auth schemes in the list"]
        );
        let (_, lines) = lower(both, &[]);
        let [line] = &*lines else {
            panic!("{lines:#?}")
        };
        assert!(
            line.starts_with("Error the trait requires an authentication scheme"),
            "{line}"
        );
    }
}
