//! Properties of the public API that its signatures do not show.

mod bounds;
mod enums;
mod reexports;
