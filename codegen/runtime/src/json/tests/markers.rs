//! Objects with the keys that serde_json uses for its own values are ordinary objects.

use std::collections::HashMap;

use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, DateTime, Document};

use super::{assert_all_invalid, read_member, read_ok};

const MARKED: [&str; 4] = [
    r#"{"$serde_json::private::Number": "7"}"#,
    r#"{"$serde_json::private::Number": 7}"#,
    r#"{"$serde_json::private::RawValue": "7"}"#,
    r#"{"\u0024serde_json::private::RawValue": "\"7\""}"#,
];

#[test]
fn a_marked_object_is_no_scalar() {
    assert_all_invalid::<bool>(&MARKED);
    assert_all_invalid::<i8>(&MARKED);
    assert_all_invalid::<i64>(&MARKED);
    assert_all_invalid::<f32>(&MARKED);
    assert_all_invalid::<f64>(&MARKED);
    assert_all_invalid::<String>(&MARKED);
    assert_all_invalid::<Blob>(&MARKED);
    assert_all_invalid::<DateTime>(&MARKED);
    assert_all_invalid::<Vec<i32>>(&MARKED);
    #[cfg(feature = "big-numbers")]
    {
        assert_all_invalid::<aws_smithy_types::BigInteger>(&MARKED);
        assert_all_invalid::<aws_smithy_types::BigDecimal>(&MARKED);
    }
    for format in [Format::DateTime, Format::HttpDate] {
        for value in MARKED {
            let json = format!(r#"{{"v":{value}}}"#);
            assert!(read_member::<DateTime>(&json, format).is_err(), "{json}");
        }
    }
}

#[test]
fn a_marked_object_is_a_document_with_that_key() {
    for key in [
        "$serde_json::private::Number",
        "$serde_json::private::RawValue",
    ] {
        let seven = Document::String("7".to_owned());
        let object = Document::Object(HashMap::from([(key.to_owned(), seven)]));
        let json = format!(r#"{{"{key}":"7"}}"#);
        assert_eq!(read_ok::<Document>(&json), object);
        assert_eq!(read_ok::<Vec<Document>>(&format!("[{json}]")), [object]);
        let map = read_ok::<HashMap<String, String>>(&json);
        assert_eq!(map[key], "7");
    }
}
