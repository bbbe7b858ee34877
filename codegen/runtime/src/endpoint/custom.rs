//! A table of partitions from a file, which overrides the compiled one.

use std::collections::HashMap;
use std::sync::OnceLock;

use aws_smithy_types::Document;

use super::host::all_bytes;
use super::partition::{Partition, RegionPattern};
use crate::json::{Members, Read as _, Slot, read_object};

const VARIABLE: &str = "SMITHY_CLIENT_SDK_CUSTOM_PARTITION";

/// Returns the table in the file that the environment variable names, read once per process. An
/// empty variable counts as unset.
///
/// # Panics
/// If the file cannot be read or is not a table of partitions. A process with a custom table must
/// not send requests to the endpoints of the default one.
pub(super) fn table() -> Option<&'static [Partition]> {
    static TABLE: OnceLock<Option<&'static [Partition]>> = OnceLock::new();
    *TABLE.get_or_init(|| {
        let path = std::env::var(VARIABLE).ok();
        let path = path.filter(|path| !path.is_empty())?;
        let table = std::fs::read_to_string(&path)
            .map_err(|error| error.to_string())
            .and_then(|json| parse(&json));
        match table {
            Ok(table) => Some(table),
            Err(error) => panic!("{VARIABLE}: {path}: {error}"),
        }
    })
}

/// The content of a file: the value of its member `partitions`.
struct Root(Document);

impl Members for Root {
    fn member(&mut self, name: &str) -> Option<Slot<'_>> {
        (name == "partitions").then(|| self.0.slot())
    }
}

/// Parses a table. It is leaked, because it is used until the process ends.
fn parse(json: &str) -> Result<&'static [Partition], String> {
    let mut root = Root(Document::Null);
    read_object(json.as_bytes(), &mut root).map_err(|error| error.to_string())?;
    let Document::Array(partitions) = &root.0 else {
        return Err("the list `partitions` is missing".to_owned());
    };
    let mut table = Vec::new();
    for value in partitions {
        add_partition(value, &mut table)?;
    }
    Ok(table.leak())
}

/// Adds a partition. Regions that differ from it are added before it, as separate partitions.
fn add_partition(value: &Document, table: &mut Vec<Partition>) -> Result<(), String> {
    let outputs = get(value, "outputs").unwrap_or(&Document::Null);
    let mut parent = Partition {
        name: string(value, "id")?,
        regions: &[],
        pattern: RegionPattern::parse(string(value, "regionRegex")?)?,
        dns_suffix: string(outputs, "dnsSuffix")?,
        dual_stack_dns_suffix: string(outputs, "dualStackDnsSuffix")?,
        supports_fips: boolean(outputs, "supportsFIPS")?,
        supports_dual_stack: boolean(outputs, "supportsDualStack")?,
        implicit_global_region: string(outputs, "implicitGlobalRegion")?,
    };
    let mut without_overrides = Vec::new();
    // Look-ups do not depend on the order of the regions.
    let no_regions = HashMap::new();
    let regions = get(value, "regions").and_then(Document::as_object);
    for (region, overrides) in regions.unwrap_or(&no_regions) {
        let with_overrides = Partition {
            dns_suffix: string(overrides, "dnsSuffix").unwrap_or(parent.dns_suffix),
            dual_stack_dns_suffix: string(overrides, "dualStackDnsSuffix")
                .unwrap_or(parent.dual_stack_dns_suffix),
            supports_fips: boolean(overrides, "supportsFIPS").unwrap_or(parent.supports_fips),
            supports_dual_stack: boolean(overrides, "supportsDualStack")
                .unwrap_or(parent.supports_dual_stack),
            implicit_global_region: string(overrides, "implicitGlobalRegion")
                .unwrap_or(parent.implicit_global_region),
            ..parent
        };
        if with_overrides == parent {
            without_overrides.push(leak(region));
        } else {
            table.push(Partition {
                regions: vec![leak(region)].leak(),
                pattern: RegionPattern { prefixes: &[] },
                ..with_overrides
            });
        }
    }
    parent.regions = without_overrides.leak();
    table.push(parent);
    Ok(())
}

fn get<'a>(value: &'a Document, key: &str) -> Option<&'a Document> {
    value.as_object()?.get(key)
}

