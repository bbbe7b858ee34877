use crate::ir::{Scalar, TimestampFormat, Type, TypeRef};
use crate::testing::{client, member};

/// Returns the type of an output's member that targets `target`, in a model with `shapes`.
fn ty(target: &str, shapes: &str) -> Type {
    let shapes = format!(r#"{{{shapes} "Out": {{"members": {{"m": {target}}}}}}}"#);
    member(&client(&shapes), "OpOutput", "m").ty.clone()
}

fn type_ref(rust: &str) -> TypeRef {
    TypeRef {
        rust: rust.to_owned(),
        boxed: false,
    }
}

#[test]
fn each_shape_type_has_a_rust_type() {
    let shapes = r#"
        "Text": {"type": "string"},
        "old": {"type": "string", "traits": {"enum": [{"value": "a"}]}},
        "New": {"type": "enum", "members": {"A": "Unit"}},
        "Level": {"type": "intEnum", "members": {"A": "Unit"}},
        "Part": {"type": "structure"},
        "Choice": {"type": "union", "members": {"a": "String"}},"#;
    for (target, expected) in [
        ("Boolean", Type::Scalar(Scalar::Bool)),
        ("PrimitiveBoolean", Type::Scalar(Scalar::Bool)),
        ("Byte", Type::Scalar(Scalar::I8)),
        ("Short", Type::Scalar(Scalar::I16)),
        ("Integer", Type::Scalar(Scalar::I32)),
        ("Long", Type::Scalar(Scalar::I64)),
        ("Float", Type::Scalar(Scalar::F32)),
        ("Double", Type::Scalar(Scalar::F64)),
        ("String", Type::String),
        ("Blob", Type::Blob),
        ("Document", Type::Document),
        ("Timestamp", Type::Timestamp(TimestampFormat::EpochSeconds)),
        ("Text", Type::String),
        ("old", Type::Enum(type_ref("Old"))),
        ("New", Type::Enum(type_ref("New"))),
        ("Level", Type::Scalar(Scalar::I32)),
        ("Part", Type::Structure(type_ref("Part"))),
        ("Choice", Type::Union(type_ref("Choice"))),
    ] {
        assert_eq!(ty(&format!("\"{target}\""), shapes), expected, "{target}");
    }
}

#[test]
fn lists_and_maps_may_be_sparse() {
    let shapes = r#"
        "Key": {"type": "enum", "members": {"A": "Unit"}},
        "List": {"type": "list", "member": "Map", "traits": {"sparse": {}}},
        "Map": {"type": "map", "key": "Key", "value": "Long"},"#;
    let map = Type::Map {
        key: Box::new(Type::Enum(type_ref("Key"))),
        value: Box::new(Type::Scalar(Scalar::I64)),
        sparse: false,
    };
    let list = Type::List {
        element: Box::new(map),
        sparse: true,
    };
    assert_eq!(ty("\"List\"", shapes), list);
}

#[test]
fn member_that_closes_a_cycle_is_boxed() {
    let client = client(
        r#"{"A": {"type": "structure", "members": {"a": "A"}}, "Out": {"members": {"a": "A"}}}"#,
    );
    let boxed = |holder, name| match &member(&client, holder, name).ty {
        Type::Structure(reference) => reference.boxed,
        other => panic!("{other:?}"),
    };
    assert!(boxed("A", "a"));
    assert!(!boxed("OpOutput", "a"));
}

#[test]
fn timestamp_format_comes_from_member_or_target_or_location() {
    let client = client(
        r#"{
        "Http": {"type": "timestamp", "traits": {"timestampFormat": "http-date"}},
        "Times": {"type": "list", "member": "Http"},
        "Op": {"traits": {"http": {"uri": "/{label}"}}},
        "In": {"members": {
            "plain": "Timestamp",
            "target": "Http",
            "list": "Times",
            "member": {"target": "Http", "traits": {"timestampFormat": "date-time"}},
            "query": {"target": "Timestamp", "traits": {"httpQuery": "q"}},
            "label": {"target": "Timestamp", "traits": {"httpLabel": {}, "required": {}}},
            "header": {"target": "Timestamp", "traits": {"httpHeader": "h"}},
            "targetQuery": {"target": "Http", "traits": {"httpQuery": "o"}}
        }}
    }"#,
    );
    for (name, format) in [
        ("plain", TimestampFormat::EpochSeconds),
        ("target", TimestampFormat::HttpDate),
        ("list", TimestampFormat::HttpDate),
        ("member", TimestampFormat::DateTime),
        ("query", TimestampFormat::DateTime),
        ("label", TimestampFormat::DateTime),
        ("header", TimestampFormat::HttpDate),
        ("targetQuery", TimestampFormat::HttpDate),
    ] {
        let ty = &member(&client, "OpInput", name).ty;
        assert_eq!(ty.timestamp_format(), Some(format), "{name}");
    }
}

#[test]
fn lists_and_maps_of_sensitive_values_are_sensitive() {
    let client = client(
        r#"{
        "Secret": {"type": "string", "traits": {"sensitive": {}}},
        "Secrets": {"type": "list", "member": "Secret"},
        "Deep": {"type": "map", "key": "String", "value": "Secrets"},
        "Keys": {"type": "map", "key": "Secret", "value": "String"},
        "Closed": {"type": "list", "member": "String", "traits": {"sensitive": {}}},
        "Holder": {"type": "structure", "members": {"a": "Secret"}},
        "Out": {"members": {"text": "String", "secret": "Secret", "list": "Secrets",
            "map": "Deep", "keys": "Keys", "closed": "Closed", "holder": "Holder"}}
    }"#,
    );
    for (name, sensitive) in [
        ("text", false),
        ("secret", true),
        ("list", true),
        ("map", true),
        ("keys", true),
        ("closed", true),
        // A structure redacts its members when it is printed.
        ("holder", false),
    ] {
        assert_eq!(
            member(&client, "OpOutput", name).sensitive,
            sensitive,
            "{name}"
        );
    }
}
