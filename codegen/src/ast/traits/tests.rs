use serde_json::{Value, json};

use super::prelude::{DeprecatedTrait, EnumDefinition};
use super::{
    Author, Documentation, FAMILIES, ShapeKind, TABLE, TimestampFormat, Traits, known_traits,
    treatment,
};

/// Adds the namespace of the prelude to an id without one.
fn absolute(id: &str) -> String {
    match id.contains('#') {
        true => id.to_owned(),
        false => format!("smithy.api#{id}"),
    }
}

fn traits(id: &str, value: Value) -> Traits {
    Traits::from_map([(absolute(id), value)].into_iter().collect())
}

#[test]
fn each_trait_has_one_row() {
    let rows: Vec<_> = FAMILIES.into_iter().flatten().map(|row| row.id).collect();
    assert_eq!(rows.len(), TABLE.len(), "{rows:?}");
}

#[test]
fn each_published_trait_has_a_row() {
    let published: Vec<_> = include_str!("published.txt").lines().collect();
    assert!(published.is_sorted_by(|a, b| a < b));
    for id in published {
        assert!(treatment(id).is_some(), "{id}");
    }
    assert!(known_traits().is_sorted_by(|a, b| a.0 < b.0));
}

#[test]
fn each_trait_of_our_models_has_a_row() {
    for json in [
        include_str!("../../../../model/ivs.json"),
        include_str!("../../../../model/overlay/corrections.json"),
        include_str!("../../../../model/overlay/errors.json"),
        include_str!("../../../../model/overlay/repeat.json"),
        include_str!("../../../../model/overlay/waiters.json"),
    ] {
        let root: Value = serde_json::from_str(json).expect("JSON");
        let mut values = vec![&root["shapes"]];
        while let Some(value) = values.pop() {
            let traits = value.get("traits").and_then(Value::as_object);
            for id in traits.into_iter().flat_map(serde_json::Map::keys) {
                assert!(treatment(id).is_some(), "{id}");
            }
            values.extend(
                value
                    .as_object()
                    .into_iter()
                    .flat_map(|object| object.values()),
            );
        }
    }
}

#[test]
fn values_of_the_wrong_form_are_described() {
    let definitions = "a list of objects with a string as `value`";
    for (name, right, wrong, expected) in [
        ("title", json!("a"), json!(null), "a string"),
        ("httpPrefixHeaders", json!(""), json!({}), "a string"),
        (
            "error",
            json!("server"),
            json!("other"),
            "`client` or `server`",
        ),
        (
            "timestampFormat",
            json!("http-date"),
            json!("iso"),
            "`date-time`, `epoch-seconds` or `http-date`",
        ),
        (
            "deprecated",
            json!({"message": "a", "since": "b"}),
            json!({"since": 2}),
            "an object whose values are strings: message, since",
        ),
        (
            "enum",
            json!([{"value": "a", "name": "A"}]),
            json!([{"name": "a"}]),
            definitions,
        ),
        ("enum", json!([{"value": "a"}]), json!([]), definitions),
        (
            "paginated",
            json!({}),
            json!({"items": 1}),
            "an object whose values are strings: inputToken, outputToken, pageSize, items",
        ),
        (
            "retryable",
            json!({"throttling": true}),
            json!(-1),
            "an object",
        ),
        ("auth", json!([]), json!([1]), "a list of strings"),
        (
            "endpoint",
            json!({"hostPrefix": "a."}),
            json!({}),
            "an object with a string as `hostPrefix`",
        ),
        (
            "requestCompression",
            json!({"encodings": ["gzip"]}),
            json!({}),
            "an object with a list of strings as `encodings`",
        ),
        (
            "smithy.rules#clientContextParams",
            json!({"A": {}}),
            json!({"A": 1}),
            "an object whose values are objects",
        ),
    ] {
        let id = absolute(name);
        let form =
            |value: &Value| traits(&id, value.clone()).expected_form(&id, &ShapeKind::String);
        assert_eq!(form(&right), None, "{name}: {right}");
        assert_eq!(form(&wrong).as_deref(), Some(expected), "{name}: {wrong}");
    }
    let id = absolute("required");
    assert_eq!(
        traits(&id, json!(null)).expected_form(&id, &ShapeKind::String),
        None
    );
}

