//! The charts: one bar per ratio, over a bar of length 1 for the official client, with a mark at
//! the target.

use anyhow::{Result, anyhow};
use plotters::prelude::*;

use crate::limits::Limits;
use crate::measure::{Family, Figure, named};

/// The width of the labels; like all sizes here, in pixels.
const LABEL_WIDTH: i32 = 260;
/// The length of a bar with ratio 1.
const UNIT_LENGTH: i32 = 420;
const ROW_HEIGHT: i32 = 22;
/// The top of the first row.
const TOP: i32 = 44;

const OURS: RGBColor = RGBColor(0x2b, 0x6c, 0xb0);
const OFFICIAL: RGBColor = RGBColor(0xcb, 0xd5, 0xe0);
const TARGET: RGBColor = RGBColor(0xc0, 0x56, 0x21);
const TEXT: RGBColor = RGBColor(0x2d, 0x37, 0x48);

/// A chart with one bar per figure.
pub(super) struct Chart {
    pub(super) file_name: &'static str,
    pub(super) title: &'static str,
    bars: Vec<Bar>,
}

#[derive(Debug, PartialEq)]
struct Bar {
    label: &'static str,
    ratio: f64,
    target: Option<f64>,
}

/// Returns the charts of `figures`.
pub(super) fn all(figures: &[Figure], limits: &Limits) -> Vec<Chart> {
    let chart = |file_name, title, families: &[Family]| Chart {
        file_name,
        title,
        bars: bars(figures, limits, families),
    };
    let building = [
        Family::Code,
        Family::Compile,
        Family::Consumers,
        Family::OwnCrate,
        Family::Crates,
        Family::Binaries,
    ];
    let calling = [
        Family::Instructions,
        Family::FirstCall,
        Family::Allocations,
        Family::Memory,
        Family::Loopback,
    ];
    vec![
        chart(
            "building.svg",
            "Cost of building, official client = 1: ours in blue, official in grey, target in orange",
            &building,
        ),
        chart(
            "calling.svg",
            "Cost of calls, official client = 1: ours in blue, official in grey, target in orange; for throughput, more is better",
            &calling,
        ),
    ]
}

fn bars(figures: &[Figure], limits: &Limits, families: &[Family]) -> Vec<Bar> {
    let bar = |figure: &Figure| {
        let measure = named(figure.measure)?;
        let is_drawn = families.contains(&measure.family);
        is_drawn.then_some(Bar {
            label: measure.name,
            ratio: figure.ratio()?,
            target: limits.get(measure.name).map(|limit| limit.target),
        })
    };
    figures.iter().filter_map(bar).collect()
}

impl Chart {
    /// Draws the chart as SVG.
    pub(super) fn draw(&self) -> Result<String> {
        let longest = self.bars.iter().map(|bar| bar.ratio).fold(1.0, f64::max);
        let width = LABEL_WIDTH + bar_length(longest) + 90;
        let height = TOP + ROW_HEIGHT * self.bars.len() as i32 + 12;
        let mut svg = String::new();
        self.fill(&mut svg, (width as u32, height as u32))
            .map_err(|error| anyhow!("{}: {error}", self.file_name))?;
        Ok(svg + "\n")
    }

    fn fill(&self, svg: &mut String, size: (u32, u32)) -> Result<(), Box<dyn std::error::Error>> {
        let area = SVGBackend::with_string(svg, size).into_drawing_area();
        area.fill(&WHITE)?;
        let write = |text: String, position: (i32, i32)| {
            area.draw(&Text::new(
                text,
                position,
                ("sans-serif", 13).into_font().color(&TEXT),
            ))
        };
        write(self.title.to_owned(), (12, 12))?;
        for (row, bar) in self.bars.iter().enumerate() {
            let top = TOP + ROW_HEIGHT * row as i32;
            let bottom = top + ROW_HEIGHT - 6;
            let block = |from: i32, to: i32, color: RGBColor| {
                area.draw(&Rectangle::new([(from, top), (to, bottom)], color.filled()))
            };
            block(LABEL_WIDTH, LABEL_WIDTH + bar_length(1.0), OFFICIAL)?;
            block(LABEL_WIDTH, LABEL_WIDTH + bar_length(bar.ratio), OURS)?;
            if let Some(target) = bar.target {
                let position = LABEL_WIDTH + bar_length(target);
                block(position - 1, position + 1, TARGET)?;
            }
            write(bar.label.to_owned(), (12, top + 2))?;
            let after = LABEL_WIDTH + bar_length(bar.ratio.max(1.0)) + 8;
            write(format!("{:.2}", bar.ratio), (after, top + 2))?;
        }
        area.present()?;
        Ok(())
    }
}

fn bar_length(ratio: f64) -> i32 {
    (ratio * f64::from(UNIT_LENGTH)) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_shows_the_ratios_of_its_families() {
        let figure = |measure, official| Figure {
            measure,
            ours: 1.0,
            official,
        };
        let figures = [
            figure("tokens", Some(4.0)),
            figure("first-call", Some(2.0)),
            figure("generate", None),
        ];
        let [building, calling] = &all(&figures, &Limits::new())[..] else {
            panic!("two charts");
        };
        let bar = |label, ratio| Bar {
            label,
            ratio,
            target: None,
        };
        assert_eq!(building.bars, [bar("tokens", 0.25)]);
        assert_eq!(calling.bars, [bar("first-call", 0.5)]);
        let svg = building.draw().unwrap();
        assert!(
            svg.starts_with("<svg") && svg.contains("0.25") && svg.contains("tokens"),
            "{svg}"
        );
    }
}
