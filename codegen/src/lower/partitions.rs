//! The table of partitions.

use serde_json::Value;

use crate::Source;
use crate::ast::{brief, json, object};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Input, path_to};
use crate::ir::Partition;

/// Reads the table, in its order. Partitions that lack a fact, or that name their regions in another
/// way than all known ones do, are diagnostics.
pub(crate) fn partitions(source: Source<'_>, all: &mut Diagnostics) -> Vec<Partition> {
    let mut diagnostics = Diagnostics::about(Input::Partitions, source.name);
    let help = "give a table of partitions as the AWS SDKs share it";
    let mut partitions = Vec::new();
    if let Some(root) = json(source, help, &mut diagnostics) {
        let list = root.get("partitions").and_then(Value::as_array);
        let list = list.map(Vec::as_slice).unwrap_or_default();
        if list.is_empty() {
            let help = "give a table with a list `partitions`";
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
    all.extend(diagnostics);
    partitions
}

/// The facts in which a region may differ from its partition.
const OUTPUTS: [&str; 5] = [
    "dnsSuffix",
    "dualStackDnsSuffix",
    "supportsFIPS",
    "supportsDualStack",
    "implicitGlobalRegion",
];

struct Reader<'a> {
    root: &'a Value,
    diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    /// A partition; its regions that differ from it come before it, as partitions of their own.
    fn partition(&mut self, value: &Value) -> Vec<Partition> {
        let outputs = match value.get("outputs") {
            Some(outputs) if outputs.is_object() => Some(outputs),
            other => {
                let at = other.unwrap_or(value);
                let help = format!("add `outputs` with {}", OUTPUTS.join(", "));
                self.problem(at, "the partition has no object `outputs`", help);
                None
            }
        };
        let mut whole = Partition {
            name: self.text(Some(value), "id"),
            regions: Vec::new(),
            prefixes: self.prefixes(value),
            dns_suffix: self.text(outputs, "dnsSuffix"),
            dual_stack_dns_suffix: self.text(outputs, "dualStackDnsSuffix"),
            supports_fips: self.flag(outputs, "supportsFIPS"),
            supports_dual_stack: self.flag(outputs, "supportsDualStack"),
            implicit_global_region: self.text(outputs, "implicitGlobalRegion"),
        };
        let mut partitions = Vec::new();
        for (region, own) in object(value.get("regions")) {
            if !OUTPUTS.iter().any(|fact| own.get(*fact).is_some()) {
                whole.regions.push(region.clone());
                continue;
            }
            let mut text = |key: &str, otherwise: &str| match own.get(key) {
                Some(_) => self.text(Some(own), key),
                None => otherwise.to_owned(),
            };
            let dns_suffix = text("dnsSuffix", &whole.dns_suffix);
            let dual_stack_dns_suffix = text("dualStackDnsSuffix", &whole.dual_stack_dns_suffix);
            let global_region = text("implicitGlobalRegion", &whole.implicit_global_region);
            let mut flag = |key: &str, otherwise: bool| match own.get(key) {
                Some(_) => self.flag(Some(own), key),
                None => otherwise,
            };
            partitions.push(Partition {
                name: whole.name.clone(),
                regions: vec![region.clone()],
                prefixes: Vec::new(),
                dns_suffix,
                dual_stack_dns_suffix,
                supports_fips: flag("supportsFIPS", whole.supports_fips),
                supports_dual_stack: flag("supportsDualStack", whole.supports_dual_stack),
                implicit_global_region: global_region,
            });
        }
        whole.regions.sort();
        partitions.push(whole);
        partitions
    }

    fn problem(
        &mut self,
        value: &Value,
        reason: impl Into<String>,
        help: impl Into<String>,
    ) -> &mut Diagnostic {
        let steps = path_to(self.root, value).unwrap_or_default();
        let diagnostic = self.diagnostics.file(Code::PartitionForm, reason, help);
        diagnostic.below(steps)
    }

    /// A fact that is a text. Nothing is said of facts where what holds them is missing.
    fn text(&mut self, holder: Option<&Value>, key: &str) -> String {
        let text = self.fact(holder, key, "text", Value::is_string);
        let text = text.and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    }

    /// A fact that holds or does not.
    fn flag(&mut self, holder: Option<&Value>, key: &str) -> bool {
        let flag = self.fact(holder, key, "boolean", Value::is_boolean);
        flag.and_then(Value::as_bool).unwrap_or_default()
    }

    fn fact<'v>(
        &mut self,
        holder: Option<&'v Value>,
        key: &str,
        what: &str,
        fits: fn(&Value) -> bool,
    ) -> Option<&'v Value> {
        let holder = holder?;
        let value = holder.get(key);
        if !value.is_some_and(fits) {
            let reason = match value {
                Some(value) => format!("`{key}` is {}", brief(value)),
                None => format!("there is no `{key}`"),
            };
            let help = format!("`{key}` is a {what}: see the other entries of the table");
            self.problem(value.unwrap_or(holder), reason, help);
        }
        value
    }

    fn prefixes(&mut self, value: &Value) -> Vec<String> {
        let regex = self.text(Some(value), "regionRegex");
        let at = value.get("regionRegex").filter(|at| at.is_string());
        let prefixes = prefixes(&regex);
        if let Some(at) = at
            && prefixes.is_none()
        {
            let reason = "the generator cannot read the pattern of the regions' names";
            let help = "write it as all known ones are: `^PREFIX\\-\\w+\\-\\d+$`, the prefix being \
                        literal text or alternatives of it in parentheses";
            self.problem(at, reason, help).code = Code::RegionRegex;
        }
        prefixes.unwrap_or_default()
    }
}

