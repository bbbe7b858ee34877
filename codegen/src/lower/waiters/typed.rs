//! Expressions over the structures of a client.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::ir::{Comparison, Operand, Path, PathStep, Predicate, Scalar, Structure, Type, TypeRef};
use crate::lower::jmespath::Expression;

/// Structures by their Rust names.
pub(super) struct Structures<'a>(BTreeMap<&'a str, &'a Structure>);

impl<'a> Structures<'a> {
    pub(super) fn new(structures: &'a [Structure]) -> Self {
        let named = structures.iter();
        Self(named.map(|one| (&*one.name.rust, one)).collect())
    }
}

/// What an expression is about.
pub(super) struct Scope<'a> {
    /// What was asked for, where it can be looked at too: it is then called `input`, and the answer
    /// `output`.
    pub(super) input: Option<&'a Structure>,
    pub(super) output: &'a Structure,
    pub(super) known: &'a Structures<'a>,
}

/// Where a path has come to.
enum Place<'a> {
    /// Before `input` or `output`.
    Start,
    /// In one of the two.
    Top(bool, &'a Structure),
    /// Further down.
    Path(Path),
}

impl Scope<'_> {
    /// The expression as a truth.
    pub(super) fn condition(&self, expression: &Expression) -> Result<Predicate, String> {
        let both = |a: &Expression, b: &Expression| {
            Ok::<_, String>(vec![self.condition(a)?, self.condition(b)?])
        };
        Ok(match expression {
            Expression::And(a, b) => Predicate::And(both(a, b)?),
            Expression::Or(a, b) => Predicate::Or(both(a, b)?),
            Expression::Not(value) => Predicate::Not(Box::new(self.condition(value)?)),
            Expression::Compare(comparison, a, b) => self.comparison(*comparison, a, b)?,
            other => {
                let path = self.one(other)?;
                if path.ty != Type::Scalar(Scalar::Bool) {
                    return Err("a path does not lead to a truth".to_owned());
                }
                Predicate::True(path)
            }
        })
    }

    fn comparison(
        &self,
        comparison: Comparison,
        a: &Expression,
        b: &Expression,
    ) -> Result<Predicate, String> {
        let (a, b) = (self.operand(a)?, self.operand(b)?);
        let kinds = (kind(&a), kind(&b));
        let is_order = !matches!(comparison, Comparison::Equal | Comparison::NotEqual);
        if kinds.0 != kinds.1 || (is_order && kinds.0 != Kind::Number) {
            return Err("two values are compared that cannot be".to_owned());
        }
        Ok(Predicate::Compare(comparison, a, b))
    }

    fn operand(&self, expression: &Expression) -> Result<Operand, String> {
        match expression {
            Expression::Literal(Value::String(text)) => Ok(Operand::String(text.clone())),
            Expression::Literal(Value::Bool(value)) => Ok(Operand::Bool(*value)),
            Expression::Literal(Value::Number(number)) => {
                let number = number.as_f64().map(Operand::Number);
                number.ok_or_else(|| "a number is too large".to_owned())
            }
            Expression::Literal(_) => Err("a literal is not a plain value".to_owned()),
            Expression::Call(name, arguments) => match (&**name, &**arguments) {
                ("length", [of]) => {
                    let path = self.path(of)?;
                    let held = matches!(path.ty, Type::List { .. } | Type::Map { .. });
                    match path.several || held || path.ty == Type::String {
                        true => Ok(Operand::Length(path)),
                        false => Err("`length` is asked of what has none".to_owned()),
                    }
                }
                _ => Err(format!("the function `{name}` is not known")),
            },
            other => {
                let path = self.one(other)?;
                match path.ty {
                    Type::String | Type::Enum(_) | Type::Scalar(_) => Ok(Operand::Path(path)),
                    _ => Err("a path does not lead to a plain value".to_owned()),
                }
            }
        }
    }

    /// The expression as a text.
    pub(super) fn text(&self, expression: &Expression) -> Result<Operand, String> {
        let operand = self.operand(expression)?;
        match kind(&operand) {
            Kind::Text => Ok(operand),
            _ => Err("a path does not lead to a text".to_owned()),
        }
    }

    /// The expression as a path to texts.
    pub(super) fn texts(&self, expression: &Expression) -> Result<Path, String> {
        let path = match self.path(expression)? {
            path if path.several => path,
            path => each(path, false)?,
        };
        match path.ty {
            Type::String | Type::Enum(_) => Ok(path),
            _ => Err("a path does not lead to texts".to_owned()),
        }
    }

    /// A path to one value.
    fn one(&self, expression: &Expression) -> Result<Path, String> {
        let path = self.path(expression)?;
        match path.several {
            false => Ok(path),
            true => Err("a path leads to several values, where one is wanted".to_owned()),
        }
    }

    fn path(&self, expression: &Expression) -> Result<Path, String> {
        match self.place(expression)? {
            Place::Path(path) => Ok(path),
            _ => Err("a path leads nowhere".to_owned()),
        }
    }

    fn place(&self, expression: &Expression) -> Result<Place<'_>, String> {
        match expression {
            Expression::Current if self.input.is_some() => Ok(Place::Start),
            Expression::Current => Ok(Place::Top(false, self.output)),
            Expression::Member(of, name) => match self.place(of)? {
                Place::Start => match (&**name, self.input) {
                    ("input", Some(input)) => Ok(Place::Top(true, input)),
                    ("output", _) => Ok(Place::Top(false, self.output)),
                    _ => Err(format!(
                        "a path begins with `{name}`, not with input or output"
                    )),
                },
                Place::Top(from_input, structure) => {
                    let path = Path {
                        from_input,
                        steps: Vec::new(),
                        ty: Type::String,
                        several: false,
                    };
                    member(path, structure, name).map(Place::Path)
                }
                Place::Path(path) => {
                    let structure = match &path.ty {
                        Type::Structure(reference) => self.known.0.get(&*reference.rust),
                        _ => None,
                    };
                    let structure = structure
                        .ok_or_else(|| format!("a path asks for `{name}` of no structure"))?;
                    member(path, structure, name).map(Place::Path)
                }
            },
            Expression::Each { of, flat } => each(self.path(of)?, *flat).map(Place::Path),
            _ => Err("a path holds what none can hold".to_owned()),
        }
    }
}

