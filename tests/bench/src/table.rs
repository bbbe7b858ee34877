//! The table that a run prints.

use crate::limits::Limits;
use crate::measure::{self, Figure, Unit};
use crate::verdict::Verdict;

/// The column headers.
pub(crate) const HEADER: [&str; 8] = [
    "measure", "unit", "ours", "official", "ratio", "target", "stretch", "verdict",
];

/// Returns the cells of the row for `figure`.
pub(crate) fn cells(figure: &Figure, limits: &Limits) -> [String; 8] {
    let limit = limits.get(figure.measure);
    let unit = measure::named(figure.measure).map(|measure| measure.unit);
    let number = |value: f64| unit.map_or_else(String::new, |unit| format_number(value, unit));
    let bound = |bound: Option<f64>| match (limit, bound) {
        (Some(limit), Some(bound)) => limit.format_bound(bound),
        _ => String::new(),
    };
    [
        figure.measure.to_owned(),
        unit.map_or_else(String::new, |unit| unit.to_string()),
        number(figure.ours),
        figure.official.map_or_else(String::new, number),
        figure
            .ratio()
            .map_or_else(String::new, |ratio| format!("{ratio:.3}")),
        bound(limit.map(|limit| limit.target)),
        bound(limit.and_then(|limit| limit.stretch)),
        Verdict::judge(figure, limit).to_string(),
    ]
}

/// Renders the table with aligned columns.
pub(crate) fn render(figures: &[Figure], limits: &Limits) -> String {
    let mut rows = vec![HEADER.map(str::to_owned)];
    rows.extend(figures.iter().map(|figure| cells(figure, limits)));
    let width = |column: usize| {
        let lengths = rows.iter().map(|row| row[column].chars().count());
        lengths.max().unwrap_or_default()
    };
    let widths: [usize; 8] = std::array::from_fn(width);
    let mut table = String::new();
    for row in &rows {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            match (2..=6).contains(&column) {
                true => line.push_str(&format!("{cell:>width$}  ")),
                false => line.push_str(&format!("{cell:<width$}  ")),
            }
        }
        table.push_str(line.trim_end());
        table.push('\n');
    }
    table
}

/// Formats `value` with separated thousands and the precision that suits `unit`.
pub(crate) fn format_number(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Ratio => format!("{value:.3}"),
        Unit::CpuSeconds | Unit::WallSeconds | Unit::Megabytes => format!("{value:.2}"),
        Unit::Milliseconds if value < 100.0 => format!("{value:.1}"),
        _ => group_thousands(value),
    }
}

fn group_thousands(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limit;

    #[test]
    fn numbers_have_separated_thousands_and_rounded_digits() {
        assert_eq!(format_number(999.4, Unit::Lines), "999");
        assert_eq!(format_number(1000.0, Unit::Lines), "1,000");
        assert_eq!(format_number(1_234_567.0, Unit::Instructions), "1,234,567");
        assert_eq!(format_number(12.345, Unit::CpuSeconds), "12.35");
        assert_eq!(format_number(1234.5, Unit::Milliseconds), "1,234");
    }

    #[test]
    fn columns_are_aligned_and_unknown_cells_are_empty() {
        let limit = Limit {
            target: 0.25,
            stretch: None,
            limit: None,
            reason: None,
            floor: None,
            evidence: None,
            at_least: false,
        };
        let limits = Limits::from([("tokens".to_owned(), limit)]);
        let figure = |measure, ours, official| Figure {
            measure,
            ours,
            official,
        };
        let figures = [
            figure("tokens", 20_000.0, Some(100_000.0)),
            figure("all-lines", 1.0, None),
        ];
        let expected = "\
measure    unit      ours  official  ratio  target  stretch  verdict
tokens     tokens  20,000   100,000  0.200  ≤ 0.25           target
all-lines  lines        1
";
        assert_eq!(render(&figures, &limits), expected);
    }
}
