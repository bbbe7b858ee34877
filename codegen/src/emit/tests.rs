//! The text of each emitter, for small models: the lines that matter, not the whole.

mod bindings;
mod deprecated;
mod endpoints;
mod fixed;
mod operations;
mod structures;
mod tokens;
mod variants;
mod waiters;