/// Reads `^PREFIX\-\w+\-\d+$`, PREFIX being literal text or alternatives of it in parentheses: the
/// form that all partitions share, so that no client needs a regex engine.
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
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let all_plain = prefixes.iter().all(|text| text.bytes().all(plain));
    all_plain.then_some(prefixes)
}

#[cfg(test)]
mod tests {
    use super::{Diagnostics, partitions, prefixes};
    use crate::testing::source;

    #[test]
    fn prefixes_are_spelled_out() {
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
    fn a_region_that_differs_stands_before_its_partition() {
        let table = serde_json::json!({"partitions": [{
            "id": "aws", "regionRegex": r"^us\-\w+\-\d+$",
            "regions": {"us-b-1": {}, "us-a-1": {"dnsSuffix": "own"}},
            "outputs": {"dnsSuffix": "s", "dualStackDnsSuffix": "d", "supportsFIPS": true,
                "supportsDualStack": true, "implicitGlobalRegion": "us-b-1"},
        }]});
        let mut diagnostics = Diagnostics::default();
        let partitions = partitions(source(&table.to_string()), &mut diagnostics);
        assert!(diagnostics.is_empty(), "{diagnostics}");
        assert_eq!(partitions.len(), 2);
        assert_eq!(partitions[0].regions, ["us-a-1"]);
        assert_eq!(partitions[0].dns_suffix, "own");
        assert_eq!(partitions[1].regions, ["us-b-1"]);
    }

    #[test]
    fn a_table_that_cannot_be_used_is_refused() {
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
                    "there is no `id`",
                    "there is no `regionRegex`",
                ],
            ),
            (
                r#"{"partitions": [{"id": "a", "regionRegex": "x", "outputs": {"dnsSuffix": "a",
                    "dualStackDnsSuffix": 1, "supportsFIPS": true, "supportsDualStack": true,
                    "implicitGlobalRegion": "b"}, "regions": {"c": {"supportsFIPS": "yes"}}}]}"#,
                &[
                    "the generator cannot read the pattern of the regions' names",
                    "`dualStackDnsSuffix` is `1`",
                    "`supportsFIPS` is `\"yes\"`",
                ],
            ),
        ] {
            let mut diagnostics = Diagnostics::default();
            partitions(source(text), &mut diagnostics);
            let own: Vec<_> = diagnostics.iter().map(|one| &*one.reason).collect();
            assert_eq!(own, reasons, "{text}");
        }
    }
}
