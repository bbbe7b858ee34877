//! Comparison of a response with its documentation, member by member.

use regex::Regex;
use serde_json::Value;

use crate::names::Names;

/// Members with a name that the service invents: their pattern, whose groups are the invented names.
const INVENTED: &[(&str, &str)] = &[
    ("adBreakId", "^([A-Za-z0-9]{12})$"),
    ("arn", ARN),
    ("channelArn", ARN),
    ("recordingConfigurationArn", ARN),
    ("endpoint", r"^([a-f0-9]{12})\.srt\.live-video\.net$"),
    (
        "ingestEndpoint",
        r"^([a-f0-9]{12})\.global-contribute\.live-video\.net$",
    ),
    ("passphrase", "^([A-Za-z0-9]{10,79})$"),
    (
        "playbackUrl",
        r"^https://([a-f0-9]{12})\.us-west-2\.playback\.live-video\.net/api/video/v1/us-west-2\.123456789012\.channel\.([A-Za-z0-9]{12})\.m3u8$",
    ),
    ("streamId", "^(st-[A-Za-z0-9]{23})$"),
    ("value", "^sk_us-west-2_([A-Za-z0-9_]{16,43})$"),
];

const ARN: &str = "^arn:aws:ivs:us-west-2:123456789012:[a-z-]+/([A-Za-z0-9]{12}|[a-f0-9-]{36})$";

/// Members that are sent though no example documents them, and their JSON if it is fixed.
const UNDOCUMENTED: &[(&str, Option<&str>)] = &[
    // The fake's decision; the service may omit it.
    ("adConfigurationArn", Some(r#""""#)),
    // The form of these errors is the fake's decision, as is the list of none.
    ("code", Some(r#""404""#)),
    ("errors", Some("[]")),
    ("message", None),
    // Deprecated.
    ("ingestConfiguration", None),
    // Not a value of the enum, so an example cannot contain it.
    ("preset", Some(r#""""#)),
];

/// Compares a value with the documented one, and binds the names that the service invented. Adds
/// the differences with their paths.
pub(crate) fn compare(
    path: &str,
    sent: &Value,
    documented: &Value,
    names: &mut Names,
    differences: &mut Vec<String>,
) {
    match (sent, documented) {
        (Value::Object(sent), Value::Object(documented)) => {
            for (name, value) in documented {
                let path = format!("{path}.{name}");
                match sent.get(name) {
                    Some(sent) => compare(&path, sent, value, names, differences),
                    None => differences.push(format!("{path} is not sent")),
                }
            }
            for (name, value) in sent {
                let mut listed = UNDOCUMENTED.iter();
                let json = value.to_string();
                let is_listed = listed.any(|(listed, fixed)| {
                    name == listed && fixed.is_none_or(|fixed| json == fixed)
                });
                if !documented.contains_key(name) && !is_listed {
                    differences.push(format!("{path}.{name} is not documented: {value}"));
                }
            }
        }
        (Value::Array(sent), Value::Array(documented)) if sent.len() == documented.len() => {
            for (index, (sent, documented)) in sent.iter().zip(documented).enumerate() {
                let path = format!("{path}[{index}]");
                compare(&path, sent, documented, names, differences);
            }
        }
        _ if sent == documented => {}
        (Value::String(sent), Value::String(documented)) => {
            if let Err(difference) = bind(path, sent, documented, names) {
                differences.push(difference);
            }
        }
        _ => differences.push(format!("{path} is {sent}; documented is {documented}")),
    }
}

/// Binds the names in a string that differs from the documented one.
///
/// # Errors
/// The member has no such name, or the strings differ otherwise.
fn bind(path: &str, sent: &str, documented: &str, names: &mut Names) -> Result<(), String> {
    let difference = || format!("{path} is {sent:?}; documented is {documented:?}");
    let member = path.rsplit('.').next().unwrap_or_default();
    let mut invented = INVENTED.iter();
    let (_, pattern) = invented
        .find(|(name, _)| *name == member)
        .ok_or_else(difference)?;
    let pattern = Regex::new(pattern).map_err(|error| error.to_string())?;
    let groups = |string| {
        let captures = pattern.captures(string);
        captures.ok_or_else(|| format!("{}, which does not match {pattern}", difference()))
    };
    let (sent_groups, documented_groups) = (groups(sent)?, groups(documented)?);
    let pairs = sent_groups.iter().zip(documented_groups.iter()).skip(1);
    for (sent, documented) in pairs.filter_map(|(sent, documented)| sent.zip(documented)) {
        names
            .bind(sent.as_str(), documented.as_str())
            .map_err(|error| format!("{path}: {error}"))?;
    }
    // The rest of the string, such as the type of a resource.
    let is_equal = names.to_documentation(sent) == documented;
    is_equal.then_some(()).ok_or_else(difference)
}
