//! How calls are signed.

use super::closure::Closure;
use crate::ast::ids::{self, AUTH};
use crate::ast::{Shape, Traits};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::AuthScheme;

/// The schemes that the generator knows, by the order in which a service that says nothing prefers
/// them, which is that of their ids.
const SCHEMES: [(&str, AuthScheme); 2] = [
    (ids::SIGV4, AuthScheme::SigV4),
    (ids::HTTP_BEARER_AUTH, AuthScheme::Bearer),
];

/// The schemes of the service's operations, the preferred one first.
pub(super) fn of_service(closure: &Closure<'_>, diagnostics: &mut Diagnostics) -> Vec<AuthScheme> {
    let traits = &closure.service.traits;
    let schemes = listed(closure, closure.service, diagnostics);
    let schemes = schemes.unwrap_or_else(|| {
        let own = SCHEMES.iter().filter(|(id, _)| traits.has(id));
        own.map(|(_, scheme)| *scheme).collect()
    });
    or_none(schemes)
}

/// The schemes of an operation, where they are not the service's.
pub(super) fn of_operation(
    closure: &Closure<'_>,
    operation: &Shape,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<AuthScheme>> {
    let listed = listed(closure, operation, diagnostics);
    let is_optional = operation.traits.has(ids::OPTIONAL_AUTH);
    if listed.is_none() && !is_optional {
        return None;
    }
    let mut ignored = Diagnostics::default();
    let mut schemes = listed.map_or_else(|| of_service(closure, &mut ignored), or_none);
    if is_optional && !schemes.contains(&AuthScheme::None) {
        schemes.push(AuthScheme::None);
    }
    Some(schemes)
}

/// The schemes that the trait `auth` lists.
fn listed(
    closure: &Closure<'_>,
    shape: &Shape,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<AuthScheme>> {
    let ids = shape.traits.auth()?;
    let traits: &Traits = &closure.service.traits;
    let mut schemes = Vec::new();
    for (index, id) in ids.into_iter().enumerate() {
        let scheme = SCHEMES.iter().find(|(known, _)| *known == id);
        match scheme.filter(|_| traits.has(id)) {
            Some((_, scheme)) => schemes.push(*scheme),
            None => {
                let reason = format!("the service is not signed by `{id}`");
                let help =
                    "list schemes that are traits of the service and that the generator knows";
                let known = SCHEMES.iter().map(|(known, _)| *known);
                diagnostics
                    .shape_trait(Code::AuthScheme, &shape.id, AUTH, reason, help)
                    .below([index.into()])
                    .did_you_mean(id, known.filter(|known| traits.has(known)));
            }
        }
    }
    Some(schemes)
}

/// Where there is no scheme, calls are not signed.
fn or_none(mut schemes: Vec<AuthScheme>) -> Vec<AuthScheme> {
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
    fn operations_are_signed_as_the_service_says_or_as_they_say() {
        let bearer = r#""httpBearerAuth": {}"#;
        assert_eq!(schemes("", ""), (vec![SigV4], None));
        assert_eq!(schemes(bearer, ""), (vec![SigV4, Bearer], None));
        let turned =
            format!(r#"{bearer}, "auth": ["smithy.api#httpBearerAuth", "aws.auth#sigv4"]"#);
        assert_eq!(schemes(&turned, ""), (vec![Bearer, SigV4], None));
        for (operation, expected) in [
            (r#""auth": []"#, vec![Unsigned]),
            (r#""auth": ["aws.auth#sigv4"]"#, vec![SigV4]),
            (r#""optionalAuth": {}"#, vec![Bearer, SigV4, Unsigned]),
        ] {
            assert_eq!(schemes(&turned, operation).1, Some(expected), "{operation}");
        }
    }

    #[test]
    fn schemes_are_those_of_the_service() {
        assert_diagnostic(
            r#"{"Op": {"traits": {"auth": ["smithy.api#httpBearerAuth"]}}}"#,
            "E0420 t#Op: the service is not signed by `smithy.api#httpBearerAuth`",
        );
    }
}
