//! The shapes of a model, with the Rust items that show their traits.

use std::collections::{BTreeMap, BTreeSet};

use crate::ast::{Member as AstMember, Shape};
use crate::diff::resources::{ERRORS, Resources, SERVICE, SHARED};
use crate::diff::side::{Model, Owner};
use crate::ir::Name;
use crate::shape_id::ShapeId;

/// A shape and its Rust items.
pub(super) struct Surface<'a> {
    /// The first Rust item, or else the shape's name; and the shape's name.
    pub(super) name: Name,
    pub(super) shape: &'a Shape,
    pub(super) items: Vec<String>,
    pub(super) resource: String,
    /// `true` if the shape has Rust items, which show its documentation.
    pub(super) is_item: bool,
    pub(super) members: Vec<SurfaceMember<'a>>,
    /// The ids of other shapes in which a trait of this shape may have an effect.
    pub(super) related: BTreeSet<ShapeId>,
}

/// A member and its Rust items.
pub(super) struct SurfaceMember<'a> {
    /// The Rust name, or else the member's name; and the member's name.
    pub(super) name: Name,
    pub(super) member: &'a AstMember,
    pub(super) items: Vec<String>,
}

/// Returns the shapes that the service reaches.
pub(super) fn surfaces<'a>(model: &Model<'a>, resources: &Resources) -> Vec<Surface<'a>> {
    let mut surfaces = Surfaces {
        model,
        all: Vec::new(),
    };
    surfaces.generated(resources);
    surfaces.simple();
    surfaces.all
}

struct Surfaces<'a, 'm> {
    model: &'m Model<'a>,
    all: Vec<Surface<'a>>,
}

