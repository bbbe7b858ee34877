//! Ways into an input: the part of JMESPath that leads to texts, booleans and lists of texts.

use crate::ir::{
    Client, InputPath, PathEnd, PathField, Scalar, StringStep, Structure, Type, TypeRef,
};
use crate::lower::jmespath::{self, Expression};

/// The way to a member at the top of an input.
pub(super) fn of_member(client: &Client, input: &Structure, member: &str) -> Option<InputPath> {
    Way::from(client, input).member(member).ok()?.end().ok()
}

/// The way that `path` describes; `Err` says what stands against it.
pub(super) fn read(client: &Client, input: &Structure, path: &str) -> Result<InputPath, String> {
    let way = Way::from(client, input);
    match jmespath::parse(path)? {
        Expression::Call(name, arguments) => match (&*name, &*arguments) {
            ("keys", [of]) => way.follow(of)?.keys(),
            _ => Err(format!("the function `{name}` is not known")),
        },
        expression => way.follow(&expression)?.end(),
    }
}

/// What a way has come to, of which there may be many.
enum Here<'a> {
    Structure(&'a Structure),
    Value(Type),
    /// The texts that several ways lead to, as a list.
    Selected,
}

/// A way as far as it is followed.
struct Way<'a> {
    client: &'a Client,
    fields: Vec<PathField>,
    steps: Vec<StringStep>,
    here: Here<'a>,
    /// In how many lists, one in the other, JMESPath has what it comes to.
    depth: usize,
}

impl<'a> Way<'a> {
    fn from(client: &'a Client, structure: &'a Structure) -> Self {
        Self {
            client,
            fields: Vec::new(),
            steps: Vec::new(),
            here: Here::Structure(structure),
            depth: 0,
        }
    }

    fn follow(self, expression: &Expression) -> Result<Self, String> {
        match expression {
            Expression::Current => Ok(self),
            Expression::Member(of, name) => self.follow(of)?.member(name),
            Expression::Each { list, flat: false } => self.follow(list)?.elements(),
            Expression::Each { list, flat: true } => self.follow(list)?.flatten(),
            Expression::Values(of) => self.follow(of)?.values(),
            Expression::Select(of, parts) => self.follow(of)?.select(parts),
            _ => Err("a path holds what none can hold".to_owned()),
        }
    }

    /// The structure whose members can come next.
    fn structure(&self) -> Option<&'a Structure> {
        match &self.here {
            Here::Structure(structure) => Some(structure),
            Here::Value(Type::Structure(reference)) => find(self.client, reference),
            Here::Value(_) | Here::Selected => None,
        }
    }

    fn member(mut self, name: &str) -> Result<Self, String> {
        let structure = self.structure();
        let structure =
            structure.ok_or_else(|| format!("a path asks for `{name}` of no structure"))?;
        let mut members = structure.members.iter();
        let member = members.find(|member| member.model == name);
        let member = member.ok_or_else(|| {
            let holder = &structure.name.wire;
            format!("a path asks for `{name}`, which `{holder}` does not have")
        })?;
        let field = PathField {
            rust: member.name.rust.clone(),
            optional: member.optional,
        };
        match self.steps.last_mut() {
            None => self.fields.push(field),
            Some(StringStep::Members(fields)) => fields.push(field),
            Some(_) => self.steps.push(StringStep::Members(vec![field])),
        }
        self.here = Here::Value(member.ty.clone());
        Ok(self)
    }

    /// `[*]`
    fn elements(mut self) -> Result<Self, String> {
        match self.here {
            Here::Value(Type::List { element, sparse }) => {
                self.steps.push(StringStep::Elements { sparse });
                self.here = Here::Value(*element);
            }
            // They come one after the other.
            Here::Selected => self.here = Here::Value(Type::String),
            _ => return Err("a path asks for the elements of no list".to_owned()),
        }
        self.depth += 1;
        Ok(self)
    }

    /// `*`
    fn values(mut self) -> Result<Self, String> {
        let Here::Value(Type::Map { value, sparse, .. }) = self.here else {
            return Err("a path asks for the values of no map".to_owned());
        };
        self.steps.push(StringStep::Values { sparse });
        self.here = Here::Value(*value);
        self.depth += 1;
        Ok(self)
    }

    /// `[]`: of the lists in a list one is made.
    fn flatten(mut self) -> Result<Self, String> {
        if self.depth > 1 {
            self.depth -= 1;
            return Ok(self);
        }
        if self.depth == 0 {
            self = self.elements()?;
        }
        if matches!(&self.here, Here::Selected | Here::Value(Type::List { .. })) {
            self = self.elements()?;
            self.depth -= 1;
        }
        Ok(self)
    }

    /// `[a, b.c]`
    fn select(mut self, parts: &[Expression]) -> Result<Self, String> {
        let structure = self.structure();
        let structure = structure.ok_or("a path selects members of no structure")?;
        let ways = parts.iter().map(|part| {
            let way = Way::from(self.client, structure).follow(part)?;
            match way.here {
                Here::Value(ty) if way.steps.is_empty() && is_string(&ty) => Ok(way.fields),
                _ => Err("a path selects what is not a text".to_owned()),
            }
        });
        let ways = ways.collect::<Result<_, String>>()?;
        self.steps.push(StringStep::Each(ways));
        self.here = Here::Selected;
        Ok(self)
    }

    /// `keys(…)`
    fn keys(self) -> Result<InputPath, String> {
        match self.here {
            Here::Value(Type::Map { .. }) if self.steps.is_empty() => Ok(InputPath {
                fields: self.fields,
                end: PathEnd::Keys,
            }),
            _ => Err("`keys` is asked of what is not one map".to_owned()),
        }
    }

    fn end(mut self) -> Result<InputPath, String> {
        let end = match (self.depth, &self.here) {
            (0, Here::Value(Type::Scalar(Scalar::Bool))) => PathEnd::Boolean,
            (0, Here::Value(ty)) if is_string(ty) => PathEnd::String,
            (0, Here::Value(Type::List { element, sparse })) if is_string(element) => {
                self.steps.push(StringStep::Elements { sparse: *sparse });
                PathEnd::Strings(self.steps)
            }
            (0, Here::Selected) => PathEnd::Strings(self.steps),
            (1, Here::Value(ty)) if is_string(ty) => PathEnd::Strings(self.steps),
            _ => {
                return Err("a path does not lead to a text, boolean or list of texts".to_owned());
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
    structures.find(|own| own.name.rust == reference.rust)
}

fn is_string(ty: &Type) -> bool {
    matches!(ty, Type::String | Type::Enum(_))
}
