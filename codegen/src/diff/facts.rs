//! Facts that are compared as traits: documentation, constraints, and traits without an effect on
//! code.

mod constraints;
mod surface;
mod treatment;
mod unlowered;

use std::collections::BTreeSet;

use serde_json::Value;

use self::surface::{Surface, SurfaceMember, surfaces};
use self::treatment::{Treatment, treatment};
use self::unlowered::unlowered;
use super::Rule;
use super::differ::{Differ, Site, code, has};
use super::pairs::{Pair, pair};
use crate::ast::{EnumDefinition, ShapeKind, Traits, ids};
use crate::lower::documentation_lines;
use crate::shape_id::ShapeId;

/// The constraints, which also apply to the members that target a shape.
const CONSTRAINTS: [&str; 4] = [ids::RANGE, ids::LENGTH, ids::PATTERN, ids::UNIQUE_ITEMS];

/// Compares the traits of both models; all rules about the IR have run.
pub(super) fn compare(differ: &mut Differ<'_>) {
    let old = surfaces(&differ.old, &differ.resources);
    let new = surfaces(&differ.new, &differ.resources);
    for pair in pair(
        &old,
        &new,
        |surface| &surface.name,
        |surface| &surface.name.wire,
    ) {
        // Shapes that only one model has are reported as types or targets of members.
        let Pair::Both(old, new) = pair else { continue };
        let mut related: BTreeSet<_> = old.related.union(&new.related).cloned().collect();
        related.extend([old.shape.id.clone(), new.shape.id.clone()]);
        let mut facts = Facts { differ, related };
        facts.surface(old, new);
    }
}

struct Facts<'a, 'd> {
    differ: &'d mut Differ<'a>,
    /// The shapes in which a trait may have an effect that the IR shows.
    related: BTreeSet<ShapeId>,
}

impl Facts<'_, '_> {
    fn surface(&mut self, old: &Surface<'_>, new: &Surface<'_>) {
        // What only new users of a shape show has not changed.
        let items = |old: &[String], new: &[String]| -> Vec<String> {
            let common = new.iter().filter(|item| old.contains(item));
            let common: Vec<_> = common.cloned().collect();
            if common.is_empty() {
                new.to_vec()
            } else {
                common
            }
        };
        let site = |id: &ShapeId, items: Vec<String>| Site {
            id: Some(id.clone()),
            name: match id.member_name() {
                Some(member) => format!("{}${member}", new.name.wire),
                None => new.name.wire.clone(),
            },
            is_item: new.is_item,
            items,
            resource: new.resource.clone(),
        };
        let shape_site = site(&new.shape.id, items(&old.items, &new.items));
        const NAMES: [Rule; 4] = [
            Rule::TypeWireName,
            Rule::ErrorCode,
            Rule::OperationWireName,
            Rule::ServiceName,
        ];
        if old.name.wire != new.name.wire && !self.is_reported(&NAMES) {
            let change = format!("is called {} in the model", code(&new.name.wire));
            self.differ
                .new_side(Rule::TypeWireName, &shape_site, change);
        }
        self.traits(
            &shape_site,
            new.is_item,
            &old.shape.traits,
            &new.shape.traits,
        );
        let pairs = pair(
            &old.members,
            &new.members,
            |member| &member.name,
            |member| &member.name.wire,
        );
        let is_int_enum =
            |surface: &Surface<'_>| matches!(surface.shape.kind, ShapeKind::IntEnum(_));
        let are_int_enums = is_int_enum(old) && is_int_enum(new);
        if is_int_enum(old) != is_int_enum(new)
            && !self.is_reported(&[Rule::MemberType, Rule::VariantType])
        {
            let change = match is_int_enum(new) {
                true => "has names for its values",
                false => "no longer has names for its values",
            };
            self.differ
                .new_side(Rule::IntEnumValues, &shape_site, change);
        }
        for pair in pairs {
            match pair {
                Pair::Both(old, after) => {
                    let site = site(&after.member.id, items(&old.items, &after.items));
                    let (before, traits) = (&old.member.traits, &after.member.traits);
                    if are_int_enums && before.enum_value() != traits.enum_value() {
                        let value = traits
                            .enum_value()
                            .map(Value::to_string)
                            .unwrap_or_default();
                        let change = format!(
                            "has the value {} for {}",
                            code(value),
                            code(&after.name.wire)
                        );
                        self.differ.new_side(Rule::IntEnumValues, &site, change);
                    }
                    self.traits(&site, new.is_item, before, traits);
                    self.target(&site, old, after);
                }
                Pair::Removed(member) if are_int_enums => {
                    let site = site(&member.member.id, member.items.clone());
                    let change = format!("no longer has the value {}", code(&member.name.wire));
                    self.differ.old_side(Rule::IntEnumValues, &site, change);
                }
                Pair::Added(member) if are_int_enums => {
                    let site = site(&member.member.id, member.items.clone());
                    let change = format!("has the new value {}", code(&member.name.wire));
                    self.differ.new_side(Rule::IntEnumValues, &site, change);
                }
                Pair::Removed(_) | Pair::Added(_) => {}
            }
        }
    }

