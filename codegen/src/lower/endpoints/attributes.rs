//! What partitions, ARNs, URLs and lists hold.

use serde_json::Value;

use super::Reader;
use super::values::word;
use crate::diagnostics::Code;
use crate::ir::{Ownership, RuleType, RuleValue, Typed};

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
    /// What `path` leads to in `of`; `at` is where the path stands, `holder` where `of` does.
    pub(super) fn attribute(
        &mut self,
        at: &Value,
        of: Typed,
        path: &str,
        holder: &Value,
    ) -> Option<Typed> {
        let mut value = of;
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

    fn field(&mut self, at: &Value, of: Typed, key: &str, holder: &Value) -> Option<Typed> {
        let known: &[Attribute] = match of.kind {
            RuleType::Partition => &PARTITION,
            RuleType::Arn => &ARN,
            RuleType::Url => &URL,
            RuleType::String | RuleType::Boolean | RuleType::Array => {
                let reason = format!("`{key}` is asked of {}", word(of.kind));
                let help = "ask it of a partition, an ARN or a URL, which a condition before \
                            assigns to a name";
                self.problem(Code::NoFields, holder, reason, help);
                return None;
            }
        };
        let Some((_, rust, kind, form)) = known.iter().find(|(name, ..)| *name == key) else {
            let names: Vec<_> = known.iter().map(|(name, ..)| *name).collect();
            let what = word(of.kind);
            let reason = format!("{what} has no `{key}`");
            let help = format!("{what} has {}", names.join(", "));
            self.problem(Code::UnknownField, at, reason, help)
                .did_you_mean(key, names.iter().copied());
            return None;
        };
        Some(Typed {
            value: RuleValue::Field(Box::new(of), rust),
            kind: *kind,
            optional: false,
            ownership: *form,
        })
    }

    /// `index` is what follows the opening bracket.
    fn item(&mut self, at: &Value, of: Typed, index: &str) -> Option<Typed> {
        let index = index.strip_suffix(']').map(str::parse::<isize>);
        let (Some(Ok(index)), RuleType::Array) = (index, of.kind) else {
            let reason = match of.kind {
                RuleType::Array => "an index has another form",
                _ => "an index is asked of what is not a list",
            };
            let help = "write a number in brackets after a list: `resourceId[0]`";
            self.problem(Code::ValueType, at, reason, help);
            return None;
        };
        self.needs_library = true;
        Some(Typed {
            value: RuleValue::Item(Box::new(of), index),
            kind: RuleType::String,
            optional: true,
            ownership: Ownership::Borrowed,
        })
    }
}
