//! Sample values of all types, and their JSON.

use serde_json::{Map, Value, json};

use crate::conformance::ir::{Place, RoundTrip, Sample};
use crate::identifier::bare;
use crate::ir::{
    Absent, BigNumber, Client, Enum, FieldValue, Scalar, Structure, TimestampFormat, Type, TypeRef,
    TypedValue, Union, Variant,
};

/// Returns a test for each input, output and type.
pub(super) fn round_trips(client: &Client) -> Vec<RoundTrip> {
    let samples = Samples(client);
    let mut tests = Vec::new();
    for operation in &client.operations {
        let module = &operation.module;
        tests.push(RoundTrip {
            function: format!("input_{}", bare(module)),
            place: Place::Input(module.clone()),
            ..samples.structure_test(&operation.input)
        });
        tests.push(RoundTrip {
            function: format!("output_{}", bare(module)),
            place: Place::Output(module.clone()),
            ..samples.structure_test(&operation.output)
        });
    }
    let structures = client.structures.iter();
    tests.extend(structures.map(|structure| samples.structure_test(structure)));
    tests.extend(client.unions.iter().map(|union| RoundTrip {
        function: format!("type_{}", bare(&union.module)),
        ty: union.name.rust.clone(),
        place: Place::Types,
        is_comparable: true,
        samples: {
            let variants = union.variants.iter();
            let variants = variants.filter_map(|variant| samples.variant(union, variant, DEPTH));
            variants.collect()
        },
    }));
    tests.extend(client.enums.iter().map(enum_test));
    // A union may have no variant that the client knows.
    tests.retain(|test| !test.samples.is_empty());
    tests
}

fn enum_test(shape: &Enum) -> RoundTrip {
    let strings = shape.wire_values.iter().map(|string| &**string);
    let samples = strings.chain(["an unknown value"]);
    let samples = samples.map(|string| enum_sample(shape, string));
    RoundTrip {
        function: format!("type_{}", bare(&shape.module)),
        ty: shape.name.rust.clone(),
        place: Place::Types,
        is_comparable: true,
        samples: samples.collect(),
    }
}

fn enum_sample(shape: &Enum, string: &str) -> Sample {
    Sample {
        value: TypedValue::Enum {
            ty: shape.name.rust.clone(),
            wire: string.to_owned(),
            variant: None,
        },
        json: json!(string),
        is_sensitive: shape.sensitive,
    }
}

/// The members of a structure that are set.
#[derive(Clone, Copy, PartialEq)]
enum Members {
    All,
    /// Those that every value of the structure has.
    Required,
}

/// The maximum nesting of a value's required parts. Types may be recursive through these.
const DEPTH: u8 = 6;

struct Samples<'a>(&'a Client);

