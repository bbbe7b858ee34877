use super::{
    enum_variant, field_name, is_identifier, module_name, type_module, type_name, union_variant,
};
use crate::testing::{client, findings};

#[test]
fn fields() {
    for (wire, rust) in [
        ("channelArn", "channel_arn"),
        ("xAmznErrorType", "x_amzn_error_type"),
        ("s3", "s3"),
        ("type", "r#type"),
        ("gen", "r#gen"),
        ("yield", "r#yield"),
        ("self", "self_"),
        ("Self", "self_"),
        ("crate", "crate_"),
        ("super", "super_"),
        ("build", "build_value"),
        ("builder", "builder_value"),
        ("default", "default_value"),
        ("send", "send_value"),
        ("makeOperation", "make_operation_value"),
        ("presigned", "presigned_value"),
        ("customize", "customize_value"),
        ("meta", "meta_value"),
    ] {
        assert_eq!(field_name(wire), rust, "{wire}");
    }
}

#[test]
fn types() {
    for (shape, rust) in [
        ("Channel", "Channel"),
        ("S3DestinationConfiguration", "S3DestinationConfiguration"),
        ("SRTConfig", "SrtConfig"),
        ("lowerCase", "LowerCase"),
        ("Self", "SelfValue"),
        ("SelfValue", "SelfValue_"),
    ] {
        assert_eq!(type_name(shape), rust, "{shape}");
    }
}

#[test]
fn modules() {
    assert_eq!(module_name("ListChannels"), "list_channels");
    assert_eq!(module_name("Match"), "match_");
    assert_eq!(module_name("Self"), "self_");
}

#[test]
fn variants() {
    for (name, rust) in [
        ("AdvancedHDChannelType", "AdvancedHdChannelType"),
        ("FULL_HD", "FullHd"),
        ("Unknown", "UnknownValue"),
        ("UNKNOWN_VALUE", "UnknownValue_"),
        ("self", "SelfValue"),
        ("1080p", "_1080p"),
    ] {
        assert_eq!(enum_variant(name), rust, "{name}");
    }
    assert_eq!(union_variant("unknown"), "UnknownValue");
    assert_eq!(union_variant("s3"), "S3");
}

#[test]
fn modules_of_types_give_way_to_those_that_are_there() {
    for (shape, module) in [
        ("Error", "error_"),
        ("Builders", "builders_"),
        ("Channel", "channel"),
    ] {
        assert_eq!(type_module(shape), module, "{shape}");
    }
    assert_eq!(
        module_name("Error"),
        "error",
        "an operation's module has its own place"
    );
}

#[test]
fn identifiers() {
    for name in ["a", "r#type", "_1080p", "Self_", "a1"] {
        assert!(is_identifier(name), "{name}");
    }
    for name in ["", "_", "1", "1x", "a b", "ä", "²", "r#"] {
        assert!(!is_identifier(name), "{name}");
    }
}

/// A part of an output for each of `names`.
fn parts(names: &[&str]) -> String {
    let parts = names.iter().enumerate();
    let (shapes, members): (Vec<_>, Vec<_>) = parts
        .map(|(index, name)| {
            let shape = format!(r#""{name}": {{"type": "structure"}}"#);
            (shape, format!(r#""m{index}": "{name}""#))
        })
        .unzip();
    let (shapes, members) = (shapes.join(","), members.join(","));
    format!(r#"{{{shapes}, "Out": {{"members": {{{members}}}}}}}"#)
}

#[test]
fn types_have_names_of_their_own() {
    for (names, finding) in [
        (
            &["ARN", "Arn"][..],
            "t#Arn: its type would be called `Arn`, like that of t#ARN",
        ),
        (
            &["_1"],
            "t#_1: its type would be called `1`, which is not a name in Rust",
        ),
        (
            &["Option"],
            "t#Option: its type would be called `Option`, like one that",
        ),
        (
            &["hashMap"],
            "t#hashMap: its type would be called `HashMap`, like one that",
        ),
    ] {
        let found = findings(&parts(names));
        assert!(
            found[0].starts_with("E05") && found[0].contains(finding),
            "{found:#?}"
        );
    }
    let client = client(&parts(&["Self", "SelfValue", "Error", "Builders", "Type"]));
    let names: Vec<_> = client
        .structures
        .iter()
        .map(|one| (&*one.name.rust, &*one.module))
        .collect();
    let expected = [
        ("Builders", "builders_"),
        ("Error", "error_"),
        ("SelfValue", "self_"),
        ("SelfValue_", "self_value"),
        ("Type", "type_"),
    ];
    assert_eq!(names, expected);
}
