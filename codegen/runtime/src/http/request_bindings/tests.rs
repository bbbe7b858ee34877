//! Tests of the request bindings that few services use.

use std::collections::HashMap;

use aws_smithy_runtime_api::client::endpoint::EndpointPrefix;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, DateTime};

use crate::http::RequestWriter;

fn finish(writer: RequestWriter) -> HttpRequest {
    writer.finish("POST").expect("a request")
}

fn body(request: &HttpRequest) -> &str {
    let bytes = request.body().bytes().expect("a body in memory");
    std::str::from_utf8(bytes).expect("UTF-8")
}

fn map<T: Clone>(entries: &[(&str, T)]) -> Option<HashMap<String, T>> {
    let entries = entries.iter().cloned();
    Some(
        entries
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

fn strings(strings: &[&str]) -> Vec<String> {
    strings.iter().map(|string| (*string).to_owned()).collect()
}

#[test]
fn a_map_is_added_to_the_query_except_fixed_names() {
    let mut writer = RequestWriter::default();
    writer.path("/");
    writer.query("a", &Some("1".to_owned())).expect("a string");
    let values = map(&[
        ("a", "2".to_owned()),
        ("c d", "&".to_owned()),
        ("b", String::new()),
    ]);
    writer.query_params(&values, &["a"]);
    writer.query_params(&map(&[("e", strings(&["1", "2"])), ("f", Vec::new())]), &[]);
    writer.query_params::<String, String>(&None, &[]);
    assert_eq!(finish(writer).uri(), "/?a=1&b=&c%20d=%26&e=1&e=2");
}

#[test]
fn timestamps_are_added_to_the_query() {
    let times = Some(vec![DateTime::from_secs(0), DateTime::from_secs(1)]);
    let mut writer = RequestWriter::default();
    writer.path("/");
    writer
        .query_timestamps("t", &times, Format::EpochSeconds)
        .expect("times");
    writer
        .query_timestamps("t", &None, Format::EpochSeconds)
        .expect("nothing");
    let required = writer.required_query_timestamps("t", "times", &None, Format::EpochSeconds);
    assert!(required.expect_err("unset").to_string().contains("times"));
    assert_eq!(finish(writer).uri(), "/?t=0&t=1");
}

#[test]
fn lists_are_joined_in_a_header() {
    let mut writer = RequestWriter::default();
    writer.path("/");
    let values = Some(strings(&["a", "b,c", "\"d\"", ""]));
    writer
        .header_list("x-strings", "strings", &values)
        .expect("a header");
    writer
        .header_list("x-numbers", "numbers", &Some(vec![1, 2]))
        .expect("a header");
    writer
        .header_list::<bool>("x-none", "none", &None)
        .expect("nothing");
    writer
        .header_list::<bool>("x-empty", "empty", &Some(Vec::new()))
        .expect("a header");
    let times = Some(vec![DateTime::from_secs(0), DateTime::from_secs(1)]);
    writer
        .header_timestamps("x-times", "times", &times, Format::HttpDate)
        .expect("a header");
    let broken = writer.header_list("x-broken", "broken", &Some(strings(&["a\nb"])));
    assert!(broken.is_err());
    let request = finish(writer);
    for (name, expected) in [
        ("x-strings", Some(r#"a, "b,c", "\"d\"", """#)),
        ("x-numbers", Some("1, 2")),
        ("x-none", None),
        ("x-empty", Some("")),
        (
            "x-times",
            Some("Thu, 01 Jan 1970 00:00:00 GMT, Thu, 01 Jan 1970 00:00:01 GMT"),
        ),
    ] {
        assert_eq!(request.headers().get(name), expected, "{name}");
    }
}

#[test]
fn an_encoded_header_is_base64() {
    let mut writer = RequestWriter::default();
    writer.path("/");
    writer
        .encoded_header("x-json", "json", Some("true"))
        .expect("a header");
    writer
        .encoded_header("x-none", "json", None)
        .expect("nothing");
    let request = finish(writer);
    assert_eq!(request.headers().get("x-json"), Some("dHJ1ZQ=="));
    assert_eq!(request.headers().get("x-none"), None);
}

#[test]
fn fixed_headers_override_headers_with_a_prefix() {
    let mut writer = RequestWriter::default();
    writer.path("/");
    let values = map(&[("hello", "a".to_owned()), ("x", String::new())]);
    writer.prefix_headers("", "all", &values).expect("headers");
    writer
        .prefix_headers("x-", "some", &values)
        .expect("headers");
    writer
        .header("hello", "fixed", &Some("b".to_owned()))
        .expect("a header");
    let bad = map(&[("no header", String::new())]);
    assert!(writer.prefix_headers("x-", "bad", &bad).is_err());
    let request = finish(writer);
    for (name, expected) in [("hello", "b"), ("x", ""), ("x-hello", "a"), ("x-x", "")] {
        assert_eq!(request.headers().get(name), Some(expected), "{name}");
    }
}

#[test]
fn labels_are_added_to_the_host_prefix() {
    let mut writer = RequestWriter::default();
    writer.host("a.");
    for bad in [None, Some(""), Some("b.c"), Some("b/c")] {
        assert!(writer.host_label("label", bad).is_err(), "{bad:?}");
    }
    writer.host_label("label", Some("b")).expect("a label");
    writer.host(".");
    let mut config = ConfigBag::base();
    writer.store_host_prefix(&mut config).expect("a prefix");
    let prefix = config.load::<EndpointPrefix>().expect("a prefix");
    assert_eq!(prefix.as_str(), "a.b.");
    let mut config = ConfigBag::base();
    RequestWriter::default()
        .store_host_prefix(&mut config)
        .expect("none");
    assert!(config.load::<EndpointPrefix>().is_none());
}

#[test]
fn a_payload_is_the_body_with_its_content_type() {
    type Write = fn(&mut RequestWriter);
    let cases: [(Write, &str, Option<&str>); 9] = [
        (
            |w| w.string_payload(Some("t"), "text/plain"),
            "t",
            Some("text/plain"),
        ),
        (
            |w| w.string_payload(Some(""), "text/plain"),
            "",
            Some("text/plain"),
        ),
        (|w| w.string_payload(None, "text/plain"), "", None),
        (
            |w| w.blob_payload(Some(&Blob::new("b")), "image/jpg"),
            "b",
            Some("image/jpg"),
        ),
        (|w| w.blob_payload(None, "image/jpg"), "", None),
        (
            |w| {
                w.json_payload(&Some(1), Format::EpochSeconds)
                    .expect("written")
            },
            "1",
            Some("application/json"),
        ),
        (
            |w| {
                w.json_payload(&None::<i32>, Format::EpochSeconds)
                    .expect("nothing")
            },
            "",
            None,
        ),
        (
            |w| w.object_payload(&Some(1)).expect("written"),
            "1",
            Some("application/json"),
        ),
        (
            |w| w.object_payload(&None::<i32>).expect("an empty object"),
            "{}",
            Some("application/json"),
        ),
    ];
    for (write, expected, content_type) in cases {
        let mut writer = RequestWriter::default();
        writer.path("/");
        write(&mut writer);
        let request = finish(writer);
        assert_eq!(body(&request), expected);
        assert_eq!(
            request.headers().get("content-type"),
            content_type,
            "{expected}"
        );
        let length = content_type.map(|_| expected.len().to_string());
        assert_eq!(request.headers().get("content-length"), length.as_deref());
    }
}