#[test]
fn string_traits_are_read_if_they_are_strings() {
    type Getter = fn(&Traits) -> Option<&str>;
    let getters: [(&str, Getter); 4] = [
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
fn documentation_has_an_author() {
    let mut documented = traits("documentation", json!("x"));
    let author = |traits: &Traits| {
        traits
            .documentation()
            .map(|text| (text.text.len(), text.author))
    };
    assert_eq!(author(&documented), Some((1, Author::Model)));
    documented.overlay(&absolute("documentation"), json!("xy"));
    assert_eq!(author(&documented), Some((2, Author::Overlay)));
    documented.overlay(&absolute("documentation"), json!(" "));
    assert_eq!(author(&documented), None);
    assert_eq!(author(&traits("documentation", json!(1))), None);
    assert_eq!(author(&Traits::default()), None);
}

#[test]
fn marker_traits_are_true_if_present() {
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
fn deprecated_has_optional_message_and_since() {
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
fn a_null_default_is_none() {
    assert_eq!(traits("default", json!(null)).default_value(), None);
    assert_eq!(traits("default", json!(0)).default_value(), Some(&json!(0)));
}

#[test]
fn timestamp_formats_are_parsed() {
    let format = |name: &str| {
        let traits = traits("timestampFormat", json!(name));
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
fn http_requires_method_and_uri() {
    let complete = traits("http", json!({"method": "GET", "uri": "/a"}));
    let http = complete.http().expect("the trait");
    assert_eq!((http.method, http.uri), ("GET", "/a"));
    assert!(traits("http", json!({"method": "GET"})).http().is_none());
    assert!(traits("http", json!({"uri": "/a"})).http().is_none());
}

#[test]
fn enum_definitions_have_optional_fields() {
    let with_enum = traits(
        "enum",
        json!([
            {"value": "a", "name": "A", "documentation": "The a.", "deprecated": true},
            {"value": "b"},
            {"name": "C"}
        ]),
    );
    let first = EnumDefinition {
        value: "a",
        name: Some("A"),
        documentation: Some(Documentation {
            text: "The a.",
            author: Author::Model,
        }),
        is_deprecated: true,
    };
    let second = EnumDefinition {
        value: "b",
        name: None,
        documentation: None,
        is_deprecated: false,
    };
    assert_eq!(with_enum.enum_definitions(), Some(vec![first, second]));
    assert_eq!(traits("enum", json!({})).enum_definitions(), None);
}

#[test]
fn paginated_has_optional_names() {
    let traits = traits("paginated", json!({"inputToken": "i", "pageSize": "s"}));
    let pages = traits.paginated().expect("the trait");
    assert_eq!((pages.input_token, pages.output_token), (Some("i"), None));
    assert_eq!((pages.page_size, pages.items), (Some("s"), None));
}

#[test]
fn service_names_are_read_from_their_traits() {
    let service = traits("aws.api#service", json!({"sdkId": "Tiny"}));
    assert_eq!(service.sdk_id(), Some("Tiny"));
    let signing = traits("aws.auth#sigv4", json!({"name": "tiny"}));
    assert_eq!(signing.signing_name(), Some("tiny"));
}

#[test]
fn facts_of_overlays_have_getters() {
    let repeat = |value| traits(super::ids::REPEAT, value);
    let stated = repeat(json!({"safe": false, "reason": "twice."}));
    let stated = stated.repeat().expect("a fact");
    assert_eq!((stated.is_safe, stated.reason), (false, "twice."));
    assert!(repeat(json!({"reason": "twice."})).repeat().is_none());

    let kind = traits(super::ids::ERROR_KIND, json!({"kind": "Locked"}));
    let kind = kind.error_kind().expect("a kind");
    assert_eq!((kind.kind, kind.documentation), ("Locked", None));

    let hints = traits(super::ids::ERROR_HINTS, json!({"A": "a", "B": 1}));
    assert_eq!(hints.error_hints().collect::<Vec<_>>(), [("A", "a")]);
}
