//! Properties of the complete crate that a list of signatures does not show.

mod bounds;
mod enums;
mod reexports;
