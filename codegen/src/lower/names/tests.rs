use super::{
    endpoint_name, enum_variant, field_name, is_identifier, module_file, module_name, type_module,
    type_name, union_variant,
};
use crate::testing::{assert_diagnostic, client, client_with_warning, diagnostic_lines};

#[test]
fn field_names_are_snake_case_and_escaped() {
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
fn type_names_are_camel_case_and_escaped() {
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
fn module_names_are_snake_case_and_never_raw() {
    assert_eq!(module_name("ListChannels"), "list_channels");
    assert_eq!(module_name("Match"), "match_");
    assert_eq!(module_name("Self"), "self_");
}

#[test]
fn variant_names_are_camel_case_and_escaped() {
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
    for (name, variant, method) in [
        ("unknown", "UnknownValue", "unknown_value"),
        ("s3", "S3", "s3"),
        ("self", "SelfValue", "self"),
    ] {
        assert_eq!(union_variant(name), (variant.to_owned(), method.to_owned()));
    }
}

#[test]
fn modules_of_types_differ_from_reserved_modules() {
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
        "modules of operations are in a separate namespace"
    );
}

#[test]
fn files_of_modules_are_not_devices_of_windows() {
    for device in ["aux", "con", "nul", "prn", "com0", "com9", "lpt1"] {
        assert_eq!(module_file(device), format!("{device}_"));
    }
    for module in ["com", "com10", "com_1", "lpta", "con_", "console", "type_"] {
        assert_eq!(module_file(module), module);
    }
}

#[test]
fn endpoint_names_are_never_raw() {
    for (name, rust) in [
        ("UseFIPS", "use_fips"),
        ("type", "type_value"),
        ("Params", "params_value"),
        ("Builder", "builder_value"),
        ("self", "self_"),
    ] {
        assert_eq!(endpoint_name(name), rust, "{name}");
    }
}

#[test]
fn identifiers_are_recognized() {
    for name in ["a", "r#type", "_1080p", "Self_", "a1"] {
        assert!(is_identifier(name), "{name}");
    }
    for name in ["", "_", "1", "1x", "a b", "ä", "²", "r#"] {
        assert!(!is_identifier(name), "{name}");
    }
}

/// Returns an output with one structure for each name.
fn structures(names: &[&str]) -> String {
    let (shapes, members): (Vec<_>, Vec<_>) = names
        .iter()
        .enumerate()
        .map(|(index, name)| {
            let shape = format!(r#""{name}": {{"type": "structure"}}"#);
            (shape, format!(r#""m{index}": "{name}""#))
        })
        .unzip();
    let (shapes, members) = (shapes.join(","), members.join(","));
    format!(r#"{{{shapes}, "Out": {{"members": {{{members}}}}}}}"#)
}

#[test]
fn types_and_modules_have_unique_names() {
    for (names, diagnostic) in [
        (
            &["ARN", "Arn"][..],
            "t#Arn: its type name `Arn` conflicts with that of t#ARN",
        ),
        (
            &["GetIt", "Get_it"],
            "t#Get_it: its type name `GetIt` conflicts with that of t#GetIt",
        ),
    ] {
        let diagnostics = diagnostic_lines(&structures(names));
        assert_eq!(diagnostics, [format!("E0502 {diagnostic}")]);
    }
    let client = client(&structures(&[
        "Self",
        "SelfValue",
        "Error",
        "Builders",
        "Type",
        "_1",
    ]));
    let names: Vec<_> = client
        .structures
        .iter()
        .map(|structure| (&*structure.name.rust, &*structure.module))
        .collect();
    let expected = [
        ("Builders", "builders_"),
        ("Error", "error_"),
        ("SelfValue", "self_"),
        ("SelfValue_", "self_value"),
        ("Type", "type_"),
        ("_1", "_1_"),
    ];
    assert_eq!(names, expected);
}

#[test]
fn names_too_long_for_file_names_are_errors() {
    let error = "the name of the shape becomes a file name of 201 letters";
    let long = format!("A{}", "a".repeat(200));
    assert_diagnostic(&structures(&[&long]), &format!("E0505 t#{long}: {error}"));
    let union = format!(
        r#"{{"In": {{"members": {{"u": "{long}"}}}},
            "{long}": {{"type": "union", "members": {{"a": "String"}}}}}}"#
    );
    assert_diagnostic(&union, &format!("E0505 t#{long}: {error}"));
    let failing = format!(
        r#"{{"Op": {{"errors": ["{long}"]}},
            "{long}": {{"type": "structure", "traits": {{"error": "client"}}}}}}"#
    );
    assert_diagnostic(&failing, &format!("E0505 t#{long}: {error}"));
    // The name of the module has an underscore before each capital letter.
    let capitals = "Ab".repeat(68);
    let operation = format!(
        r#"{{"Service": {{"operations": ["{capitals}"]}}, "{capitals}": {{"type": "operation",
            "traits": {{"http": {{"method": "GET", "uri": "/"}}}}}}}}"#
    );
    let error = "the name of the shape becomes a file name of 203 letters";
    assert_diagnostic(&operation, &format!("E0505 t#{capitals}: {error}"));
    let acceptor = r#"{"state": "success", "matcher": {"success": true}}"#;
    let waiter = format!(
        r#"{{"Op": {{"traits": {{"smithy.waiters#waitable":
            {{"{capitals}": {{"acceptors": [{acceptor}]}}}}}}}}}}"#
    );
    let error = "the name of a waiter becomes a file name of 203 letters";
    client_with_warning(&waiter, &format!("E0505 t#Op: {error}"));
    client(&structures(&[&long[1..]]));
}
