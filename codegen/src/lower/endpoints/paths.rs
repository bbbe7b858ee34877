//! Paths into an input: the part of JMESPath that selects a string, a boolean or a list of strings.

use crate::ir::{
    Client, InputPath, PathEnd, PathField, Scalar, StringStep, Structure, Type, TypeRef,
};
use crate::lower::jmespath::{self, Expression};

/// Returns the path to a member at the top of an input.
pub(super) fn to_member(client: &Client, input: &Structure, member: &str) -> Option<InputPath> {
    let cursor = Cursor::new(client, input);
    cursor.member(member).ok()?.finish().ok()
}

/// Parses a path into an input.
///
/// # Errors
/// Returns the reason if the path is invalid or not supported.
pub(super) fn parse(client: &Client, input: &Structure, path: &str) -> Result<InputPath, String> {
    let cursor = Cursor::new(client, input);
    match jmespath::parse(path)? {
        Expression::Call(name, arguments) => match (&*name, &*arguments) {
            ("keys", [argument]) => cursor.follow(argument)?.keys(),
            _ => Err(format!("the function `{name}` is not supported")),
        },
        expression => cursor.follow(&expression)?.finish(),
    }
}

/// The current position of a [`Cursor`].
///
/// After a projection it stands for each of several values.
enum Position<'a> {
    Structure(&'a Structure),
    Value(Type),
    /// The list of strings that a multiselect builds.
    Selected,
}

/// A path that is followed step by step.
struct Cursor<'a> {
    client: &'a Client,
    fields: Vec<PathField>,
    steps: Vec<StringStep>,
    position: Position<'a>,
    /// The number of nested lists that JMESPath has built around the position.
    depth: usize,
}

impl<'a> Cursor<'a> {
    fn new(client: &'a Client, structure: &'a Structure) -> Self {
        Self {
            client,
            fields: Vec::new(),
            steps: Vec::new(),
            position: Position::Structure(structure),
            depth: 0,
        }
    }

    fn follow(self, expression: &Expression) -> Result<Self, String> {
        match expression {
            Expression::Current => Ok(self),
            Expression::Member(holder, name) => self.follow(holder)?.member(name),
            Expression::Each { list, flat: false } => self.follow(list)?.elements(),
            Expression::Each { list, flat: true } => self.follow(list)?.flatten(),
            Expression::Values(map) => self.follow(map)?.values(),
            Expression::Select(holder, parts) => self.follow(holder)?.select(parts),
            _ => Err("the path has an expression that paths do not support".to_owned()),
        }
    }

    /// Returns the structure at the position, if it is one.
    fn structure(&self) -> Option<&'a Structure> {
        match &self.position {
            Position::Structure(structure) => Some(structure),
            Position::Value(Type::Structure(reference)) => find(self.client, reference),
            Position::Value(_) | Position::Selected => None,
        }
    }

    /// Follows a member of the structure at the position.
    fn member(mut self, name: &str) -> Result<Self, String> {
        let Some(structure) = self.structure() else {
            return Err(format!("`{name}` follows a value that is not a structure"));
        };
        let mut members = structure.members.iter();
        let Some(member) = members.find(|member| member.model == name) else {
            let holder = &structure.name.wire;
            return Err(format!("`{holder}` has no member `{name}`"));
        };
        let field = PathField {
            rust: member.name.rust.clone(),
            optional: member.optional,
        };
        match self.steps.last_mut() {
            None => self.fields.push(field),
            Some(StringStep::Members(fields)) => fields.push(field),
            Some(_) => self.steps.push(StringStep::Members(vec![field])),
        }
        self.position = Position::Value(member.ty.clone());
        Ok(self)
    }

    /// Follows `[*]`.
    fn elements(mut self) -> Result<Self, String> {
        match self.position {
            Position::Value(Type::List { element, sparse }) => {
                self.steps.push(StringStep::Elements { sparse });
                self.position = Position::Value(*element);
            }
            // `StringStep::Each` already yields the strings one by one.
            Position::Selected => self.position = Position::Value(Type::String),
            _ => return Err("`[*]` or `[]` follows a value that is not a list".to_owned()),
        }
        self.depth += 1;
        Ok(self)
    }

    /// Follows `*`.
    fn values(mut self) -> Result<Self, String> {
        let Position::Value(Type::Map { value, sparse, .. }) = self.position else {
            return Err("`*` follows a value that is not a map".to_owned());
        };
        self.steps.push(StringStep::Values { sparse });
        self.position = Position::Value(*value);
        self.depth += 1;
        Ok(self)
    }

    /// Follows `[]`, which merges the lists in a list into one.
    fn flatten(mut self) -> Result<Self, String> {
        if self.depth > 1 {
            self.depth -= 1;
            return Ok(self);
        }
        if self.depth == 0 {
            self = self.elements()?;
        }
        if matches!(
            &self.position,
            Position::Selected | Position::Value(Type::List { .. })
        ) {
            self = self.elements()?;
            self.depth -= 1;
        }
        Ok(self)
    }

    /// Follows `[a, b.c]`, which builds a list of strings.
    fn select(mut self, parts: &[Expression]) -> Result<Self, String> {
        let structure = self.structure();
        let structure = structure.ok_or("`[a, b]` follows a value that is not a structure")?;
        let paths = parts.iter().map(|part| {
            let cursor = Cursor::new(self.client, structure).follow(part)?;
            match cursor.position {
                Position::Value(ty) if cursor.steps.is_empty() && ty.is_string() => {
                    Ok(cursor.fields)
                }
                _ => Err("`[a, b]` selects a value that is not a string".to_owned()),
            }
        });
        let paths = paths.collect::<Result<_, String>>()?;
        self.steps.push(StringStep::Each(paths));
        self.position = Position::Selected;
        Ok(self)
    }

    /// Follows `keys(…)`.
    fn keys(self) -> Result<InputPath, String> {
        match self.position {
            Position::Value(Type::Map { .. }) if self.steps.is_empty() => Ok(InputPath {
                fields: self.fields,
                end: PathEnd::Keys,
            }),
            _ => Err("the argument of `keys` is not a single map".to_owned()),
        }
    }

    /// Returns the complete path if there is a supported value at the position.
    fn finish(mut self) -> Result<InputPath, String> {
        let end = match (self.depth, &self.position) {
            (0, Position::Value(Type::Scalar(Scalar::Bool))) => PathEnd::Boolean,
            (0, Position::Value(ty)) if ty.is_string() => PathEnd::String,
            (0, Position::Value(Type::List { element, sparse })) if element.is_string() => {
                self.steps.push(StringStep::Elements { sparse: *sparse });
                PathEnd::Strings(self.steps)
            }
            (0, Position::Selected) => PathEnd::Strings(self.steps),
            (1, Position::Value(ty)) if ty.is_string() => PathEnd::Strings(self.steps),
            _ => {
                let reason = "the value at the path is not a string, boolean or list of strings";
                return Err(reason.to_owned());
            }
        };
        Ok(InputPath {
            fields: self.fields,
            end,
        })
    }
}

fn find<'a>(client: &'a Client, reference: &TypeRef) -> Option<&'a Structure> {
    let mut structures = client.structures.iter();
    structures.find(|structure| structure.name.rust == reference.rust)
}