    /// Compares the traits of a shape or member.
    fn traits(&mut self, site: &Site, is_item: bool, old: &Traits, new: &Traits) {
        let added = new.ids().filter(|id| !old.has(id));
        for id in old.ids().chain(added) {
            let (before, after) = (old.get(id), new.get(id));
            if before != after {
                self.change(site, is_item, id, (old, before), (new, after));
            }
        }
    }

    fn change(
        &mut self,
        site: &Site,
        is_item: bool,
        id: &str,
        (old, before): (&Traits, Option<&Value>),
        (new, after): (&Traits, Option<&Value>),
    ) {
        match (treatment(id), id) {
            (Treatment::Compared(Rule::Documentation), ids::EXAMPLES) => {
                self.examples(site, before, after);
            }
            (Treatment::Compared(Rule::Documentation), _) if is_item => {
                self.documentation(site, id, before, after);
            }
            (Treatment::Compared(Rule::Documentation), _) => {
                self.no_effect(site, id, before, after)
            }
            (Treatment::Compared(rule), _) => self.value(site, rule, id, before, after),
            (Treatment::Lowered(rules), _) => {
                if id == ids::ENUM {
                    self.definitions(site, old, new);
                }
                if let Some((rule, change)) = unlowered(id, before, after) {
                    let site = Site {
                        is_item: rule != Rule::ServiceFact,
                        ..site.clone()
                    };
                    self.differ.new_side(rule, &site, change).at_trait(id);
                } else if !self.is_reported(rules) {
                    match (id, before, after) {
                        (ids::DEFAULT, Some(before), Some(after)) => {
                            self.service_default(site, before, after);
                        }
                        _ => self.no_effect(site, id, before, after),
                    }
                }
            }
        }
    }

    /// Returns `true` if a rule about the IR reported the change of a trait.
    fn is_reported(&self, rules: &[Rule]) -> bool {
        let found = self.differ.found.iter();
        let mut found = found.filter(|found| rules.contains(&found.difference.rule));
        found.any(|found| {
            let shape = found.id.as_ref().map(ShapeId::container);
            let is_related = shape.is_some_and(|shape| self.related.contains(&shape));
            // This rule concerns two operations.
            is_related || found.difference.rule == Rule::WaiterMoved
        })
    }

    /// Returns `true` if a rule about the IR reported another type of the member; for an element
    /// or entry, another type of the members that contain it.
    fn has_another_type(&self, site: &Site) -> bool {
        const RULES: [Rule; 2] = [Rule::MemberType, Rule::VariantType];
        let mut found = self.differ.found.iter();
        let is_at_site =
            found.any(|found| RULES.contains(&found.difference.rule) && found.id == site.id);
        is_at_site || (!site.is_item && self.is_reported(&RULES))
    }

    /// Returns `true` if the shape has another name, but the same Rust type.
    fn is_renamed_type(&self, id: &ShapeId) -> bool {
        let mut found = self.differ.found.iter();
        found.any(|found| {
            found.difference.rule == Rule::TypeWireName && found.id.as_ref() == Some(id)
        })
    }

    /// Reports another default that the service assumes, and the client does not send.
    fn service_default(&mut self, site: &Site, before: &Value, after: &Value) {
        let [before, after] = [before, after].map(Value::to_string);
        let change = has("default", Some(&before), Some(&after));
        self.differ
            .new_side(Rule::MemberDefault, site, change)
            .wire("if it is not sent, the service assumes another value");
    }

    fn documentation(
        &mut self,
        site: &Site,
        id: &str,
        before: Option<&Value>,
        after: Option<&Value>,
    ) {
        let lines = |value: Option<&Value>| documentation_lines(value.and_then(Value::as_str));
        let change = match (before, after) {
            // Only the markup differs.
            _ if lines(before) == lines(after) => return,
            (_, None) => "is no longer documented",
            (None, _) => "is documented",
            _ => "has different documentation",
        };
        self.differ
            .new_side(Rule::Documentation, site, change)
            .at_trait(id);
    }

    fn examples(&mut self, site: &Site, before: Option<&Value>, after: Option<&Value>) {
        let change = match (before, after) {
            (_, None) => "no longer has examples",
            (None, _) => "has examples",
            _ => "has other examples",
        };
        self.differ
            .new_side(Rule::Documentation, site, change)
            .at_trait(ids::EXAMPLES);
    }

