//! The table of partitions.

use serde_json::Value;

use crate::Source;
use crate::ast::{json, object};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::Partition;

/// Reads the table, in its order.
///
/// # Errors
/// When the text is not JSON, or a partition lacks a fact or names its regions in another way than
/// all known ones do.
pub(crate) fn partitions(source: Source<'_>) -> Result<Vec<Partition>, Diagnostics> {
    let mut found = Diagnostics::about(source.name);
    let root = json(
        source,
        "give a table of partitions as the AWS SDKs share it",
    )?;
    let list = root.get("partitions").and_then(Value::as_array);
    let mut partitions = Vec::new();
    for value in list.into_iter().flatten() {
        match partition(value) {
            Ok(own) => partitions.extend(own),
            Err(problem) => found.text(
                Code::Endpoint,
                format!("a partition cannot be used: {problem}: {value}"),
                "see the other entries of the table",
            ),
        }
    }
    if partitions.is_empty() && found.is_empty() {
        found.text(
            Code::Endpoint,
            "the table has no partitions",
            "give a table with a list `partitions`",
        );
    }
    found.or(partitions)
}

/// A partition; its regions that differ from it come before it, as partitions of their own.
fn partition(value: &Value) -> Result<Vec<Partition>, String> {
    let outputs = value.get("outputs").unwrap_or(&Value::Null);
    let mut whole = Partition {
        name: text(value, "id")?,
        regions: Vec::new(),
        prefixes: prefixes(&text(value, "regionRegex")?)?,
        dns_suffix: text(outputs, "dnsSuffix")?,
        dual_stack_dns_suffix: text(outputs, "dualStackDnsSuffix")?,
        supports_fips: flag(outputs, "supportsFIPS")?,
        supports_dual_stack: flag(outputs, "supportsDualStack")?,
        implicit_global_region: text(outputs, "implicitGlobalRegion")?,
    };
    let mut partitions = Vec::new();
    for (region, own) in object(value.get("regions")) {
        let differs = [
            "dnsSuffix",
            "dualStackDnsSuffix",
            "supportsFIPS",
            "supportsDualStack",
            "implicitGlobalRegion",
        ]
        .iter()
        .any(|fact| own.get(*fact).is_some());
        if !differs {
            whole.regions.push(region.clone());
            continue;
        }
        let or = |key: &str, otherwise: &str| text(own, key).unwrap_or(otherwise.to_owned());
        partitions.push(Partition {
            name: whole.name.clone(),
            regions: vec![region.clone()],
            prefixes: Vec::new(),
            dns_suffix: or("dnsSuffix", &whole.dns_suffix),
            dual_stack_dns_suffix: or("dualStackDnsSuffix", &whole.dual_stack_dns_suffix),
            supports_fips: flag(own, "supportsFIPS").unwrap_or(whole.supports_fips),
            supports_dual_stack: flag(own, "supportsDualStack")
                .unwrap_or(whole.supports_dual_stack),
            implicit_global_region: or("implicitGlobalRegion", &whole.implicit_global_region),
        });
    }
    whole.regions.sort();
    partitions.push(whole);
    Ok(partitions)
}

fn text(value: &Value, key: &str) -> Result<String, String> {
    let text = value.get(key).and_then(Value::as_str);
    text.map(str::to_owned)
        .ok_or(format!("there is no string `{key}`"))
}

fn flag(value: &Value, key: &str) -> Result<bool, String> {
    let flag = value.get(key).and_then(Value::as_bool);
    flag.ok_or(format!("there is no boolean `{key}`"))
}

/// Reads `^PREFIX\-\w+\-\d+$`, PREFIX being literal text or alternatives of it in parentheses: the
/// form that all partitions share, so that no client needs a regex engine.
fn prefixes(regex: &str) -> Result<Vec<String>, String> {
    let problem = || format!("`{regex}` is not of the form `^PREFIX\\-\\w+\\-\\d+$`");
    let prefix = regex
        .strip_prefix('^')
        .and_then(|rest| rest.strip_suffix(r"\-\w+\-\d+$"))
        .ok_or_else(problem)?
        .replace(r"\-", "-");
    let prefixes = match prefix.split_once('(') {
        None => vec![prefix],
        Some((before, rest)) => {
            let (alternatives, after) = rest.split_once(')').ok_or_else(problem)?;
            let alternatives = alternatives.split('|');
            alternatives
                .map(|alternative| format!("{before}{alternative}{after}"))
                .collect()
        }
    };
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if prefixes.iter().all(|text| text.bytes().all(plain)) {
        Ok(prefixes)
    } else {
        Err(problem())
    }
}

#[cfg(test)]
mod tests {
    use super::{partition, partitions, prefixes};
    use crate::testing::source;

    #[test]
    fn prefixes_are_spelled_out() {
        assert_eq!(
            prefixes(r"^us\-gov\-\w+\-\d+$"),
            Ok(vec!["us-gov".to_owned()])
        );
        assert_eq!(
            prefixes(r"^(us|eu)\-\w+\-\d+$"),
            Ok(vec!["us".to_owned(), "eu".to_owned()])
        );
        assert_eq!(
            prefixes(r"^eusc\-(de)\-\w+\-\d+$"),
            Ok(vec!["eusc-de".to_owned()])
        );
        for wrong in [
            "",
            "^us.*$",
            r"us\-\w+\-\d+$",
            r"^(us\-\w+\-\d+$",
            r"^u.\-\w+\-\d+$",
        ] {
            assert!(prefixes(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_region_that_differs_stands_before_its_partition() {
        let value = serde_json::json!({
            "id": "aws", "regionRegex": r"^us\-\w+\-\d+$",
            "regions": {"us-b-1": {}, "us-a-1": {"dnsSuffix": "own"}},
            "outputs": {"dnsSuffix": "s", "dualStackDnsSuffix": "d", "supportsFIPS": true,
                "supportsDualStack": true, "implicitGlobalRegion": "us-b-1"},
        });
        let partitions = partition(&value).expect("partitions");
        assert_eq!(partitions.len(), 2);
        assert_eq!(partitions[0].regions, ["us-a-1"]);
        assert_eq!(partitions[0].dns_suffix, "own");
        assert_eq!(partitions[1].regions, ["us-b-1"]);
    }

    #[test]
    fn a_table_that_cannot_be_used_is_refused() {
        for (text, reason) in [
            ("{", "the text is not JSON"),
            ("{}", "the table has no partitions"),
            (r#"{"partitions": []}"#, "the table has no partitions"),
            (r#"{"partitions": [{}]}"#, "there is no string `id`"),
            (
                r#"{"partitions": [{"id": "a", "regionRegex": "x"}]}"#,
                "`x` is not of the form",
            ),
        ] {
            let found = partitions(source(text)).expect_err(text).to_string();
            assert!(found.contains(reason), "{text}: {found}");
        }
    }
}
