use serde_json::{Value, json};

use super::{DeprecatedTrait, TimestampFormat, Traits};

fn traits(id: &str, value: Value) -> Traits {
    let id = match id.contains('#') {
        true => id.to_owned(),
        false => format!("smithy.api#{id}"),
    };
    Traits::from_map([(id, value)].into_iter().collect())
}

#[test]
fn texts() {
    type Getter = fn(&Traits) -> Option<&str>;
    let getters: [(&str, Getter); 5] = [
        ("documentation", Traits::documentation),
        ("title", Traits::title),
        ("jsonName", Traits::json_name),
        ("httpQuery", Traits::http_query),
        ("httpHeader", Traits::http_header),
    ];
    for (id, get) in getters {
        assert_eq!(get(&traits(id, json!("x"))), Some("x"), "{id}");
        assert_eq!(get(&traits(id, json!(1))), None, "{id}");
        assert_eq!(get(&Traits::default()), None, "{id}");
    }
}

#[test]
fn what_is_there_or_not() {
    type Getter = fn(&Traits) -> bool;
    let getters: [(&str, Getter); 5] = [
        ("required", Traits::is_required),
        ("clientOptional", Traits::is_client_optional),
        ("sensitive", Traits::is_sensitive),
        ("sparse", Traits::is_sparse),
        ("httpLabel", Traits::is_http_label),
    ];
    for (id, get) in getters {
        assert!(get(&traits(id, json!({}))), "{id}");
        assert!(!get(&Traits::default()), "{id}");
    }
}

#[test]
fn what_is_deprecated_may_say_why_and_since_when() {
    for (value, message, since) in [
        (json!({}), None, None),
        (json!({"message": "m"}), Some("m"), None),
        (json!({"since": "s", "message": 1}), None, Some("s")),
    ] {
        let expected = Some(DeprecatedTrait { message, since });
        assert_eq!(traits("deprecated", value).deprecated(), expected);
    }
    assert_eq!(Traits::default().deprecated(), None);
}

#[test]
fn a_default_of_null_is_none() {
    assert_eq!(traits("default", json!(null)).default_value(), None);
    assert_eq!(traits("default", json!(0)).default_value(), Some(&json!(0)));
}

#[test]
fn timestamp_formats() {
    let format = |text: &str| {
        let traits = traits("timestampFormat", json!(text));
        traits.timestamp_format().map(|format| format.ok())
    };
    assert_eq!(format("date-time"), Some(Some(TimestampFormat::DateTime)));
    assert_eq!(format("http-date"), Some(Some(TimestampFormat::HttpDate)));
    assert_eq!(
        format("epoch-seconds"),
        Some(Some(TimestampFormat::EpochSeconds))
    );
    assert_eq!(format("iso"), Some(None));
    assert!(Traits::default().timestamp_format().is_none());
}

#[test]
fn http_needs_method_and_uri() {
    let whole = traits("http", json!({"method": "GET", "uri": "/a"}));
    let http = whole.http().expect("the trait");
    assert_eq!((http.method, http.uri), ("GET", "/a"));
    assert!(traits("http", json!({"method": "GET"})).http().is_none());
    assert!(traits("http", json!({"uri": "/a"})).http().is_none());
}

#[test]
fn enum_definitions_may_have_names() {
    let whole = traits(
        "enum",
        json!([{"value": "a", "name": "A"}, {"value": "b"}, {"name": "C"}]),
    );
    let expected = vec![(Some("A"), "a"), (None, "b")];
    assert_eq!(whole.enum_definitions(), Some(expected));
    assert_eq!(traits("enum", json!({})).enum_definitions(), None);
}

#[test]
fn pages() {
    let whole = traits("paginated", json!({"inputToken": "i", "pageSize": "s"}));
    let pages = whole.paginated().expect("the trait");
    assert_eq!((pages.input_token, pages.output_token), (Some("i"), None));
    assert_eq!((pages.page_size, pages.items), (Some("s"), None));
}

#[test]
fn names_of_the_service() {
    let service = traits("aws.api#service", json!({"sdkId": "Tiny"}));
    assert_eq!(service.sdk_id(), Some("Tiny"));
    let signing = traits("aws.auth#sigv4", json!({"name": "tiny"}));
    assert_eq!(signing.signing_name(), Some("tiny"));
}
