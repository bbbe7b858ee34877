//! The service's names.

use super::auth;
use super::docs::{self, Home, Scope};
use super::support::is_missing;
use super::types::Types;
use crate::ast::ShapeKind;
use crate::ast::ids::{self, SIGV4, TITLE};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::Service;

/// The service's names, by its traits.
pub(super) fn service(types: &Types<'_>, diagnostics: &mut Diagnostics) -> Service {
    let shape = types.closure.service;
    let traits = &shape.traits;
    let version = match &shape.kind {
        ShapeKind::Service { version, .. } => version.clone(),
        _ => String::new(),
    };
    let version_text = Some(&*version);
    // Comments, manifest and readme quote them: TOML and Markdown.
    for (text, what) in [(traits.title(), "title"), (version_text, "version")] {
        let is_special = |c: char| c.is_control() || "\"\\<>[]`".contains(c);
        let plain = |text: &str| !text.contains(is_special);
        if !text.is_none_or(plain) {
            let reason =
                format!("the service's {what} holds line breaks or one of \" \\ < > [ ] `");
            let help = "write it as one line of plain text";
            match what {
                "title" => {
                    diagnostics.shape_trait(Code::ServiceString, &shape.id, TITLE, reason, help)
                }
                _ => diagnostics
                    .shape(Code::ServiceString, &shape.id, reason, help)
                    .below([what.into()]),
            };
        }
    }
    let auth = auth::of_service(types.closure, diagnostics);
    // Only a service that is signed by AWS has a name to sign for. That none is signed has to be said:
    // it is easily forgotten.
    let is_unsigned = traits.auth().is_some_and(|schemes| schemes.is_empty());
    let is_signed = traits.has(SIGV4) || !(traits.has(ids::HTTP_BEARER_AUTH) || is_unsigned);
    let mut fact = |value: Option<&str>, trait_id: &str, what: &str, help: &str| {
        // Of a title that is no text it is said elsewhere.
        let is_there = trait_id != TITLE && traits.has(trait_id);
        if value.is_none() && (is_there || is_missing(traits, trait_id)) {
            diagnostics.shape_trait(
                Code::TraitMissing,
                &shape.id,
                trait_id,
                format!("the service does not say {what}"),
                help,
            );
        }
        value.unwrap_or_default().to_owned()
    };
    // User agents and spans know a service by its SDK id in lower case, without spaces.
    let id = fact(
        traits.sdk_id(),
        ids::AWS_SERVICE,
        "its SDK id",
        "add the trait `aws.api#service` with `sdkId`",
    );
    let id = id.to_lowercase().replace(' ', "");
    Service {
        name: shape.id.name().to_owned(),
        title: fact(
            traits.title(),
            TITLE,
            "its title",
            "add the trait `smithy.api#title`",
        ),
        id,
        signing_name: is_signed.then(|| {
            fact(
                traits.signing_name(),
                SIGV4,
                "the name that requests are signed for",
                "add the trait `aws.auth#sigv4` with `name`; where no call is signed, an empty \
                 `smithy.api#auth`",
            )
        }),
        version,
        auth,
        docs: docs::lines(traits, &types.links.scope(Home::Elsewhere)),
        readme: docs::lines(traits, &Scope::default()),
        deprecated: docs::deprecation(traits),
    }
}

#[cfg(test)]
mod tests {
    use crate::ir::AuthScheme;
    use crate::testing::{assert_diagnostic, client, file};

    #[test]
    fn a_service_has_several_names() {
        let service = client("{}").service;
        assert_eq!(service.name, "Service");
        assert_eq!(service.title, "Tiny Service");
        assert_eq!(service.id, "tinyservice");
        assert_eq!(service.signing_name.as_deref(), Some("tiny"));
        assert_eq!(service.version, "2020-01-01");
    }

    #[test]
    fn a_service_that_is_not_signed_has_no_name_to_sign_for() {
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
    fn each_of_them_is_needed_and_plain() {
        let traits = |traits: &str| format!(r#"{{"Service": {{"traits": {{{traits}}}}}}}"#);
        for (shapes, diagnostic) in [
            (traits(r#""title": null"#), "does not say its title"),
            (
                traits(r#""aws.api#service": {"sdkId": null}"#),
                "does not say its SDK id",
            ),
            (
                traits(r#""aws.auth#sigv4": null"#),
                "does not say the name that requests are signed",
            ),
        ] {
            assert_diagnostic(
                &shapes,
                &format!("E0403 t#Service: the service {diagnostic}"),
            );
        }
        for title in [r"a\nfn main() {}", "a <b>", "a [b]", "`a`"] {
            assert_diagnostic(
                &traits(&format!(r#""title": "{title}""#)),
                "E0416 t#Service: the service's title holds line breaks",
            );
        }
        assert_diagnostic(
            r#"{"Service": {"version": "\""}}"#,
            "E0416 t#Service: the service's version holds line breaks",
        );
    }
}
