//! Tests of each emitter with small models, by the lines that matter.

mod bindings;
mod deprecated;
mod endpoints;
mod examples;
mod fixed;
mod large_rules;
mod modules;
mod operations;
mod structures;
mod tokens;
mod variants;
mod waiters;
