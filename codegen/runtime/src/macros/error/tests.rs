//! Tests of error structures.

use crate::error::{ErrorMetadata, ProvideErrorMetadata, RequestId};

#[derive(Debug)]
struct Optional {
    message: Option<String>,
    meta: ErrorMetadata,
}

crate::error_structure! { error: Optional, name: "OptionalException", message: optional }

#[derive(Debug)]
struct Required {
    message: String,
    meta: ErrorMetadata,
}

crate::error_structure! { error: Required, name: "RequiredException", message: required }

#[derive(Debug)]
struct Sensitive {
    meta: ErrorMetadata,
}

crate::error_structure! { error: Sensitive, name: "SensitiveException", message: sensitive }

#[test]
fn errors_print_name_and_message() {
    let meta = ErrorMetadata::builder()
        .code("C")
        .custom("aws_request_id", "id");
    let mut optional = Optional {
        message: None,
        meta: meta.build(),
    };
    assert_eq!(optional.to_string(), "OptionalException");
    assert_eq!(
        (optional.code(), optional.request_id()),
        (Some("C"), Some("id"))
    );
    optional.message = Some("m".to_owned());
    assert_eq!(optional.to_string(), "OptionalException: m");
    let required = Required {
        message: "m".to_owned(),
        meta: ErrorMetadata::default(),
    };
    assert_eq!(required.to_string(), "RequiredException: m");
    assert_eq!((required.code(), required.request_id()), (None, None));
    let sensitive = Sensitive {
        meta: ErrorMetadata::default(),
    };
    let redacted = "SensitiveException: *** Sensitive Data Redacted ***";
    assert_eq!(sensitive.to_string(), redacted);
}
