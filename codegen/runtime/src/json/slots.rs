//! Implementations of [`Read`] for the types of members.

use std::collections::HashMap;
use std::hash::Hash;

#[cfg(feature = "serde")]
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::{Blob, DateTime, Document};

use super::read::{List, Map, Optional, Read, Slot, Target};

macro_rules! read_leaf {
    ($($type:ty => $target:ident, $absent:expr;)+) => {$(
        impl Read for $type {
            #[inline]
            fn absent() -> Self {
                $absent
            }

            #[inline]
            fn slot(&mut self) -> Slot<'_> {
                Slot::new(Target::$target(self))
            }

            #[inline(never)]
            fn optional_slot(value: &mut Option<Self>) -> Slot<'_> {
                Slot::new(Target::Optional(value))
            }
        }
    )+};
}

read_leaf! {
    bool => Bool, false;
    i8 => I8, 0;
    i16 => I16, 0;
    i32 => I32, 0;
    i64 => I64, 0;
    f32 => F32, 0.0;
    f64 => F64, 0.0;
    DateTime => Timestamp, DateTime::from_secs(0);
    Blob => Blob, Blob::new(Vec::new());
    Document => Document, Document::Null;
}

#[cfg(feature = "serde")]
impl Read for ByteStream {
    fn absent() -> Self {
        Self::default()
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::new(Target::Stream(self))
    }
}

impl Read for String {
    #[inline]
    fn absent() -> Self {
        String::new()
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::new(Target::String(self))
    }

    #[inline]
    fn optional_slot(value: &mut Option<Self>) -> Slot<'_> {
        Slot::new(Target::OptionalString(value))
    }
}

impl<T: Read> Read for Option<T> {
    #[inline]
    fn absent() -> Self {
        None
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        T::optional_slot(self)
    }
}

impl<T: Read> Optional for Option<T> {
    fn fill(&mut self) -> Slot<'_> {
        self.insert(T::absent()).slot()
    }

    fn clear(&mut self) {
        *self = None;
    }
}

impl<T: Read> Read for Box<T> {
    #[inline]
    fn absent() -> Self {
        Box::new(T::absent())
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        (**self).slot()
    }
}

impl<T: Read> Read for Vec<T> {
    #[inline]
    fn absent() -> Self {
        Vec::new()
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::new(Target::List(self))
    }
}

impl<T: Read> List for Vec<T> {
    fn push(&mut self) -> Slot<'_> {
        let index = self.len();
        self.push(T::absent());
        self[index].slot()
    }

    fn clear(&mut self) {
        self.clear();
    }

    fn is_full(&self) -> bool {
        self.len() == self.capacity()
    }

    fn reserve(&mut self, more: usize) {
        self.reserve_exact(more);
    }

    fn trim(&mut self) {
        if self.capacity() / 2 > self.len() {
            self.shrink_to_fit();
        }
    }
}

impl<K, T> Read for HashMap<K, T>
where
    K: for<'a> From<&'a str> + Eq + Hash + Send + 'static,
    T: Read,
{
    #[inline]
    fn absent() -> Self {
        HashMap::new()
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::new(Target::Map(self))
    }
}

impl<K, T> Map for HashMap<K, T>
where
    K: for<'a> From<&'a str> + Eq + Hash + Send + 'static,
    T: Read,
{
    fn insert(&mut self, key: &str) -> Slot<'_> {
        self.entry(K::from(key))
            .insert_entry(T::absent())
            .into_mut()
            .slot()
    }

    fn clear(&mut self) {
        self.clear();
    }
}
