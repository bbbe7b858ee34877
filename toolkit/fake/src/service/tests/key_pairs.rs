//! Tests of playback key pairs.

use super::*;

/// A key that OpenSSL made, with the fingerprint that OpenSSL computes.
const PEM: &str = "-----BEGIN PUBLIC KEY-----
MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEZ3TS5udWznczcSZGOv1TIAlpE5cLYBD1
UD2OHiJUdtTBXyChB74YMzBca3IhVdeeMOEyRfHepHK+TOAJ8xhCSJbBpB41VaEI
dM9ZzQ8/OHmr+1ei0Jkrbo2ZqHzW+iQS
-----END PUBLIC KEY-----
";
const FINGERPRINT: &str = "b0:dd:7e:fc:4d:57:3e:78:8d:b1:a5:89:6f:75:cf:fb";

const P256: &str = "-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEsEVlqisB6PZ1RdEJcvLsUbfhAOtj
ZJThEQofE5yzKCGgnxYDLQjDQQVDp++GK5fawp8Zklu/wLmnUaZqH2I03A==
-----END PUBLIC KEY-----
";

#[test]
fn imported_pair_has_the_fingerprint_of_its_key() {
    let service = service();
    let input = json!({ "publicKeyMaterial": PEM, "name": "a", "tags": { "k": "v" } });
    let output = call(&service, "ImportPlaybackKeyPair", input);
    let arn = string(&output, "/keyPair/arn");
    let id = arn
        .strip_prefix("arn:aws:ivs:eu-west-1:123456789012:playback-key/")
        .unwrap();
    assert_eq!(id.len(), 36);
    let pair = json!({ "arn": arn, "name": "a", "fingerprint": FINGERPRINT, "tags": { "k": "v" } });
    assert_eq!(output, json!({ "keyPair": pair }));
    assert_eq!(
        call(&service, "GetPlaybackKeyPair", json!({ "arn": arn })),
        output
    );
    let summary = json!({ "arn": arn, "name": "a", "tags": { "k": "v" } });
    let listed = call(&service, "ListPlaybackKeyPairs", json!({}));
    assert_eq!(listed, json!({ "keyPairs": [summary] }));
}

#[test]
fn line_endings_and_surrounding_space_do_not_matter() {
    let service = service();
    let material = format!("\r\n{}\r\n\r\n", PEM.replace('\n', "\r\n"));
    let output = call(
        &service,
        "ImportPlaybackKeyPair",
        json!({ "publicKeyMaterial": material }),
    );
    assert_eq!(output["keyPair"]["fingerprint"], FINGERPRINT);
    assert_eq!(output["keyPair"]["name"], "");
}

#[test]
fn other_keys_are_errors() {
    let service = service();
    // A changed coordinate is no point of the curve.
    let off_curve = PEM.replacen("Z3TS", "Z3TT", 1);
    let relabelled = PEM.replace("PUBLIC KEY", "EC PRIVATE KEY");
    errors(
        &service,
        "ImportPlaybackKeyPair",
        "ValidationException",
        ["", "key", P256, &off_curve, &relabelled, &PEM[..100]]
            .map(|material| json!({ "publicKeyMaterial": material })),
    );
}

#[test]
fn equal_key_is_imported_once() {
    let service = service();
    let arn = import_key(&service, 1);
    let input = json!({ "publicKeyMaterial": public_key(1) });
    assert_eq!(
        error(&service, "ImportPlaybackKeyPair", input.clone()),
        "ConflictException"
    );
    assert_eq!(
        call(&service, "DeletePlaybackKeyPair", json!({ "arn": arn })),
        json!({})
    );
    call(&service, "ImportPlaybackKeyPair", input);
    let delete = json!({ "arn": arn });
    assert_eq!(
        error(&service, "DeletePlaybackKeyPair", delete),
        "ResourceNotFoundException"
    );
}
