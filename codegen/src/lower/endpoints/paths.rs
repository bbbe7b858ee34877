//! Ways into an input: the part of JMESPath that leads to texts, booleans and lists of texts.

use crate::ir::{
    Client, InputPath, PathEnd, PathField, Scalar, Structure, TextStep, Type, TypeRef,
};

/// The way to a member at the top of an input.
pub(super) fn of_member(client: &Client, input: &Structure, member: &str) -> Option<InputPath> {
    read(client, input, member).ok()
}

/// The way that `path` describes; `Err` says what stands against it.
pub(super) fn read(client: &Client, input: &Structure, path: &str) -> Result<InputPath, String> {
    if let Some(inner) = path.strip_prefix("keys(") {
        let inner = inner.strip_suffix(')').ok_or("a parenthesis has no end")?;
        let way = follow(client, input, inner)?;
        return match way.here {
            Here::Value(Type::Map { .. }) if way.steps.is_empty() => Ok(InputPath {
                fields: way.fields,
                end: PathEnd::Keys,
            }),
            _ => Err(format!("`{inner}` is not a map, and has no keys")),
        };
    }
    follow(client, input, path)?.end(path)
}

/// What a way has come to, of which there may be many.
enum Here<'a> {
    Input(&'a Structure),
    Value(Type),
    /// The texts that several ways lead to, as a list.
    Selected,
}

/// A way as far as it is read.
struct Way<'a> {
    client: &'a Client,
    fields: Vec<PathField>,
    steps: Vec<TextStep>,
    here: Here<'a>,
    /// In how many lists, one in the other, JMESPath has what it comes to.
    depth: usize,
}

fn follow<'a>(client: &'a Client, input: &'a Structure, path: &str) -> Result<Way<'a>, String> {
    let mut way = Way {
        client,
        fields: Vec::new(),
        steps: Vec::new(),
        here: Here::Input(input),
        depth: 0,
    };
    let mut rest = path;
    let mut is_first = true;
    while is_first || !rest.is_empty() {
        let before = &path[..path.len() - rest.len()];
        let part = match is_first {
            true => Some(rest),
            false => rest.strip_prefix('.'),
        };
        rest = if let Some(after) = rest.strip_prefix("[*]").filter(|_| !is_first) {
            way.elements(before)?;
            after
        } else if let Some(after) = rest.strip_prefix("[]").filter(|_| !is_first) {
            way.flatten(before)?;
            after
        } else if let Some(after) = part.and_then(|part| part.strip_prefix('*')) {
            way.values(before)?;
            after
        } else if let Some(inner) = part.and_then(|part| part.strip_prefix('[')) {
            let (inner, after) = inner.split_once(']').ok_or("a bracket has no end")?;
            way.select(inner)?;
            after
        } else if let Some(part) = part {
            let end = part.find(['.', '[']).unwrap_or(part.len());
            let (name, after) = part.split_at(end);
            way.member(name)?;
            after
        } else {
            return Err(format!("`{rest}` cannot follow `{before}`"));
        };
        is_first = false;
    }
    Ok(way)
}

impl Way<'_> {
    fn member(&mut self, name: &str) -> Result<(), String> {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if name.is_empty() || !name.chars().all(is_plain) {
            return Err(format!("`{name}` is not the name of a member"));
        }
        let structure = match &self.here {
            Here::Input(input) => Some(*input),
            Here::Value(Type::Structure(reference)) => find(self.client, reference),
            Here::Value(_) | Here::Selected => None,
        };
        let members = structure.map_or(&[][..], |structure| &structure.members);
        let member = members.iter().find(|member| member.model == name);
        let member = member.ok_or(format!("there is no member `{name}` on the way"))?;
        let field = PathField {
            rust: member.name.rust.clone(),
            optional: member.optional,
        };
        match self.steps.last_mut() {
            None => self.fields.push(field),
            Some(TextStep::Members(fields)) => fields.push(field),
            Some(_) => self.steps.push(TextStep::Members(vec![field])),
        }
        self.here = Here::Value(member.ty.clone());
        Ok(())
    }

    /// `[*]`
    fn elements(&mut self, before: &str) -> Result<(), String> {
        match &self.here {
            Here::Value(Type::List { element, sparse }) => {
                self.steps.push(TextStep::Elements { sparse: *sparse });
                self.here = Here::Value((**element).clone());
            }
            // They come one after the other.
            Here::Selected => self.here = Here::Value(Type::String),
            _ => return Err(format!("`{before}` is not a list")),
        }
        self.depth += 1;
        Ok(())
    }

    /// `*`
    fn values(&mut self, before: &str) -> Result<(), String> {
        let Here::Value(Type::Map { value, sparse, .. }) = &self.here else {
            return Err(format!("`{before}` is not a map"));
        };
        self.steps.push(TextStep::Values { sparse: *sparse });
        self.here = Here::Value((**value).clone());
        self.depth += 1;
        Ok(())
    }

    /// `[]`: of the lists in a list one is made.
    fn flatten(&mut self, before: &str) -> Result<(), String> {
        if self.depth > 1 {
            self.depth -= 1;
            return Ok(());
        }
        if self.depth == 0 {
            self.elements(before)?;
        }
        if matches!(&self.here, Here::Selected | Here::Value(Type::List { .. })) {
            self.elements(before)?;
            self.depth -= 1;
        }
        Ok(())
    }

    /// `[a, b.c]`
    fn select(&mut self, inner: &str) -> Result<(), String> {
        let input = match &self.here {
            Here::Input(input) => Some(*input),
            Here::Value(Type::Structure(reference)) => find(self.client, reference),
            Here::Value(_) | Here::Selected => None,
        };
        let input = input.ok_or(format!("`[{inner}]` selects members of what has none"))?;
        let ways = inner.split(',').map(|path| {
            let path = path.trim();
            let way = follow(self.client, input, path)?;
            match way.here {
                Here::Value(ty) if way.steps.is_empty() && is_text(&ty) => Ok(way.fields),
                _ => Err(format!("`{path}` is not a text")),
            }
        });
        self.steps
            .push(TextStep::Each(ways.collect::<Result<_, String>>()?));
        self.here = Here::Selected;
        Ok(())
    }

    fn end(mut self, path: &str) -> Result<InputPath, String> {
        let end = match (self.depth, &self.here) {
            (0, Here::Value(Type::Scalar(Scalar::Bool))) => PathEnd::Boolean,
            (0, Here::Value(ty)) if is_text(ty) => PathEnd::Text,
            (0, Here::Value(Type::List { element, sparse })) if is_text(element) => {
                self.steps.push(TextStep::Elements { sparse: *sparse });
                PathEnd::Texts(self.steps)
            }
            (0, Here::Selected) => PathEnd::Texts(self.steps),
            (1, Here::Value(ty)) if is_text(ty) => PathEnd::Texts(self.steps),
            (0, _) => {
                return Err(format!("`{path}` is not a text, boolean or list of texts"));
            }
            _ => return Err(format!("`{path}` does not lead to texts")),
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

fn is_text(ty: &Type) -> bool {
    matches!(ty, Type::String | Type::Enum(_))
}