fn string(value: &Document, key: &str) -> Result<&'static str, String> {
    let string = get(value, key).and_then(Document::as_string);
    string
        .map(leak)
        .ok_or(format!("the string `{key}` is missing"))
}

fn boolean(value: &Document, key: &str) -> Result<bool, String> {
    let boolean = get(value, key).and_then(Document::as_bool);
    boolean.ok_or(format!("the boolean `{key}` is missing"))
}

fn leak(string: &str) -> &'static str {
    string.to_owned().leak()
}

impl RegionPattern {
    /// Parses `^PREFIX\-\w+\-\d+$`; PREFIX is a literal with optional alternatives in parentheses.
    fn parse(regex: &str) -> Result<Self, String> {
        let prefix = regex
            .strip_prefix('^')
            .and_then(|rest| rest.strip_suffix(r"\-\w+\-\d+$"))
            .ok_or(format!(
                "`{regex}` is not of the form `^PREFIX\\-\\w+\\-\\d+$`"
            ))?
            .replace(r"\-", "-");
        let mut prefixes = Vec::new();
        match prefix.split_once('(') {
            None => prefixes.push(prefix),
            Some((before, rest)) => {
                let (alternatives, after) = rest
                    .split_once(')')
                    .ok_or(format!("`{regex}` has an unclosed parenthesis"))?;
                for alternative in alternatives.split('|') {
                    prefixes.push(format!("{before}{alternative}{after}"));
                }
            }
        }
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let mut leaked = Vec::with_capacity(prefixes.len());
        for prefix in &prefixes {
            if !all_bytes(prefix, is_plain) {
                return Err(format!(
                    "`{regex}` is not of the form `^PREFIX\\-\\w+\\-\\d+$`"
                ));
            }
            leaked.push(leak(prefix));
        }
        Ok(Self {
            prefixes: leaked.leak(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{RegionPattern, parse};

    #[test]
    fn a_table_is_parsed() {
        let table = parse(
            r#"{"partitions": [{"id": "custom", "regionRegex": "^x\\-(a|b)\\-\\w+\\-\\d+$",
                "regions": {"here": {}}, "outputs": {"name": "custom", "dnsSuffix": "s",
                "dualStackDnsSuffix": "d", "supportsFIPS": true, "supportsDualStack": false,
                "implicitGlobalRegion": "here"}}]}"#,
        )
        .expect("a table");
        assert_eq!(table.len(), 1);
        assert_eq!(table[0].regions, ["here"]);
        assert_eq!(table[0].pattern.prefixes, ["x-a", "x-b"]);
        assert!(table[0].supports_fips && !table[0].supports_dual_stack);
    }

    #[test]
    fn a_region_with_overrides_comes_before_its_partition() {
        let table = parse(
            r#"{"partitions": [{"id": "aws", "regionRegex": "^us\\-\\w+\\-\\d+$",
                "regions": {"us-c-1": {}, "us-b-1": {"dnsSuffix": "other"}, "us-a-1":
                    {"supportsFIPS": true, "description": "the same"}},
                "outputs": {"dnsSuffix": "s", "dualStackDnsSuffix": "d", "supportsFIPS": true,
                "supportsDualStack": false, "implicitGlobalRegion": "us-a-1"}}]}"#,
        )
        .expect("a table");
        let [region, parent] = table else {
            panic!("two partitions: {table:?}");
        };
        assert_eq!((region.name, region.dns_suffix), ("aws", "other"));
        assert_eq!(
            (region.regions, region.pattern.prefixes),
            (&["us-b-1"][..], &[][..])
        );
        assert_eq!(region.dual_stack_dns_suffix, "d");
        assert_eq!((parent.name, parent.dns_suffix), ("aws", "s"));
        let mut regions = parent.regions.to_vec();
        regions.sort_unstable();
        assert_eq!(regions, ["us-a-1", "us-c-1"]);
    }

    #[test]
    fn errors_name_missing_members() {
        let error = parse(r#"{"partitions": [{"id": "custom"}]}"#).expect_err("no pattern");
        assert_eq!(error, "the string `regionRegex` is missing");
    }

    #[test]
    fn patterns_of_other_forms_are_errors() {
        for regex in ["us-east-1", r"^us.*\-\w+\-\d+$", r"^(us\-\w+\-\d+$"] {
            assert!(RegionPattern::parse(regex).is_err(), "{regex}");
        }
    }
}
