//! Ways into an input: the part of JMESPath that leads to texts, booleans and lists of texts.

use crate::ir::{Client, InputPath, PathEnd, PathField, Scalar, Structure, Type};

/// The way to a member at the top of an input.
pub(super) fn of_member(client: &Client, input: &Structure, member: &str) -> Option<InputPath> {
    read(client, input, member).ok()
}

/// The way that `path` describes; `Err` says what stands against it.
pub(super) fn read(client: &Client, input: &Structure, path: &str) -> Result<InputPath, String> {
    if let Some(inner) = path.strip_prefix("keys(") {
        let inner = inner.strip_suffix(')').ok_or("a parenthesis has no end")?;
        let (fields, end) = fields(client, input, inner)?;
        return match end {
            Type::Map { .. } => Ok(InputPath {
                fields,
                end: PathEnd::Keys,
            }),
            _ => Err(format!("`{inner}` is not a map, and has no keys")),
        };
    }
    let projection = [("[*]", false), (".*", true)];
    let found = projection.iter().find_map(|(mark, is_map)| {
        let (before, after) = path.split_once(mark)?;
        Some((before, after, *is_map))
    });
    let Some((before, after, is_map)) = found else {
        let (fields, end) = fields(client, input, path)?;
        let end =
            end_of(&end).ok_or(format!("`{path}` is not a text, boolean or list of texts"))?;
        return Ok(InputPath { fields, end });
    };
    let (way, list) = fields(client, input, before)?;
    let (element, sparse) = match (list, is_map) {
        (Type::List { element, sparse }, false) => (*element, sparse),
        (Type::Map { value, sparse, .. }, true) => (*value, sparse),
        (_, false) => return Err(format!("`{before}` is not a list")),
        (_, true) => return Err(format!("`{before}` is not a map")),
    };
    let (inner, end) = match (after.strip_prefix('.'), &element) {
        (None, _) if after.is_empty() => (Vec::new(), element),
        (Some(rest), Type::Structure(reference)) => {
            let structure = find(client, &reference.rust).ok_or("its elements are unknown")?;
            fields(client, structure, rest)?
        }
        _ => {
            return Err(format!(
                "`{after}` cannot follow the elements of `{before}`"
            ));
        }
    };
    match end {
        Type::String | Type::Enum(_) => Ok(InputPath {
            fields: way,
            end: PathEnd::Each {
                is_map,
                sparse,
                fields: inner,
            },
        }),
        _ => Err(format!("`{path}` does not lead to texts")),
    }
}

/// The members that `path` names, joined by dots, and the type of the last one.
fn fields(
    client: &Client,
    structure: &Structure,
    path: &str,
) -> Result<(Vec<PathField>, Type), String> {
    let mut fields = Vec::new();
    let mut holder = Some(structure);
    let mut end = None;
    for name in path.split('.') {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if name.is_empty() || !name.chars().all(is_plain) {
            return Err(format!("`{name}` is not the name of a member"));
        }
        let members = holder.map_or(&[][..], |holder| &holder.members);
        let member = members.iter().find(|member| member.model == name);
        let member = member.ok_or(format!("there is no member `{name}` on the way"))?;
        fields.push(PathField {
            rust: member.name.rust.clone(),
            optional: member.optional,
        });
        holder = match &member.ty {
            Type::Structure(reference) => find(client, &reference.rust),
            _ => None,
        };
        end = Some(member.ty.clone());
    }
    let end = end.ok_or("the path is empty")?;
    Ok((fields, end))
}

fn find<'a>(client: &'a Client, rust: &str) -> Option<&'a Structure> {
    client.structures.iter().find(|own| own.name.rust == rust)
}

fn end_of(ty: &Type) -> Option<PathEnd> {
    Some(match ty {
        Type::Scalar(Scalar::Bool) => PathEnd::Boolean,
        Type::String | Type::Enum(_) => PathEnd::Text,
        Type::List { element, sparse } if matches!(**element, Type::String | Type::Enum(_)) => {
            PathEnd::Each {
                is_map: false,
                sparse: *sparse,
                fields: Vec::new(),
            }
        }
        _ => return None,
    })
}