    fn value(
        &mut self,
        site: &Site,
        rule: Rule,
        id: &str,
        before: Option<&Value>,
        after: Option<&Value>,
    ) {
        let flag = |on: &str, off: &str| Some(if after.is_some() { on } else { off }.to_owned());
        let change = match rule {
            Rule::OperationIdempotent => flag("is idempotent", "is no longer idempotent"),
            Rule::OperationReadonly => flag("is read-only", "is no longer read-only"),
            rule => constraints::change(rule, before, after),
        };
        let Some(change) = change else {
            return self.no_effect(site, id, before, after);
        };
        let effect = constraints::effect(rule, before, after);
        let found = self.differ.new_side(rule, site, change);
        if after.is_some() {
            found.at_trait(id);
        }
        if let Some(effect) = effect {
            found.wire(effect);
        }
    }

    /// Compares the documentation in the definitions of the trait `enum`.
    fn definitions(&mut self, site: &Site, old: &Traits, new: &Traits) {
        let before = old.enum_definitions().unwrap_or_default();
        for definition in new.enum_definitions().unwrap_or_default() {
            let EnumDefinition {
                value,
                name: _,
                documentation,
                is_deprecated: _,
            } = definition;
            let Some(before) = before.iter().find(|before| before.value == value) else {
                continue;
            };
            if documentation_lines(before.documentation.map(|documentation| documentation.text))
                != documentation_lines(documentation.map(|documentation| documentation.text))
            {
                let change = format!("has different documentation of the value {}", code(value));
                self.differ
                    .new_side(Rule::Documentation, site, change)
                    .at_trait(ids::ENUM);
            }
        }
    }

    fn no_effect(&mut self, site: &Site, id: &str, before: Option<&Value>, after: Option<&Value>) {
        let name = code(id.strip_prefix("smithy.api#").unwrap_or(id));
        let change = match (before, after) {
            (None, _) => format!("has the trait {name}"),
            (_, None) => format!("no longer has the trait {name}"),
            _ => format!("has a different value of the trait {name}"),
        };
        let change = format!("{change}, without an effect on the client");
        self.differ.new_side(Rule::TraitWithoutEffect, site, change);
    }

    /// Compares the targets of a member, if it targets another shape of the same Rust type.
    fn target(&mut self, site: &Site, old: &SurfaceMember<'_>, new: &SurfaceMember<'_>) {
        let (before, after) = (&old.member.target, &new.member.target);
        if self.is_same(before, after) || self.has_another_type(site) || self.is_renamed_type(after)
        {
            return;
        }
        let (old_name, new_name) = match before.name() == after.name() {
            true => (before.as_str(), after.as_str()),
            false => (before.name(), after.name()),
        };
        let change = format!("targets {} instead of {}", code(new_name), code(old_name));
        self.differ.new_side(Rule::MemberTarget, site, change);
        self.constraints(site, before, after, 0);
    }

    /// Returns `true` if both are the same shape; the namespace of the service may have changed.
    fn is_same(&self, old: &ShapeId, new: &ShapeId) -> bool {
        let services = [
            &self.differ.old.closure.service.id,
            &self.differ.new.closure.service.id,
        ];
        let [old_namespace, new_namespace] = services.map(namespace);
        let are_in_services = || namespace(old) == old_namespace && namespace(new) == new_namespace;
        old == new || (old.name() == new.name() && are_in_services())
    }

    /// Compares the constraints of two shapes, and those of their elements.
    fn constraints(&mut self, site: &Site, old: &ShapeId, new: &ShapeId, depth: usize) {
        // Lists in lists may be recursive.
        const DEEPEST: usize = 8;
        let (old_model, new_model) = (self.differ.old.closure.model, self.differ.new.closure.model);
        let (before, after) = (old_model.shape(old), new_model.shape(new));
        let default = Traits::default();
        for id in CONSTRAINTS {
            let value = |shape: Option<&crate::ast::Shape>| {
                shape
                    .map_or(&default, |shape| &shape.traits)
                    .get(id)
                    .cloned()
            };
            let (before, after) = (value(before), value(after));
            if let Treatment::Compared(rule) = treatment(id)
                && before != after
            {
                self.value(site, rule, id, before.as_ref(), after.as_ref());
            }
        }
        let (Some(before), Some(after)) = (before, after) else {
            return;
        };
        let pairs = before.members().zip(after.members());
        let pairs = pairs.filter(|(before, after)| before.target.name() != after.target.name());
        let is_collection = matches!(after.kind, ShapeKind::List(_) | ShapeKind::Map(..));
        for (before, after) in pairs.filter(|_| is_collection && depth < DEEPEST) {
            self.constraints(site, &before.target, &after.target, depth + 1);
        }
    }
}

fn namespace(id: &ShapeId) -> &str {
    let id = id.as_str();
    id.split_once('#').map_or(id, |(namespace, _)| namespace)
}
