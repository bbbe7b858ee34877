//! The table of partitions.

use serde_json::Value;

use crate::ast::{brief, json, object};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Input, path_to};
use crate::ir::Partition;
use crate::lower::valid::is_host;
use crate::source::Source;

/// Parses the partitions, in the order of the table.
///
/// Reports partitions that lack a field or whose pattern of region names has an unsupported form.
pub(crate) fn partitions(source: Source<'_>, run_diagnostics: &mut Diagnostics) -> Vec<Partition> {
    let mut diagnostics = Diagnostics::about(Input::Partitions, source.name);
    let help = "pass a partitions file of the AWS SDKs";
    let mut partitions = Vec::new();
    if let Some(root) = json(source, help, &mut diagnostics) {
        let list = root.get("partitions").and_then(Value::as_array);
        let list = list.map(Vec::as_slice).unwrap_or_default();
        if list.is_empty() {
            let help = "add a list `partitions`";
            diagnostics
                .file(Code::NoPartitions, "the table has no partitions", help)
                .below(["partitions".into()]);
        }
        let mut reader = Reader {
            root: &root,
            diagnostics: &mut diagnostics,
        };
        partitions.extend(list.iter().flat_map(|value| reader.partition(value)));
    }
    run_diagnostics.extend(diagnostics);
    partitions
}

/// The fields of `outputs`, which a region may override.
const OUTPUTS: [&str; 5] = [
    "dnsSuffix",
    "dualStackDnsSuffix",
    "supportsFIPS",
    "supportsDualStack",
    "implicitGlobalRegion",
];

const HOST_HELP: &str = "use letters, digits, hyphens and single dots";

