//! The types of fields, setters and accessors, as tokens.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::ident;
use crate::ir::{BigNumber, Document, Literal, Member, Scalar, TimestampFormat, Type, TypeRef};

/// Returns the type of an owned value.
pub(super) fn owned(ty: &Type) -> TokenStream {
    match ty {
        Type::Scalar(scalar) => self::scalar(*scalar),
        Type::String => quote!(String),
        Type::Blob => quote!(aws_smithy_types::Blob),
        Type::Stream => quote!(aws_smithy_types::byte_stream::ByteStream),
        Type::Big(BigNumber::Integer) => quote!(aws_smithy_types::BigInteger),
        Type::Big(BigNumber::Decimal) => quote!(aws_smithy_types::BigDecimal),
        Type::Document => quote!(aws_smithy_types::Document),
        Type::Timestamp(_) => quote!(aws_smithy_types::DateTime),
        Type::Enum(reference) | Type::Structure(reference) | Type::Union(reference) => {
            let path = path(reference);
            if reference.boxed {
                quote!(Box<#path>)
            } else {
                path
            }
        }
        Type::List { element, sparse } => {
            let element = sparse_owned(element, *sparse);
            quote!(Vec<#element>)
        }
        Type::Map { key, value, sparse } => {
            let key = owned(key);
            let value = sparse_owned(value, *sparse);
            quote!(HashMap<#key, #value>)
        }
    }
}

fn sparse_owned(ty: &Type, sparse: bool) -> TokenStream {
    let ty = owned(ty);
    if sparse { quote!(Option<#ty>) } else { ty }
}

/// Returns `true` for maps that the runtime's module `string_map` supports.
pub(super) fn is_string_map(ty: &Type) -> bool {
    match ty {
        Type::Map { key, value, sparse } => {
            (&**key, &**value, *sparse) == (&Type::String, &Type::String, false)
        }
        _ => false,
    }
}

/// Returns the path of a generated type.
pub(super) fn path(reference: &TypeRef) -> TokenStream {
    let name = ident(&reference.rust);
    quote!(types::#name)
}

fn scalar(scalar: Scalar) -> TokenStream {
    match scalar {
        Scalar::Bool => quote!(bool),
        Scalar::I8 => quote!(i8),
        Scalar::I16 => quote!(i16),
        Scalar::I32 => quote!(i32),
        Scalar::I64 => quote!(i64),
        Scalar::F32 => quote!(f32),
        Scalar::F64 => quote!(f64),
    }
}

/// Returns the type of a member's field.
pub(super) fn field(member: &Member) -> TokenStream {
    let ty = owned(&member.ty);
    if member.optional {
        quote!(Option<#ty>)
    } else {
        ty
    }
}

/// Returns the type of a setter's parameter `name`, and its conversion to the field's type.
pub(super) fn setter(ty: &Type, name: &str) -> (TokenStream, TokenStream) {
    let name = ident(name);
    match ty {
        Type::String => (quote!(impl Into<String>), quote!(#name.into())),
        Type::Enum(reference) | Type::Structure(reference) | Type::Union(reference)
            if reference.boxed =>
        {
            let path = path(reference);
            (quote!(impl Into<Box<#path>>), quote!(#name.into()))
        }
        ty => (owned(ty), quote!(#name)),
    }
}

/// Returns `#[inline]` for a setter that is not generic.
///
/// A generic setter is compiled in the crate that calls it, so it does not need the attribute.
pub(super) fn inline(ty: &Type) -> Option<TokenStream> {
    let is_generic = |ty: &Type| match ty {
        Type::String => true,
        Type::Enum(reference) | Type::Structure(reference) | Type::Union(reference) => {
            reference.boxed
        }
        _ => false,
    };
    let generic = match ty {
        Type::List { element, sparse } => !sparse && is_generic(element),
        Type::Map { key, value, sparse } => is_generic(key) || (!sparse && is_generic(value)),
        ty => is_generic(ty),
    };
    (!generic).then(|| quote!(#[inline]))
}

/// Like [`setter`], for an element, which may be `None` if the list or map is sparse.
pub(super) fn element_setter(ty: &Type, sparse: bool, name: &str) -> (TokenStream, TokenStream) {
    if sparse {
        let ty = owned(ty);
        let name = ident(name);
        return (quote!(Option<#ty>), quote!(#name));
    }
    setter(ty, name)
}

/// Returns the return type of an accessor, and its expression.
pub(super) fn accessor(member: &Member) -> (TokenStream, TokenStream) {
    let field = ident(&member.name.rust);
    match (&member.ty, member.optional) {
        (Type::Scalar(scalar), true) => {
            let ty = self::scalar(*scalar);
            (quote!(Option<#ty>), quote!(self.#field))
        }
        (Type::Scalar(scalar), false) => (self::scalar(*scalar), quote!(self.#field)),
        (Type::String, true) => (quote!(Option<&str>), quote!(self.#field.as_deref())),
        (Type::String, false) => (quote!(&str), quote!(&self.#field)),
        (Type::List { element, sparse }, optional) => {
            let element = sparse_owned(element, *sparse);
            let value = if optional {
                quote!(self.#field.as_deref().unwrap_or_default())
            } else {
                quote!(&self.#field)
            };
            (quote!(&[#element]), value)
        }
        (Type::Structure(reference) | Type::Union(reference), true) if reference.boxed => {
            let path = path(reference);
            (quote!(Option<&#path>), quote!(self.#field.as_deref()))
        }
        (ty, true) => {
            let ty = owned(ty);
            (quote!(Option<&#ty>), quote!(self.#field.as_ref()))
        }
        (ty, false) => {
            let ty = owned(ty);
            (quote!(&#ty), quote!(&self.#field))
        }
    }
}

/// Returns a default as a value of the member's type.
pub(super) fn literal(ty: &Type, literal: &Literal) -> TokenStream {
    match (ty, literal) {
        (Type::Scalar(Scalar::Bool), Literal::Zero) => quote!(false),
        (Type::Scalar(Scalar::F32 | Scalar::F64), Literal::Zero) => quote!(0.0),
        (Type::Scalar(_), Literal::Zero) => quote!(0),
        (Type::String, Literal::Zero) => quote!(String::new()),
        (Type::List { .. }, Literal::Zero) => quote!(Vec::new()),
        (Type::Map { .. }, Literal::Zero) => quote!(HashMap::new()),
        (Type::Timestamp(_), Literal::Zero) => quote!(aws_smithy_types::DateTime::from_secs(0)),
        (Type::Blob, Literal::Zero) => quote!(aws_smithy_types::Blob::new(Vec::new())),
        (_, Literal::Zero) => quote!(Default::default()),
        (_, Literal::True) => quote!(true),
        (_, Literal::Integer(value)) => {
            let value = proc_macro2::Literal::i64_unsuffixed(*value);
            quote!(#value)
        }
        // Clippy reports digits that the type does not have.
        (Type::Scalar(Scalar::F32), Literal::Float(value)) => {
            let value = proc_macro2::Literal::f32_unsuffixed(*value as f32);
            quote!(#value)
        }
        (_, Literal::Float(value)) => {
            let value = proc_macro2::Literal::f64_unsuffixed(*value);
            quote!(#value)
        }
        (Type::Enum(reference), Literal::String(string)) => {
            let path = path(reference);
            quote!(#path::from(#string))
        }
        (Type::Big(_), Literal::String(string)) => quote!(#string.parse().unwrap_or_default()),
        (_, Literal::String(string)) => quote!(#string.to_owned()),
        (_, Literal::Bytes(bytes)) => {
            let bytes = proc_macro2::Literal::byte_string(bytes);
            quote!(aws_smithy_types::Blob::new(*#bytes))
        }
        (_, Literal::Seconds(seconds)) => {
            let seconds = proc_macro2::Literal::f64_unsuffixed(*seconds);
            quote!(aws_smithy_types::DateTime::from_secs_f64(#seconds))
        }
        (_, Literal::Time(seconds, 0)) => {
            let seconds = proc_macro2::Literal::i64_unsuffixed(*seconds);
            quote!(aws_smithy_types::DateTime::from_secs(#seconds))
        }
        (_, Literal::Time(seconds, nanos)) => {
            let seconds = proc_macro2::Literal::i64_unsuffixed(*seconds);
            let nanos = proc_macro2::Literal::u32_unsuffixed(*nanos);
            quote!(aws_smithy_types::DateTime::from_secs_and_nanos(#seconds, #nanos))
        }
        (_, Literal::Document(value)) => document(value),
    }
}

fn document(value: &Document) -> TokenStream {
    let number = |kind: TokenStream, number: proc_macro2::Literal| quote!(aws_smithy_types::Document::Number(aws_smithy_types::Number::#kind(#number)));
    match value {
        Document::Bool(value) => quote!(aws_smithy_types::Document::Bool(#value)),
        Document::Unsigned(value) => {
            let value = proc_macro2::Literal::u64_unsuffixed(*value);
            number(quote!(PosInt), value)
        }
        Document::Negative(value) => {
            let value = proc_macro2::Literal::i64_unsuffixed(*value);
            number(quote!(NegInt), value)
        }
        Document::Float(value) => {
            let value = proc_macro2::Literal::f64_unsuffixed(*value);
            number(quote!(Float), value)
        }
        Document::String(string) => quote!(aws_smithy_types::Document::String(#string.to_owned())),
        Document::List => quote!(aws_smithy_types::Document::Array(Vec::new())),
        Document::Map => quote!(aws_smithy_types::Document::Object(HashMap::new())),
    }
}

/// Returns the path of a timestamp format.
pub(super) fn format(format: TimestampFormat) -> TokenStream {
    let name = match format {
        TimestampFormat::DateTime => quote!(DateTime),
        TimestampFormat::HttpDate => quote!(HttpDate),
        TimestampFormat::EpochSeconds => quote!(EpochSeconds),
    };
    quote!(aws_smithy_types::date_time::Format::#name)
}
