//! Type-checks expressions against the structures of a client.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::ir::{Comparison, Operand, Path, PathStep, Predicate, Scalar, Structure, Type, TypeRef};
use crate::lower::jmespath::Expression;

/// Structures by their Rust names.
pub(super) struct Structures<'a>(BTreeMap<&'a str, &'a Structure>);

impl<'a> Structures<'a> {
    pub(super) fn new(structures: &'a [Structure]) -> Self {
        let structures = structures.iter();
        Self(
            structures
                .map(|structure| (&*structure.name.rust, structure))
                .collect(),
        )
    }
}

/// The values that an expression can access.
pub(super) struct Scope<'a> {
    /// The input, if paths can access it: they then begin with `input` or `output`.
    pub(super) input: Option<&'a Structure>,
    pub(super) output: &'a Structure,
    pub(super) structures: &'a Structures<'a>,
}

/// The reason why a matcher does not fit the client.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) reason: String,
    /// The unknown name, if there is one.
    pub(super) unknown: Option<String>,
    /// The names in place of the unknown one that would be correct.
    pub(super) known: Vec<String>,
}

impl Fault {
    pub(super) fn new(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            unknown: None,
            known: Vec::new(),
        }
    }
}

impl From<String> for Fault {
    fn from(reason: String) -> Self {
        Self::new(reason)
    }
}

/// The end of a partly resolved path.
enum Place<'a> {
    /// Before `input` or `output`.
    Start,
    /// At the input (`true`) or output (`false`).
    Top(bool, &'a Structure),
    /// At a member or element.
    Path(Path),
}

impl Scope<'_> {
    /// Returns the predicate of an expression that can yield the boolean `expected`.
    pub(super) fn boolean(
        &self,
        expression: &Expression,
        expected: bool,
    ) -> Result<Predicate, Fault> {
        let predicate = self.predicate(expression)?;
        match predicate.can_be(expected) {
            true => Ok(predicate),
            false => Err(Fault::new("the path does not yield a boolean")),
        }
    }

    fn predicate(&self, expression: &Expression) -> Result<Predicate, Fault> {
        let predicates = |operands: Vec<&Expression>| {
            let predicates = operands.into_iter().map(|operand| self.predicate(operand));
            predicates.collect::<Result<Vec<_>, _>>()
        };
        Ok(match expression {
            Expression::And(..) => {
                Predicate::And(predicates(operands(
                    expression,
                    |operation| match operation {
                        Expression::And(a, b) => Some((a, b)),
                        _ => None,
                    },
                ))?)
            }
            Expression::Or(..) => {
                Predicate::Or(predicates(operands(
                    expression,
                    |operation| match operation {
                        Expression::Or(a, b) => Some((a, b)),
                        _ => None,
                    },
                ))?)
            }
            Expression::Not(value) => Predicate::Not(Box::new(self.predicate(value)?)),
            Expression::Compare(comparison, a, b) => self.comparison(*comparison, a, b)?,
            path => {
                let path = self.path(path)?;
                let is_supported = path.several
                    || matches!(
                        path.ty,
                        Type::Scalar(_)
                            | Type::String
                            | Type::Enum(_)
                            | Type::List { .. }
                            | Type::Map { .. }
                    );
                match is_supported {
                    true => Predicate::Value(path),
                    false => return Err(Fault::new("the path does not yield a boolean")),
                }
            }
        })
    }

    fn comparison(
        &self,
        comparison: Comparison,
        a: &Expression,
        b: &Expression,
    ) -> Result<Predicate, Fault> {
        let (a, b) = (self.operand(a)?, self.operand(b)?);
        let kinds = (kind(&a), kind(&b));
        if kinds.0 != kinds.1 || (comparison.is_order() && kinds.0 != Kind::Number) {
            return Err(Fault::new(
                "the compared values have different types, or cannot be ordered",
            ));
        }
        Ok(Predicate::Compare(comparison, a, b))
    }

    fn operand(&self, expression: &Expression) -> Result<Operand, Fault> {
        match expression {
            Expression::Literal(Value::String(string)) => Ok(Operand::String(string.clone())),
            Expression::Literal(Value::Bool(value)) => Ok(Operand::Bool(*value)),
            Expression::Literal(Value::Number(number)) => {
                let number = number.as_f64().map(Operand::Number);
                number.ok_or_else(|| Fault::new("the number is too large"))
            }
            Expression::Literal(_) => {
                Err(Fault::new("the literal is not a string, number or boolean"))
            }
            Expression::Call(name, arguments) => match (&**name, &**arguments) {
                ("length", [argument]) => {
                    let path = self.path(argument)?;
                    let has_length = matches!(path.ty, Type::List { .. } | Type::Map { .. });
                    match path.several || has_length || path.ty == Type::String {
                        true => Ok(Operand::Length(path)),
                        false => Err(Fault::new("the argument of `length` has no length")),
                    }
                }
                _ => Err(Fault::new(format!("the function `{name}` is not known"))),
            },
            path => {
                let path = self.single(path)?;
                match path.ty {
                    Type::String | Type::Enum(_) | Type::Scalar(_) => Ok(Operand::Path(path)),
                    _ => Err(Fault::new(
                        "the path does not yield a string, number or boolean",
                    )),
                }
            }
        }
    }

    /// Returns the operand of a string expression.
    pub(super) fn string(&self, expression: &Expression) -> Result<Operand, Fault> {
        let operand = self.operand(expression)?;
        match kind(&operand) {
            Kind::String => Ok(operand),
            _ => Err(Fault::new("the path does not yield a string")),
        }
    }

    /// Returns the path of an expression that yields strings.
    pub(super) fn strings(&self, expression: &Expression) -> Result<Path, Fault> {
        let path = match self.path(expression)? {
            path if path.several => path,
            path => each(path, false)?,
        };
        match path.ty {
            Type::String | Type::Enum(_) => Ok(path),
            _ => Err(Fault::new("the path does not yield strings")),
        }
    }

    /// Returns the path of an expression that yields one value.
    fn single(&self, expression: &Expression) -> Result<Path, Fault> {
        let path = self.path(expression)?;
        match path.several {
            false => Ok(path),
            true => Err(Fault::new("the path yields several values instead of one")),
        }
    }

    fn path(&self, expression: &Expression) -> Result<Path, Fault> {
        match self.place(expression)? {
            Place::Path(path) => Ok(path),
            _ => Err(Fault::new("the path yields no value")),
        }
    }

    fn place(&self, expression: &Expression) -> Result<Place<'_>, Fault> {
        match expression {
            Expression::Current if self.input.is_some() => Ok(Place::Start),
            Expression::Current => Ok(Place::Top(false, self.output)),
            Expression::Member(holder, name) => match self.place(holder)? {
                Place::Start => match (&**name, self.input) {
                    ("input", Some(input)) => Ok(Place::Top(true, input)),
                    ("output", _) => Ok(Place::Top(false, self.output)),
                    _ => Err(Fault::new(format!(
                        "the path begins with `{name}` instead of `input` or `output`"
                    ))),
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
                        Type::Structure(reference) => self.structures.0.get(&*reference.rust),
                        _ => None,
                    };
                    let structure = structure.ok_or_else(|| {
                        Fault::new(format!("the holder of `{name}` is not a structure"))
                    })?;
                    member(path, structure, name).map(Place::Path)
                }
            },
            Expression::Each { list, flat } => each(self.path(list)?, *flat).map(Place::Path),
            _ => Err(Fault::new("the path contains an unsupported expression")),
        }
    }
}

