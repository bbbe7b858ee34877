// …

/// The structure `Bed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bed {
    /// The `name` member. Required. Length: 1 to 64. Pattern: `^[a-z]+$`.
    pub name: String,
    /// The `count` member. Default: `2`. Range: 1 to 10.
    pub count: i32,
}

// …
