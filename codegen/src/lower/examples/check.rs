//! The values of examples, checked against the model.

use serde_json::{Map, Value};

use super::constraints;
use super::report::Reporter;
use crate::ast::{Member, Shape, ShapeKind, TimestampFormat, brief, ids};
use crate::diagnostics::{Code, Step};
use crate::lower::defaults::timestamps;
use crate::lower::regex::Patterns;
use crate::lower::types::Types;

/// Checker of one value and the values in it.
pub(super) struct Checker<'a, 'o, 'd> {
    pub(super) types: &'a Types<'a>,
    pub(super) patterns: &'a Patterns,
    pub(super) reporter: &'a mut Reporter<'o, 'd>,
    /// The place of the value in the trait.
    pub(super) place: Vec<Step>,
    /// `true` if values may violate constraints, and required members may be missing.
    pub(super) allows_constraint_errors: bool,
}

impl Checker<'_, '_, '_> {
    /// Checks the members of a structure; `None` stands for one without members.
    pub(super) fn members(&mut self, shape: Option<&Shape>, values: &Map<String, Value>) {
        let members: Vec<_> = shape.into_iter().flat_map(Shape::members).collect();
        for (name, value) in values {
            match members.iter().find(|member| member.name == *name) {
                Some(member) => self.inside(name.as_str(), |checker| checker.value(member, value)),
                None => self.unknown_member(shape, name),
            }
        }
        let Some(shape) = shape.filter(|_| !self.allows_constraint_errors) else {
            return;
        };
        for member in members {
            let is_set = values.contains_key(&member.name) || self.has_default(member);
            if member.traits.is_required() && !is_set {
                let reason = format!("the required member `{}` is missing", member.name);
                let help = format!("add a value: {} requires it", shape.id);
                self.report(Code::ExampleMember, reason, help);
            }
        }
    }

    /// Returns `true` if the client has a value for the member if it is unset.
    fn has_default(&self, member: &Member) -> bool {
        let target = || self.types.target_default(&member.target);
        member.traits.has(ids::IDEMPOTENCY_TOKEN)
            || member.traits.default_value().is_some()
            || target().is_some()
    }

    fn unknown_member(&mut self, shape: Option<&Shape>, name: &str) {
        let Some(shape) = shape else {
            let reason = format!("there is no member `{name}`");
            self.inside(name, |checker| {
                let help = "remove it: the model declares no members here";
                checker.report(Code::ExampleMember, reason, help.to_owned());
            });
            return;
        };
        // A member that could not be read has been reported.
        if shape.is_partial {
            return;
        }
        let place = [&*self.place, &[name.into()]].concat();
        let reason = format!("{} has no member `{name}`", shape.id);
        let help = "correct the name, or remove the value";
        self.reporter
            .report(Code::ExampleMember, reason, help, place)
            .key()
            .did_you_mean(name, shape.members().map(|member| &*member.name));
    }

    /// Checks the value of a structure's member, an element, or a key or value of a map.
    fn value(&mut self, member: &Member, value: &Value) {
        // A shape that does not exist has been reported.
        let Some(kind) = self.types.kind(&member.target) else {
            return;
        };
        let model = self.types.closure.model;
        let target = model.shape(&member.target);
        let faults = self.reporter.faults;
        let is_sparse = target.is_some_and(|shape| shape.traits.is_sparse());
        match (&*kind, value) {
            (ShapeKind::Structure(_), Value::Object(values)) => self.members(target, values),
            (ShapeKind::Union(members), Value::Object(values)) => {
                self.union(member, members, values);
            }
            (ShapeKind::List(element), Value::Array(values)) => {
                for (index, value) in values.iter().enumerate() {
                    let is_null = is_sparse && value.is_null();
                    if !is_null {
                        self.inside(index, |checker| checker.value(element, value));
                    }
                }
            }
            (ShapeKind::Map(key, element), Value::Object(values)) => {
                for (name, value) in values {
                    let is_null = is_sparse && value.is_null();
                    self.inside(name.as_str(), |checker| {
                        checker.value(key, &Value::String(name.clone()));
                        if !is_null {
                            checker.value(element, value);
                        }
                    });
                }
            }
            (kind, value) => {
                if let Some(expected) = self.mismatch(member, kind, value) {
                    let reason = format!("{} is not {expected}", brief(value));
                    let help = format!("write a value of the type of {}", member.id);
                    self.report(Code::ExampleType, reason, help);
                }
            }
        }
        if self.reporter.faults == faults && !self.allows_constraint_errors {
            let violation = constraints::violation(member, target, &kind, value, self.patterns);
            if let Some(violation) = violation {
                let place = self.place.clone();
                self.reporter
                    .report(
                        Code::ExampleConstraint,
                        violation.reason,
                        violation.help,
                        place,
                    )
                    .did_you_mean(
                        value.as_str().unwrap_or_default(),
                        violation.known.iter().map(|known| &**known),
                    );
            }
        }
    }

    fn union(&mut self, member: &Member, members: &[Member], values: &Map<String, Value>) {
        let mut entries = values.iter();
        let (Some((name, value)), None) = (entries.next(), entries.next()) else {
            let reason = "the union has not exactly one member";
            let help = format!(
                "write an object with one of the members of {}",
                member.target
            );
            self.report(Code::ExampleType, reason.to_owned(), help);
            return;
        };
        match members.iter().find(|member| member.name == *name) {
            Some(member) => self.inside(name.as_str(), |checker| checker.value(member, value)),
            None => self.unknown_member(self.types.closure.model.shape(&member.target), name),
        }
    }

    /// Describes the expected type, if the value has another one.
    fn mismatch(&self, member: &Member, kind: &ShapeKind, value: &Value) -> Option<&'static str> {
        let is_integer = |min: i64, max: i64| {
            let number = value.as_i64();
            number.is_some_and(|number| (min..=max).contains(&number))
        };
        let is_special = || matches!(value.as_str(), Some("NaN" | "Infinity" | "-Infinity"));
        let (is_valid, expected) = match kind {
            ShapeKind::Boolean => (value.is_boolean(), "a boolean"),
            ShapeKind::String | ShapeKind::Enum(_) => (value.is_string(), "a string"),
            ShapeKind::Blob => (value.is_string(), "a string with the blob's bytes"),
            ShapeKind::Byte => (is_integer(-0x80, 0x7f), "an integer of 8 bits"),
            ShapeKind::Short => (is_integer(-0x8000, 0x7fff), "an integer of 16 bits"),
            ShapeKind::Integer | ShapeKind::IntEnum(_) => (
                is_integer(i32::MIN.into(), i32::MAX.into()),
                "an integer of 32 bits",
            ),
            ShapeKind::Long => (value.is_i64(), "an integer of 64 bits"),
            ShapeKind::Float | ShapeKind::Double | ShapeKind::BigDecimal => {
                (value.is_number() || is_special(), "a number")
            }
            ShapeKind::BigInteger => (value.is_i64() || value.is_u64(), "an integer"),
            ShapeKind::Timestamp => return self.mismatched_time(member, value),
            ShapeKind::Document => (true, "a document"),
            ShapeKind::List(_) => (false, "a list"),
            ShapeKind::Map(..) | ShapeKind::Structure(_) | ShapeKind::Union(_) => {
                (false, "an object")
            }
            // Other shapes are no values, which has been reported.
            ShapeKind::Service { .. }
            | ShapeKind::Resource { .. }
            | ShapeKind::Operation { .. } => (true, "a value"),
        };
        (!is_valid).then_some(expected)
    }

    /// Describes the expected timestamp, if the value has another form. As Smithy requires, it has
    /// the member's format; without one, it is a number or a string of RFC 3339.
    fn mismatched_time(&self, member: &Member, value: &Value) -> Option<&'static str> {
        let format = self.types.declared_format(member);
        let is_time = |format| {
            let string = value.as_str();
            string.is_some_and(|string| timestamps::parse(string, format).is_some())
        };
        let (is_valid, expected) = match format {
            None => (
                value.is_number() || is_time(TimestampFormat::DateTime),
                "a timestamp: seconds since the epoch, or a string of RFC 3339",
            ),
            Some(TimestampFormat::EpochSeconds) => {
                (value.is_number(), "a timestamp in seconds since the epoch")
            }
            Some(TimestampFormat::DateTime) => (
                is_time(TimestampFormat::DateTime),
                "a timestamp of RFC 3339",
            ),
            Some(TimestampFormat::HttpDate) => (
                is_time(TimestampFormat::HttpDate),
                "a timestamp of RFC 9110",
            ),
        };
        (!is_valid).then_some(expected)
    }

    /// Runs `check` on the value at a key or index.
    fn inside(&mut self, step: impl Into<Step>, check: impl FnOnce(&mut Self)) {
        self.place.push(step.into());
        check(self);
        self.place.pop();
    }

    fn report(&mut self, code: Code, reason: String, help: String) {
        self.reporter.report(code, reason, help, self.place.clone());
    }
}
