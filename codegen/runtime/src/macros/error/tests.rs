//! Tests of error structures.

use crate::error::{ErrorMetadata, ProvideErrorMetadata, RequestId};

#[derive(Debug)]
struct Optional {
    message: Option<String>,
    meta: ErrorMetadata,
}

crate::error_structure! { error: Optional, name: "OptionalException", message: optional }

struct Required {
    message: String,
    r#type: Option<i64>,
    meta: ErrorMetadata,
}

crate::error_structure! {
    error: Required,
    name: "RequiredException",
    message: required,
    fields: [message, r#type],
}

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
    let required = required();
    assert_eq!(required.to_string(), "RequiredException: m");
    assert_eq!((required.code(), required.request_id()), (None, None));
    let sensitive = Sensitive {
        meta: ErrorMetadata::default(),
    };
    let redacted = "SensitiveException: *** Sensitive Data Redacted ***";
    assert_eq!(sensitive.to_string(), redacted);
}

fn required() -> Required {
    Required {
        message: "m".to_owned(),
        r#type: Some(1),
        meta: ErrorMetadata::default(),
    }
}

#[test]
fn errors_with_fields_are_printed_like_derived_ones() {
    #[derive(Debug)]
    #[expect(dead_code, reason = "the fields are printed")]
    struct RequiredException {
        message: String,
        r#type: Option<i64>,
        meta: ErrorMetadata,
    }

    let error = required();
    let printed = [format!("{error:?}"), format!("{error:#?}")];
    let derived = RequiredException {
        message: error.message,
        r#type: error.r#type,
        meta: error.meta,
    };
    assert_eq!(printed, [format!("{derived:?}"), format!("{derived:#?}")]);
}
