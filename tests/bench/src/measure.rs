//! What is measured: the names, in the order of the table.

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
        }
    }

    /// Whether valgrind does the counting.
    pub(crate) fn needs_valgrind(self) -> bool {
        matches!(self, Self::Instructions | Self::FirstCall)
    }

    /// What of it is measured.
    pub(crate) fn measures(self) -> impl Iterator<Item = &'static Measure> {
        MEASURES
            .iter()
            .filter(move |measure| measure.family == self)
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
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Lines => "lines",
            Self::Crates => "crates",
            Self::Instructions => "instructions",
            Self::Allocations => "allocations",
            Self::Bytes => "bytes",
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

/// All of them.
pub(crate) const MEASURES: &[Measure] = {
    use Family as F;
    use Unit as U;
    &[
        measure(
            "lines",
            F::Lines,
            U::Lines,
            "lines of code of runtime and client",
        ),
        measure(
            "all-lines",
            F::Lines,
            U::Lines,
            "the same with comments and blank lines",
        ),
        measure(
            "crates",
            F::Crates,
            U::Crates,
            "crates compiled for the lean consumer",
        ),
        measure(
            "instructions-list-channels",
            F::Instructions,
            U::Instructions,
            "ListChannels, 100 channels",
        ),
        measure(
            "instructions-get-stream-session",
            F::Instructions,
            U::Instructions,
            "GetStreamSession, 200 events",
        ),
        measure(
            "instructions-create-channel",
            F::Instructions,
            U::Instructions,
            "CreateChannel",
        ),
        measure(
            "instructions-tag-resource",
            F::Instructions,
            U::Instructions,
            "TagResource",
        ),
        measure(
            "instructions-forbidden",
            F::Instructions,
            U::Instructions,
            "GetChannel, refused with 403",
        ),
        measure(
            "instructions-put-metadata",
            F::Instructions,
            U::Instructions,
            "PutMetadata",
        ),
        measure(
            "first-call",
            F::FirstCall,
            U::Instructions,
            "from `Client::from_conf` to the first answer (CreateChannel)",
        ),
        measure(
            "allocations-list-channels",
            F::Allocations,
            U::Allocations,
            "ListChannels, 100 channels",
        ),
        measure(
            "allocations-get-stream-session",
            F::Allocations,
            U::Allocations,
            "GetStreamSession, 200 events",
        ),
        measure(
            "allocations-create-channel",
            F::Allocations,
            U::Allocations,
            "CreateChannel",
        ),
        measure(
            "allocations-tag-resource",
            F::Allocations,
            U::Allocations,
            "TagResource",
        ),
        measure(
            "allocations-forbidden",
            F::Allocations,
            U::Allocations,
            "GetChannel, refused with 403",
        ),
        measure(
            "allocations-put-metadata",
            F::Allocations,
            U::Allocations,
            "PutMetadata",
        ),
        measure(
            "bytes-list-channels",
            F::Allocations,
            U::Bytes,
            "ListChannels, 100 channels",
        ),
        measure(
            "bytes-get-stream-session",
            F::Allocations,
            U::Bytes,
            "GetStreamSession, 200 events",
        ),
        measure(
            "bytes-create-channel",
            F::Allocations,
            U::Bytes,
            "CreateChannel",
        ),
        measure(
            "bytes-tag-resource",
            F::Allocations,
            U::Bytes,
            "TagResource",
        ),
        measure(
            "bytes-forbidden",
            F::Allocations,
            U::Bytes,
            "GetChannel, refused with 403",
        ),
        measure(
            "bytes-put-metadata",
            F::Allocations,
            U::Bytes,
            "PutMetadata",
        ),
        measure(
            "peak-memory",
            F::Memory,
            U::Bytes,
            "heap in use while a page of 1 MB is read, the page included",
        ),
    ]
};

/// The measure called `name`.
pub(crate) fn named(name: &str) -> Option<&'static Measure> {
    MEASURES.iter().find(|measure| measure.name == name)
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
        for (index, measure) in MEASURES.iter().enumerate() {
            let later = &MEASURES[index + 1..];
            assert!(later.iter().all(|other| other.name != measure.name));
        }
    }

    #[test]
    fn each_family_measures_something() {
        for family in Family::ALL {
            assert!(family.measures().next().is_some(), "{family:?}");
        }
    }
}
