//! Measures and their figures.

// `xtask` includes this file, so the paths must not depend on its place in the module tree.
#[path = "measure/building.rs"]
mod building;
#[path = "measure/calling.rs"]
mod calling;

use std::fmt;

/// A group of measures that share their preparation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    Code,
    Crates,
    Instructions,
    FirstCall,
    Allocations,
    Memory,
    Sizes,
    Compile,
    OwnCrate,
    Edits,
    Binaries,
    Loopback,
    Generator,
    Fake,
    Consumers,
}

impl Family {
    /// All families, cheapest first.
    pub(crate) const ALL: &[Self] = &[
        Self::Code,
        Self::Crates,
        Self::Instructions,
        Self::FirstCall,
        Self::Allocations,
        Self::Memory,
        Self::Sizes,
        Self::Generator,
        Self::Fake,
        Self::Loopback,
        Self::Compile,
        Self::OwnCrate,
        Self::Edits,
        Self::Binaries,
        Self::Consumers,
    ];

    /// Returns the name for `--only`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Crates => "crates",
            Self::Instructions => "instructions",
            Self::FirstCall => "first-call",
            Self::Allocations => "allocations",
            Self::Memory => "memory",
            Self::Sizes => "sizes",
            Self::Compile => "compile",
            Self::OwnCrate => "own-crate",
            Self::Edits => "edits",
            Self::Binaries => "binaries",
            Self::Loopback => "loopback",
            Self::Generator => "generator",
            Self::Fake => "fake",
            Self::Consumers => "consumers",
        }
    }

    /// Returns the heading in BENCHMARKS.md.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Code => "Code",
            Self::Crates => "Crates compiled",
            Self::Instructions => "Instructions per call",
            Self::FirstCall => "First call of a process",
            Self::Allocations => "Allocations per call",
            Self::Memory => "Memory",
            Self::Sizes => "Output of the compiler, without TLS",
            Self::Compile => "Compiling the client",
            Self::OwnCrate => "Compiling the application's own crate",
            Self::Edits => "After an edit of the application",
            Self::Binaries => "Size of the program",
            Self::Loopback => "Calls over loopback",
            Self::Generator => "Generator",
            Self::Fake => "Fake service",
            Self::Consumers => "Clean builds of the application",
        }
    }

    /// Returns `true` if the figures are (nearly) the same in each run, as `--quick` requires.
    pub(crate) fn is_repeatable(self) -> bool {
        match self {
            Self::Code
            | Self::Crates
            | Self::Instructions
            | Self::FirstCall
            | Self::Allocations
            | Self::Memory
            | Self::Sizes => true,
            Self::Compile
            | Self::OwnCrate
            | Self::Edits
            | Self::Binaries
            | Self::Loopback
            | Self::Generator
            | Self::Fake
            | Self::Consumers => false,
        }
    }

    /// Returns `true` if valgrind counts the instructions.
    pub(crate) fn needs_valgrind(self) -> bool {
        matches!(self, Self::Instructions | Self::FirstCall)
    }

    /// Returns the measures of this family.
    pub(crate) fn measures(self) -> impl Iterator<Item = &'static Measure> {
        all().filter(move |measure| measure.family == self)
    }
}

/// The number of bytes in a megabyte.
pub(crate) const MEGABYTE: f64 = 1e6;

/// The unit of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Tokens,
    Lines,
    Crates,
    Instructions,
    Allocations,
    Bytes,
    Megabytes,
    /// Time of all processes on all cores.
    CpuSeconds,
    /// Time that passes for the user.
    WallSeconds,
    Milliseconds,
    Microseconds,
    CallsPerSecond,
    Ratio,
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Tokens => "tokens",
            Self::Lines => "lines",
            Self::Crates => "crates",
            Self::Instructions => "instructions",
            Self::Allocations => "allocations",
            Self::Bytes => "bytes",
            Self::Megabytes => "MB",
            Self::CpuSeconds => "CPU s",
            Self::WallSeconds => "s",
            Self::Milliseconds => "ms",
            Self::Microseconds => "µs",
            Self::CallsPerSecond => "calls/s",
            Self::Ratio => "ratio",
        })
    }
}

/// A row of the table.
#[derive(Debug)]
pub(crate) struct Measure {
    pub(crate) name: &'static str,
    pub(crate) family: Family,
    pub(crate) unit: Unit,
    /// The description shown in BENCHMARKS.md.
    pub(crate) description: &'static str,
}

const fn measure(
    name: &'static str,
    family: Family,
    unit: Unit,
    description: &'static str,
) -> Measure {
    Measure {
        name,
        family,
        unit,
        description,
    }
}

/// Returns all measures, in the order of the table.
pub(crate) fn all() -> impl Iterator<Item = &'static Measure> {
    building::MEASURES.iter().chain(calling::MEASURES)
}

/// Returns the measure called `name`.
pub(crate) fn named(name: &str) -> Option<&'static Measure> {
    all().find(|measure| measure.name == name)
}

/// The result of a measure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    pub(crate) measure: &'static str,
    pub(crate) ours: f64,
    /// `None` if only our side exists.
    pub(crate) official: Option<f64>,
}

impl Figure {
    /// Creates the figure of a `measure` with both sides.
    pub(crate) fn new(measure: &'static Measure, ours: f64, official: f64) -> Self {
        Self {
            measure: measure.name,
            ours,
            official: Some(official),
        }
    }

    /// Returns ours divided by official.
    pub(crate) fn ratio(&self) -> Option<f64> {
        self.official.map(|official| self.ours / official)
    }

    /// Returns the value that bounds apply to: the ratio, or ours if there is no ratio.
    pub(crate) fn value(&self) -> f64 {
        self.ratio().unwrap_or(self.ours)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_measures_are_unique() {
        for measure in all() {
            let same_name = all().filter(|candidate| candidate.name == measure.name);
            assert_eq!(same_name.count(), 1, "{}", measure.name);
        }
    }

    #[test]
    fn each_family_has_measures() {
        for family in Family::ALL {
            assert!(family.measures().next().is_some(), "{family:?}");
        }
    }
}
