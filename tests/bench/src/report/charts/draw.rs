//! Draws a chart as SVG.

use anyhow::{Result, anyhow};
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::Chart;
use super::bar::Bar;
use super::theme::Theme;

// All sizes are in pixels.
const WIDTH: i32 = 960;
const MARGIN: i32 = 16;
const ROW_HEIGHT: i32 = 24;
const BAR_HEIGHT: i32 = 14;
/// The left end of the bars.
const BARS: i32 = 310;
/// The length of the longest bar.
const LONGEST: i32 = 270;
/// The right ends of the columns of numbers.
const OURS: i32 = 680;
const OFFICIAL: i32 = 785;
const RATIO: i32 = 828;
const TARGET: i32 = WIDTH - MARGIN;
/// The tops of the lines above the bars.
const TITLE: i32 = 16;
const LEGEND: i32 = 48;
const HEADER: i32 = 76;
const ROWS: i32 = 94;

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// Draws `chart` in the colours of `theme`.
pub(super) fn svg(chart: &Chart, theme: &Theme) -> Result<String> {
    let rows = chart.groups.iter().map(|group| group.bars.len() + 1);
    let height = ROWS + ROW_HEIGHT * rows.sum::<usize>() as i32 + MARGIN;
    let mut svg = String::new();
    {
        let size = (WIDTH as u32, height as u32);
        let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        let canvas = Canvas { area, theme };
        canvas
            .draw(chart)
            .map_err(|error| anyhow!("{}: {error}", chart.name))?;
    }
    Ok(svg + "\n")
}

struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
    theme: &'a Theme,
}

/// The appearance of a text.
#[derive(Clone, Copy)]
struct Style {
    color: RGBColor,
    /// Plotters divides it by 1.24 for SVG.
    size: f64,
    is_bold: bool,
    anchor: HPos,
}

impl Style {
    fn plain(color: RGBColor) -> Self {
        Self {
            color,
            size: 16.0,
            is_bold: false,
            anchor: HPos::Left,
        }
    }

    fn bold(self) -> Self {
        Self {
            is_bold: true,
            ..self
        }
    }

    fn right(self) -> Self {
        Self {
            anchor: HPos::Right,
            ..self
        }
    }
}

impl Canvas<'_> {
    fn draw(&self, chart: &Chart) -> Outcome {
        self.area.fill(&self.theme.page)?;
        let title = Style::plain(self.theme.text).bold();
        let title = Style {
            size: 22.0,
            ..title
        };
        self.text(chart.title, (MARGIN, TITLE + 10), title)?;
        self.legend()?;
        self.header()?;

        let bars = chart.groups.iter().flat_map(|group| &group.bars);
        let longest = bars.map(|bar| bar.length(bar.ratio)).fold(1.0, f64::max);
        let unit = f64::from(LONGEST) / longest;
        let mut top = ROWS;
        for group in &chart.groups {
            let style = Style::plain(self.theme.text).bold();
            self.text(&group.heading, (MARGIN, middle(top)), style)?;
            top += ROW_HEIGHT;
            for bar in &group.bars {
                self.row(bar, top, unit)?;
                top += ROW_HEIGHT;
            }
        }
        self.area.present()?;
        Ok(())
    }

    fn legend(&self) -> Outcome {
        let style = Style::plain(self.theme.text);
        let mut left = MARGIN;
        for (color, label, width) in [
            (self.theme.ours, "ivs-sdk", 76),
            (self.theme.missed, "ivs-sdk, target missed", 174),
            (self.theme.official, "aws-sdk-ivs", 100),
        ] {
            self.block((left, LEGEND), BAR_HEIGHT, color)?;
            self.text(label, (left + 20, LEGEND + BAR_HEIGHT / 2), style)?;
            left += width + 20;
        }
        self.mark(left + 2, LEGEND)?;
        self.text("target", (left + 12, LEGEND + BAR_HEIGHT / 2), style)?;
        let style = style.bold().right();
        let position = (WIDTH - MARGIN, LEGEND + BAR_HEIGHT / 2);
        self.text("Shorter bars are better", position, style)
    }

    fn header(&self) -> Outcome {
        let style = Style::plain(self.theme.muted).right();
        for (right, label) in [
            (OURS, "ivs-sdk"),
            (OFFICIAL, "aws-sdk-ivs"),
            (RATIO, "ratio"),
            (TARGET, "target"),
        ] {
            self.text(label, (right, HEADER + 6), style)?;
        }
        Ok(())
    }

    fn row(&self, bar: &Bar, top: i32, unit: f64) -> Outcome {
        let length = |ratio: f64| (ratio * unit) as i32;
        let bar_top = middle(top) - BAR_HEIGHT / 2;
        let color = match bar.is_missed() {
            true => self.theme.missed,
            false => self.theme.ours,
        };
        self.block((BARS, bar_top), length(1.0), self.theme.official)?;
        self.block((BARS, bar_top), length(bar.length(bar.ratio)), color)?;
        let style = Style::plain(self.theme.text);
        self.text(&bar.label, (MARGIN, middle(top)), style)?;
        self.text(&bar.ours, (OURS, middle(top)), style.right())?;
        self.text(&bar.official, (OFFICIAL, middle(top)), style.right())?;
        let ratio = format!("{:.2}", bar.ratio);
        self.text(&ratio, (RATIO, middle(top)), style.right().bold())?;
        let Some(target) = &bar.target else {
            return Ok(());
        };
        self.mark(BARS + length(bar.length(target.ratio)), bar_top)?;
        let sign = if target.at_least { '≥' } else { '≤' };
        let bound = format!("{sign} {:.2}", target.ratio);
        let (text, style) = match target.is_missed {
            true => (
                format!("{bound} missed"),
                Style::plain(self.theme.missed).bold(),
            ),
            false => (bound, Style::plain(self.theme.muted)),
        };
        self.text(&text, (TARGET, middle(top)), style.right())
    }

    /// Draws the mark of a target over the bar with the given top.
    fn mark(&self, x: i32, top: i32) -> Outcome {
        let corners = [(x - 1, top - 3), (x + 1, top + BAR_HEIGHT + 3)];
        self.area
            .draw(&Rectangle::new(corners, self.theme.text.filled()))?;
        Ok(())
    }

    fn block(&self, (left, top): (i32, i32), width: i32, color: RGBColor) -> Outcome {
        let corners = [(left, top), (left + width, top + BAR_HEIGHT)];
        self.area.draw(&Rectangle::new(corners, color.filled()))?;
        Ok(())
    }

    /// Writes `text`, vertically centred at `position`.
    fn text(&self, text: &str, position: (i32, i32), style: Style) -> Outcome {
        let weight = match style.is_bold {
            true => FontStyle::Bold,
            false => FontStyle::Normal,
        };
        let font = ("sans-serif", style.size, weight).into_font();
        let font = font
            .color(&style.color)
            .pos(Pos::new(style.anchor, VPos::Center));
        self.area.draw(&Text::new(text, position, font))?;
        Ok(())
    }
}

fn middle(row_top: i32) -> i32 {
    row_top + ROW_HEIGHT / 2
}
