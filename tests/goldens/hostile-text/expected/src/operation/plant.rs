// …

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `kind` member.
    pub kind: Option<types::Kind>,
    /// The `controls` member. Pattern: `^[\t\n\r -~]*$`.
    pub controls: Option<String>,
    /// The `directions` member. Pattern: `^[^\u{202a}-\u{202e}\u{2066}-\u{2069}\u{61c}]*$`.
    pub directions: Option<String>,
    /// The `backtick` member. Pattern: ```^[^`]*``$```.
    pub backtick: Option<String>,
    /// A name.
    ///
    /// ```text
    /// f();
    /// ```
    ///
    /// Default: ````"a`\n\n```\nf();\n```\u{202e}"````.
    pub name: Option<String>,
    /// The extension aaaaaaaa at the end of the name of a plant, by the kind of its bed as follows *
    /// raised bed, rsd * cold frame, cfr * greenhouse bed, ghs and other kinds of bed, which are
    /// called by other names * open ground, opn
    pub bed: Option<String>,
    /// An open block:
    ///
    /// ```json
    /// {}
    /// ```
    ///
    /// Required.
    pub open: Option<String>,
    /// A paragraph of which the next line would begin with backticks, if they began a line: see ```rust f();
    pub wrapped: Option<String>,
}

// …
