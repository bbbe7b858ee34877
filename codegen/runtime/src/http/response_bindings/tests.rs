//! Tests of the response bindings that few services use.

use std::collections::HashMap;

use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::DateTime;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::date_time::Format;

use crate::http::Response;
use crate::json::Read as _;

fn with_response<T>(
    headers: &[(&'static str, &'static str)],
    body: &str,
    read: impl FnOnce(&Response<'_>) -> T,
) -> T {
    let mut map = Headers::new();
    for (name, value) in headers {
        map.append(*name, *value);
    }
    read(&Response {
        status: 200,
        headers: &map,
        body: body.as_bytes(),
        config: &ConfigBag::base(),
        #[cfg(feature = "streaming")]
        stream: None,
    })
}

#[test]
fn lists_are_in_one_or_several_headers() {
    let headers = [
        ("t", r#"a, "b,c", "\"d\"""#),
        ("t", ", e,"),
        ("n", "1,2 , \"3\""),
        ("bad", "1,x"),
    ];
    with_response(&headers, "", |response| {
        let strings = response
            .list_header::<String>("t", "strings")
            .expect("a list");
        let expected = ["a", "b,c", "\"d\"", "e"].map(str::to_owned);
        assert_eq!(strings, Some(expected.to_vec()));
        let numbers = response.list_header::<i32>("n", "numbers").expect("a list");
        assert_eq!(numbers, Some(vec![1, 2, 3]));
        let none = response
            .list_header::<i32>("none", "none")
            .expect("nothing");
        assert_eq!(none, None);
        let error = response
            .list_header::<i32>("bad", "numbers")
            .expect_err("no number");
        assert_eq!(
            error.to_string(),
            "Failed to parse numbers from header `bad`"
        );
    });
}

#[test]
fn timestamps_have_the_format_of_their_binding() {
    let date = "Thu, 01 Jan 1970 00:00:01 GMT";
    let dates = "Thu, 01 Jan 1970 00:00:01 GMT, Thu, 01 Jan 1970 00:00:02 GMT";
    let quoted = r#""1970-01-01T00:00:01Z" ,, 1970-01-01T00:00:02Z"#;
    let headers = [
        ("d", date),
        ("l", dates),
        ("s", "1"),
        ("q", quoted),
        ("e", "1, 2"),
        ("bad", "x"),
    ];
    with_response(&headers, "", |response| {
        let single = |name, format| response.timestamp_header(name, "time", format);
        let second = Some(DateTime::from_secs(1));
        assert_eq!(single("d", Format::HttpDate).expect("a date"), second);
        assert_eq!(single("s", Format::EpochSeconds).expect("a number"), second);
        assert_eq!(single("none", Format::DateTime).expect("nothing"), None);
        assert!(single("bad", Format::DateTime).is_err());
        assert!(single("l", Format::HttpDate).is_err());
        let expected = Some([1, 2].map(DateTime::from_secs).to_vec());
        for (name, format) in [
            ("l", Format::HttpDate),
            ("q", Format::DateTime),
            ("e", Format::EpochSeconds),
        ] {
            let list = response.timestamps_header(name, "times", format);
            assert_eq!(list.expect("dates"), expected, "{name}");
        }
    });
}

#[test]
fn headers_can_be_base64() {
    let headers = [("j", "dHJ1ZQ=="), ("bad", "?"), ("bytes", "//8=")];
    with_response(&headers, "", |response| {
        let read = |name| response.encoded_header(name, "json");
        assert_eq!(read("j").expect("base64"), Some("true".to_owned()));
        assert_eq!(read("none").expect("nothing"), None);
        assert!(read("bad").is_err() && read("bytes").is_err());
    });
}

#[test]
fn headers_with_a_prefix_are_a_map() {
    let headers = [("x-foo-abc", "1"), ("x-foo-", "2"), ("x-foo", "3")];
    with_response(&headers, "", |response| {
        let read = |prefix| response.prefix_headers(prefix, "map");
        let map = |entries: &[(&str, &str)]| -> HashMap<String, String> {
            let entries = entries.iter();
            entries
                .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
                .collect()
        };
        let expected = map(&[("abc", "1"), ("", "2")]);
        assert_eq!(read("X-Foo-").expect("a map"), Some(expected));
        assert_eq!(read("").expect("a map"), Some(map(&headers)));
        assert_eq!(read("y").expect("a map"), Some(map(&[])));
    });
}

#[test]
fn the_body_can_be_the_value_of_one_member() {
    with_response(&[], r#"["a"]"#, |response| {
        let mut list: Option<Vec<String>> = None;
        response.json_payload(list.slot()).expect("a list");
        assert_eq!(list, Some(vec!["a".to_owned()]));
        assert_eq!(
            response.string_payload().expect("a string"),
            Some(r#"["a"]"#)
        );
        let blob = response.blob_payload().expect("bytes");
        assert_eq!(blob.as_ref(), br#"["a"]"#);
        let mut number = 0;
        assert!(response.json_payload(number.slot()).is_err());
    });
    with_response(&[], "", |response| {
        let mut list: Option<Vec<String>> = None;
        response.json_payload(list.slot()).expect("nothing");
        assert_eq!(list, None);
        assert_eq!(response.string_payload().expect("nothing"), None);
        assert_eq!(response.blob_payload(), None);
    });
}
