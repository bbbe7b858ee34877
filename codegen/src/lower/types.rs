//! Rust types of members, derived from the shapes that they target.

use std::borrow::Cow;

use serde_json::Value;

use super::closure::{Closure, prelude};
use super::names::Names;
use super::recursion::Recursion;
use crate::ast::{Member, Shape, ShapeKind, TimestampFormat};
use crate::ir::{BigNumber, Scalar, Type, TypeRef};
use crate::shape_id::ShapeId;

/// Resolver of members' Rust types.
pub(crate) struct Types<'a> {
    pub(super) closure: &'a Closure<'a>,
    pub(super) names: &'a Names,
    recursion: &'a Recursion,
}

impl<'a> Types<'a> {
    pub(super) fn new(
        closure: &'a Closure<'a>,
        names: &'a Names,
        recursion: &'a Recursion,
    ) -> Self {
        Self {
            closure,
            names,
            recursion,
        }
    }

    /// Returns the type of `member`.
    ///
    /// Timestamps, including those in lists and maps, have `default_format` unless a trait sets
    /// their format. Shapes that do not exist or are not supported become strings; earlier passes
    /// reported them.
    pub(super) fn member(&self, member: &Member, default_format: TimestampFormat) -> Type {
        let format = self.timestamp_format(member, default_format);
        let boxed = self.recursion.is_boxed(&member.id);
        let Some(kind) = self.kind(&member.target) else {
            return Type::String;
        };
        let reference = || TypeRef {
            rust: self.names.type_name(&member.target),
            boxed,
        };
        match &*kind {
            ShapeKind::Boolean => Type::Scalar(Scalar::Bool),
            ShapeKind::Byte => Type::Scalar(Scalar::I8),
            ShapeKind::Short => Type::Scalar(Scalar::I16),
            ShapeKind::Integer | ShapeKind::IntEnum(_) => Type::Scalar(Scalar::I32),
            ShapeKind::Long => Type::Scalar(Scalar::I64),
            ShapeKind::Float => Type::Scalar(Scalar::F32),
            ShapeKind::Double => Type::Scalar(Scalar::F64),
            ShapeKind::Blob => Type::Blob,
            ShapeKind::Document => Type::Document,
            ShapeKind::BigInteger => Type::Big(BigNumber::Integer),
            ShapeKind::BigDecimal => Type::Big(BigNumber::Decimal),
            ShapeKind::Timestamp => Type::Timestamp(format),
            ShapeKind::Enum(_) | ShapeKind::String if self.is_enum(&member.target) => {
                Type::Enum(reference())
            }
            ShapeKind::Structure(_) => Type::Structure(reference()),
            ShapeKind::Union(_) => Type::Union(reference()),
            ShapeKind::List(element) => Type::List {
                element: Box::new(self.member(element, default_format)),
                sparse: self.is_sparse(&member.target),
            },
            ShapeKind::Map(key, value) => Type::Map {
                key: Box::new(self.key(key)),
                value: Box::new(self.member(value, default_format)),
                sparse: self.is_sparse(&member.target),
            },
            _ => Type::String,
        }
    }

    /// Returns the type of a map's keys; an earlier pass reported keys that are not strings.
    fn key(&self, key: &Member) -> Type {
        if !self.is_enum(&key.target) {
            return Type::String;
        }
        Type::Enum(TypeRef {
            rust: self.names.type_name(&key.target),
            boxed: false,
        })
    }

    /// Returns `true` if the member has the type that the model declares.
    ///
    /// Otherwise, an earlier pass has reported the member, and checks of its type are skipped.
    pub(super) fn is_known(&self, member: &Member) -> bool {
        match self.kind(&member.target).as_deref() {
            None => false,
            Some(
                ShapeKind::Service { .. }
                | ShapeKind::Resource { .. }
                | ShapeKind::Operation { .. },
            ) => false,
            Some(ShapeKind::List(element) | ShapeKind::Map(_, element)) => self.is_known(element),
            Some(_) => true,
        }
    }

