//! Writing values.

use std::collections::HashMap;

use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, DateTime, Document, Number};

use super::to_json;
use crate::json::{InFormat, NoMembers, UnlessDefault, ValueWriter, Write};

fn plain(value: &dyn Write) -> String {
    to_json(value, Format::EpochSeconds)
}

#[test]
fn only_special_characters_are_escaped() {
    let mut controls = String::new();
    let mut expected = String::from("\"");
    for byte in 0..0x20_u8 {
        controls.push(byte.into());
        expected.push_str(&match byte {
            0x08 => r"\b".to_owned(),
            0x09 => r"\t".to_owned(),
            0x0a => r"\n".to_owned(),
            0x0c => r"\f".to_owned(),
            0x0d => r"\r".to_owned(),
            other => format!("\\u{other:04x}"),
        });
    }
    expected.push('"');
    assert_eq!(plain(&controls), expected);
    for (string, expected) in [
        ("", r#""""#),
        (r#"a"\/'<>&"#, r#""a\"\\/'<>&""#),
        ("é😀\u{7f}\u{2028}\u{feff}", "\"é😀\u{7f}\u{2028}\u{feff}\""),
    ] {
        assert_eq!(plain(&string.to_owned()), expected);
    }
}

#[test]
fn scalars_are_written() {
    let values: [(&dyn Write, &str); 19] = [
        (&true, "true"),
        (&false, "false"),
        (&i8::MIN, "-128"),
        (&i16::MAX, "32767"),
        (&i32::MIN, "-2147483648"),
        (&i64::MIN, "-9223372036854775808"),
        (&u64::MAX, "18446744073709551615"),
        (&0.1_f32, "0.1"),
        (&1.0_f64, "1.0"),
        (&1e300_f64, "1e300"),
        (&-0.0_f64, "-0.0"),
        (&f64::NAN, r#""NaN""#),
        (&f32::INFINITY, r#""Infinity""#),
        (&f64::NEG_INFINITY, r#""-Infinity""#),
        (&Blob::new("hi"), r#""aGk=""#),
        (&Blob::new(""), r#""""#),
        (&Box::new(5_i32), "5"),
        (&Some(5_i32), "5"),
        (&None::<i32>, "null"),
    ];
    for (value, expected) in values {
        assert_eq!(plain(value), expected);
    }
}

#[test]
fn timestamps_have_the_precision_of_their_format() {
    let time = DateTime::from_nanos(1_700_000_000_120_000_999).expect("in range");
    let epoch = "1700000000.120000999";
    let times = vec![Some(time), None];
    for (format, expected) in [
        (Format::EpochSeconds, format!("[{epoch},null]")),
        (
            Format::DateTime,
            r#"["2023-11-14T22:13:20.12Z",null]"#.into(),
        ),
        (
            Format::HttpDate,
            r#"["Tue, 14 Nov 2023 22:13:20 GMT",null]"#.into(),
        ),
    ] {
        assert_eq!(to_json(&times, format), expected);
        let map = HashMap::from([("a".to_owned(), times.clone())]);
        assert_eq!(to_json(&map, format), format!(r#"{{"a":{expected}}}"#));
    }
    let mut out = Vec::new();
    let far = DateTime::from_secs(i64::MAX);
    let writer = ValueWriter::new(&mut out).timestamps(Format::DateTime);
    assert!(far.write(writer).is_err());
}

#[test]
fn lists_maps_and_documents_are_written() {
    assert_eq!(plain(&Vec::<i32>::new()), "[]");
    assert_eq!(plain(&vec![vec![1, 2], vec![]]), "[[1,2],[]]");
    assert_eq!(plain(&vec![Some("a".to_owned()), None]), r#"["a",null]"#);
    assert_eq!(plain(&HashMap::<String, i32>::new()), "{}");
    let map = HashMap::from([("\"k\"".to_owned(), None::<i32>)]);
    assert_eq!(plain(&map), r#"{"\"k\"":null}"#);
    let document = Document::Array(vec![
        Document::Null,
        Document::Bool(true),
        Document::Number(Number::PosInt(u64::MAX)),
        Document::Number(Number::NegInt(-1)),
        Document::Number(Number::Float(0.5)),
        Document::Number(Number::Float(f64::NAN)),
        Document::String("a\n".to_owned()),
        Document::Object(HashMap::from([("k".to_owned(), Document::Null)])),
    ]);
    let expected = r#"[null,true,18446744073709551615,-1,0.5,"NaN","a\n",{"k":null}]"#;
    assert_eq!(plain(&document), expected);
}

#[test]
fn members_keep_their_order_and_absent_members_are_omitted() {
    let mut out = Vec::new();
    let time = Some(DateTime::from_secs(0));
    let members: [(&str, &dyn Write); 10] = [
        ("z", &Some(1)),
        ("unset", &None::<i32>),
        ("zero", &0),
        ("a\"b", &"c".to_owned()),
        ("seconds", &time),
        ("string", &InFormat(&time, Format::DateTime)),
        ("none", &InFormat(&None::<DateTime>, Format::DateTime)),
        ("default", &UnlessDefault(true, true)),
        ("other", &UnlessDefault(2, 1)),
        ("inner", &NoMembers),
    ];
    let written = ValueWriter::new(&mut out).members(&members);
    written.expect("valid timestamps");
    let expected = concat!(
        r#"{"z":1,"zero":0,"a\"b":"c","seconds":0,"#,
        r#""string":"1970-01-01T00:00:00Z","other":2,"inner":{}}"#
    );
    assert_eq!(String::from_utf8(out).as_deref(), Ok(expected));
}
