//! A table of partitions from a file, in the place of the compiled one.

use std::sync::OnceLock;

use aws_smithy_types::Document;

use super::partition::{Partition, RegionPattern};
use crate::json::{Members, Read as _, Slot, read_object};

const VARIABLE: &str = "SMITHY_CLIENT_SDK_CUSTOM_PARTITION";

/// The table that the environment asks for, read once a process.
///
/// # Panics
/// When the file that the variable names cannot be read or is not a table of partitions. A process
/// that asked for one must not talk to the endpoints of another.
pub(super) fn table() -> Option<&'static [Partition]> {
    static TABLE: OnceLock<Option<&'static [Partition]>> = OnceLock::new();
    *TABLE.get_or_init(|| {
        let path = std::env::var(VARIABLE).ok()?;
        let table = std::fs::read_to_string(&path)
            .map_err(|error| error.to_string())
            .and_then(|text| parse(&text));
        match table {
            Ok(table) => Some(table),
            Err(error) => panic!("{VARIABLE}: {path}: {error}"),
        }
    })
}

/// What a file holds: its partitions.
struct Root(Document);

impl Members for Root {
    fn member(&mut self, name: &str) -> Option<Slot<'_>> {
        (name == "partitions").then(|| self.0.slot())
    }
}

/// Reads a table. What it holds lives as long as the process, so it is leaked, once.
fn parse(text: &str) -> Result<&'static [Partition], String> {
    let mut root = Root(Document::Null);
    read_object(text.as_bytes(), &mut root).map_err(|error| error.to_string())?;
    let Document::Array(partitions) = &root.0 else {
        return Err("there is no list `partitions`".to_owned());
    };
    let mut table = Vec::new();
    for value in partitions {
        partition(value, &mut table)?;
    }
    Ok(table.leak())
}

/// Adds a partition; its regions that differ from it come before it, as partitions of their own.
fn partition(value: &Document, table: &mut Vec<Partition>) -> Result<(), String> {
    let outputs = get(value, "outputs").unwrap_or(&Document::Null);
    let mut whole = Partition {
        name: text(value, "id")?,
        regions: &[],
        pattern: RegionPattern::parse(text(value, "regionRegex")?)?,
        dns_suffix: text(outputs, "dnsSuffix")?,
        dual_stack_dns_suffix: text(outputs, "dualStackDnsSuffix")?,
        supports_fips: flag(outputs, "supportsFIPS")?,
        supports_dual_stack: flag(outputs, "supportsDualStack")?,
        implicit_global_region: text(outputs, "implicitGlobalRegion")?,
    };
    let regions = get(value, "regions").and_then(Document::as_object);
    let mut regions: Vec<_> = regions.into_iter().flatten().collect();
    regions.sort_unstable_by_key(|(region, _)| *region);
    let mut alike = Vec::new();
    for (region, own) in regions {
        let own_region = Partition {
            dns_suffix: text(own, "dnsSuffix").unwrap_or(whole.dns_suffix),
            dual_stack_dns_suffix: text(own, "dualStackDnsSuffix")
                .unwrap_or(whole.dual_stack_dns_suffix),
            supports_fips: flag(own, "supportsFIPS").unwrap_or(whole.supports_fips),
            supports_dual_stack: flag(own, "supportsDualStack")
                .unwrap_or(whole.supports_dual_stack),
            implicit_global_region: text(own, "implicitGlobalRegion")
                .unwrap_or(whole.implicit_global_region),
            ..whole
        };
        if own_region == whole {
            alike.push(leak(region));
        } else {
            table.push(Partition {
                regions: vec![leak(region)].leak(),
                pattern: RegionPattern { prefixes: &[] },
                ..own_region
            });
        }
    }
    whole.regions = alike.leak();
    table.push(whole);
    Ok(())
}

fn get<'a>(value: &'a Document, key: &str) -> Option<&'a Document> {
    value.as_object()?.get(key)
}

fn text(value: &Document, key: &str) -> Result<&'static str, String> {
    let text = get(value, key).and_then(Document::as_string);
    text.map(leak).ok_or(format!("there is no string `{key}`"))
}

fn flag(value: &Document, key: &str) -> Result<bool, String> {
    let flag = get(value, key).and_then(Document::as_bool);
    flag.ok_or(format!("there is no boolean `{key}`"))
}

fn leak(text: &str) -> &'static str {
    text.to_owned().leak()
}

impl RegionPattern {
    /// Reads `^PREFIX\-\w+\-\d+$`, PREFIX being literal text or alternatives of it in parentheses.
    fn parse(regex: &str) -> Result<Self, String> {
        let prefix = regex
            .strip_prefix('^')
            .and_then(|rest| rest.strip_suffix(r"\-\w+\-\d+$"))
            .ok_or(format!(
                "`{regex}` is not of the form `^PREFIX\\-\\w+\\-\\d+$`"
            ))?
            .replace(r"\-", "-");
        let alternatives = match prefix.split_once('(') {
            None => vec![prefix],
            Some((before, rest)) => {
                let (alternatives, after) = rest
                    .split_once(')')
                    .ok_or(format!("`{regex}` has an open parenthesis"))?;
                alternatives
                    .split('|')
                    .map(|alternative| format!("{before}{alternative}{after}"))
                    .collect()
            }
        };
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if !alternatives.iter().all(|text| text.bytes().all(plain)) {
            return Err(format!(
                "`{regex}` is not of the form `^PREFIX\\-\\w+\\-\\d+$`"
            ));
        }
        let prefixes: Vec<_> = alternatives.iter().map(|text| leak(text)).collect();
        Ok(Self {
            prefixes: prefixes.leak(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{RegionPattern, parse};

    #[test]
    fn a_table_is_read() {
        let table = parse(
            r#"{"partitions": [{"id": "own", "regionRegex": "^x\\-(a|b)\\-\\w+\\-\\d+$",
                "regions": {"here": {}}, "outputs": {"name": "own", "dnsSuffix": "s",
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
    fn a_region_that_differs_stands_before_its_partition() {
        let table = parse(
            r#"{"partitions": [{"id": "aws", "regionRegex": "^us\\-\\w+\\-\\d+$",
                "regions": {"us-c-1": {}, "us-b-1": {"dnsSuffix": "own"}, "us-a-1":
                    {"supportsFIPS": true, "description": "as the others"}},
                "outputs": {"dnsSuffix": "s", "dualStackDnsSuffix": "d", "supportsFIPS": true,
                "supportsDualStack": false, "implicitGlobalRegion": "us-a-1"}}]}"#,
        )
        .expect("a table");
        let [own, whole] = table else {
            panic!("two partitions: {table:?}");
        };
        assert_eq!((own.name, own.dns_suffix), ("aws", "own"));
        assert_eq!(
            (own.regions, own.pattern.prefixes),
            (&["us-b-1"][..], &[][..])
        );
        assert_eq!(own.dual_stack_dns_suffix, "d");
        assert_eq!((whole.name, whole.dns_suffix), ("aws", "s"));
        assert_eq!(whole.regions, ["us-a-1", "us-c-1"]);
    }

    #[test]
    fn a_missing_fact_is_named() {
        let error = parse(r#"{"partitions": [{"id": "own"}]}"#).expect_err("no pattern");
        assert_eq!(error, "there is no string `regionRegex`");
    }

    #[test]
    fn other_patterns_are_refused() {
        for regex in ["us-east-1", r"^us.*\-\w+\-\d+$", r"^(us\-\w+\-\d+$"] {
            assert!(RegionPattern::parse(regex).is_err(), "{regex}");
        }
    }
}