    /// Returns the type of a shape; `None` if the shape does not exist or is not supported.
    pub(super) fn kind(&self, id: &ShapeId) -> Option<Cow<'a, ShapeKind>> {
        if self.recursion.is_too_deep(id) {
            return None;
        }
        match self.closure.model.shape(id) {
            Some(shape) => Some(Cow::Borrowed(&shape.kind)),
            None => prelude(id).map(Cow::Owned),
        }
    }

    /// Returns the shape that a member targets, if the model defines it and passes may enter it.
    pub(super) fn target(&self, member: &Member) -> Option<&'a Shape> {
        let target = self.closure.model.shape(&member.target);
        target.filter(|shape| !self.recursion.is_too_deep(&shape.id))
    }

    /// Returns the media type of the shape that a member targets.
    pub(super) fn media_type(&self, member: &Member) -> Option<&'a str> {
        self.closure
            .model
            .shape(&member.target)?
            .traits
            .media_type()
    }

    /// Returns `true` if a member targets a streaming blob.
    pub(super) fn is_stream(&self, member: &Member) -> bool {
        let target = self.closure.model.shape(&member.target);
        target.is_some_and(|target| {
            matches!(target.kind, ShapeKind::Blob) && target.traits.is_streaming()
        })
    }

    /// Returns the default that a shape declares.
    pub(super) fn target_default(&self, id: &ShapeId) -> Option<Value> {
        match self.closure.model.shape(id) {
            Some(shape) => shape.traits.default_value().cloned(),
            // In the prelude, only primitive shapes have a default.
            None if id.as_str() == "smithy.api#PrimitiveBoolean" => Some(false.into()),
            None => {
                let number = id.as_str().strip_prefix("smithy.api#Primitive");
                number.map(|_| 0.into())
            }
        }
    }

    fn is_enum(&self, id: &ShapeId) -> bool {
        let shape = self.closure.model.shape(id);
        shape.is_some_and(|shape| match shape.kind {
            ShapeKind::Enum(_) => true,
            ShapeKind::String => shape.traits.enum_definitions().is_some(),
            _ => false,
        })
    }

    fn is_sparse(&self, id: &ShapeId) -> bool {
        let shape = self.closure.model.shape(id);
        shape.is_some_and(|shape| shape.traits.is_sparse())
    }

    /// Returns the format of the member's trait, or of its target's, or `default_format`.
    fn timestamp_format(
        &self,
        member: &Member,
        default_format: TimestampFormat,
    ) -> TimestampFormat {
        self.declared_format(member).unwrap_or(default_format)
    }

    /// Returns the timestamp format of the member's trait, or of its target's.
    pub(super) fn declared_format(&self, member: &Member) -> Option<TimestampFormat> {
        let target_format = || {
            let target = self.closure.model.shape(&member.target)?;
            target.traits.timestamp_format()
        };
        let format = member.traits.timestamp_format().or_else(target_format);
        format.and_then(Result::ok)
    }

    /// Returns `true` if a value of the member must not be printed because the member, or a shape
    /// of its value, is sensitive.
    pub(super) fn is_sensitive(&self, member: &Member) -> bool {
        let mut target = self.closure.model.shape(&member.target);
        let mut sensitive = member.traits.is_sensitive();
        // Lists and maps of sensitive values are sensitive as well.
        while let Some(shape) = target.filter(|shape| !self.recursion.is_too_deep(&shape.id)) {
            sensitive |= shape.traits.is_sensitive();
            target = match &shape.kind {
                ShapeKind::List(element) => self.closure.model.shape(&element.target),
                ShapeKind::Map(key, value) => {
                    let key = self.closure.model.shape(&key.target);
                    sensitive |= key.is_some_and(|key| key.traits.is_sensitive());
                    self.closure.model.shape(&value.target)
                }
                _ => None,
            };
        }
        sensitive
    }
}

#[cfg(test)]
mod tests;
