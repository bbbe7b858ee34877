// …

/// The structure `Bed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bed {
    /// The value of `name`: required; length 1 to 64; pattern `^[a-z]+$`.
    pub name: String,
    /// The value of `count`: `2` by default; 1 to 10.
    pub count: i32,
}

// …
