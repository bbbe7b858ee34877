//! What partitions, ARNs, URLs and lists hold.

use serde_json::Value;

use super::Reader;
use super::values::word;
use crate::diagnostics::Code;
use crate::ir::{Form, Kind, RuleValue, Typed};

type Attribute = (&'static str, &'static str, Kind, Form);

const PARTITION: [Attribute; 6] = [
    ("dnsSuffix", "dns_suffix", Kind::String, Form::Borrowed),
    (
        "dualStackDnsSuffix",
        "dual_stack_dns_suffix",
        Kind::String,
        Form::Borrowed,
    ),
    (
        "implicitGlobalRegion",
        "implicit_global_region",
        Kind::String,
        Form::Borrowed,
    ),
    ("name", "name", Kind::String, Form::Borrowed),
    (
        "supportsDualStack",
        "supports_dual_stack",
        Kind::Boolean,
        Form::Borrowed,
    ),
    (
        "supportsFIPS",
        "supports_fips",
        Kind::Boolean,
        Form::Borrowed,
    ),
];

const ARN: [Attribute; 5] = [
    ("accountId", "account_id", Kind::String, Form::Borrowed),
    ("partition", "partition", Kind::String, Form::Borrowed),
    ("region", "region", Kind::String, Form::Borrowed),
    ("resourceId", "resource_id", Kind::Array, Form::Place),
    ("service", "service", Kind::String, Form::Borrowed),
];

const URL: [Attribute; 5] = [
    ("authority", "authority", Kind::String, Form::Borrowed),
    ("isIp", "is_ip", Kind::Boolean, Form::Borrowed),
    (
        "normalizedPath",
        "normalized_path",
        Kind::String,
        Form::Place,
    ),
    ("path", "path", Kind::String, Form::Borrowed),
    ("scheme", "scheme", Kind::String, Form::Borrowed),
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
            Kind::Partition => &PARTITION,
            Kind::Arn => &ARN,
            Kind::Url => &URL,
            Kind::String | Kind::Boolean | Kind::Array => {
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
            form: *form,
        })
    }

    /// `index` is what follows the opening bracket.
    fn item(&mut self, at: &Value, of: Typed, index: &str) -> Option<Typed> {
        let index = index.strip_suffix(']').map(str::parse::<isize>);
        let (Some(Ok(index)), Kind::Array) = (index, of.kind) else {
            let reason = match of.kind {
                Kind::Array => "an index has another form",
                _ => "an index is asked of what is not a list",
            };
            let help = "write a number in brackets after a list: `resourceId[0]`";
            self.problem(Code::ValueType, at, reason, help);
            return None;
        };
        self.needs_library = true;
        Some(Typed {
            value: RuleValue::Item(Box::new(of), index),
            kind: Kind::String,
            optional: true,
            form: Form::Borrowed,
        })
    }
}
