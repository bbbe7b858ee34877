//! What holds for the whole crate and no list of signatures shows.

mod bounds;
mod enums;
mod reexports;
