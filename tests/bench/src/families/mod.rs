//! One file for each family of measures.

mod allocations;
mod binaries;
mod callgrind;
mod compile;
mod consumers;
mod crates;
mod generator;
mod lines;
mod own_crate;
mod rounds;
mod throughput;

use anyhow::Result;

use crate::context::Context;
use crate::measure::{Family, Figure};

/// Measures what of `family` is wanted.
pub(crate) fn measure(family: Family, context: &Context<'_>) -> Result<Vec<Figure>> {
    let wanted = context.wanted(family);
    match family {
        Family::Lines => lines::measure(context, &wanted),
        Family::Crates => crates::measure(context, &wanted),
        Family::Instructions => callgrind::calls(context, &wanted),
        Family::FirstCall => callgrind::first_call(context, &wanted),
        Family::Allocations => allocations::calls(context, &wanted),
        Family::Memory => allocations::peak(context, &wanted),
        Family::Compile => compile::crates(context, &wanted),
        Family::OwnCrate => own_crate::measure(context, &wanted),
        Family::Binaries => binaries::measure(context, &wanted),
        Family::Throughput => throughput::measure(context, &wanted),
        Family::Generator => generator::measure(context, &wanted),
        Family::Consumers => consumers::measure(context, &wanted),
    }
}