impl<'a> Surfaces<'a, '_> {
    /// Adds the shapes that have a Rust item.
    fn generated(&mut self, resources: &Resources) {
        let model = self.model;
        let client = model.client;
        let item = |path: &str| vec![model.path(path)];
        self.add(
            model.closure.service,
            item("client::Client"),
            SERVICE.to_owned(),
            |_| None,
        );
        for operation in &client.operations {
            let resource = resources.of_operation(&operation.name.wire);
            let Some(shapes) = model.operation(&operation.name.wire) else {
                continue;
            };
            let items = model.operation_items(operation);
            self.add(shapes.shape, items, resource.clone(), |_| None);
            let both = [
                (shapes.input, &operation.input),
                (shapes.output, &operation.output),
            ];
            for (shape, structure) in both {
                let owner = Owner {
                    structure,
                    operation: Some(operation),
                };
                if let Some(shape) = shape {
                    self.structure(shape, owner, resource.clone());
                    self.relate(&shapes.shape.id);
                }
            }
        }
        for (structures, is_error) in [(&client.structures, false), (&client.errors, true)] {
            for structure in structures {
                let owner = Owner {
                    structure,
                    operation: None,
                };
                let resource = match is_error {
                    true => ERRORS.to_owned(),
                    false => resources.of_type(&structure.name.wire),
                };
                if let Some(shape) = model.structure_shape(owner) {
                    self.structure(shape, owner, resource);
                }
            }
        }
        for union in &client.unions {
            let path = model.path(&format!("types::{}", union.name.rust));
            let resource = resources.of_type(&union.name.wire);
            if let Some(shape) = model.shape(&union.name.wire) {
                self.add(shape, vec![path.clone()], resource, |member| {
                    let mut variants = union.variants.iter();
                    let variant = variants.find(|variant| variant.model == member.name)?;
                    let rust = &variant.name.rust;
                    Some((rust.clone(), vec![format!("{path}::{rust}")]))
                });
            }
        }
        for shape in &client.enums {
            let path = model.path(&format!("types::{}", shape.name.rust));
            let resource = resources.of_type(&shape.name.wire);
            if let Some(ast) = model.shape(&shape.name.wire) {
                self.add(ast, vec![path.clone()], resource, |member| {
                    let string = member
                        .traits
                        .enum_value()
                        .and_then(serde_json::Value::as_str);
                    let string = string.unwrap_or(&member.name);
                    let mut values = shape.values.iter();
                    let value = values.find(|value| value.name.wire == string)?;
                    let rust = &value.name.rust;
                    Some((rust.clone(), vec![format!("{path}::{rust}")]))
                });
            }
        }
    }

    fn structure(&mut self, shape: &'a Shape, owner: Owner<'_>, resource: String) {
        let model = self.model;
        let items = vec![
            model.structure_path(owner.structure),
            model.builder_path(owner.structure),
        ];
        self.add(shape, items, resource, |member| {
            let mut members = owner.structure.members.iter();
            let member = members.find(|candidate| candidate.model == member.name)?;
            Some((member.name.rust.clone(), model.member_items(owner, member)))
        });
    }

    /// Adds a shape; `member` returns the Rust name and the items of a member.
    fn add(
        &mut self,
        shape: &'a Shape,
        items: Vec<String>,
        resource: String,
        member: impl Fn(&AstMember) -> Option<(String, Vec<String>)>,
    ) {
        let wire = self.model.closure.shape_name(&shape.id).to_owned();
        let members = shape.members().map(|ast| {
            let (rust, items) = member(ast).unwrap_or_else(|| (ast.name.clone(), items.clone()));
            SurfaceMember {
                name: Name {
                    rust,
                    wire: ast.name.clone(),
                },
                member: ast,
                items,
            }
        });
        self.all.push(Surface {
            members: members.collect(),
            name: Name {
                rust: items.first().unwrap_or(&wire).clone(),
                wire,
            },
            shape,
            items,
            resource,
            is_item: true,
            related: BTreeSet::new(),
        });
    }

    /// Relates the shape added last to another one.
    fn relate(&mut self, id: &ShapeId) {
        if let Some(last) = self.all.last_mut() {
            last.related.insert(id.clone());
        }
    }

    /// Adds the shapes without a Rust item, with the items of the members that use them.
    fn simple(&mut self) {
        let mut users: BTreeMap<&ShapeId, Users> = BTreeMap::new();
        let generated: BTreeSet<_> = self.all.iter().map(|surface| &surface.shape.id).collect();
        for surface in &self.all {
            for SurfaceMember { member, items, .. } in &surface.members {
                let mut pending = vec![&member.target];
                let mut seen = BTreeSet::new();
                while let Some(target) = pending.pop() {
                    let shape = self.model.closure.model.shape(target);
                    let shape = shape.filter(|shape| !generated.contains(&shape.id));
                    let Some(shape) = shape.filter(|shape| seen.insert(&shape.id)) else {
                        continue;
                    };
                    let users = users.entry(&shape.id).or_default();
                    users.items.extend(items.iter().take(1).cloned());
                    users.resources.insert(surface.resource.clone());
                    users.related.insert(surface.shape.id.clone());
                    users.related.extend(surface.related.iter().cloned());
                    pending.extend(shape.members().map(|member| &member.target));
                }
            }
        }
        for (id, users) in users {
            let Some(shape) = self.model.closure.model.shape(id) else {
                continue;
            };
            let mut resources = users.resources.into_iter();
            let resource = match (resources.next(), resources.next()) {
                (Some(only), None) => only,
                _ => SHARED.to_owned(),
            };
            let items: Vec<_> = users.items.into_iter().collect();
            self.add(shape, items, resource, |_| None);
            if let Some(last) = self.all.last_mut() {
                last.related = users.related;
                last.is_item = false;
                last.name.rust.clone_from(&last.name.wire);
            }
        }
    }
}

/// The members that use a shape without a Rust item.
#[derive(Default)]
struct Users {
    items: BTreeSet<String>,
    resources: BTreeSet<String>,
    related: BTreeSet<ShapeId>,
}
