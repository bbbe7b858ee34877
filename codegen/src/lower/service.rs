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
    let version_text = Some(&*version);
    // Comments, manifest and readme quote them: TOML and Markdown.
    for (text, what) in [(traits.title(), "title"), (version_text, "version")] {
        let is_special = |c: char| c.is_control() || "\"\\<>[]`".contains(c);
        let plain = |text: &str| !text.contains(is_special);
        if !text.is_none_or(plain) {
            found.shape(
                Code::TraitValue,
                &shape.id,
                format!("the service's {what} holds line breaks or one of \" \\ < > [ ] `"),
                "write it as one line of plain text",
            );
        }
    }
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

#[cfg(test)]
mod tests {
    use crate::testing::{assert_finding, client};

    #[test]
    fn a_service_has_several_names() {
        let service = client("{}").service;
        assert_eq!(service.name, "Service");
        assert_eq!(service.title, "Tiny Service");
        assert_eq!(service.id, "tinyservice");
        assert_eq!(service.signing_name, "tiny");
        assert_eq!(service.version, "2020-01-01");
    }

    #[test]
    fn each_of_them_is_needed_and_plain() {
        let traits = |traits: &str| format!(r#"{{"Service": {{"traits": {{{traits}}}}}}}"#);
        for (shapes, finding) in [
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
            assert_finding(&shapes, &format!("E006 t#Service: the service {finding}"));
        }
        for title in [r"a\nfn main() {}", "a <b>", "a [b]", "`a`"] {
            assert_finding(
                &traits(&format!(r#""title": "{title}""#)),
                "E006 t#Service: the service's title holds line breaks",
            );
        }
        assert_finding(
            r#"{"Service": {"version": "\""}}"#,
            "E006 t#Service: the service's version holds line breaks",
        );
    }
}
