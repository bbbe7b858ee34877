//! The families of measures, one file each.

mod allocations;
mod binaries;
mod callgrind;
mod code;
mod compile;
mod consumers;
mod crates;
mod edited;
mod edits;
mod fake;
mod generator;
mod loopback;
mod own_crate;
mod rounds;
mod sizes;

use anyhow::Result;

use crate::context::Context;
use crate::measure::{Family, Figure};

/// Runs the selected measures of `family`.
pub(crate) fn measure(family: Family, context: &Context<'_>) -> Result<Vec<Figure>> {
    let measures = context.selected(family);
    match family {
        Family::Code => code::measure(context, &measures),
        Family::Crates => crates::measure(context, &measures),
        Family::Instructions => callgrind::calls(context, &measures),
        Family::FirstCall => callgrind::first_call(context, &measures),
        Family::Allocations => allocations::calls(context, &measures),
        Family::Memory => allocations::memory(context, &measures),
        Family::Compile => compile::crates(context, &measures),
        Family::OwnCrate => own_crate::measure(context, &measures),
        Family::Binaries => binaries::measure(context, &measures),
        Family::Sizes => sizes::measure(context, &measures),
        Family::Edits => edits::measure(context, &measures),
        Family::Loopback => loopback::measure(context, &measures),
        Family::Generator => generator::measure(context, &measures),
        Family::Fake => fake::measure(context, &measures),
        Family::Consumers => consumers::measure(context, &measures),
    }
}