impl Samples<'_> {
    fn structure_test(&self, structure: &Structure) -> RoundTrip {
        let samples = [Members::All, Members::Required];
        let samples = samples.map(|members| self.structure(structure, members, DEPTH));
        RoundTrip {
            function: format!("type_{}", bare(&structure.module)),
            ty: structure.name.rust.clone(),
            place: Place::Types,
            is_comparable: !structure.streams(),
            samples: samples.into_iter().flatten().collect(),
        }
    }

    /// Returns a structure; `None` if a required member has no value.
    fn structure(&self, structure: &Structure, set: Members, depth: u8) -> Option<Sample> {
        let (mut members, mut object, mut is_sensitive) = (Vec::new(), Map::new(), false);
        for member in &structure.members {
            let is_required = !member.optional || member.absent == Absent::SomePlaceholder;
            if set == Members::Required && !is_required {
                continue;
            }
            let sample = match self.value(&member.ty, set, depth) {
                Some(sample) => sample,
                None if member.optional => continue,
                None => return None,
            };
            is_sensitive |= sample.is_sensitive || member.sensitive || structure.sensitive;
            object.insert(member.name.wire.clone(), sample.json);
            members.push(FieldValue {
                field: member.name.rust.clone(),
                optional: member.optional,
                value: sample.value,
            });
        }
        Some(Sample {
            value: TypedValue::Structure {
                ty: structure.name.rust.clone(),
                members,
                fallible: structure.fallible,
            },
            json: Value::Object(object),
            is_sensitive,
        })
    }

    fn variant(&self, union: &Union, variant: &Variant, depth: u8) -> Option<Sample> {
        let sample = match &variant.ty {
            None => None,
            Some(ty) => Some(self.value(ty, Members::Required, depth)?),
        };
        let is_sensitive = sample.as_ref().is_some_and(|sample| sample.is_sensitive);
        let (value, json) = match sample {
            None => (None, json!({})),
            Some(sample) => (Some(Box::new(sample.value)), sample.json),
        };
        Some(Sample {
            value: TypedValue::Variant {
                ty: union.name.rust.clone(),
                variant: variant.name.rust.clone(),
                value,
            },
            json: json!({ &*variant.name.wire: json }),
            is_sensitive: is_sensitive || variant.sensitive || union.sensitive,
        })
    }

    /// Returns a value; `None` if it would nest too deeply.
    ///
    /// Nested structures have only their required members, so that values are small and finite.
    /// Lists and maps are empty unless all members are set.
    fn value(&self, ty: &Type, set: Members, depth: u8) -> Option<Sample> {
        let depth = depth.checked_sub(1)?;
        let plain = |value, json| Sample {
            value,
            json,
            is_sensitive: false,
        };
        Some(match ty {
            Type::Scalar(Scalar::Bool) => plain(TypedValue::Bool(true), json!(true)),
            Type::Scalar(scalar @ (Scalar::F32 | Scalar::F64)) => {
                plain(TypedValue::Float(*scalar, 0.5), json!(0.5))
            }
            Type::Scalar(_) => plain(TypedValue::Integer(-7), json!(-7)),
            Type::String => plain(TypedValue::String("a \"b\"".to_owned()), json!("a \"b\"")),
            Type::Blob => plain(TypedValue::Blob(b"abc".to_vec()), json!("YWJj")),
            Type::Stream => plain(TypedValue::Stream(b"abc".to_vec()), json!("YWJj")),
            Type::Big(BigNumber::Integer) => plain(
                TypedValue::Big(BigNumber::Integer, "-12".to_owned()),
                json!(-12),
            ),
            Type::Big(BigNumber::Decimal) => {
                let digits = "123456789012345678901234567890.50";
                let number = TypedValue::Big(BigNumber::Decimal, digits.to_owned());
                plain(number, json!(digits))
            }
            Type::Document => {
                let document = json!({"a": [null, true, -1, 0.5, "b"]});
                plain(TypedValue::Document(document.clone()), document)
            }
            Type::Timestamp(format) => timestamp(*format),
            Type::Enum(reference) => {
                let shape = find(&self.0.enums, |shape| &shape.name.rust, reference)?;
                let string = shape.wire_values.first();
                boxed(
                    reference,
                    enum_sample(shape, string.map_or("unknown", |string| string)),
                )
            }
            Type::Structure(reference) => {
                let structures = &self.0.structures;
                let structure = find(structures, |structure| &structure.name.rust, reference)?;
                boxed(
                    reference,
                    self.structure(structure, Members::Required, depth)?,
                )
            }
            Type::Union(reference) => {
                let union = find(&self.0.unions, |union| &union.name.rust, reference)?;
                let mut variants = union.variants.iter();
                let sample = variants.find_map(|variant| self.variant(union, variant, depth));
                boxed(reference, sample?)
            }
            Type::List { element, sparse } => {
                let (mut elements, mut json, mut is_sensitive) = (Vec::new(), Vec::new(), false);
                if set == Members::All
                    && let Some(sample) = self.value(element, Members::Required, depth)
                {
                    is_sensitive = sample.is_sensitive;
                    elements.push(sample.value);
                    json.push(sample.json);
                    if *sparse {
                        elements.push(TypedValue::Null);
                        json.push(Value::Null);
                    }
                }
                Sample {
                    value: TypedValue::List {
                        elements,
                        sparse: *sparse,
                    },
                    json: json!(json),
                    is_sensitive,
                }
            }
            Type::Map { key, value, sparse } => {
                let (mut entries, mut json, mut is_sensitive) = (Vec::new(), Map::new(), false);
                if set == Members::All
                    && let (Some(key), Some(sample)) = (
                        self.value(key, Members::Required, depth),
                        self.value(value, Members::Required, depth),
                    )
                {
                    is_sensitive = sample.is_sensitive;
                    json.insert(
                        key.json.as_str().unwrap_or_default().to_owned(),
                        sample.json,
                    );
                    entries.push((key.value, sample.value));
                    if *sparse {
                        let key = match &entries[0].0 {
                            TypedValue::Enum { ty, .. } => TypedValue::Enum {
                                ty: ty.clone(),
                                wire: "null".to_owned(),
                                variant: None,
                            },
                            _ => TypedValue::String("null".to_owned()),
                        };
                        json.insert("null".to_owned(), Value::Null);
                        entries.push((key, TypedValue::Null));
                    }
                }
                Sample {
                    value: TypedValue::Map {
                        entries,
                        sparse: *sparse,
                    },
                    json: Value::Object(json),
                    is_sensitive,
                }
            }
        })
    }
}

fn timestamp(format: TimestampFormat) -> Sample {
    let (nanos, json) = match format {
        TimestampFormat::DateTime => (500_000_000, json!("2017-07-14T02:40:00.5Z")),
        TimestampFormat::HttpDate => (0, json!("Fri, 14 Jul 2017 02:40:00 GMT")),
        TimestampFormat::EpochSeconds => (123_000_000, json!(1_500_000_000.123)),
    };
    Sample {
        value: TypedValue::Timestamp(1_500_000_000, nanos),
        json,
        is_sensitive: false,
    }
}

fn find<'a, T>(
    shapes: &'a [T],
    name: impl Fn(&T) -> &String,
    reference: &TypeRef,
) -> Option<&'a T> {
    shapes.iter().find(|shape| *name(shape) == reference.rust)
}

/// Boxes the value if its type requires it.
fn boxed(reference: &TypeRef, sample: Sample) -> Sample {
    match reference.boxed {
        true => Sample {
            value: TypedValue::Boxed(Box::new(sample.value)),
            ..sample
        },
        false => sample,
    }
}
