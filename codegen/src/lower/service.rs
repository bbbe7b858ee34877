//! The service: names, version, authentication and documentation.

use super::auth;
use super::context::Context;
use super::docs::{self, Scope, Subject};
use super::support::is_missing;
use super::valid::{is_scope_part, is_sdk_id};
use crate::ast::ids::{self, SIGV4, TITLE};
use crate::ast::{Shape, ShapeKind};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::Service;
use crate::printable::{escape, line};

/// Lowers the service shape.
pub(super) fn service(context: &Context<'_>, diagnostics: &mut Diagnostics) -> Service {
    let types = &context.types;
    let shape = types.closure.service;
    let traits = &shape.traits;
    let version = match &shape.kind {
        ShapeKind::Service { version, .. } => version.clone(),
        _ => String::new(),
    };
    let auth = auth::service_schemes(context, diagnostics);
    // Only a service whose requests are signed has a signing name. Unsigned services must declare
    // an empty `auth`, because `sigv4` is easily forgotten.
    let is_unsigned = traits.auth().is_some_and(|schemes| schemes.is_empty());
    let is_signed = traits.has(SIGV4) || !(traits.has(ids::HTTP_BEARER_AUTH) || is_unsigned);
    check_header_values(shape, is_signed, diagnostics);
    let mut required = |value: Option<&str>, trait_id: &str, name: &str, help: &str| {
        // `support` reports a title that is not a string.
        let is_present = trait_id != TITLE && traits.has(trait_id);
        if value.is_none() && (is_present || is_missing(traits, trait_id)) {
            diagnostics.shape_trait(
                Code::TraitMissing,
                &shape.id,
                trait_id,
                format!("the service has no {name}"),
                help,
            );
        }
        value.unwrap_or_default().to_owned()
    };
    // User agents and spans use the SDK id in lower case, without spaces.
    let id = required(
        traits.sdk_id(),
        ids::AWS_SERVICE,
        "SDK id",
        "add the trait `aws.api#service` with `sdkId`",
    );
    let id = id.to_lowercase().replace(' ', "");
    let title = required(
        traits.title(),
        TITLE,
        "title",
        "add the trait `smithy.api#title`",
    );
    // Without invisible characters, nothing may be left.
    let title = match line(&title) {
        empty if empty.is_empty() => shape.id.name().to_owned(),
        title => title,
    };
    Service {
        name: shape.id.name().to_owned(),
        markdown_title: escape::line(&title),
        title,
        id,
        signing_name: is_signed.then(|| {
            required(
                traits.signing_name(),
                SIGV4,
                "signing name",
                "add the trait `aws.auth#sigv4` with `name`, or an empty `smithy.api#auth` if requests are \
                 not signed",
            )
        }),
        version: line(&version),
        auth,
        docs: docs::lines(traits, &context.links.scope(Subject::Other)),
        readme: docs::lines(traits, &Scope::default()),
        deprecated: docs::deprecation(traits),
    }
}

/// Reports an SDK id that cannot be in the user agent, and a signing name that cannot be in a
/// signature.
fn check_header_values(service: &Shape, is_signed: bool, diagnostics: &mut Diagnostics) {
    let traits = &service.traits;
    if let Some(id) = traits.sdk_id()
        && !is_sdk_id(id)
    {
        let reason = format!("the SDK id {id:?} cannot be in the user agent");
        let help = "use letters, digits, spaces, hyphens, dots and underscores";
        let trait_id = ids::AWS_SERVICE;
        diagnostics
            .shape_trait(Code::HeaderValue, &service.id, trait_id, reason, help)
            .below(["sdkId".into()]);
    }
    if let Some(name) = traits.signing_name()
        && is_signed
        && (name.is_empty() || !is_scope_part(name))
    {
        let reason = format!("the signing name {name:?} cannot be in a signature");
        let help = "use letters, digits, hyphens, dots and underscores";
        diagnostics
            .shape_trait(Code::HeaderValue, &service.id, SIGV4, reason, help)
            .below(["name".into()]);
    }
}

#[cfg(test)]
mod tests {
    use crate::ir::AuthScheme;
    use crate::testing::{assert_diagnostic, client, file};

    #[test]
    fn names_come_from_traits() {
        let service = client("{}").service;
        assert_eq!(service.name, "Service");
        assert_eq!(service.title, "Tiny Service");
        assert_eq!(service.id, "tinyservice");
        assert_eq!(service.signing_name.as_deref(), Some("tiny"));
        assert_eq!(service.version, "2020-01-01");
    }

    #[test]
    fn a_service_without_signing_has_no_signing_name() {
        for (traits, auth) in [
            (r#""httpBearerAuth": {}"#, AuthScheme::Bearer),
            (r#""auth": []"#, AuthScheme::None),
        ] {
            let shapes =
                format!(r#"{{"Service": {{"traits": {{"aws.auth#sigv4": null, {traits}}}}}}}"#);
            let service = client(&shapes).service;
            assert_eq!(service.signing_name, None, "{traits}");
            assert_eq!(service.auth, [auth]);
            let config = file("src/config.rs", &shapes);
            assert!(!config.contains("pub fn credentials_provider("), "{config}");
            assert!(!config.contains("pub fn signing_name("), "{config}");
        }
    }

    #[test]
    fn names_are_required() {
        let traits = |traits: &str| format!(r#"{{"Service": {{"traits": {{{traits}}}}}}}"#);
        for (shapes, name) in [
            (traits(r#""title": null"#), "title"),
            (traits(r#""aws.api#service": {"sdkId": null}"#), "SDK id"),
            (traits(r#""aws.auth#sigv4": null"#), "signing name"),
        ] {
            assert_diagnostic(
                &shapes,
                &format!("E0403 t#Service: the service has no {name}"),
            );
        }
    }

    #[test]
    fn title_and_version_may_have_any_characters() {
        let service = client(
            r#"{"Service": {"version": "1 \"<b>\"\r\n// x", "traits": {
                "title": "A\n\"B\" <c> [d] \\ `e`\u202e"}}}"#,
        )
        .service;
        assert_eq!(service.title, r#"A "B" <c> [d] \ `e`"#);
        assert_eq!(service.markdown_title, r#"A "B" \<c> \[d\] \\ `e`"#);
        assert_eq!(service.version, "1 \"<b>\" // x");
    }

    #[test]
    fn names_in_headers_have_no_special_characters() {
        let service = |traits: &str| format!(r#"{{"Service": {{"traits": {{{traits}}}}}}}"#);
        for id in ["", " ", r"a\nb", "a/b", "é"] {
            let traits = format!(r#""aws.api#service": {{"sdkId": "{id}"}}"#);
            assert_diagnostic(&service(&traits), "E0424 t#Service: the SDK id ");
        }
        for name in ["", r"a\r/b", "a b", "é"] {
            let traits = format!(r#""aws.auth#sigv4": {{"name": "{name}"}}"#);
            assert_diagnostic(&service(&traits), "E0424 t#Service: the signing name ");
        }
    }
}
