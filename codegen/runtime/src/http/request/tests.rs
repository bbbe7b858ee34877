//! Tests of building requests.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

use super::RequestWriter;
use crate::http::{Bound, Formatted};

fn some(string: &str) -> Option<String> {
    Some(string.to_owned())
}

fn finish(request: RequestWriter) -> HttpRequest {
    request.finish("POST").expect("a request")
}

#[test]
fn labels_are_percent_encoded() {
    for (value, plain, greedy) in [
        ("a-_.~Z9", "a-_.~Z9", "a-_.~Z9"),
        ("a/b", "a%2Fb", "a/b"),
        ("..", "..", ".."),
        (
            "a b?&=#%+:",
            "a%20b%3F%26%3D%23%25%2B%3A",
            "a%20b%3F%26%3D%23%25%2B%3A",
        ),
        ("é\n", "%C3%A9%0A", "%C3%A9%0A"),
    ] {
        let mut request = RequestWriter::default();
        request.path("/p/");
        request.label("member", &some(value)).expect(value);
        request.path("/");
        request.greedy_label("member", &some(value)).expect(value);
        assert_eq!(finish(request).uri(), format!("/p/{plain}/{greedy}"));
    }
}

#[test]
fn an_unset_or_empty_label_is_an_error() {
    for value in [None, some("")] {
        let mut request = RequestWriter::default();
        for result in [
            request.label("member", &value),
            request.greedy_label("member", &value),
        ] {
            let error = result.expect_err("no label").to_string();
            assert!(
                error.contains("member") && error.contains("empty or unset"),
                "{error}"
            );
        }
    }
}

#[test]
fn all_types_convert_to_strings() {
    let time = Some(DateTime::from_secs(1_700_000_000));
    let values: [(&dyn Bound, &str); 10] = [
        (&Some(true), "true"),
        (&Some(-1_i8), "-1"),
        (&Some(i16::MAX), "32767"),
        (&Some(0_i32), "0"),
        (&Some(i64::MIN), "-9223372036854775808"),
        (&Some(0.5_f32), "0.5"),
        (&Some(f64::NEG_INFINITY), "-Infinity"),
        (&Formatted(&time, Format::EpochSeconds), "1700000000"),
        (&Formatted(&time, Format::DateTime), "2023-11-14T22:13:20Z"),
        (
            &Formatted(&time, Format::HttpDate),
            "Tue, 14 Nov 2023 22:13:20 GMT",
        ),
    ];
    for (value, expected) in values {
        assert_eq!(
            value.to_http_string().expect(expected).as_deref(),
            Some(expected)
        );
    }
    assert_eq!(None::<bool>.to_http_string().expect("unset"), None);
    assert_eq!(
        Formatted(&None, Format::DateTime)
            .to_http_string()
            .expect("unset"),
        None
    );
    let far = Some(DateTime::from_secs(i64::MAX));
    assert!(Formatted(&far, Format::DateTime).to_http_string().is_err());
}

#[test]
fn queries_keep_the_order_of_the_calls() {
    let mut request = RequestWriter::default();
    request.path("/p");
    request.query_literal("fixed");
    request.query_literal("x=y");
    request.query("n a", &some("a/b&c=d é")).expect("a string");
    request.query("unset", &None::<String>).expect("nothing");
    request.query("empty", &some("")).expect("a string");
    request.query_list("l", &Some(vec!["b".to_owned(), "a".to_owned()]));
    request.query_list("none", &None::<Vec<String>>);
    request.query_list("n", &Some(vec![1, 1]));
    let expected = "/p?fixed&x=y&n%20a=a%2Fb%26c%3Dd%20%C3%A9&empty=&l=b&l=a&n=1&n=1";
    assert_eq!(finish(request).uri(), expected);
}

#[test]
fn a_required_query_must_be_set_but_may_be_empty() {
    let mut request = RequestWriter::default();
    request.path("/p");
    let unset = [
        request.required_query("q", "member", &None::<String>),
        request.required_query_list("q", "member", &None::<Vec<String>>),
    ];
    for result in unset {
        let error = result.expect_err("unset").to_string();
        assert!(
            error.contains("member") && error.contains("empty or unset"),
            "{error}"
        );
    }
    let empty = Some(Vec::<String>::new());
    request
        .required_query_list("q", "member", &empty)
        .expect("set");
    request
        .required_query("r", "member", &some(""))
        .expect("set");
    assert_eq!(finish(request).uri(), "/p?r=");
}

#[test]
fn a_request_without_a_body_has_no_content_headers() {
    let mut request = RequestWriter::default();
    request.path("/p");
    request
        .header("x-a", "member", &some("1"))
        .expect("a header");
    let request = finish(request);
    assert_eq!(request.method(), "POST");
    assert_eq!(request.body().bytes(), Some(&b""[..]));
    let headers: Vec<_> = request.headers().iter().collect();
    assert_eq!(headers, [("x-a", "1")]);
}

#[test]
fn content_type_is_the_first_header_and_content_length_the_last() {
    let mut request = RequestWriter::default();
    request.path("/p");
    request.header("x-b", "b", &some("2")).expect("a header");
    request.header("x-a", "a", &Some(true)).expect("a header");
    request
        .header("x-unset", "c", &None::<bool>)
        .expect("nothing");
    request.header("x-empty", "d", &some("")).expect("a header");
    let written = request.members(&[("name", &some("é"))]);
    written.expect("a member");
    let request = finish(request);
    assert_eq!(request.body().bytes(), Some("{\"name\":\"é\"}".as_bytes()));
    let headers: Vec<_> = request.headers().iter().collect();
    let expected = [
        ("content-type", "application/json"),
        ("x-b", "2"),
        ("x-a", "true"),
        ("x-empty", ""),
        ("content-length", "13"),
    ];
    assert_eq!(headers, expected);
}

#[test]
fn an_empty_object_is_a_body() {
    let mut request = RequestWriter::default();
    request.path("/p");
    request.members(&[]).expect("an object");
    let request = finish(request);
    assert_eq!(request.body().bytes(), Some(&b"{}"[..]));
    assert_eq!(request.headers().get("content-length"), Some("2"));
}

#[test]
fn header_errors_do_not_contain_values() {
    let mut request = RequestWriter::default();
    let result = request.header("x-a", "member", &some("s3cret\n"));
    let error = format!("{:?}", result.expect_err("a line break"));
    assert!(
        error.contains("member") && !error.contains("s3cret"),
        "{error}"
    );
}

#[test]
fn an_invalid_uri_or_method_is_an_error() {
    let mut request = RequestWriter::default();
    request.path("no uri");
    assert!(request.finish("POST").is_err());
    let mut request = RequestWriter::default();
    request.path("/");
    assert!(request.finish("NO METHOD").is_err());
}
