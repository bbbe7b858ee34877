//! Attributes of partitions, ARNs and URLs, and elements of lists.

use serde_json::Value;

use super::Reader;
use super::values::with_article;
use crate::diagnostics::Code;
use crate::ir::{Ownership, RuleType, RuleValue, Typed};

/// The name in the rules, the name in Rust, the type and the ownership of an attribute.
type Attribute = (&'static str, &'static str, RuleType, Ownership);

const PARTITION: [Attribute; 6] = [
    (
        "dnsSuffix",
        "dns_suffix",
        RuleType::String,
        Ownership::Borrowed,
    ),
    (
        "dualStackDnsSuffix",
        "dual_stack_dns_suffix",
        RuleType::String,
        Ownership::Borrowed,
    ),
    (
        "implicitGlobalRegion",
        "implicit_global_region",
        RuleType::String,
        Ownership::Borrowed,
    ),
    ("name", "name", RuleType::String, Ownership::Borrowed),
    (
        "supportsDualStack",
        "supports_dual_stack",
        RuleType::Boolean,
        Ownership::Borrowed,
    ),
    (
        "supportsFIPS",
        "supports_fips",
        RuleType::Boolean,
        Ownership::Borrowed,
    ),
];

const ARN: [Attribute; 5] = [
    (
        "accountId",
        "account_id",
        RuleType::String,
        Ownership::Borrowed,
    ),
    (
        "partition",
        "partition",
        RuleType::String,
        Ownership::Borrowed,
    ),
    ("region", "region", RuleType::String, Ownership::Borrowed),
    (
        "resourceId",
        "resource_id",
        RuleType::Array,
        Ownership::Place,
    ),
    ("service", "service", RuleType::String, Ownership::Borrowed),
];

const URL: [Attribute; 5] = [
    (
        "authority",
        "authority",
        RuleType::String,
        Ownership::Borrowed,
    ),
    ("isIp", "is_ip", RuleType::Boolean, Ownership::Borrowed),
    (
        "normalizedPath",
        "normalized_path",
        RuleType::String,
        Ownership::Place,
    ),
    ("path", "path", RuleType::String, Ownership::Borrowed),
    ("scheme", "scheme", RuleType::String, Ownership::Borrowed),
];

impl Reader<'_> {
    /// Follows `path` from `record` to an attribute or element.
    ///
    /// For diagnostics, `at` is the rule set's value with the path, and `holder` its value with
    /// `record`.
    pub(super) fn attribute(
        &mut self,
        at: &Value,
        record: Typed,
        path: &str,
        holder: &Value,
    ) -> Option<Typed> {
        let mut value = record;
        for part in path.split('.') {
            let (key, index) = match part.split_once('[') {
                Some((key, index)) => (key, Some(index)),
                None => (part, None),
            };
            if index.is_none() || !key.is_empty() {
                value = self.field(at, value, key, holder)?;
            }
            if let Some(index) = index {
                value = self.item(at, value, index)?;
            }
        }
        Some(value)
    }

    fn field(&mut self, at: &Value, record: Typed, key: &str, holder: &Value) -> Option<Typed> {
        let attributes: &[Attribute] = match record.kind {
            RuleType::Partition => &PARTITION,
            RuleType::Arn => &ARN,
            RuleType::Url => &URL,
            RuleType::String | RuleType::Boolean | RuleType::Array => {
                let record = with_article(record.kind);
                let reason = format!("`{key}` is read from {record}, which has no attributes");
                let help = "read it from a partition, ARN or URL that an earlier condition assigns";
                self.problem(Code::NoFields, holder, reason, help);
                return None;
            }
        };
        let Some((_, rust, kind, ownership)) = attributes.iter().find(|(name, ..)| *name == key)
        else {
            let names: Vec<_> = attributes.iter().map(|(name, ..)| *name).collect();
            let record = with_article(record.kind);
            let reason = format!("{record} has no attribute `{key}`");
            let help = format!("the attributes are {}", names.join(", "));
            self.problem(Code::UnknownField, at, reason, help)
                .did_you_mean(key, names.iter().copied());
            return None;
        };
        Some(Typed {
            value: RuleValue::Field(Box::new(record), rust),
            kind: *kind,
            optional: false,
            ownership: *ownership,
        })
    }

    /// Returns an element of a list; `after_bracket` is the index with its closing bracket.
    fn item(&mut self, at: &Value, list: Typed, after_bracket: &str) -> Option<Typed> {
        let index = after_bracket.strip_suffix(']').map(str::parse::<i32>);
        let (Some(Ok(index)), RuleType::Array) = (index, list.kind) else {
            let reason = match list.kind {
                RuleType::Array => "the index is not a number in brackets",
                _ => "the index follows a value that is not a list",
            };
            let help = "write a number in brackets after a list, as in `resourceId[0]`";
            self.problem(Code::ValueType, at, reason, help);
            return None;
        };
        self.needs_library = true;
        Some(Typed {
            value: RuleValue::Item(Box::new(list), index),
            kind: RuleType::String,
            optional: true,
            ownership: Ownership::Borrowed,
        })
    }
}
