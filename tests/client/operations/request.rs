//! The headers of every request, except those bound to members.

use harness::RecordedRequest;

/// The signed headers, except those of a body.
const SIGNED: &str = "host;x-amz-date;x-amz-security-token;x-amz-user-agent";

/// Checks the headers of a first attempt with the test credentials in us-east-1.
pub(super) fn check_headers(sent: &RecordedRequest) {
    let authorization = sent.header("authorization");
    let signed = if sent.body.is_empty() {
        assert!(!sent.headers.contains_key("content-type"), "{sent:?}");
        SIGNED.to_owned()
    } else {
        assert_eq!(sent.header("content-type"), "application/json");
        assert_eq!(sent.header("content-length"), sent.body.len().to_string());
        format!("content-length;content-type;{SIGNED}")
    };
    let (day, _) = sent
        .header("x-amz-date")
        .split_once('T')
        .expect("a date and a time");
    let prefix = format!(
        "AWS4-HMAC-SHA256 Credential=ANOTREAL/{day}/us-east-1/ivs/aws4_request, \
         SignedHeaders={signed}, Signature="
    );
    let signature = authorization.strip_prefix(&prefix);
    let signature =
        signature.unwrap_or_else(|| panic!("{authorization} does not start with {prefix}"));
    assert_eq!(signature.len(), 64, "{authorization}");

    assert_eq!(sent.header("x-amz-security-token"), "notarealsessiontoken");
    assert!(
        sent.header("x-amz-user-agent").starts_with("aws-sdk-rust/"),
        "{sent:?}"
    );
    assert!(
        sent.header("x-amz-user-agent").contains(" api/ivs/"),
        "{sent:?}"
    );
    assert!(
        sent.header("user-agent").starts_with("aws-sdk-rust/"),
        "{sent:?}"
    );
    assert_eq!(sent.header("amz-sdk-invocation-id").len(), 36, "{sent:?}");
    assert_eq!(sent.header("amz-sdk-request"), "attempt=1; max=3");
    // Only S3 signs a digest of the body in a header.
    assert!(
        !sent.headers.contains_key("x-amz-content-sha256"),
        "{sent:?}"
    );
}
