// …

impl PlantOutputBuilder {
    // …

    /// Builds the `PlantOutput`.
    #[inline]
    pub fn build(self) -> super::PlantOutput {
        super::PlantOutput {
            bed: self.bed,
            flag: self.flag.unwrap_or(true),
            off: self.off.unwrap_or_default(),
            tiny: self.tiny.unwrap_or(3),
            small: self.small.unwrap_or(-3),
            count: self.count.unwrap_or_default(),
            wide: self.wide.unwrap_or(7000000000),
            narrow: self.narrow.unwrap_or(0.5),
            exact: self.exact.unwrap_or(-1.5),
            whole: self.whole.unwrap_or(2.0),
            text: self.text.unwrap_or_else(|| "dry \"soil\"".to_owned()),
            blank: self.blank.unwrap_or_default(),
            colour: self.colour.unwrap_or_else(|| types::Colour::from("red")),
            photo: self.photo.unwrap_or_default(),
            names: self.names.unwrap_or_default(),
            by_name: self.by_name.unwrap_or_default(),
            start: self.start.unwrap_or(aws_smithy_types::DateTime::from_secs(0)),
            none: self.none,
            kept: self.kept.unwrap_or(4),
            careful: self.careful,
            _request_id: self._request_id,
        }
    }
}

// …
