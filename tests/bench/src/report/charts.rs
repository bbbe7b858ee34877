//! The charts: bars for ratios, over bars of length 1 for the official client, with marks at the
//! targets. Each is drawn for light and for dark pages.

mod bar;
mod draw;
mod theme;

use std::path::PathBuf;

use anyhow::Result;

use self::bar::Bar;
use self::theme::{DARK, LIGHT};
use super::headline;
use crate::limits::Limits;
use crate::measure::{Family, Figure, named};

/// The folder of the charts, relative to the root of the repository.
const FOLDER: &str = "tests/bench/charts";

/// Measures whose bars are omitted, unless they miss their targets, because others are much alike.
const OMITTED: &[&str] = &[
    "own-crate-1-release",
    "own-crate-1-dev",
    "own-crate-1-incremental",
    "consumer-dev-wall",
    "consumer-release-wall",
    "consumer-same-tls-dev-wall",
    "consumer-same-tls-release-wall",
    "consumer-same-tls-dev",
    "consumer-same-tls-release",
    "consumer-ring-release",
    "consumer-config-release",
    "instructions-tag-resource",
    "instructions-forbidden",
    "allocations-tag-resource",
    "allocations-forbidden",
    "bytes-list-channels",
    "bytes-get-stream-session",
    "bytes-create-channel",
    "bytes-tag-resource",
    "bytes-forbidden",
    "bytes-put-metadata",
    "call-p50",
    "call-p99",
];

/// A chart with groups of bars.
pub(super) struct Chart {
    name: &'static str,
    title: &'static str,
    groups: Vec<Group>,
}

/// Bars with a common heading.
#[derive(Debug, PartialEq)]
struct Group {
    heading: String,
    bars: Vec<Bar>,
}

/// Returns the charts of `figures`.
pub(super) fn all(figures: &[Figure], limits: &Limits) -> Vec<Chart> {
    let of_families = |name, title, families: &[Family]| Chart {
        name,
        title,
        groups: families
            .iter()
            .map(|family| of_family(*family, figures, limits))
            .filter(|group| !group.bars.is_empty())
            .collect(),
    };
    let charts = [
        Chart {
            name: "feel",
            title: "Main figures: ivs-sdk against aws-sdk-ivs",
            groups: of_headlines(figures, limits),
        },
        of_families(
            "building",
            "Cost of building: ivs-sdk against aws-sdk-ivs",
            &[
                Family::Code,
                Family::Crates,
                Family::Sizes,
                Family::Compile,
                Family::OwnCrate,
                Family::Consumers,
            ],
        ),
        of_families(
            "calling",
            "Cost of calls: ivs-sdk against aws-sdk-ivs",
            &[
                Family::Instructions,
                Family::FirstCall,
                Family::Allocations,
                Family::Memory,
                Family::Loopback,
            ],
        ),
    ];
    let has_bars = |chart: &Chart| !chart.groups.is_empty();
    charts.into_iter().filter(has_bars).collect()
}

/// Returns the bars of the table of main figures.
fn of_headlines(figures: &[Figure], limits: &Limits) -> Vec<Group> {
    let group = |heading: &str, rows: Vec<(&str, &'static str)>| {
        let bars = rows.into_iter().filter_map(|(label, name)| {
            let figure = figures.iter().find(|figure| figure.measure == name)?;
            let bar = Bar::new(named(name)?, figure, limits)?;
            Some(Bar {
                label: label.to_owned(),
                ..bar
            })
        });
        Group {
            heading: heading.to_owned(),
            bars: bars.collect(),
        }
    };
    let groups = [
        group("Default features", headline::rows().collect()),
        group(
            "Official client without its legacy HTTP stack",
            headline::same_tls_rows().collect(),
        ),
    ];
    let has_bars = |group: &Group| !group.bars.is_empty();
    groups.into_iter().filter(has_bars).collect()
}

