//! Values in the rules: references, facts about partitions, and texts with both in them.

use serde_json::Value;

use super::{Reader, Scope};
use crate::diagnostics::Code;
use crate::ir::{Expression, Parameter, PartitionFact, Template};
use crate::lower::names::endpoint_name;

const FACTS: [(&str, PartitionFact); 6] = [
    ("dnsSuffix", PartitionFact::DnsSuffix),
    ("dualStackDnsSuffix", PartitionFact::DualStackDnsSuffix),
    ("implicitGlobalRegion", PartitionFact::ImplicitGlobalRegion),
    ("name", PartitionFact::Name),
    ("supportsDualStack", PartitionFact::SupportsDualStack),
    ("supportsFIPS", PartitionFact::SupportsFips),
];

impl Reader<'_> {
    pub(super) fn expression(&mut self, value: &Value, scope: &Scope) -> Option<Expression> {
        if let Some(text) = value.as_str() {
            return Some(Expression::Text(text.to_owned()));
        }
        if let Some(reference) = value.get("ref")
            && let Some(name) = reference.as_str()
        {
            return self.reference(reference, name, scope);
        }
        if value.get("fn").and_then(Value::as_str) == Some("getAttr") {
            let of = value.pointer("/argv/0/ref").and_then(Value::as_str);
            let fact = value.pointer("/argv/1");
            if let (Some(of), Some(at)) = (of, fact)
                && let Some(fact) = at.as_str()
            {
                return self.partition_fact(at, of, fact, scope);
            }
        }
        let help = "the generator supports texts, `{\"ref\": …}` of a parameter, and `getAttr` of a \
                    partition";
        self.problem(Code::Function, value, "the value is not supported", help);
        None
    }

    /// The parameter called `name`. One that there is not is reported once.
    pub(super) fn named(&mut self, at: &Value, name: &str) -> Option<Parameter> {
        let known = |parameter: &&Parameter| parameter.name.wire == name;
        let parameter = self.parameters.iter().find(known).cloned();
        if parameter.is_none() && self.reported.insert(name.to_owned()) {
            let names: Vec<_> = self
                .parameters
                .iter()
                .map(|own| own.name.wire.clone())
                .collect();
            let reason = format!("`{name}` is not a parameter");
            let help = "refer to one of `parameters`, or add it there";
            self.problem(Code::UnknownParameter, at, reason, help)
                .meant(name, names.iter().map(String::as_str));
        }
        parameter
    }

    fn reference(&mut self, at: &Value, name: &str, scope: &Scope) -> Option<Expression> {
        let parameter = self.named(at, name)?;
        if parameter.default.is_some() || scope.set.iter().any(|set| set == name) {
            return Some(Expression::Reference(parameter.name.rust));
        }
        let reason = format!("`{name}` is used where it may not be set");
        let help = format!("put a condition before: `isSet` of `{name}`");
        self.problem(Code::MaybeUnset, at, reason, help);
        None
    }

    fn partition_fact(
        &mut self,
        at: &Value,
        of: &str,
        fact: &str,
        scope: &Scope,
    ) -> Option<Expression> {
        if !scope.partitions.iter().any(|known| known == of) {
            let reason = format!("`{of}` is not a partition");
            let help = "name what a condition `aws.partition` before it assigns to";
            let partitions = scope.partitions.iter().map(String::as_str);
            self.problem(Code::NotPartition, at, reason, help)
                .meant(of, partitions);
            return None;
        }
        let Some((_, known)) = FACTS.iter().find(|(known, _)| *known == fact) else {
            let names = FACTS.map(|(known, _)| known);
            let reason = format!("a partition has no `{fact}`");
            let help = format!("a partition has {}", names.join(", "));
            self.problem(Code::PartitionFact, at, reason, help)
                .meant(fact, names);
            return None;
        };
        Some(Expression::Partition(endpoint_name(of), *known))
    }

    /// A text with `{Name}` and `{Name#fact}` in it, or a reference.
    pub(super) fn template(&mut self, value: &Value, scope: &Scope) -> Option<Vec<Template>> {
        let Some(text) = value.as_str() else {
            return Some(vec![Template::Value(self.expression(value, scope)?)]);
        };
        let mut parts = Vec::new();
        let mut all_fit = true;
        let mut rest = text;
        while let Some((literal, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else {
                let help = "close it: `{Name}` or `{Name#fact}`";
                self.problem(Code::Brace, value, "a brace has no end", help);
                return None;
            };
            if !literal.is_empty() {
                parts.push(Template::Literal(literal.to_owned()));
            }
            let part = match name.split_once('#') {
                Some((of, fact)) => self.partition_fact(value, of, fact, scope),
                None => self.reference(value, name, scope),
            };
            all_fit &= part.is_some();
            parts.extend(part.map(Template::Value));
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Template::Literal(rest.to_owned()));
        }
        all_fit.then_some(parts)
    }
}
