//! Random requests: each has a response, whatever it contains.

use super::*;

/// Parts of requests; random sequences of them are URIs, headers and bodies.
const PARTS: &[&str] = &[
    "/",
    "b",
    "%",
    "%2F",
    "%ff",
    "?",
    "&",
    "=",
    "x=1",
    "name",
    "+",
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "null",
    "true",
    "1",
    "-9e99",
    "0.5",
    "\"DEPTH\"",
    "\"part\"",
    "\"size\"",
    "\"choice\"",
    "\"text\"",
    "\\",
    " ",
    "ä",
    "Tue, 29 Apr 2014 18:30:38 GMT",
    "99999999999999999999",
];

#[test]
fn random_requests_have_responses() {
    let wire = wire(Err(ServiceError::new("Gone", "It left.")));
    let mut rng = fastrand::Rng::with_seed(20);
    let mut statuses = std::collections::BTreeMap::<u16, usize>::new();
    for _ in 0..20_000 {
        let text = |rng: &mut fastrand::Rng, most: usize| {
            let count = rng.usize(0..=most);
            (0..count)
                .map(|_| PARTS[rng.usize(..PARTS.len())])
                .collect::<String>()
        };
        let start = ["/b/k?x=1", "/send", "/", ""][rng.usize(..4)];
        let uri = format!("{start}{}", text(&mut rng, 4));
        let method = ["PUT", "POST", "DELETE", "GET"][rng.usize(..4)];
        let mut request = Request::builder().method(method).uri(uri);
        for name in [
            "x-since",
            "x-counts",
            "x-meta-a",
            "accept",
            "authorization",
            "x-amz-date",
        ] {
            if rng.u8(..4) == 0 {
                request = request.header(name, text(&mut rng, 4));
            }
        }
        if rng.u8(..4) > 0 {
            request = request.header("content-type", "application/json");
        }
        let body = ["", "{}", "{\"part\": "][rng.usize(..3)];
        let body = format!("{body}{}", text(&mut rng, 6));
        // Some are not requests of HTTP.
        if let Ok(request) = request.body(Bytes::from(body)) {
            let status = respond(&wire, &request).status().as_u16();
            assert_ne!(status, 500, "{request:?}");
            *statuses.entry(status).or_default() += 1;
        }
    }
    let statuses: Vec<u16> = statuses.into_keys().collect();
    assert_eq!(statuses, [400, 404, 406, 410, 415]);
}
