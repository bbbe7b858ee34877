//! Colours for light and for dark pages.

use plotters::style::RGBColor;

/// The colours of a chart.
pub(super) struct Theme {
    pub(super) name: &'static str,
    pub(super) page: RGBColor,
    pub(super) text: RGBColor,
    /// For headers.
    pub(super) muted: RGBColor,
    /// For our bars.
    pub(super) ours: RGBColor,
    /// For our bars if they miss their target.
    pub(super) missed: RGBColor,
    pub(super) official: RGBColor,
}

pub(super) const LIGHT: Theme = Theme {
    name: "light",
    page: RGBColor(0xff, 0xff, 0xff),
    text: RGBColor(0x1f, 0x23, 0x28),
    muted: RGBColor(0x59, 0x63, 0x6e),
    ours: RGBColor(0x09, 0x69, 0xda),
    missed: RGBColor(0xbc, 0x4c, 0x00),
    official: RGBColor(0xd1, 0xd9, 0xe0),
};

pub(super) const DARK: Theme = Theme {
    name: "dark",
    page: RGBColor(0x0d, 0x11, 0x17),
    text: RGBColor(0xf0, 0xf6, 0xfc),
    muted: RGBColor(0x91, 0x98, 0xa1),
    ours: RGBColor(0x44, 0x93, 0xf8),
    missed: RGBColor(0xdb, 0x6d, 0x28),
    official: RGBColor(0x3d, 0x44, 0x4d),
};
