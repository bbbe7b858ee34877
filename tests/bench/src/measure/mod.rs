//! What is measured, and what came of it.

mod building;
mod calling;

use std::fmt;

/// What is measured together, for it needs the same things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    Lines,
    Crates,
    Instructions,
    FirstCall,
    Allocations,
    Memory,
    Compile,
    OwnCrate,
    Binaries,
    Throughput,
    Generator,
    Consumers,
}

impl Family {
    /// All of them, the cheap ones first.
    pub(crate) const ALL: &[Self] = &[
        Self::Lines,
        Self::Crates,
        Self::Instructions,
        Self::FirstCall,
        Self::Allocations,
        Self::Memory,
        Self::Generator,
        Self::Throughput,
        Self::Compile,
        Self::OwnCrate,
        Self::Binaries,
        Self::Consumers,
    ];

    /// The name that `--only` takes.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Lines => "lines",
            Self::Crates => "crates",
            Self::Instructions => "instructions",
            Self::FirstCall => "first-call",
            Self::Allocations => "allocations",
            Self::Memory => "memory",
            Self::Compile => "compile",
            Self::OwnCrate => "own-crate",
            Self::Binaries => "binaries",
            Self::Throughput => "throughput",
            Self::Generator => "generator",
            Self::Consumers => "consumers",
        }
    }

    /// What it is called in BENCHMARKS.md.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Lines => "Lines",
            Self::Crates => "Crates",
            Self::Instructions => "Instructions of a call",
            Self::FirstCall => "The first call of a process",
            Self::Allocations => "Allocations of a call",
            Self::Memory => "Memory",
            Self::Compile => "Compiling the client",
            Self::OwnCrate => "Compiling a consumer's own crate",
            Self::Binaries => "Programs",
            Self::Throughput => "Throughput",
            Self::Generator => "The generator",
            Self::Consumers => "Clean builds of a consumer",
        }
    }

    /// Whether its figures are the same in each run, so that `--quick` can take them.
    pub(crate) fn repeatable(self) -> bool {
        match self {
            Self::Lines
            | Self::Crates
            | Self::Instructions
            | Self::FirstCall
            | Self::Allocations
            | Self::Memory => true,
            Self::Compile
            | Self::OwnCrate
            | Self::Binaries
            | Self::Throughput
            | Self::Generator
            | Self::Consumers => false,
        }
    }

    /// Whether valgrind does the counting.
    pub(crate) fn needs_valgrind(self) -> bool {
        matches!(self, Self::Instructions | Self::FirstCall)
    }

    /// What of it is measured.
    pub(crate) fn measures(self) -> impl Iterator<Item = &'static Measure> {
        all().filter(move |measure| measure.family == self)
    }
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Lines,
    Crates,
    Instructions,
    Allocations,
    Bytes,
    Seconds,
    Milliseconds,
    CallsPerSecond,
    Ratio,
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Lines => "lines",
            Self::Crates => "crates",
            Self::Instructions => "instructions",
            Self::Allocations => "allocations",
            Self::Bytes => "bytes",
            Self::Seconds => "CPU s",
            Self::Milliseconds => "ms",
            Self::CallsPerSecond => "calls/s",
            Self::Ratio => "ratio",
        })
    }
}

/// A line of the table.
#[derive(Debug)]
pub(crate) struct Measure {
    pub(crate) name: &'static str,
    pub(crate) family: Family,
    pub(crate) unit: Unit,
    /// What it is, for who reads BENCHMARKS.md.
    pub(crate) about: &'static str,
}

const fn measure(name: &'static str, family: Family, unit: Unit, about: &'static str) -> Measure {
    Measure {
        name,
        family,
        unit,
        about,
    }
}

/// All measures, in the order of the table.
pub(crate) fn all() -> impl Iterator<Item = &'static Measure> {
    building::MEASURES.iter().chain(calling::MEASURES)
}

/// The measure called `name`.
pub(crate) fn named(name: &str) -> Option<&'static Measure> {
    all().find(|measure| measure.name == name)
}

/// What came of a measure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    pub(crate) measure: &'static str,
    pub(crate) ours: f64,
    /// Nothing for what has a target of its own.
    pub(crate) official: Option<f64>,
}

impl Figure {
    /// Both sides of `measure`.
    pub(crate) fn of(measure: &'static Measure, ours: f64, official: f64) -> Self {
        Self {
            measure: measure.name,
            ours,
            official: Some(official),
        }
    }

    /// Ours against the official one.
    pub(crate) fn ratio(&self) -> Option<f64> {
        self.official.map(|official| self.ours / official)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_that_of_one_measure() {
        for measure in all() {
            let named = all().filter(|other| other.name == measure.name);
            assert_eq!(named.count(), 1, "{}", measure.name);
        }
    }

    #[test]
    fn each_family_measures_something() {
        for family in Family::ALL {
            assert!(family.measures().next().is_some(), "{family:?}");
        }
    }
}
