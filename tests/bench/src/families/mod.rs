//! One file for each family of measures.

mod allocations;
mod callgrind;
mod crates;
mod lines;

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
    }
}