fn member(mut path: Path, structure: &Structure, name: &str) -> Result<Path, String> {
    let mut members = structure.members.iter();
    let member = members.find(|member| member.model == name);
    let member = member.ok_or_else(|| {
        let holder = &structure.name.wire;
        format!("a path asks for `{name}`, which `{holder}` does not have")
    })?;
    let boxed = match &member.ty {
        Type::Structure(TypeRef { boxed, .. }) | Type::Union(TypeRef { boxed, .. }) => *boxed,
        _ => false,
    };
    path.steps.push(PathStep::Member {
        rust: member.name.rust.clone(),
        optional: member.optional,
        boxed,
    });
    path.ty = member.ty.clone();
    Ok(path)
}

fn each(mut path: Path, flat: bool) -> Result<Path, String> {
    match path.ty {
        // Lists of lists are for `[]` only, which makes one of them.
        Type::List { .. } if path.several && !flat => {
            Err("a path leads to lists in a list".to_owned())
        }
        Type::List {
            element,
            sparse: false,
        } => {
            path.steps.push(PathStep::Each);
            path.ty = *element;
            path.several = true;
            Ok(path)
        }
        // There is nothing to flatten.
        _ if path.several && flat => Ok(path),
        _ => Err("a path asks for the elements of no list".to_owned()),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
    Bool,
}

fn kind(operand: &Operand) -> Kind {
    match operand {
        Operand::String(_) => Kind::Text,
        Operand::Number(_) | Operand::Length(_) => Kind::Number,
        Operand::Bool(_) => Kind::Bool,
        Operand::Path(path) => match path.ty {
            Type::Scalar(Scalar::Bool) => Kind::Bool,
            Type::Scalar(_) => Kind::Number,
            _ => Kind::Text,
        },
    }
}
