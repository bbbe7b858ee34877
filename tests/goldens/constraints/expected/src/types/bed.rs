// …

/// The structure `Bed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bed {
    /// The `name` member. Required. Characters: 1 to 64 lower-case letters.
    pub name: String,
    /// The `count` member. Default: `2`. Range: 1 to 10.
    pub count: i32,
}

// …