fn of_family(family: Family, figures: &[Figure], limits: &Limits) -> Group {
    let bars = figures.iter().filter_map(|figure| {
        let measure = named(figure.measure).filter(|measure| measure.family == family)?;
        let bar = Bar::new(measure, figure, limits)?;
        // Figures without a target are for information.
        bar.target.as_ref()?;
        (bar.is_missed() || !OMITTED.contains(&measure.name)).then_some(bar)
    });
    Group {
        heading: family.title().to_owned(),
        bars: bars.collect(),
    }
}

impl Chart {
    /// Returns the paths, relative to the root of the repository, and contents of the files.
    pub(super) fn files(&self) -> Result<Vec<(PathBuf, String)>> {
        let file = |theme| Ok((self.path(theme).into(), draw::svg(self, theme)?));
        [LIGHT, DARK].iter().map(file).collect()
    }

    /// Returns the element that shows the chart in Markdown.
    pub(super) fn to_html(&self) -> String {
        let (light, dark) = (self.path(&LIGHT), self.path(&DARK));
        format!(
            "<picture>\n  <source media=\"(prefers-color-scheme: dark)\" srcset=\"{dark}\">\n  \
             <img src=\"{light}\" alt=\"{}; the tables have all figures\">\n</picture>\n",
            self.title
        )
    }

    fn path(&self, theme: &theme::Theme) -> String {
        format!("{FOLDER}/{}-{}.svg", self.name, theme.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limit;

    fn figure(measure: &'static str, ours: f64) -> Figure {
        Figure {
            measure,
            ours,
            official: Some(4.0),
        }
    }

    fn limits(names: &[&str]) -> Limits {
        let limit = Limit {
            target: 0.5,
            stretch: None,
            limit: None,
            reason: None,
            floor: None,
            evidence: None,
            at_least: false,
        };
        let limits = names.iter().map(|name| ((*name).to_owned(), limit.clone()));
        limits.collect()
    }

    fn labels(charts: &[Chart], name: &str) -> Vec<String> {
        let chart = charts.iter().find(|chart| chart.name == name).unwrap();
        let bars = chart.groups.iter().flat_map(|group| &group.bars);
        bars.map(|bar| bar.label.clone()).collect()
    }

    #[test]
    fn a_chart_has_the_bars_of_its_families() {
        let limits = limits(&["tokens", "first-call"]);
        let without_official = Figure {
            official: None,
            ..figure("rustdoc-runtime", 1.0)
        };
        let figures = [figure("tokens", 1.0), figure("first-call", 2.0)];
        let charts = all(&[&figures[..], &[without_official]].concat(), &limits);
        assert_eq!(
            labels(&charts, "building"),
            ["Rust tokens of runtime and client"]
        );
        let bar = &charts[1].groups[0].bars[0];
        assert_eq!((bar.ours.as_str(), bar.ratio), ("2", 0.5));
        assert_eq!(charts.len(), 2, "no chart is empty");
    }

    #[test]
    fn a_bar_is_omitted_only_if_it_meets_its_target() {
        let name = "bytes-list-channels";
        let limits = limits(&[name, "tokens"]);
        let drawn = |ours| labels(&all(&[figure(name, ours)], &limits), "calling");
        assert_eq!(drawn(2.1), ["ListChannels, 100 channels, bytes"]);
        let all = all(&[figure(name, 2.0), figure("tokens", 1.0)], &limits);
        assert!(all.iter().all(|chart| chart.name != "calling"));
    }

    #[test]
    fn a_missed_target_is_marked() {
        let limits = limits(&["tokens"]);
        let svg = |ours| {
            let charts = all(&[figure("tokens", ours)], &limits);
            let files = charts[0].files().unwrap();
            let [(_, light), (_, dark)] = &files[..] else {
                panic!("two files");
            };
            assert_ne!(light, dark);
            light.clone()
        };
        assert!(svg(2.1).contains("≤ 0.50 missed"));
        assert!(!svg(2.0).contains("≤ 0.50 missed"));
        assert!(svg(2.0).contains("≤ 0.50"));
    }
}