struct Reader<'a> {
    root: &'a Value,
    diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    /// Returns a partition, preceded by one partition for each region that overrides outputs.
    fn partition(&mut self, value: &Value) -> Vec<Partition> {
        let outputs = match value.get("outputs") {
            Some(outputs) if outputs.is_object() => Some(outputs),
            invalid => {
                let at = invalid.unwrap_or(value);
                let help = format!("add `outputs` with {}", OUTPUTS.join(", "));
                self.problem(at, "the partition has no object `outputs`", help);
                None
            }
        };
        let mut partition = Partition {
            name: self.host(Some(value), "id"),
            regions: Vec::new(),
            prefixes: self.prefixes(value),
            dns_suffix: self.host(outputs, "dnsSuffix"),
            dual_stack_dns_suffix: self.host(outputs, "dualStackDnsSuffix"),
            supports_fips: self.boolean(outputs, "supportsFIPS"),
            supports_dual_stack: self.boolean(outputs, "supportsDualStack"),
            implicit_global_region: self.host(outputs, "implicitGlobalRegion"),
        };
        let mut partitions = Vec::new();
        for (region, overrides) in object(value.get("regions")) {
            if !is_host(region) {
                let reason = format!("{region:?} cannot be the name of a region");
                self.problem(overrides, reason, HOST_HELP).key();
            }
            if !OUTPUTS.iter().any(|key| overrides.get(*key).is_some()) {
                partition.regions.push(region.clone());
                continue;
            }
            let mut string = |key: &str, inherited: &str| match overrides.get(key) {
                Some(_) => self.host(Some(overrides), key),
                None => inherited.to_owned(),
            };
            let dns_suffix = string("dnsSuffix", &partition.dns_suffix);
            let dual_stack_dns_suffix =
                string("dualStackDnsSuffix", &partition.dual_stack_dns_suffix);
            let global_region = string("implicitGlobalRegion", &partition.implicit_global_region);
            let mut boolean = |key: &str, inherited: bool| match overrides.get(key) {
                Some(_) => self.boolean(Some(overrides), key),
                None => inherited,
            };
            partitions.push(Partition {
                name: partition.name.clone(),
                regions: vec![region.clone()],
                prefixes: Vec::new(),
                dns_suffix,
                dual_stack_dns_suffix,
                supports_fips: boolean("supportsFIPS", partition.supports_fips),
                supports_dual_stack: boolean("supportsDualStack", partition.supports_dual_stack),
                implicit_global_region: global_region,
            });
        }
        partition.regions.sort();
        partitions.push(partition);
        partitions
    }

    fn problem(
        &mut self,
        value: &Value,
        reason: impl Into<String>,
        help: impl Into<String>,
    ) -> &mut Diagnostic {
        let steps = path_to(self.root, value);
        let diagnostic = self.diagnostics.file(Code::PartitionForm, reason, help);
        diagnostic.below(steps)
    }

    /// Returns a string field; reports nothing if its holder is missing.
    fn string(&mut self, holder: Option<&Value>, key: &str) -> String {
        let value = self.field(holder, key, "string", Value::is_string);
        value.and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// Returns a string field that is part of host names.
    fn host(&mut self, holder: Option<&Value>, key: &str) -> String {
        let string = self.string(holder, key);
        let value = holder.and_then(|holder| holder.get(key));
        if let Some(value) = value.filter(|value| value.is_string())
            && !is_host(&string)
        {
            let reason = format!("`{key}` is {string:?}, which cannot be part of a host name");
            self.problem(value, reason, HOST_HELP);
        }
        string
    }

    /// Returns a boolean field; reports nothing if its holder is missing.
    fn boolean(&mut self, holder: Option<&Value>, key: &str) -> bool {
        let value = self.field(holder, key, "boolean", Value::is_boolean);
        value.and_then(Value::as_bool).unwrap_or_default()
    }

    fn field<'v>(
        &mut self,
        holder: Option<&'v Value>,
        key: &str,
        expected: &str,
        is_expected: fn(&Value) -> bool,
    ) -> Option<&'v Value> {
        let holder = holder?;
        let value = holder.get(key);
        if !value.is_some_and(is_expected) {
            let reason = match value {
                Some(value) => format!("`{key}` is {}", brief(value)),
                None => format!("`{key}` is missing"),
            };
            let help = format!("`{key}` must be a {expected}, as in the other partitions");
            self.problem(value.unwrap_or(holder), reason, help);
        }
        value
    }

    fn prefixes(&mut self, value: &Value) -> Vec<String> {
        let regex = self.string(Some(value), "regionRegex");
        let at = value.get("regionRegex").filter(|at| at.is_string());
        let prefixes = prefixes(&regex);
        if let Some(at) = at
            && prefixes.is_none()
        {
            let reason = "the generator does not support the pattern of region names";
            let help = "write the pattern as `^PREFIX\\-\\w+\\-\\d+$`, where PREFIX is literal text that \
                        may contain alternatives in parentheses";
            self.problem(at, reason, help).code = Code::RegionRegex;
        }
        prefixes.unwrap_or_default()
    }
}

/// Parses `^PREFIX\-\w+\-\d+$`, where PREFIX is literal text that may contain alternatives in
/// parentheses. All known partitions have this form, so clients need no regex engine.
fn prefixes(regex: &str) -> Option<Vec<String>> {
    let prefix = regex
        .strip_prefix('^')
        .and_then(|rest| rest.strip_suffix(r"\-\w+\-\d+$"))?
        .replace(r"\-", "-");
    let prefixes = match prefix.split_once('(') {
        None => vec![prefix],
        Some((before, rest)) => {
            let (alternatives, after) = rest.split_once(')')?;
            let alternatives = alternatives.split('|');
            alternatives
                .map(|alternative| format!("{before}{alternative}{after}"))
                .collect()
        }
    };
    let is_literal = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let are_literal = prefixes.iter().all(|prefix| prefix.bytes().all(is_literal));
    are_literal.then_some(prefixes)
}

#[cfg(test)]
mod tests {
    use super::{Diagnostics, partitions, prefixes};
    use crate::testing::source;

