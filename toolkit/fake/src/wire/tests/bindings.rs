//! Members in each part of requests and responses.

use super::*;

#[test]
fn members_are_read_from_all_parts_of_a_request() {
    let wire = wire(Ok(json!({"at": 0})));
    let request = put(
        "/b%20c/k/l?x=1&name=a+b&name=%C3%A4",
        &[
            ("x-since", "Tue, 29 Apr 2014 18:30:38 GMT"),
            ("x-counts", "1, -2"),
            ("x-counts", "3"),
            ("x-meta-one", "1"),
            ("X-Meta-Two", "2"),
        ],
        &json!({"DEPTH": 7, "part": {"size": 2, "part": null}, "choice": {"none": {}}, "more": 1}),
    );
    assert_eq!(respond(&wire, &request).status(), 201);
    let minimal = put("/b/k?x=1", &[], &json!({}));
    assert_eq!(respond(&wire, &minimal).status(), 201);
    let inputs = wire
        .behaviour()
        .inputs
        .lock()
        .expect("no panic under the lock");
    assert_eq!(
        *inputs,
        [
            (
                "Put".to_owned(),
                json!({
                    "bucket": "b c", "key": "k/l", "names": ["a b", "ä"], "since": 1_398_796_238,
                    "counts": [1, -2, 3], "meta": {"one": "1", "two": "2"}, "depth": 7,
                    "part": {"size": 2, "flag": false}, "choice": {"none": {}}
                })
            ),
            (
                "Put".to_owned(),
                json!({"bucket": "b", "key": "k", "depth": 3})
            ),
        ]
    );
}

#[test]
fn members_are_written_to_all_parts_of_a_response() {
    let output = json!({"code": 202, "tag": "t", "at": 1_398_796_238.25, "parts": [{"size": 1}]});
    let response = respond(&wire(Ok(output)), &put("/b/k?x=1", &[], &json!({})));
    assert_eq!(response.status(), 202);
    assert_eq!(response.headers()["x-tag"], "t");
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(
        body(&response),
        json!({"at": "2014-04-29T18:30:38.25Z", "parts": [{"size": 1, "flag": false}]})
    );
}

#[test]
fn payloads_are_the_entire_body() {
    let wire = wire(Ok(json!({"bytes": "text"})));
    let request = Request::post("/send").body(Bytes::from_static(b"\xff\x00"));
    let response = respond(&wire, &request.expect("a request"));
    assert_eq!(&**response.body(), b"text");
    assert_eq!(response.headers()["content-type"], "text/plain");
    let inputs = wire
        .behaviour()
        .inputs
        .lock()
        .expect("no panic under the lock");
    assert_eq!(*inputs, [("Send".to_owned(), json!({"bytes": "/wA="}))]);
}

#[test]
fn operations_without_output_have_no_body() {
    let request = Request::delete("/drop")
        .body(Bytes::new())
        .expect("a request");
    let response = respond(&wire(Ok(json!({}))), &request);
    assert_eq!(response.status(), 204);
    assert!(response.body().is_empty());
    assert!(!response.headers().contains_key("content-length"));
}

#[test]
fn errors_have_their_status_message_and_members() {
    let error = ServiceError {
        members: Map::from_iter([
            ("since".to_owned(), json!(0)),
            ("undeclared".to_owned(), json!(1)),
        ]),
        ..ServiceError::new("Gone", "It left.")
    };
    let request = put("/b/k?x=1", &[], &json!({}));
    let response = respond(&wire(Err(error)), &request);
    assert_eq!(response.status(), 410);
    assert_eq!(response.headers()["x-amzn-errortype"], "Gone");
    assert_eq!(
        response.headers()["x-since"],
        "Thu, 01 Jan 1970 00:00:00 GMT"
    );
    assert_eq!(body(&response), json!({"exceptionMessage": "It left."}));

    for (code, status) in [("ThrottlingException", 429), ("Undeclared", 400)] {
        let response = respond(&wire(Err(ServiceError::new(code, "No."))), &request);
        assert_eq!(response.status(), status);
        assert_eq!(response.headers()["x-amzn-errortype"], code);
        assert_eq!(body(&response), json!({"message": "No."}));
    }
}

#[test]
fn violations_are_reported_with_their_paths() {
    let request = put(
        "/b/k?x=1",
        &[],
        &json!({"part": {"size": 0, "part": {}}, "choice": {"text": "ä"}}),
    );
    let response = respond(&wire(Ok(json!({}))), &request);
    assert_eq!(response.status(), 400);
    assert_eq!(
        body(&response)["message"],
        "3 validation errors detected. Value at '/part/size' failed to satisfy constraint: Member \
         must be between 1 and 9, inclusive; Value at '/part/part/size' failed to satisfy \
         constraint: Member must not be null; Value with length 1 at '/choice/text' failed to \
         satisfy constraint: Member must have length greater than or equal to 2"
    );
}
