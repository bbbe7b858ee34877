//! Values in the rules: references, facts about partitions, and texts with both in them.

use serde_json::Value;

use super::{Reader, Scope};
use crate::ir::{Expression, PartitionFact, Template};
use crate::lower::names::endpoint_name;

impl Reader<'_> {
    pub(super) fn expression(&mut self, value: &Value, scope: &Scope) -> Option<Expression> {
        if let Some(text) = value.as_str() {
            return Some(Expression::Text(text.to_owned()));
        }
        if let Some(name) = value.get("ref").and_then(Value::as_str) {
            return self.reference(name, scope);
        }
        if value.get("fn").and_then(Value::as_str) == Some("getAttr") {
            let of = value.pointer("/argv/0/ref").and_then(Value::as_str);
            let fact = value.pointer("/argv/1").and_then(Value::as_str);
            if let (Some(of), Some(fact)) = (of, fact) {
                return self.partition_fact(of, fact, scope);
            }
        }
        self.problem(format!("a value is {value}"));
        None
    }

    fn reference(&mut self, name: &str, scope: &Scope) -> Option<Expression> {
        let parameter = self.parameters.iter().find(|known| known.name.wire == name);
        match parameter {
            Some(parameter)
                if parameter.default.is_some() || scope.set.iter().any(|set| set == name) =>
            {
                Some(Expression::Reference(parameter.name.rust.clone()))
            }
            Some(_) => {
                self.problem(format!("`{name}` is used where it may not be set"));
                None
            }
            None => {
                self.problem(format!("`{name}` is not a parameter"));
                None
            }
        }
    }

    fn partition_fact(&mut self, of: &str, fact: &str, scope: &Scope) -> Option<Expression> {
        if !scope.partitions.iter().any(|known| known == of) {
            self.problem(format!("`{of}` is not a partition"));
            return None;
        }
        let fact = match fact {
            "name" => PartitionFact::Name,
            "dnsSuffix" => PartitionFact::DnsSuffix,
            "dualStackDnsSuffix" => PartitionFact::DualStackDnsSuffix,
            "supportsFIPS" => PartitionFact::SupportsFips,
            "supportsDualStack" => PartitionFact::SupportsDualStack,
            "implicitGlobalRegion" => PartitionFact::ImplicitGlobalRegion,
            other => {
                self.problem(format!("a partition has no `{other}`"));
                return None;
            }
        };
        Some(Expression::Partition(endpoint_name(of), fact))
    }

    /// A text with `{Name}` and `{Name#fact}` in it, or a reference.
    pub(super) fn template(&mut self, value: &Value, scope: &Scope) -> Option<Vec<Template>> {
        let Some(text) = value.as_str() else {
            return Some(vec![Template::Value(self.expression(value, scope)?)]);
        };
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((literal, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else {
                self.problem(format!("a brace of `{text}` has no end"));
                return None;
            };
            if !literal.is_empty() {
                parts.push(Template::Literal(literal.to_owned()));
            }
            parts.push(Template::Value(match name.split_once('#') {
                Some((of, fact)) => self.partition_fact(of, fact, scope)?,
                None => self.reference(name, scope)?,
            }));
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Template::Literal(rest.to_owned()));
        }
        Some(parts)
    }
}