/// Returns the operands of a chain of the same operator, which the parser nests to the left.
fn operands<'e>(
    expression: &'e Expression,
    split: impl Fn(&'e Expression) -> Option<(&'e Expression, &'e Expression)>,
) -> Vec<&'e Expression> {
    let mut operands = Vec::new();
    let mut first = expression;
    while let Some((left, right)) = split(first) {
        operands.push(right);
        first = left;
    }
    operands.push(first);
    operands.reverse();
    operands
}

fn member(mut path: Path, structure: &Structure, name: &str) -> Result<Path, Fault> {
    let mut members = structure.members.iter();
    let member = members.find(|member| member.model == name);
    let member = member.ok_or_else(|| {
        let holder = &structure.name.rust;
        let members = structure.members.iter();
        Fault {
            reason: format!("`{holder}` has no member `{name}`"),
            unknown: Some(name.to_owned()),
            known: members.map(|member| member.model.clone()).collect(),
        }
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

fn each(mut path: Path, flat: bool) -> Result<Path, Fault> {
    match path.ty {
        // Only `[]` supports lists of lists; it flattens them.
        Type::List { .. } if path.several && !flat => {
            Err(Fault::new("the path yields a list of lists"))
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
        // These values are not lists: there is nothing to flatten.
        _ if path.several && flat => Ok(path),
        _ => Err(Fault::new(
            "the path takes elements of a value that is not a list",
        )),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    String,
    Number,
    Bool,
}

fn kind(operand: &Operand) -> Kind {
    match operand {
        Operand::String(_) => Kind::String,
        Operand::Number(_) | Operand::Length(_) => Kind::Number,
        Operand::Bool(_) => Kind::Bool,
        Operand::Path(path) => match path.ty {
            Type::Scalar(Scalar::Bool) => Kind::Bool,
            Type::Scalar(_) => Kind::Number,
            _ => Kind::String,
        },
    }
}
