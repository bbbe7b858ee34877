use super::{Pattern, describe};

fn words(pattern: &str) -> Option<String> {
    match describe(pattern, |service| service == "ivs")? {
        Pattern::Phrase(phrase) => Some(phrase),
        Pattern::Characters(characters) => Some(format!("({characters})")),
        Pattern::Code(code) => panic!("{code}"),
    }
}

#[test]
fn arns_are_named_by_service_and_type() {
    for (pattern, expected) in [
        (
            "^arn:aws:ivs:[a-z0-9-]+:[0-9]+:channel/[a-zA-Z0-9-]+$",
            "an ARN of a channel",
        ),
        (
            "^^$|^arn:aws:ivs:[a-z0-9-]+:[0-9]+:ad-configuration/[a-zA-Z0-9-]+$$",
            "an ARN of an ad configuration, or empty",
        ),
        (
            "^arn:aws:mediatailor:[a-z0-9-]+:[0-9]+:playbackConfiguration/[a-zA-Z0-9-]+$",
            "an ARN of a playback configuration of `mediatailor`",
        ),
        (
            "^arn:aws:ivs:[a-z0-9-]+:[0-9]+:[a-z-]+/[a-zA-Z0-9-]+$",
            "an ARN of a resource",
        ),
        (
            r"(^arn:(aws[a-zA-Z-]*):lambda:[a-z]{2}\d{1}:\d{12}:function:[a-z]+$)|^$",
            "an ARN of a function of `lambda`, or empty",
        ),
    ] {
        assert_eq!(words(pattern).as_deref(), Some(expected), "{pattern}");
    }
}

#[test]
fn sets_of_characters_are_listed() {
    for (pattern, expected) in [
        (
            "^[a-zA-Z0-9-_]*$",
            "(letters, digits, hyphens and underscores)",
        ),
        (
            "^[a-z0-9-.]+$",
            "(lower-case letters, digits, hyphens and dots)",
        ),
        ("[0-9A-Z]{2,4}", "(upper-case letters and digits)"),
        ("^[-]+$", "(hyphens)"),
        (r"^[\d\p{N}]+$", "(digits and digits of any script)"),
        (r"^[\w+=,.@-]+$", "(letters, digits and `_+=,.@-`)"),
        (r"^[a-z\^]+$", "(lower-case letters and `^`)"),
        (
            r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$",
            "(letters and digits of any script, spaces and `_.:/=+-@`)",
        ),
        ("^$|^[a-z]+$", "(lower-case letters, or empty)"),
        ("^st-[a-zA-Z0-9]+$", "`st-`, then letters and digits"),
    ] {
        assert_eq!(words(pattern).as_deref(), Some(expected), "{pattern}");
    }
}

#[test]
fn other_patterns_have_no_words() {
    for pattern in [
        "",
        "^a$",
        "^[^a]+$",
        "^[a-f0-9]+$",
        "^[a-z]$",
        "^[a-z]+[0-9]+$",
        "^[a-z]+$|^[0-9]+$|^$",
        "^(?!aws)[a-z]+$",
        "^a.[a-z]+$",
        "^[é]+$",
        "^[a-z&&[^b]]+$",
        "[",
        "]",
        "\\",
        "^[a-z]{x}$",
        "^arn:aws:ivs:[a-z]+$",
        "^arn:aws:[a-z]+:[a-z]+:[0-9]+:channel/[a-z]+$",
        "^arn:aws:s3:::[a-z]+$",
        "^arn:aws:ivs:[a-z]+:[0-9]+:channel/[a-z]+/session/[a-z]+$",
        "^arn:aws:ivs:[a-z]+:[0-9]+:(channel|key)/[a-z]+$",
    ] {
        assert_eq!(words(pattern), None, "{pattern}");
    }
}
