//! Authentication schemes of the service and its operations.

use super::closure::Closure;
use crate::ast::ids::{self, AUTH};
use crate::ast::{Shape, Traits};
use crate::diagnostics::{Code, Diagnostics};
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
    closure: &Closure<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<AuthScheme> {
    let listed = listed_schemes(closure, closure.service, diagnostics);
    none_if_empty(listed.unwrap_or_else(|| {
        let traits = &closure.service.traits;
        let declared = SCHEMES.iter().filter(|(id, _)| traits.has(id));
        declared.map(|(_, scheme)| *scheme).collect()
    }))
}

/// Returns the schemes of an operation, or `None` if it uses the service's schemes.
pub(super) fn operation_schemes(
    closure: &Closure<'_>,
    operation: &Shape,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<AuthScheme>> {
    let listed = listed_schemes(closure, operation, diagnostics);
    let is_optional = operation.traits.has(ids::OPTIONAL_AUTH);
    if listed.is_none() && !is_optional {
        return None;
    }
    let mut ignored = Diagnostics::default();
    let mut schemes = listed.map_or_else(|| service_schemes(closure, &mut ignored), none_if_empty);
    if is_optional && !schemes.contains(&AuthScheme::None) {
        schemes.push(AuthScheme::None);
    }
    Some(schemes)
}

/// Returns the schemes in the shape's trait `auth`, if it has the trait.
fn listed_schemes(
    closure: &Closure<'_>,
    shape: &Shape,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<AuthScheme>> {
    let ids = shape.traits.auth()?;
    let traits: &Traits = &closure.service.traits;
    let mut schemes = Vec::new();
    for (index, id) in ids.into_iter().enumerate() {
        let scheme = SCHEMES.iter().find(|(scheme_id, _)| *scheme_id == id);
        match scheme.filter(|_| traits.has(id)) {
            Some((_, scheme)) => schemes.push(*scheme),
            None => {
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
    Some(schemes)
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
    use crate::testing::{assert_diagnostic, client};

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
}