    #[test]
    fn alternatives_in_prefixes_are_expanded() {
        for (regex, expected) in [
            (r"^us\-gov\-\w+\-\d+$", &["us-gov"][..]),
            (r"^(us|eu)\-\w+\-\d+$", &["us", "eu"]),
            (r"^eusc\-(de)\-\w+\-\d+$", &["eusc-de"]),
        ] {
            assert_eq!(prefixes(regex).expect(regex), expected);
        }
        for wrong in [
            "",
            "^us.*$",
            r"us\-\w+\-\d+$",
            r"^(us\-\w+\-\d+$",
            r"^u.\-\w+\-\d+$",
        ] {
            assert!(prefixes(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_region_with_overrides_precedes_its_partition() {
        let table = serde_json::json!({"partitions": [{
            "id": "aws", "regionRegex": r"^us\-\w+\-\d+$",
            "regions": {"us-b-1": {}, "us-a-1": {"dnsSuffix": "other"}},
            "outputs": {"dnsSuffix": "s", "dualStackDnsSuffix": "d", "supportsFIPS": true,
                "supportsDualStack": true, "implicitGlobalRegion": "us-b-1"},
        }]});
        let mut diagnostics = Diagnostics::default();
        let partitions = partitions(source(&table.to_string()), &mut diagnostics);
        assert!(diagnostics.is_empty(), "{diagnostics}");
        assert_eq!(partitions.len(), 2);
        assert_eq!(partitions[0].regions, ["us-a-1"]);
        assert_eq!(partitions[0].dns_suffix, "other");
        assert_eq!(partitions[1].regions, ["us-b-1"]);
    }

    #[test]
    fn an_invalid_table_is_an_error() {
        for (text, reasons) in [
            (
                "{",
                &["the file is not JSON: EOF while parsing an object"][..],
            ),
            ("{}", &["the table has no partitions"]),
            (r#"{"partitions": []}"#, &["the table has no partitions"]),
            (
                r#"{"partitions": [{}]}"#,
                &[
                    "the partition has no object `outputs`",
                    "`id` is missing",
                    "`regionRegex` is missing",
                ],
            ),
            (
                r#"{"partitions": [{"id": "a", "regionRegex": "x", "outputs": {"dnsSuffix": "a",
                    "dualStackDnsSuffix": 1, "supportsFIPS": true, "supportsDualStack": true,
                    "implicitGlobalRegion": "b"}, "regions": {"c": {"supportsFIPS": "yes"}}}]}"#,
                &[
                    "the generator does not support the pattern of region names",
                    "`dualStackDnsSuffix` is `1`",
                    "`supportsFIPS` is `\"yes\"`",
                ],
            ),
            (
                r#"{"partitions": [{"id": "a b", "regionRegex": "^us\\-\\w+\\-\\d+$", "outputs":
                    {"dnsSuffix": "a\r", "dualStackDnsSuffix": "", "supportsFIPS": true,
                    "supportsDualStack": true, "implicitGlobalRegion": "-"},
                    "regions": {"c/d": {}, "e": {"dnsSuffix": "f..g"}}}]}"#,
                &[
                    r#"`id` is "a b", which cannot be part of a host name"#,
                    r#"`dnsSuffix` is "a\r", which cannot be part of a host name"#,
                    r#"`dualStackDnsSuffix` is "", which cannot be part of a host name"#,
                    r#"`implicitGlobalRegion` is "-", which cannot be part of a host name"#,
                    r#""c/d" cannot be the name of a region"#,
                    r#"`dnsSuffix` is "f..g", which cannot be part of a host name"#,
                ],
            ),
        ] {
            let mut diagnostics = Diagnostics::default();
            partitions(source(text), &mut diagnostics);
            let actual: Vec<_> = diagnostics
                .iter()
                .map(|diagnostic| &*diagnostic.reason)
                .collect();
            assert_eq!(actual, reasons, "{text}");
        }
    }
}
